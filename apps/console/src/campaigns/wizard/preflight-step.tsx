import { useState } from 'react';
import { useAsk } from '../../data/use-ask.ts';
import { useVerb, type VerbOutcome } from '../../data/use-verb.ts';
import { WizardAssessDocument, WizardAssessmentDocument, type WizardAssessmentQuery } from '../../generated/documents.ts';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Moment } from '../../kit/moment.tsx';
import { OutcomeNotice } from '../../kit/outcome-notice.tsx';
import { Said } from '../../kit/said.tsx';
import { Panel } from '../../kit/panel.tsx';
import { VerbButton } from '../../kit/verb-button.tsx';
import { useSay } from '../use-say.ts';
import { selectorFilter, useMatchingNodes } from './use-matching-nodes.ts';
import { useWizard } from './wizard-context.tsx';

type Batch = NonNullable<WizardAssessmentQuery['assessmentBatch']>;
const assessedMax = 10_000;

interface PreflightStepProps {
  readonly batchId: string | null;
  readonly onBatch: (batchId: string) => void;
}

/** Facts, checks and prediction of the selected nodes, before any of them is touched. */
export function PreflightStep({ batchId, onBatch }: PreflightStepProps) {
  const t = useText();
  const say = useSay();
  const { form } = useWizard();
  const matching = useMatchingNodes(form);
  const assess = useVerb(WizardAssessDocument);
  const [outcome, setOutcome] = useState<VerbOutcome<unknown> | null>(null);
  const asked = useAsk(WizardAssessmentDocument, { id: batchId ?? '' }, { enabled: batchId !== null, everySeconds: 2, keepPrevious: true });
  const batch = asked.data?.assessmentBatch ?? null;
  const profile = form.targetProfile?.id ?? null;
  const reason = profile === null ? t('campaigns.wizard.preflight.noProfile') : matching !== null && matching > assessedMax ? t('campaigns.wizard.preflight.tooMany') : null;
  const heading = batch === null ? t('campaigns.wizard.preflight.heading') : batch.open > 0 ? t('campaigns.wizard.preflight.running', { open: batch.open, nodes: batch.nodes }) : t('campaigns.wizard.preflight.done', { ready: batch.ready, nodes: batch.nodes });
  return (
    <Panel
      heading={heading} subline={t('campaigns.wizard.preflight.sub')} footer={<span>{t('campaigns.wizard.preflight.optional')}</span>}
      tools={<VerbButton small icon="search" disabledReason={reason} onClick={() => { void assess.run({ targetProfileId: profile ?? '', filter: selectorFilter(form) }).then((said) => { setOutcome(said); if (said.kind === 'done' && said.payload.batch !== null) onBatch(said.payload.batch.id); }); }}>{batch === null ? say({ key: 'campaigns.wizard.preflight.start', values: { count: matching ?? 0 } }) : t('campaigns.wizard.preflight.again')}</VerbButton>}
    >
      {outcome === null || outcome.kind === 'done' ? null : <div className="panel-body"><OutcomeNotice outcome={outcome} /></div>}
      {batch === null ? <EmptyState title={t('campaigns.wizard.preflight.heading')} next={t('campaigns.wizard.preflight.optional')} /> : <BatchReport batch={batch} />}
    </Panel>
  );
}

function BatchReport({ batch }: { readonly batch: Batch }) {
  const t = useText();
  const codeText = useCodeText();
  const { count } = useFormats();
  const findings = new Map(batch.assessments.nodes.flatMap(({ findings: found }) => found.map((finding) => [finding.check, finding] as const)));
  return (
    <>
      <dl className="coverage">
        {([['ready', batch.ready], ['blocked', batch.blocked], ['failed', batch.failed], ['open', batch.open]] as const).map(([what, value]) => <div key={what}><dt>{t(`campaigns.wizard.preflight.${what}`)}</dt><dd>{count(value)}</dd></div>)}
      </dl>
      <p className="panel-subline">{t('campaigns.wizard.preflight.at', { at: '' })}<Moment at={batch.requestedAt} /></p>
      {batch.byCheck.length === 0 ? null : (
        <table className="table">
          <caption className="for-readers">{t('campaigns.wizard.preflight.byCheck')}</caption>
          <thead><tr><th scope="col" className="number" style={{ width: 72 }}>{t('campaigns.wizard.preflight.nodes')}</th><th scope="col" style={{ width: 170 }}>{t('campaigns.wizard.preflight.check')}</th><th scope="col">{t('campaigns.wizard.preflight.finding')}</th><th scope="col">{t('campaigns.wizard.preflight.remediation')}</th></tr></thead>
          <tbody>{batch.byCheck.map(({ value, count: nodes }) => <tr key={value}><td className="number strong">{count(nodes)}</td><td title={value}>{codeText('check', value)}</td><td className="loose"><Said text={findings.get(value)?.message ?? ''} sentence={findings.get(value)?.sentence} /></td><td className="loose secondary"><Said text={findings.get(value)?.remediation ?? ''} sentence={findings.get(value)?.remedy} /></td></tr>)}</tbody>
        </table>
      )}
    </>
  );
}
