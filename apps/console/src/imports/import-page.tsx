import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useVerb } from '../data/use-verb.ts';
import { NodesImportDocument } from '../generated/documents.ts';
import { HelpButton } from '../help/help-button.tsx';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { OutcomeNotice } from '../kit/outcome-notice.tsx';
import { Panel } from '../kit/panel.tsx';
import { VerbButton } from '../kit/verb-button.tsx';
import { VerbDialog } from '../kit/verb-dialog.tsx';
import { usePermissionRefusal } from '../settings/use-permission.ts';
import { Page } from '../shell/page.tsx';
import { emptyDraft, type ImportDraft, inputOf, problemOf } from './import-draft.ts';
import { ImportForm } from './import-form.tsx';
import { ImportProblems } from './import-problems.tsx';
import { type ImportReport, useImportCheck } from './use-import-check.ts';

/** What an import would do is asked first; only exactly that is imported then. */
export function ImportPage() {
  const t = useText();
  const check = useImportCheck();
  const importing = useVerb(NodesImportDocument);
  const [draft, setDraft] = useState<ImportDraft>(emptyDraft);
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<ImportReport | null>(null);
  const permission = usePermissionRefusal('inventory:write');
  const problem = problemOf(draft);
  // What was checked is only true of exactly that.
  const current = check.checked?.draft === draft ? check.checked.report : null;
  const change = (next: ImportDraft): void => {
    setDraft(next);
    setDone(null);
  };
  const checkRefusal = permission ?? (problem === null ? null : t(`imports.problem.${problem}`)) ?? (check.pending ? t('imports.checking') : null);
  const importRefusal = checkRefusal ?? (current === null ? t('imports.checkFirst') : current.rowErrorCount > 0 ? t('imports.correctFirst') : current.created + current.updated + current.missing === 0 ? t('imports.nothingToDo') : null);
  return (
    <Page title={t('imports.title')} crumb={<Link to="/nodes">{t('nodes.title')}</Link>} lead={t('imports.lead')} actions={<HelpButton page="import-a-fleet" about={t('imports.title')} />}>
      <div className="stack">
        <Panel heading={t('imports.what')}>
          <ImportForm draft={draft} onChange={change} />
          <div className="tools-line">
            <VerbButton kind={current === null ? 'primary' : 'secondary'} disabledReason={checkRefusal} onClick={() => { setDone(null); check.run(draft); }}>{t('imports.check')}</VerbButton>
            <VerbButton kind={current === null ? 'secondary' : 'primary'} disabledReason={importRefusal} onClick={() => { setAsking(true); }}>{t('imports.import')}</VerbButton>
          </div>
          {check.outcome === null || check.checked?.draft !== draft ? null : <div className="panel-body"><OutcomeNotice outcome={check.outcome} /></div>}
        </Panel>
        {done === null ? null : <Panel heading={t('imports.done', { smart_count: done.created + done.updated })}><p className="panel-body"><Link className="text-link" to="/nodes">{t('imports.toNodes')}</Link></p></Panel>}
        {current === null || done !== null ? null : <Findings report={current} />}
      </div>
      {asking && current !== null ? (
        <VerbDialog
          title={t('imports.question', { source: draft.source.trim() })} lead={t('imports.meaning')} confirm={t('imports.confirm')} keep={t('imports.keep')} reason="none"
          effects={[{ count: current.created, text: t('imports.created') }, { count: current.updated, text: t('imports.updated') }, { count: current.unchanged, text: t('imports.unchanged') }, ...(draft.mode === 'MIRROR' ? [{ count: current.missing, text: t('imports.missing') }] : [])]}
          onConfirm={async () => {
            const outcome = await importing.run(inputOf(draft, false));
            if (outcome.kind === 'done') setDone(outcome.payload);
            return outcome;
          }}
          onClose={() => { setAsking(false); }}
        />
      ) : null}
    </Page>
  );
}

/** What the check found: counts, and what is wrong row by row. */
function Findings({ report }: { readonly report: ImportReport }) {
  const t = useText();
  const { count } = useFormats();
  const counts = [[t('imports.rows'), report.rows], [t('imports.created'), report.created], [t('imports.updated'), report.updated], [t('imports.unchanged'), report.unchanged], [t('imports.missing'), report.missing]] as const;
  return (
    <Panel heading={report.rowErrorCount === 0 ? t('imports.clean') : t('imports.faulty', { smart_count: report.rowErrorCount })}>
      <dl className="facts-row panel-body">{counts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{count(value)}</dd></div>)}</dl>
      {report.rowErrorCount === 0 ? null : <ImportProblems problems={report.rowErrors} total={report.rowErrorCount} />}
    </Panel>
  );
}
