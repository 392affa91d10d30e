import { type FormEvent, useId, useState } from 'react';
import { Link } from 'react-router-dom';
import { useAsk } from '../../data/use-ask.ts';
import { useVerb, type VerbOutcome } from '../../data/use-verb.ts';
import { SavedViewDeleteDocument, SavedViewsDocument, SavedViewSaveDocument } from '../../generated/documents.ts';
import { useText } from '../../i18n/use-text.ts';
import { IconButton } from '../../kit/icon-button.tsx';
import { OutcomeNotice } from '../../kit/outcome-notice.tsx';
import { VerbButton } from '../../kit/verb-button.tsx';
import { useMe } from '../../session/use-me.ts';

interface SavedViewsProps {
  readonly list: 'campaigns' | 'audit';
  readonly path: string;
  readonly search: string;
}

/** Filters under a name, kept on the server: one's own and those that somebody shared. */
export function SavedViews({ list, path, search }: SavedViewsProps) {
  const t = useText();
  const { me } = useMe();
  const { data } = useAsk(SavedViewsDocument, { list });
  const [naming, setNaming] = useState(false);
  const remove = useVerb(SavedViewDeleteDocument);
  return (
    <div className="flex wrap saved-views">
      {(data?.savedViews ?? []).map((view) => (
        <span key={view.id} className="tag">
          <Link to={`${path}?${view.search}`} aria-current={view.search === search ? 'page' : undefined}>{view.name}</Link>
          {view.owner.id === me?.person.id ? <IconButton icon="close" name={t('campaigns.list.deleteView', { name: view.name })} onClick={() => { void remove.run({ savedViewId: view.id }); }} /> : <span className="muted">&nbsp;{view.owner.name}</span>}
        </span>
      ))}
      {naming ? <NameForm list={list} search={search} onDone={() => { setNaming(false); }} /> : <VerbButton kind="plain" small icon="star" onClick={() => { setNaming(true); }}>{t('campaigns.list.saveView')}</VerbButton>}
    </div>
  );
}

function NameForm({ list, search, onDone }: Omit<SavedViewsProps, 'path'> & { readonly onDone: () => void }) {
  const t = useText();
  const id = useId();
  const save = useVerb(SavedViewSaveDocument);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const [outcome, setOutcome] = useState<VerbOutcome<unknown> | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return;
    const said = await save.run({ list, name: name.trim(), search, shared });
    if (said.kind === 'done') onDone();
    else setOutcome(said);
  };
  return (
    <form className="flex wrap" onSubmit={(event) => { void submit(event); }}>
      <input id={id} className="field" autoFocus aria-label={t('campaigns.list.viewName')} placeholder={t('campaigns.list.viewName')} maxLength={63} value={name} onChange={(event) => { setName(event.target.value); }} />
      <label className="flex small"><input type="checkbox" checked={shared} onChange={(event) => { setShared(event.target.checked); }} />{t('campaigns.list.viewShared')}</label>
      <VerbButton type="submit" small onClick={() => undefined}>{t('campaigns.list.saveView')}</VerbButton>
      <VerbButton kind="plain" small onClick={onDone}>{t('kit.cancel')}</VerbButton>
      {outcome === null ? null : <OutcomeNotice outcome={outcome} />}
    </form>
  );
}
