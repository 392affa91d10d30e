import { useApi } from '../data/api-context.tsx';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { FleetMapCellDocument, type StateClass } from '../generated/documents.ts';
import { useErrorText } from '../i18n/use-error-text.ts';
import { useText } from '../i18n/use-text.ts';
import { countOf } from '../kit/bar-parts.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { ErrorState } from '../kit/error-state.tsx';
import { Icon } from '../kit/icon.tsx';
import { LoadingState } from '../kit/loading-state.tsx';
import { QueryField } from '../kit/query-field.tsx';
import { StateStrip } from '../kit/state-strip.tsx';
import { Page } from '../shell/page.tsx';
import { stateOrder } from '../theme/tokens.ts';
import { countCells, type FleetCells } from './fleet-cells.ts';
import { FleetInspector } from './fleet-inspector.tsx';
import { FleetMapCanvas, type MapPainter } from './fleet-map-canvas.tsx';
import { FleetTable } from './fleet-table.tsx';
import { useFleetCells } from './use-fleet-cells.ts';
import './fleet.css';

/** The whole fleet at a glance; what is looked at stands in the address. */
export function FleetPage() {
  const t = useText();
  const errorText = useErrorText();
  const [search, setSearch] = useSearchParams();
  const query = search.get('query') ?? '';
  const hidden = useMemo(() => new Set(search.getAll('hide').filter((name): name is StateClass => (stateOrder as readonly string[]).includes(name))), [search]);
  const painter = useRef<MapPainter>(null);
  const { cells, nodeCount, matchCount, error, version, askAgain } = useFleetCells(query, painter);
  const change = useCallback((name: string, values: readonly string[]) => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.delete(name);
      for (const value of values) if (value !== '') next.append(name, value);
      return next;
    }, { replace: true });
  }, [setSearch]);
  const onQuery = useCallback((text: string) => { change('query', [text]); }, [change]);
  // The version says that the bytes behind the same object have changed.
  const counts = useMemo(() => (cells === null || version < 0 ? [] : countCells(cells)), [cells, version]);
  const badQuery = error !== null && query !== '' && error.kind === 'refused' ? errorText(error) : null;
  const onToggle = (stateClass: StateClass): void => { change('hide', hidden.has(stateClass) ? [...hidden].filter((one) => one !== stateClass) : [...hidden, stateClass]); };
  return (
    <Page title={t('fleet.title')} lead={cells === null ? undefined : <Lead cells={cells} nodeCount={nodeCount} matchCount={matchCount} version={version} />}>
      <div className="query-bar">
        <QueryField query={query} onQuery={onQuery} problem={badQuery} />
        <button type="button" className="button" aria-pressed={search.get('as') === 'table'} onClick={() => { change('as', [search.get('as') === 'table' ? '' : 'table']); }}><Icon name={search.get('as') === 'table' ? 'fleet' : 'table'} />{search.get('as') === 'table' ? t('fleet.map') : t('fleet.table')}</button>
      </div>
      {cells === null ? (error === null ? <LoadingState rows={6} /> : badQuery === null ? <ErrorState error={error} onRetry={askAgain} /> : <section className="panel"><EmptyState title={t('nodes.badQuery')} next={t('nodes.badQueryNext')} /></section>) : (
        <>
          <StateStrip counts={counts} toggle={{ shown: new Set(stateOrder.filter((one) => !hidden.has(one))), onToggle }} />
          {nodeCount === 0 ? <section className="panel"><EmptyState title={t('fleet.none.title')} next={t('fleet.none.next')} command={t('fleet.none.command')} /></section>
            : matchCount === 0 ? <section className="panel"><EmptyState title={t('fleet.empty.title')} next={t('fleet.empty.next')} command={t('fleet.empty.command', { query })} /></section>
              : <FleetViews cells={cells} hidden={hidden} zoom={cells.groups.some(({ site }) => site === search.get('site')) ? search.get('site') : null} asTable={search.get('as') === 'table'} query={query} painter={painter} onZoom={(site) => { change('site', site === null ? [] : [site]); }} />}
        </>
      )}
    </Page>
  );
}

function Lead({ cells, nodeCount, matchCount, version }: { readonly cells: FleetCells; readonly nodeCount: number; readonly matchCount: number; readonly version: number }) {
  const t = useText();
  const sites = useMemo(() => {
    const bad = new Map<string, number>();
    if (version >= 0) for (const group of cells.groups) bad.set(group.site, (bad.get(group.site) ?? 0) + needPerson(cells, group.start, group.start + group.count));
    return [...bad].sort(([, one], [, other]) => other - one);
  }, [cells, version]);
  const all = sites.reduce((sum, [, bad]) => sum + bad, 0);
  const [worst] = sites;
  return <>{matchCount === nodeCount ? t('fleet.lead', { nodes: nodeCount, sites: sites.length }) : t('fleet.leadMatching', { nodes: nodeCount, matching: matchCount })} <b>{all === 0 || worst === undefined ? t('fleet.needNobody') : t('fleet.needHuman', { smart_count: all, site: worst[0] })}</b></>;
}

const needPerson = (cells: FleetCells, from: number, until: number): number => {
  const counts = countCells(cells, from, until);
  return countOf(counts, 'ATTENTION') + countOf(counts, 'FAILED') + countOf(counts, 'UNREACHABLE');
};

interface FleetViewsProps {
  readonly cells: FleetCells;
  readonly hidden: ReadonlySet<StateClass>;
  readonly zoom: string | null;
  readonly asTable: boolean;
  readonly query: string;
  readonly painter: RefObject<MapPainter | null>;
  readonly onZoom: (site: string | null) => void;
}

function FleetViews({ cells, hidden, zoom, asTable, query, painter, onZoom }: FleetViewsProps) {
  const t = useText();
  const api = useApi();
  const navigate = useNavigate();
  const [cursor, setCursor] = useState<number | null>(null);
  const open = async (ordinal: number): Promise<void> => {
    const { fleetMapNode } = await api.request(FleetMapCellDocument, { layout: cells.layout, ordinal });
    if (fleetMapNode !== null) await navigate(`/nodes/${fleetMapNode.id}`);
  };
  const head = <header><h2>{zoom ?? t('fleet.mapHeading')}</h2>{zoom === null ? <span className="small muted from-tablet">{t('fleet.mapHint')}</span> : <button type="button" className="button plain small-size" onClick={() => { onZoom(null); }}>{t('fleet.allSites')}</button>}</header>;
  if (asTable) return <section className="panel" aria-label={t('fleet.mapHeading')}>{head}<FleetTable cells={cells} hidden={hidden} zoom={zoom} query={query} /></section>;
  return (
    <div className="fleet-grid">
      <section className="panel" aria-label={t('fleet.mapHeading')}>{head}<FleetMapCanvas ref={painter} cells={cells} hidden={hidden} zoom={zoom} cursor={cursor} onCursor={setCursor} onZoom={onZoom} onOpen={(ordinal) => { void open(ordinal); }} /></section>
      <FleetInspector cells={cells} cursor={cursor} />
    </div>
  );
}
