import { Link } from 'react-router-dom';
import { useAsk } from '../data/use-ask.ts';
import { FleetBudgetsDocument, FleetMapCellDocument, type NodeGlanceFragment } from '../generated/documents.ts';
import { useCodeText } from '../i18n/use-code-text.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useReasonText } from '../i18n/use-reason-text.ts';
import { useText } from '../i18n/use-text.ts';
import { Asked } from '../kit/asked.tsx';
import { ForeignText } from '../kit/foreign-text.tsx';
import { Moment } from '../kit/moment.tsx';
import { StateBar } from '../kit/state-bar.tsx';
import { StateChip } from '../kit/state-chip.tsx';
import { StateTile } from '../kit/state-tile.tsx';
import { useDelayed } from '../kit/use-delayed.ts';
import { nodesPath } from '../nodes/node-address.ts';
import { NodeVerbs } from '../nodes/node-verbs.tsx';
import { stateOrder } from '../theme/tokens.ts';
import { countCells, type FleetCells, type FleetGroup } from './fleet-cells.ts';
import { rackName } from './map-layout.ts';
import { countOf } from '../kit/bar-parts.ts';

const settleMilliseconds = 120;

/** The node under the cursor, its rack, and how much of its domains may be away. */
export function FleetInspector({ cells, cursor }: { readonly cells: FleetCells; readonly cursor: number | null }) {
  const t = useText();
  const settled = useDelayed(cursor, settleMilliseconds);
  const group = cursor === null ? undefined : cells.groups.find(({ start, count }) => cursor >= start && cursor < start + count);
  return (
    <aside className="panel inspector" aria-label={t('fleet.inspector')}>
      {cursor === null || group === undefined ? <p className="panel-body muted" style={{ paddingTop: 12 }}>{t('fleet.pickHint')}</p> : (
        <>
          {settled === null ? null : <NodeSection cells={cells} ordinal={settled} />}
          <RackSection cells={cells} group={group} />
          <BudgetSection domain={group.domain} />
        </>
      )}
    </aside>
  );
}

function NodeSection({ cells, ordinal }: { readonly cells: FleetCells; readonly ordinal: number }) {
  const asked = useAsk(FleetMapCellDocument, { layout: cells.layout, ordinal }, { freshSeconds: 5, keepPrevious: true });
  return <section><Asked of={asked} rows={4}>{({ fleetMapNode }) => (fleetMapNode === null ? null : <NodeFacts node={fleetMapNode} />)}</Asked></section>;
}

function NodeFacts({ node }: { readonly node: NodeGlanceFragment }) {
  const t = useText();
  const codeText = useCodeText();
  const reasonText = useReasonText();
  const { heldReason } = node;
  const reason = node.run?.stateReason ?? null;
  const [service] = node.services;
  return (
    <>
      <div className="flex wrap" style={{ justifyContent: 'space-between' }}><span className="mono strong" style={{ fontSize: 14, overflowWrap: 'anywhere' }}>{node.hostname}</span><StateChip stateClass={node.stateClass} /></div>
      <p style={{ margin: '6px 0 8px' }}>{node.runState === null ? null : t(`words.runState.${node.runState}`)}{reason === null && heldReason === null ? null : <>{node.runState === null ? null : ': '}{reason === null ? <ForeignText>{heldReason ?? ''}</ForeignText> : node.runState === 'BLOCKED' ? reasonText(reason) : codeText('reason', reason)}</>}</p>
      <dl className="fact-list">
        <dt>{t('fleet.system')}</dt><dd>{node.os ?? t('words.unknown')}{node.kernel === null ? null : ` · ${node.kernel}`}</dd>
        <dt>{t('fleet.since')}</dt><dd><Moment at={node.stateSince} /></dd>
        {service === undefined ? null : <><dt>{t('fleet.service')}</dt><dd>{service.name}</dd><dt>{t('fleet.owner')}</dt><dd>{service.owner}</dd></>}
        {node.run === null ? null : <><dt>{t('fleet.campaign')}</dt><dd><Link to={`/campaigns/${node.run.campaignId}`}>{t('fleet.wave', { name: node.run.campaignName, wave: node.run.wave })}</Link></dd></>}
      </dl>
      <div className="flex wrap" style={{ marginTop: 10 }}><Link className="button small-size" to={`/nodes/${node.id}`}>{t('fleet.openNode')}</Link><NodeVerbs node={{ ...node, retired: false }} small /></div>
    </>
  );
}

function RackSection({ cells, group }: { readonly cells: FleetCells; readonly group: FleetGroup }) {
  const t = useText();
  const { count } = useFormats();
  const counts = countCells(cells, group.start, group.start + group.count);
  return (
    <section>
      <h3><span>{group.domain === '' ? `${group.site}, ${t('fleet.noDomain')}` : t('fleet.rack', { name: rackName(group.domain) })}</span><Link className="small" to={nodesPath(group.domain === '' ? { sites: [group.site] } : { domain: group.domain })}>{t('words.nodeCount', { smart_count: group.count })}</Link></h3>
      <StateBar counts={counts} height={12} width={260} />
      <div style={{ display: 'grid', gap: 3, marginTop: 8 }}>
        {stateOrder.filter((stateClass) => countOf(counts, stateClass) > 0).map((stateClass) => <div key={stateClass} className="flex small" style={{ gap: 7 }}><StateTile stateClass={stateClass} /><span className="grow">{t(`words.stateClass.${stateClass}`)}</span><b>{count(countOf(counts, stateClass))}</b></div>)}
      </div>
    </section>
  );
}

/** A budget counts for a domain and everything below it. */
export const coversDomain = (budget: string, domain: string): boolean => domain === budget || domain.startsWith(`${budget}/`);

function BudgetSection({ domain }: { readonly domain: string }) {
  const t = useText();
  const asked = useAsk(FleetBudgetsDocument, { first: 200 });
  return (
    <section>
      <h3>{t('fleet.budgets')}</h3>
      <Asked of={asked} rows={2}>{({ budgets }) => {
        const covering = budgets.nodes.filter((budget) => coversDomain(budget.domain, domain));
        if (covering.length === 0) return <p className="small muted">{t('fleet.budgetsNone')}</p>;
        return (
          <>
            {covering.map(({ domain: name, unavailableNow, unavailableMax }) => (
              <div key={name} className={unavailableNow > unavailableMax ? 'budget-line over' : 'budget-line'}>
                <span className="cut" title={name}>{name}</span><span className="track"><span style={{ width: `${String(unavailableMax === 0 ? 100 : Math.min(100, (unavailableNow / unavailableMax) * 100))}%` }} /></span><span className="number">{t('fleet.budgetOf', { now: unavailableNow, max: unavailableMax })}</span>
              </div>
            ))}
            <p className="small muted" style={{ marginTop: 6 }}>{t('fleet.budgetsNote')}</p>
          </>
        );
      }}</Asked>
    </section>
  );
}
