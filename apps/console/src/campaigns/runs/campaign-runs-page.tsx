import { Link, useParams, useSearchParams } from 'react-router-dom';
import { readPage } from '../../data/read-page.ts';
import { useAsk } from '../../data/use-ask.ts';
import { CampaignRunsDocument, type CampaignRunsQuery } from '../../generated/documents.ts';
import { useSaidText } from '../../i18n/use-said.ts';
import { useText } from '../../i18n/use-text.ts';
import { Asked } from '../../kit/asked.tsx';
import { type Column, DataTable } from '../../kit/data-table.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListChanged } from '../../kit/list-changed.tsx';
import { Moment } from '../../kit/moment.tsx';
import { Pager } from '../../kit/pager.tsx';
import { PastTheEnd } from '../../kit/past-the-end.tsx';
import { StateChip } from '../../kit/state-chip.tsx';
import { useHeldRows } from '../../kit/use-held-rows.ts';
import { Page } from '../../shell/page.tsx';
import '../campaigns.css';
import { useSay } from '../use-say.ts';
import { useReasonText } from '../../i18n/use-reason-text.ts';

type Run = CampaignRunsQuery['runs']['nodes'][number];
const pageSize = 50;
const idOf = ({ id }: Run): string => id;

/** The runs behind a count of the live page: of a wave, of a reason, or those past their deadline. */
export function CampaignRunsPage() {
  const { id = '' } = useParams();
  const t = useText();
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const wave = Number(search.get('wave') ?? '');
  const reason = search.get('reason');
  const overdue = search.get('overdue') === 'true';
  const page = readPage(search.get('page'), pageSize);
  const asked = useAsk(CampaignRunsDocument, {
    campaignId: id, filter: { campaignId: id, ...(wave > 0 ? { wave } : {}), ...(reason === null ? {} : { reason }), ...(overdue ? { overdue: true } : {}) }, page: { first: pageSize, ...(page === 1 ? {} : { offset: (page - 1) * pageSize }) },
  }, { keepPrevious: true, everySeconds: 15 });
  const { held, refresh } = useHeldRows(asked.data?.runs.nodes, { of: `${id}?${search.toString()}`, settled: !asked.isPlaceholderData, idOf });
  const toPage = (next: number): void => { setSearch((before) => { before.set('page', String(next)); return before; }); };
  const columns = useRunColumns();
  const reasonText = useReasonText();
  const narrowed = [wave > 0 ? t('campaigns.runs.inWave', { wave }) : null, reason === null ? null : t('campaigns.runs.forReason', { reason: reasonText(reason) }), overdue ? t('campaigns.runs.overdue') : null].filter((part) => part !== null);
  const name = asked.data?.campaign?.name;
  return (
    <Page title={t('campaigns.runs.title')} crumb={<><Link to="/campaigns">{t('campaigns.title')}</Link> / {name === undefined ? null : <Link to={`/campaigns/${id}`}>{name}</Link>} /</>} lead={narrowed.length === 0 ? undefined : <>{narrowed.join(', ')} · <Link to={`/campaigns/${id}/runs`}>{t('campaigns.runs.clear')}</Link></>}>
      <section className="panel" aria-label={t('campaigns.runs.title')}>
        <ListChanged held={held} onRefresh={refresh} />
        <Asked of={asked} rows={6}>
          {({ runs }) => held === null ? null : held.rows.length === 0 && page > 1 && runs.totalCount > 0 ? <PastTheEnd total={runs.totalCount} perPage={pageSize} onPage={toPage} /> : held.rows.length === 0 ? <EmptyState title={t('campaigns.runs.none')} next={t('campaigns.runs.noneStep')} /> : (
            <>
              <DataTable caption={say({ key: 'campaigns.runs.heading', values: { count: runs.totalCount } })} rows={held.rows} left={held.left} columns={columns} rowId={(run) => run.id} rowName={(run) => run.node.hostname} />
              <Pager page={page} perPage={pageSize} total={runs.totalCount} hasNextPage={runs.pageInfo.hasNextPage} onPage={toPage} />
            </>
          )}
        </Asked>
      </section>
    </Page>
  );
}

function useRunColumns(): readonly Column<Run>[] {
  const t = useText();
  const reasonText = useReasonText();
  const saidText = useSaidText();
  const whyOf = (run: Run): string => (run.stateReason === null ? (run.overdue ? t('campaigns.runs.overdue') : '') : reasonText(run.stateReason));
  return [
    { id: 'node', title: t('campaigns.runs.node'), cell: (run) => <Link className="mono" to={`/nodes/${run.node.id}`}>{run.node.hostname}</Link>, fullText: (run) => run.node.hostname, phoneLine: whyOf },
    { id: 'wave', title: t('campaigns.runs.wave'), width: 64, number: true, cell: (run) => run.wave },
    { id: 'state', title: t('campaigns.runs.state'), width: 190, phoneWidth: 170, cell: (run) => <StateChip stateClass={run.stateClass}>{t(`words.runState.${run.state}`)}</StateChip>, phoneLine: (run) => <Moment at={run.since} /> },
    { id: 'reason', title: t('campaigns.runs.reason'), cell: whyOf, fullText: (run) => (run.remediation === null ? (run.stateReason ?? undefined) : saidText(run.remediation, run.remedy)), fromTablet: true },
    { id: 'since', title: t('campaigns.runs.since'), width: 120, cell: (run) => <Moment at={run.since} />, fromTablet: true },
  ];
}
