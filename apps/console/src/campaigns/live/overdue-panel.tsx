import { Link } from 'react-router-dom';
import { useAsk } from '../../data/use-ask.ts';
import { CampaignOverdueRunsDocument, type CampaignOverdueRunsQuery } from '../../generated/documents.ts';
import { useText } from '../../i18n/use-text.ts';
import { Asked } from '../../kit/asked.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Moment } from '../../kit/moment.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useSay } from '../use-say.ts';

/** Runs past their deadline: each counts as a failure until its real outcome is known. */
export function OverduePanel({ campaignId, overdue }: { readonly campaignId: string; readonly overdue: number }) {
  const t = useText();
  const say = useSay();
  const asked = useAsk(CampaignOverdueRunsDocument, { id: campaignId }, { enabled: overdue > 0, everySeconds: 15 });
  return (
    <Panel heading={overdue === 0 ? t('campaigns.overdue.none') : say({ key: 'campaigns.overdue.heading', values: { count: overdue } })} span={12} className="overdue-panel">
      <div id="overdue">{overdue === 0 ? <EmptyState title={t('campaigns.overdue.nothing')} /> : <Asked of={asked}>{({ runs }) => <OverdueTable runs={runs.nodes} campaignId={campaignId} more={runs.pageInfo.hasNextPage} />}</Asked>}</div>
    </Panel>
  );
}

function OverdueTable({ runs, campaignId, more }: { readonly runs: CampaignOverdueRunsQuery['runs']['nodes']; readonly campaignId: string; readonly more: boolean }) {
  const t = useText();
  return (
    <>
      <div className="scroll-x">
        <table className="table">
          <thead><tr><th scope="col">{t('campaigns.overdue.node')}</th><th scope="col" style={{ width: 64 }}>{t('campaigns.overdue.wave')}</th><th scope="col" style={{ width: 150 }}>{t('campaigns.overdue.state')}</th><th scope="col" style={{ width: 110 }}>{t('campaigns.overdue.since')}</th></tr></thead>
          <tbody>{runs.map((run) => <tr key={run.id}><td><Link className="mono" to={`/nodes/${run.node.id}`}>{run.node.hostname}</Link></td><td>{run.wave}</td><td>{t(`words.runState.${run.state}`)}</td><td className="muted"><Moment at={run.since} /></td></tr>)}</tbody>
        </table>
      </div>
      {more ? <p className="panel-subline"><Link to={`/campaigns/${campaignId}/runs?overdue=true`}>{t('campaigns.overdue.more')}</Link></p> : null}
    </>
  );
}
