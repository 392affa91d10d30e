import { useMemo, useState } from 'react';
import { type StateClass } from '../generated/documents.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { countOf, totalOf } from '../kit/bar-parts.ts';
import { CountLink } from '../kit/count-link.tsx';
import { type Column, DataTable, type TableSort } from '../kit/data-table.tsx';
import { Pager } from '../kit/pager.tsx';
import { StateBar } from '../kit/state-bar.tsx';
import { nodesPath } from '../nodes/node-address.ts';
import { stateOrder } from '../theme/tokens.ts';
import { countCells, type FleetCells } from './fleet-cells.ts';
import { rackName } from './map-layout.ts';

const perPage = 50;

/** The same nodes as the map, a row per rack: every count leads to its nodes. */
export function FleetTable({ cells, hidden, zoom, query }: { readonly cells: FleetCells; readonly hidden: ReadonlySet<StateClass>; readonly zoom: string | null; readonly query: string }) {
  const t = useText();
  const { count } = useFormats();
  const [sort, setSort] = useState<TableSort>({ field: 'SITE', order: 'ASC' });
  const [page, setPage] = useState(1);
  const rows = useMemo(() => cells.groups.filter(({ site }) => zoom === null || site === zoom).map((group) => ({ group, counts: countCells(cells, group.start, group.start + group.count).filter(({ stateClass }) => !hidden.has(stateClass)) })).filter(({ counts }) => totalOf(counts) > 0), [cells, hidden, zoom]);
  type Row = (typeof rows)[number];
  const sorted = useMemo(() => {
    const of = ({ counts }: Row): number => (sort.field === 'NODES' ? totalOf(counts) : countOf(counts, sort.field as StateClass));
    if (sort.field === 'SITE') return sort.order === 'ASC' ? rows : [...rows].reverse();
    return [...rows].sort((one, other) => (sort.order === 'ASC' ? of(one) - of(other) : of(other) - of(one)));
  }, [rows, sort]);
  const place = ({ group }: Row) => (group.domain === '' ? { sites: [group.site] } : { domain: group.domain });
  const columns: readonly Column<Row>[] = [
    { id: 'site', title: t('fleet.site'), width: 110, sortField: 'SITE', cell: ({ group }) => group.site },
    { id: 'rack', title: t('fleet.rackColumn'), width: 120, cell: ({ group }) => <span className="mono">{group.domain === '' ? t('fleet.noDomain') : rackName(group.domain)}</span>, fullText: ({ group }) => group.domain },
    { id: 'nodes', title: t('fleet.nodesColumn'), width: 80, number: true, sortField: 'NODES', cell: (row) => <CountLink count={totalOf(row.counts)} to={nodesPath({ ...place(row), query, states: hidden.size === 0 ? [] : row.counts.map(({ stateClass }) => stateClass) })} name={t('words.nodeCount', { smart_count: totalOf(row.counts) })} /> },
    { id: 'bar', title: t('fleet.byState'), cell: ({ counts }) => <StateBar counts={counts} height={10} width={240} />, fromTablet: true },
    ...stateOrder.filter((stateClass) => !hidden.has(stateClass)).map((stateClass): Column<Row> => ({
      id: stateClass, title: t(`words.stateClass.${stateClass}`), width: 92, number: true, sortField: stateClass, fromTablet: true,
      cell: (row) => (countOf(row.counts, stateClass) === 0 ? <span className="muted">{count(0)}</span> : <CountLink count={countOf(row.counts, stateClass)} to={nodesPath({ ...place(row), query, states: [stateClass] })} name={t(`words.stateClass.${stateClass}`)} />),
    })),
  ];
  return (
    <>
      <DataTable caption={t('fleet.mapHeading')} rows={sorted.slice((page - 1) * perPage, page * perPage)} columns={columns} rowId={({ group }) => String(group.start)} rowName={({ group }) => `${group.site} ${rackName(group.domain)}`} sort={sort} onSort={(next) => { setSort(next); setPage(1); }} />
      <Pager page={page} perPage={perPage} total={sorted.length} hasNextPage={page * perPage < sorted.length} onPage={setPage} />
    </>
  );
}
