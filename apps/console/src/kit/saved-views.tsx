import Popover from '@mui/material/Popover';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/use-ask.ts';
import { useVerb } from '../data/use-verb.ts';
import { SavedViewDeleteDocument, SavedViewSaveDocument, SavedViewsDocument } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { useMe } from '../session/use-me.ts';
import { IconButton } from './icon-button.tsx';
import { Icon } from './icon.tsx';
import { OutcomeNotice } from './outcome-notice.tsx';
import { VerbButton } from './verb-button.tsx';
import { VerbDialog } from './verb-dialog.tsx';

interface SavedViewsProps {
  readonly list: 'nodes' | 'campaigns' | 'audit';
  /** Where the list stands; what a view keeps is the search behind it. */
  readonly path: string;
  /** As the list is narrowed and sorted now, without its page. */
  readonly search: string;
  /** Views that everybody has. */
  readonly ready: readonly { readonly name: string; readonly search: string }[];
}

const addressOf = (path: string, search: string): string => (search === '' ? path : `${path}?${search}`);

/** Filters of a list under a name: ready ones, one's own, and what others share; kept on the server, shown by their address. */
export function SavedViews({ list, path, search, ready }: SavedViewsProps) {
  const t = useText();
  const { me } = useMe();
  const { data } = useAsk(SavedViewsDocument, { list });
  const remove = useVerb(SavedViewDeleteDocument);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [saving, setSaving] = useState(false);
  const close = (): void => { setAnchor(null); };
  const link = (to: string, name: string) => <Link to={addressOf(path, to)} aria-current={to === search ? 'page' : undefined} onClick={close}>{name}</Link>;
  return (
    <>
      <button type="button" className="button" aria-haspopup="dialog" aria-expanded={anchor !== null} onClick={(event) => { setAnchor(event.currentTarget); }}><Icon name="star" />{t('kit.views.title')}</button>
      <VerbButton onClick={() => { setSaving(true); }}>{t('kit.views.save')}</VerbButton>
      <Popover open={anchor !== null} anchorEl={anchor} onClose={close} anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }} transitionDuration={0} slotProps={{ paper: { className: 'saved-views', role: 'dialog', 'aria-label': t('kit.views.title') } }}>
        <ul>
          {ready.map(({ name, search: to }) => <li key={`ready ${name}`}>{link(to, name)}</li>)}
          {data?.savedViews.map(({ id, name, search: to, shared, owner }) => (
            <li key={id}>
              {link(to, shared && owner.id !== me?.person.id ? t('kit.views.sharedBy', { name, owner: owner.name }) : name)}
              {owner.id === me?.person.id ? <IconButton icon="close" name={t('kit.views.delete', { name })} onClick={() => { void remove.run({ savedViewId: id }); }} /> : null}
            </li>
          ))}
        </ul>
        {remove.outcome === null || remove.outcome.kind === 'done' ? null : <OutcomeNotice outcome={remove.outcome} />}
      </Popover>
      {saving ? <SaveView list={list} search={search} onClose={() => { setSaving(false); }} /> : null}
    </>
  );
}

function SaveView({ list, search, onClose }: Pick<SavedViewsProps, 'list' | 'search'> & { readonly onClose: () => void }) {
  const t = useText();
  const save = useVerb(SavedViewSaveDocument);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  return (
    <VerbDialog title={t('kit.views.saveTitle')} confirm={t('kit.views.saveConfirm')} keep={t('kit.views.saveKeep')} reason="none" refusal={name.trim() === '' ? t('kit.views.nameMissing') : null} onClose={onClose} onConfirm={() => save.run({ list, name: name.trim(), search, shared })}>
      <label className="field-label"><span>{t('kit.views.name')}</span><input className="field" autoFocus maxLength={63} value={name} onChange={(event) => { setName(event.target.value); }} /></label>
      <label className="flex"><input type="checkbox" checked={shared} onChange={(event) => { setShared(event.target.checked); }} />{t('kit.views.shared')}</label>
    </VerbDialog>
  );
}
