import { Link, Navigate, useLocation, useParams, useSearchParams } from 'react-router-dom';
import { useAsk } from '../data/use-ask.ts';
import { NodeByNameDocument, NodePageDocument, type NodePagePartsFragment } from '../generated/documents.ts';
import { useCodeText } from '../i18n/use-code-text.ts';
import { useReasonText } from '../i18n/use-reason-text.ts';
import { saysMoreThanItsCode } from '../i18n/use-said.ts';
import { useText } from '../i18n/use-text.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { ErrorState } from '../kit/error-state.tsx';
import { LoadingState } from '../kit/loading-state.tsx';
import { Moment } from '../kit/moment.tsx';
import { ForeignText } from '../kit/foreign-text.tsx';
import { Said } from '../kit/said.tsx';
import { StateChip } from '../kit/state-chip.tsx';
import { useLive } from '../live/live-context.tsx';
import { NodeVerbs } from '../nodes/node-verbs.tsx';
import { Page } from '../shell/page.tsx';
import { type WhyLineProps } from '../shell/why-line.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { ListNeighbours } from './list-neighbours.tsx';
import { LogPanel } from './log-panel.tsx';
import { FactsPanel, HistoryPanel, ObstaclesPanel, PackagesPanel, WaysBackPanel } from './node-panels.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import '../fleet/fleet.css';
import './node.css';

const tabs = ['overview', 'log', 'preflight', 'waysBack', 'facts', 'packages', 'history'] as const;
type Tab = (typeof tabs)[number];

/** One node: where it is and why, what happened, and what can be done. Its address may also be its name. */
export function NodePage() {
  const t = useText();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const asked = useAsk(NodePageDocument, { id });
  const missing = asked.data?.node === null || (asked.error !== null && asked.error.code === 'BAD_USER_INPUT');
  const named = useAsk(NodeByNameDocument, { name: id }, { enabled: missing });
  useLive(missing ? null : { node: id });
  const node = asked.data?.node ?? null;
  const other = named.data?.nodeByName ?? null;
  if (node !== null) return <KnownNode node={node} list={search.get('list')} tab={tabs.find((tab) => tab === search.get('tab')) ?? 'overview'} />;
  if (other !== null) return <Navigate replace to={`/nodes/${other.id}`} />;
  return (
    <Page title={t('node.title')} crumb={<Link to="/nodes">{t('nodes.title')}</Link>}>
      {asked.isPending || (missing && named.isPending) ? <LoadingState rows={8} /> : missing ? <section className="panel"><EmptyState title={t('node.unknown', { name: id })} next={t('node.unknownNext')} command={t('node.unknownCommand', { name: id })} /></section> : asked.error === null ? null : <ErrorState error={asked.error} onRetry={() => { void asked.refetch(); }} />}
    </Page>
  );
}

function KnownNode({ node, list, tab }: { readonly node: NodePagePartsFragment; readonly list: string | null; readonly tab: Tab }) {
  const t = useText();
  const { run } = node;
  return (
    <Page
      title={node.hostname} monospaced crumb={<ListNeighbours nodeId={node.id} list={list} />} chip={<StateChip stateClass={node.stateClass}>{node.runState === null ? undefined : t(`words.runState.${node.runState}`)}</StateChip>}
      lead={run === null ? undefined : <><Link className="text-link mono" to={`/campaigns/${run.campaignId}`}>{run.campaignName}</Link> {t('node.history.place', { wave: run.wave, attempt: run.attempt })}</>}
      actions={<NodeVerbs node={node} all />} why={useWhy(node)}
    >
      <NodeFacts node={node} />
      <Tabs current={tab} node={node} />
      <TabContent tab={tab} node={node} />
    </Page>
  );
}

