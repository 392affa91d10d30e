import { Link } from 'react-router-dom';
import { type NodeOrderField, type NodeRowFragment } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { type Column, DataTable } from '../kit/data-table.tsx';
import { Moment } from '../kit/moment.tsx';
import { StateTile } from '../kit/state-tile.tsx';
import { type NodeAddress, nodeFlags } from './node-address.ts';

interface NodeTableProps {
  readonly rows: readonly NodeRowFragment[];
  readonly left: ReadonlySet<string>;
  readonly sort: NodeAddress['sort'];
  readonly onSort: (sort: NodeAddress['sort']) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelected: (ids: ReadonlySet<string>) => void;
  /** Search part of the list's address, so that a node knows which list it came from. */
  readonly search: string;
}

/** One page of nodes. */
export function NodeTable({ rows, left, sort, onSort, selected, onSelected, search }: NodeTableProps) {
  const t = useText();
  const columns: readonly Column<NodeRowFragment>[] = [
    { id: 'host', title: t('nodes.host'), sortField: 'HOSTNAME', cell: ({ id, hostname }) => <Link className="mono" to={`/nodes/${id}${search === '' ? '' : `?${new URLSearchParams({ list: search }).toString()}`}`}>{hostname}</Link>, fullText: ({ hostname }) => hostname, phoneLine: ({ site, os }) => `${site} · ${os ?? t('words.unknown')}` },
    { id: 'state', title: t('nodes.state'), width: '21%', phoneWidth: 150, sortField: 'STATE_CLASS', cell: (node) => <NodeState node={node} />, phoneLine: (node) => (isMarked(node) ? <Marks node={node} /> : <Moment at={node.stateSince} />) },
    { id: 'since', title: t('nodes.since'), width: 100, sortField: 'STATE_SINCE', cell: ({ stateSince }) => <span className="muted"><Moment at={stateSince} /></span>, fromTablet: true },
    { id: 'system', title: t('nodes.system'), width: 130, sortField: 'OS', cell: ({ os }) => os ?? <span className="muted">{t('words.unknown')}</span>, fullText: ({ os, kernel }) => (os === null ? undefined : `${os} ${kernel ?? ''}`), fromTablet: true },
    { id: 'site', title: t('nodes.site'), width: 76, sortField: 'SITE', cell: ({ site }) => site, fullText: ({ site }) => site, fromTablet: true },
    { id: 'domain', title: t('nodes.domain'), width: 116, cell: ({ domains }) => <span className="muted">{domains[0] ?? t('words.none')}</span>, fullText: ({ domains }) => domains.join(', '), fromTablet: true },
    { id: 'marks', title: t('nodes.marks'), width: 128, sortField: 'HEALTH', cell: (node) => <Marks node={node} />, fromTablet: true },
  ];
  return (
    <DataTable
      caption={t('nodes.table')} rows={rows} left={left} columns={columns} rowId={({ id }) => id} rowName={({ hostname }) => hostname} sort={sort}
      onSort={({ field, order }) => { onSort({ field: field as NodeOrderField, order }); }} selection={{ ids: selected, onChange: onSelected }}
    />
  );
}

const NodeState = ({ node: { stateClass, runState } }: { readonly node: NodeRowFragment }) => {
  const t = useText();
  return <span className="flex" style={{ gap: 7 }}><StateTile stateClass={stateClass} /><span className="cut">{t(`words.stateClass.${stateClass}`)}{runState === null || stateClass === 'MIGRATED' ? null : <span className="muted"> · {t(`words.runState.${runState}`)}</span>}</span></span>;
};

const isMarked = (node: NodeRowFragment): boolean => node.health === 'BAD' || nodeFlags.some((flag) => node[flag]);

const Marks = ({ node }: { readonly node: NodeRowFragment }) => {
  const t = useText();
  return <span className="flex" style={{ gap: 4 }}>{node.health === 'BAD' ? <span className="tag">{t('nodes.unhealthy')}</span> : null}{nodeFlags.filter((flag) => node[flag]).map((flag) => <span key={flag} className="tag" {...(flag === 'held' && node.heldReason !== null ? { title: node.heldReason, translate: 'no' } : {})}>{t(`nodes.flag.${flag}`)}</span>)}</span>;
};
