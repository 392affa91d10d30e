import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { useSay } from '../campaigns/use-say.ts';
import { useAsk } from '../data/use-ask.ts';
import { type ApprovalRowFragment, ApprovalsInboxDocument } from '../generated/documents.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { HelpButton } from '../help/help-button.tsx';
import { useText } from '../i18n/use-text.ts';
import { ForeignText } from '../kit/foreign-text.tsx';
import { Asked } from '../kit/asked.tsx';
import { campaignStateClass } from '../kit/campaign-state-class.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { StateTile } from '../kit/state-tile.tsx';
import { useClock } from '../kit/use-clock.ts';
import { useMe } from '../session/use-me.ts';
import { Page } from '../shell/page.tsx';
import '../campaigns/campaigns.css';
import './approvals.css';
import { ApprovalRequest } from './approval-request.tsx';

/** What waits for a second person, what was decided, and the request that one of them is about. */
export function ApprovalsPage() {
  const { id: named } = useParams();
  const [search] = useSearchParams();
  const id = named ?? search.get('campaign') ?? undefined;
  const t = useText();
  const asked = useAsk(ApprovalsInboxDocument, {}, { everySeconds: 15, freshSeconds: 5 });
  const [mineOnly, setMineOnly] = useState(false);
  const open = asked.data?.open.nodes ?? [];
  const mine = open.filter(({ can }) => can.approve.allowed);
  const chosen = id ?? (mineOnly ? mine : open)[0]?.id;
  const lead = asked.data === undefined ? undefined : <InboxLead mine={mine.length} others={open.length - mine.length} />;
  return (
    <Page title={t('approvals.title')} lead={lead} actions={<HelpButton page="first-campaign" about={t('approvals.title')} />}>
      <div className={id === undefined ? 'approvals' : 'approvals with-request'}>
        <Asked of={asked} rows={4}>
          {({ open: waiting, decided }) => (
            <div className="approvals-inbox">
              <section className="panel" aria-label={t('approvals.open')}>
                <header><h2>{t('approvals.open')} <span className="muted">{waiting.totalCount}</span></h2><span className="panel-tools segments" role="group" aria-label={t('approvals.show')}>{([false, true] as const).map((one) => <button key={String(one)} type="button" aria-pressed={mineOnly === one} onClick={() => { setMineOnly(one); }}>{t(one ? 'approvals.mine' : 'approvals.all')}</button>)}</span></header>
                {waiting.nodes.length === 0 ? <EmptyState title={t('approvals.empty')} next={t('approvals.emptyStep')} command="skein campaign approve <name>" /> : mineOnly && mine.length === 0 ? <EmptyState title={t('approvals.noneForYou')} /> : <Rows rows={mineOnly ? mine : waiting.nodes} chosen={chosen} />}
              </section>
              <Decided rows={decided.nodes} chosen={chosen} />
            </div>
          )}
        </Asked>
        {chosen === undefined ? <div className="approvals-none" /> : <ApprovalRequest key={chosen} id={chosen} />}
      </div>
    </Page>
  );
}

function InboxLead({ mine, others }: { readonly mine: number; readonly others: number }) {
  const t = useText();
  const say = useSay();
  if (mine + others === 0) return <>{t('approvals.nothingWaits')}</>;
  return <><b>{mine === 0 ? t('approvals.noneByYou') : say({ key: 'approvals.byYou', values: { count: mine } })}</b> {others === 0 ? null : say({ key: 'approvals.byOthers', values: { count: others } })}</>;
}

function Rows({ rows, chosen }: { readonly rows: readonly ApprovalRowFragment[]; readonly chosen: string | undefined }) {
  const t = useText();
  const say = useSay();
  const { waiting } = useFormats();
  const now = useClock();
  const { me } = useMe();
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <Link className="request" to={`/approvals/${row.id}`} aria-current={row.id === chosen ? 'true' : undefined}>
            <StateTile stateClass={row.can.approve.allowed ? 'ATTENTION' : 'NOT_STARTED'} />
            <span>
              <span className="strong">{row.name}</span>
              <span className="small secondary">{say({ key: 'approvals.size', values: { count: row.revision?.members ?? 0, waves: row.revision?.waves ?? 0 } })}</span>
              <span className="small muted">{row.author.name} · {row.revision === null ? null : waiting((now - new Date(row.revision.createdAt).getTime()) / 1000)}</span>
              <span className={row.can.approve.allowed ? 'small you' : 'small muted'}>{row.can.approve.allowed ? t('approvals.youMay') : row.author.id === me?.person.id ? t('approvals.youWrote') : row.lastEditor.id === me?.person.id ? t('approvals.youEdited') : t('approvals.needsAnother')}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

const decidedShown = 12;

function Decided({ rows, chosen }: { readonly rows: readonly ApprovalRowFragment[]; readonly chosen: string | undefined }) {
  const t = useText();
  const { clock } = useFormats();
  const decided = rows.flatMap((row) => (row.approval === null ? [] : [{ row, approval: row.approval }])).sort((one, other) => (one.approval.at < other.approval.at ? 1 : -1)).slice(0, decidedShown);
  return (
    <section className="panel" aria-label={t('approvals.decided')}>
      <header><h2>{t('approvals.decided')}</h2></header>
      {decided.length === 0 ? <EmptyState title={t('approvals.noneDecided')} /> : (
        <ul>
          {decided.map(({ row, approval }) => (
            <li key={row.id}>
              <Link className="request" to={`/approvals/${row.id}`} aria-current={row.id === chosen ? 'true' : undefined}>
                <StateTile stateClass={approval.approved ? campaignStateClass(row.state) : 'FAILED'} />
                <span><span className="strong">{row.name}</span><span className="small secondary">{t(approval.approved ? 'campaigns.plan.approved' : 'campaigns.plan.denied', { person: approval.person.name, at: clock(approval.at) })}</span>{approval.reason === null ? null : <span className="small muted cut">“<ForeignText>{approval.reason}</ForeignText>”</span>}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