/** The most telling thing that is known: an outage, why a run ended, a hold, or what stands in the way. */
function useWhy(node: NodePagePartsFragment): WhyLineProps | null {
  const t = useText();
  const codeText = useCodeText();
  const reasonText = useReasonText();
  const { run, explain: { obstacles: [obstacle] } } = node;
  const outage = run?.outage ?? null;
  if (outage !== null) return { stateClass: 'UNREACHABLE', text: <><b>{t('node.why.outage')}</b> <Said text={outage.message} sentence={outage.sentence} /> <span className="muted">{t('fleet.since')} <Moment at={outage.since} /></span></> };
  if (run !== null && run.stateReason !== null) return { stateClass: node.stateClass, text: <><b>{t('node.why.ended', { state: t(`words.runState.${run.state}`), reason: run.state === 'BLOCKED' ? reasonText(run.stateReason) : codeText('reason', run.stateReason) })}</b>{run.remediation === null ? null : <> <Said text={run.remediation} sentence={run.remedy} /></>}</> };
  if (node.held) return { stateClass: 'ATTENTION', text: <><b>{t('node.why.held')}</b>{node.heldReason === null ? null : <> “<ForeignText>{node.heldReason}</ForeignText>”</>}</> };
  if (run?.overdue === true) return { stateClass: 'ATTENTION', text: <b>{t('node.why.overdue')}</b> };
  if (obstacle !== undefined && node.stateClass !== 'MIGRATED') return { stateClass: node.stateClass === 'IN_FLIGHT' ? 'IN_FLIGHT' : 'NOT_STARTED', text: <><b>{codeText('obstacle', obstacle.code)}{t('kit.fullStop')}</b>{saysMoreThanItsCode(obstacle.sentence) ? <> <Said text={obstacle.message} sentence={obstacle.sentence} /></> : null}</> };
  return null;
}

function NodeFacts({ node }: { readonly node: NodePagePartsFragment }) {
  const t = useText();
  const [service] = node.services;
  return (
    <dl className="facts-row" style={{ marginBottom: 10 }}>
      <div><dt>{t('nodes.system')}</dt><dd>{node.os ?? t('words.unknown')}{node.kernel === null ? null : ` · ${node.kernel}`}</dd></div>
      <div><dt>{t('nodes.domain')}</dt><dd>{node.domains.length === 0 ? node.site : node.domains.join(', ')}</dd></div>
      {service === undefined ? null : <div><dt>{t('fleet.service')}</dt><dd>{t('node.serviceOf', { name: service.name, owner: service.owner })}</dd></div>}
      <div><dt>{t('nodes.health')}</dt><dd>{t(`words.health.${node.health}`)}</dd></div>
      <div><dt>{t('fleet.since')}</dt><dd><Moment at={node.stateSince} /></dd></div>
      {node.observedAt === null ? null : <div><dt>{t('node.observed')}</dt><dd><Moment at={node.observedAt} /></dd></div>}
    </dl>
  );
}

function Tabs({ current, node }: { readonly current: Tab; readonly node: NodePagePartsFragment }) {
  const t = useText();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const counts: Partial<Record<Tab, number>> = { preflight: node.run?.findings.length ?? node.assessment?.findings.length ?? 0, waysBack: node.restorePoints.length, history: node.runs.length };
  const to = (tab: Tab): string => {
    const next = new URLSearchParams(search);
    if (tab === 'overview') next.delete('tab');
    else next.set('tab', tab);
    return `${pathname}?${next.toString()}`;
  };
  return <nav className="tabs" aria-label={t('node.tabsLabel')}>{tabs.map((tab) => <Link key={tab} to={to(tab)} aria-current={tab === current ? 'page' : undefined}>{t(`node.tabs.${tab}`)}{(counts[tab] ?? 0) === 0 ? null : ` ${String(counts[tab])}`}</Link>)}</nav>;
}

function TabContent({ tab, node }: { readonly tab: Tab; readonly node: NodePagePartsFragment }) {
  const t = useText();
  const { run } = node;
  const findings = run !== null && run.findings.length > 0 ? run.findings : (node.assessment?.state === 'DONE' ? node.assessment.findings : run === null ? null : run.findings);
  const noRun = <section className="panel"><EmptyState title={t('node.noRun')} next={t('node.noRunNext')} /></section>;
  switch (tab) {
    case 'overview': return (
      <div className="grid">
        <div className="span-15 stack">{run === null ? noRun : <><TimelinePanel run={run} /><LogPanel run={run} height={200} /></>}</div>
        <div className="span-9 stack"><ObstaclesPanel explain={node.explain} /><FindingsPanel findings={findings} /><WaysBackPanel points={node.restorePoints} /><PackagesPanel changes={run?.packageChanges ?? null} /></div>
      </div>
    );
    case 'log': return run === null ? noRun : <LogPanel run={run} height={Math.max(320, globalThis.innerHeight - 340)} />;
    case 'preflight': return <FindingsPanel findings={findings} all />;
    case 'waysBack': return <WaysBackPanel points={node.restorePoints} />;
    case 'facts': return <FactsPanel node={node} />;
    case 'packages': return <PackagesPanel changes={run?.packageChanges ?? null} all />;
    case 'history': return <HistoryPanel runs={node.runs} />;
  }
}
