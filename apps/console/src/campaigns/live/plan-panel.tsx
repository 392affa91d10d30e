import { type CampaignDetailQuery, type CampaignPagePartsFragment } from '../../generated/documents.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { ForeignText } from '../../kit/foreign-text.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useSay } from '../use-say.ts';
import { PlanDiffView } from './plan-diff-view.tsx';

type Detail = NonNullable<CampaignDetailQuery['campaign']>;

/** The plan that is in force: who decided on it, and how it differs from the one before. */
export function PlanPanel({ campaign, detail }: { readonly campaign: Pick<CampaignPagePartsFragment, 'approval' | 'revision'>; readonly detail: Pick<Detail, 'planDiff'> }) {
  const t = useText();
  const { clock } = useFormats();
  const say = useSay();
  const { approval, revision } = campaign;
  const { planDiff } = detail;
  if (revision === null) return <Panel heading={t('campaigns.plan.heading')}><EmptyState title={t('campaigns.plan.none')} /></Panel>;
  const heading = planDiff === null ? t('campaigns.plan.same') : say({ key: 'campaigns.plan.changed', values: { digest: planDiff.againstDigest.slice(0, 8), added: planDiff.addedCount, removed: planDiff.removedCount, count: planDiff.changes.length } });
  const decided = approval === null ? t('campaigns.plan.undecided') : t(approval.approved ? 'campaigns.plan.approved' : 'campaigns.plan.denied', { person: approval.person.name, at: clock(approval.at) });
  return (
    <Panel heading={heading} subline={<>{decided}{approval === null || approval.reason === null ? null : <>: “<ForeignText>{approval.reason}</ForeignText>”</>}</>}>
      {planDiff === null ? null : <PlanDiffView diff={planDiff} />}
    </Panel>
  );
}
