import { useId, useState } from 'react';
import { useApi } from '../../data/api-context.tsx';
import { useAsk } from '../../data/use-ask.ts';
import { WizardNodeByNameDocument, WizardNodesDocument, type WizardNodesQuery } from '../../generated/documents.ts';
import { useErrorText } from '../../i18n/use-error-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { IconButton } from '../../kit/icon-button.tsx';
import { VerbButton } from '../../kit/verb-button.tsx';
import { useSay } from '../use-say.ts';
import { type FormReference } from './campaign-form.ts';
import { FieldProblemText } from './field-problem-text.tsx';
import { useWizard } from './wizard-context.tsx';

const pageSize = 200;
const takenMax = 2000;
const shownMax = 30;

/** Single nodes: by host name, or all that match a query now. */
export function NodePicker() {
  const t = useText();
  const say = useSay();
  const { form, change } = useWizard();
  const add = (found: readonly FormReference[]): void => { change({ nodes: [...form.nodes, ...found.filter(({ name }) => form.nodes.every((node) => node.name !== name))] }); };
  return (
    <fieldset className="plain-fields">
      <legend>{t('campaigns.wizard.target.nodes')}</legend>
      <ByName onFound={add} />
      <ByQuery onFound={add} />
      {form.nodes.length === 0 ? null : (
        <div className="flex wrap">
          {form.nodes.slice(0, shownMax).map((node) => <span key={node.name} className="tag mono">{node.name}{node.id === null ? <span className="field-problem">&nbsp;{t('campaigns.wizard.unknownName')}</span> : null}<IconButton icon="close" name={t('campaigns.wizard.target.removeNode', { name: node.name })} onClick={() => { change({ nodes: form.nodes.filter(({ name }) => name !== node.name) }); }} /></span>)}
          {form.nodes.length > shownMax ? <span className="muted small">{say({ key: 'campaigns.wizard.target.and', values: { count: form.nodes.length - shownMax } })}</span> : null}
          <VerbButton kind="plain" small onClick={() => { change({ nodes: [] }); }}>{t('campaigns.wizard.target.clearNodes')}</VerbButton>
        </div>
      )}
      <FieldProblemText field="nodes" />
    </fieldset>
  );
}

function ByName({ onFound }: { readonly onFound: (nodes: readonly FormReference[]) => void }) {
  const t = useText();
  const id = useId();
  const api = useApi();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const errorText = useErrorText();
  const [problem, setProblem] = useState<string | null>(null);
  const look = async (): Promise<void> => {
    const names = [...new Set(text.split(/[\s,;]+/).filter((name) => name !== ''))].slice(0, pageSize);
    try {
      const found = await Promise.all(names.map(async (name) => ({ name, node: (await api.request(WizardNodeByNameDocument, { name })).nodeByName })));
      onFound(found.flatMap(({ node }) => (node === null ? [] : [{ id: node.id, name: node.hostname }])));
      setMissing(found.flatMap(({ name, node }) => (node === null ? [name] : [])));
      setText('');
      setProblem(null);
    } catch (error) {
      setProblem(errorText(error instanceof Error ? error : new Error(String(error))));
    }
  };
  return (
    <div className="field-label">
      <label htmlFor={id} className="muted">{t('campaigns.wizard.target.nodesSub')}</label>
      <div className="flex"><textarea id={id} className="field mono" rows={1} value={text} onChange={({ target }) => { setText(target.value); }} /><VerbButton onClick={() => { void look(); }}>{t('campaigns.wizard.target.addNodes')}</VerbButton></div>
      <span role="status" className="field-problem">{missing.length === 0 ? null : t('campaigns.wizard.target.notFound', { names: missing.join(', ') })}{problem}</span>
    </div>
  );
}

/** A query is not part of a campaign: its nodes of this moment are, by name. */
function ByQuery({ onFound }: { readonly onFound: (nodes: readonly FormReference[]) => void }) {
  const t = useText();
  const say = useSay();
  const id = useId();
  const api = useApi();
  const errorText = useErrorText();
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useState('');
  const counted = useAsk(WizardNodesDocument, { filter: { query: asked }, page: { first: 1 } }, { enabled: asked !== '' });
  const total = counted.data?.nodes.totalCount;
  const take = async (): Promise<void> => {
    const found: FormReference[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { nodes }: WizardNodesQuery = await api.request(WizardNodesDocument, { filter: { query: asked }, page: { first: pageSize, after } });
      found.push(...nodes.nodes.map(({ id: nodeId, hostname }) => ({ id: nodeId, name: hostname })));
      after = nodes.pageInfo.endCursor;
      more = nodes.pageInfo.hasNextPage && found.length < takenMax;
    }
    onFound(found);
    setQuery('');
    setAsked('');
  };
  return (
    <div className="field-label">
      <label htmlFor={id} className="muted">{t('campaigns.wizard.target.query')}. {t('campaigns.wizard.target.querySub')}</label>
      <div className="flex">
        <input id={id} className="field mono grow" placeholder={t('campaigns.wizard.target.queryExample')} value={query} onChange={({ target }) => { setQuery(target.value); }} onBlur={() => { setAsked(query.trim()); }} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); setAsked(query.trim()); } }} />
        <VerbButton disabledReason={total === undefined || total === 0 ? t('campaigns.wizard.target.queryFirst') : total > takenMax ? t('campaigns.wizard.target.queryTooMany', { limit: takenMax }) : null} onClick={() => { void take(); }}>{t('campaigns.wizard.target.queryAdd')}</VerbButton>
      </div>
      <span role="status">{counted.error === null ? null : <span className="field-problem">{errorText(counted.error)}</span>}{total === undefined || asked === '' ? null : <span className="muted">{say({ key: 'campaigns.wizard.target.queryFound', values: { count: total } })}</span>}</span>
    </div>
  );
}
