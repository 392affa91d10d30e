import { useSay } from '../campaigns/use-say.ts';
import { type ApprovalRequestQuery } from '../generated/documents.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Panel } from '../kit/panel.tsx';
import { type DomainShare, domainShares, largestShare } from './domain-shares.ts';

type Request = NonNullable<ApprovalRequestQuery['campaign']>;
const domainsShown = 12;

/** How many nodes of each failure domain each wave takes. The tint says the share of the domain; the number is always there. */
export function DomainHeat({ request }: { readonly request: Pick<Request, 'waves' | 'blastRadius'> }) {
  const t = useText();
  const say = useSay();
  const rows = domainShares(request);
  const largest = largestShare(rows);
  return (
    <Panel span={14} heading={rows.length === 0 ? t('approvals.domain.title') : largest === null ? say({ key: 'approvals.domain.headingPlain', values: { count: rows.length } }) : say({ key: 'approvals.domain.heading', values: { count: rows.length, percent: String(largest) } })} subline={rows.length === 0 ? undefined : t('approvals.domain.sub')}>
      {rows.length === 0 ? <EmptyState title={t('approvals.domain.none')} /> : <HeatTable rows={rows.slice(0, domainsShown)} waves={request.waves.map(({ number }) => number)} />}
      {rows.length > domainsShown ? <p className="panel-subline">{say({ key: 'campaigns.ladder.domainsMore', values: { count: rows.length - domainsShown } })}</p> : null}
    </Panel>
  );
}

function HeatTable({ rows, waves }: { readonly rows: readonly DomainShare[]; readonly waves: readonly number[] }) {
  const t = useText();
  const { count } = useFormats();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('approvals.domain.title')}>
      <table className="table heat">
        <thead><tr><th scope="col">{t('approvals.domain.name')}</th>{waves.map((wave) => <th key={wave} scope="col">{t('campaigns.availability.wave', { wave })}</th>)}<th scope="col">{t('approvals.domain.nodes')}</th><th scope="col">{t('approvals.domain.budget')}</th></tr></thead>
        <tbody>
          {rows.map(({ domain, byWave, nodeCount, unavailableMax }) => (
            <tr key={domain}>
              <th scope="row" className="mono" title={domain}>{domain}</th>
              {byWave.map((members, index) => {
                const share = nodeCount === null || nodeCount === 0 ? 0 : members / nodeCount;
                return <td key={waves[index]}>{members === 0 ? <span className="muted">·</span> : <span className={unavailableMax !== null && members > unavailableMax ? 'cell over' : 'cell'} style={{ background: `color-mix(in srgb, var(--chart-actual) ${String(Math.round(8 + share * 30))}%, transparent)` }}>{count(members)}</span>}</td>;
              })}
              <td className="muted">{nodeCount === null ? '–' : count(nodeCount)}</td><td className="muted">{unavailableMax === null ? t('approvals.domain.noBudget') : count(unavailableMax)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
