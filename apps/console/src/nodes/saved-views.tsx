import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useAsk } from '../data/use-ask.ts';
import { useVerb } from '../data/use-verb.ts';
import { SavedViewDeleteDocument, SavedViewSaveDocument, SavedViewsDocument } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { Icon } from '../kit/icon.tsx';
import { VerbButton } from '../kit/verb-button.tsx';
import { VerbDialog } from '../kit/verb-dialog.tsx';
import { useMe } from '../session/use-me.ts';
import { nodesPath } from './node-address.ts';

/** Filters under a name: our own, one's own, and what others share; kept on the server, shown by their address. */
export function SavedViews({ search }: { readonly search: string }) {
  const t = useText();
  const navigate = useNavigate();
  const { me } = useMe();
  const { data } = useAsk(SavedViewsDocument, { list: 'nodes' });
  const remove = useVerb(SavedViewDeleteDocument);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [saving, setSaving] = useState(false);
  const go = (path: string) => () => {
    setAnchor(null);
    void navigate(path);
  };
  return (
    <>
      <button type="button" className="button" aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => { setAnchor(event.currentTarget); }}><Icon name="star" />{t('nodes.views')}</button>
      <VerbButton onClick={() => { setSaving(true); }}>{t('nodes.saveView')}</VerbButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => { setAnchor(null); }} transitionDuration={0}>
        <MenuItem onClick={go('/nodes')}>{t('nodes.viewAll')}</MenuItem>
        <MenuItem onClick={go(nodesPath({ states: ['ATTENTION', 'FAILED', 'UNREACHABLE'], sort: { field: 'STATE_CLASS', order: 'ASC' } }))}>{t('nodes.viewAttention')}</MenuItem>
        <MenuItem onClick={go(nodesPath({ flags: ['held'] }))}>{t('nodes.viewHeld')}</MenuItem>
        <MenuItem onClick={go(nodesPath({ systems: ['unknown'] }))}>{t('nodes.viewNever')}</MenuItem>
        {data?.savedViews.map(({ id, name, search: saved, shared, owner }) => (
          <MenuItem key={id} onClick={go(`/nodes?${saved}`)}>
            <span className="grow">{shared && owner.id !== me?.person.id ? t('nodes.viewShared', { name, owner: owner.name }) : name}</span>
            {owner.id === me?.person.id ? <button type="button" className="icon-button" aria-label={t('nodes.deleteView', { name })} onClick={(event) => { event.stopPropagation(); void remove.run({ savedViewId: id }); }}><Icon name="close" /></button> : null}
          </MenuItem>
        ))}
      </Menu>
      {saving ? <SaveView search={search} onClose={() => { setSaving(false); }} /> : null}
    </>
  );
}

function SaveView({ search, onClose }: { readonly search: string; readonly onClose: () => void }) {
  const t = useText();
  const save = useVerb(SavedViewSaveDocument);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  return (
    <VerbDialog title={t('nodes.saveViewTitle')} confirm={t('nodes.saveViewConfirm')} keep={t('nodes.saveViewKeep')} reason="none" refusal={name.trim() === '' ? t('nodes.saveViewNameMissing') : null} onClose={onClose} onConfirm={() => save.run({ list: 'nodes', name: name.trim(), search, shared })}>
      <label className="field-label"><span>{t('nodes.saveViewName')}</span><input className="field" autoFocus maxLength={63} value={name} onChange={(event) => { setName(event.target.value); }} /></label>
      <label className="flex"><input type="checkbox" checked={shared} onChange={(event) => { setShared(event.target.checked); }} />{t('nodes.saveViewShared')}</label>
    </VerbDialog>
  );
}
