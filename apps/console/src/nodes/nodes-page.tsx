import { ApiError } from '@skein/client';
import { useCallback, useState } from 'react';
import { Link } from 'react-router-dom';
import { useAsk } from '../data/use-ask.ts';
import { AssessmentBatchPageDocument } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { ErrorState } from '../kit/error-state.tsx';
import { Icon } from '../kit/icon.tsx';
import { ListChanged } from '../kit/list-changed.tsx';
import { LoadingState } from '../kit/loading-state.tsx';
import { Pager } from '../kit/pager.tsx';
import { PastTheEnd } from '../kit/past-the-end.tsx';
import { QueryField } from '../kit/query-field.tsx';
import { SavedViews } from '../kit/saved-views.tsx';
import { VerbButton } from '../kit/verb-button.tsx';
import { apiErrorOf } from '../data/api-error-of.ts';
import { useErrorText } from '../i18n/use-error-text.ts';
import { Page } from '../shell/page.tsx';
import { nodeSearch, nodesPerPage } from './node-address.ts';
import { NodeChips } from './node-chips.tsx';
import { NodeFacets } from './node-facets.tsx';
import { type NodeSelection, noSelection } from './node-selection.ts';
import { NodeTable } from './node-table.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useNodeAddress } from './use-node-address.ts';
import { useNodeRows } from './use-node-rows.ts';
import '../fleet/fleet.css';
import './nodes.css';

const noNodes: ReadonlySet<string> = new Set();

const readyViews = (t: ReturnType<typeof useText>) => [
  { name: t('nodes.viewAll'), search: '' },
  { name: t('nodes.viewAttention'), search: nodeSearch({ states: ['ATTENTION', 'FAILED', 'UNREACHABLE'], sort: { field: 'STATE_CLASS', order: 'ASC' } }) },
  { name: t('nodes.viewHeld'), search: nodeSearch({ flags: ['held'] }) },
  { name: t('nodes.viewNever'), search: nodeSearch({ systems: ['unknown'] }) },
];

/** The nodes that match, as the address says; rows are sorted, cut and counted by the api. */
export function NodesPage() {
  const t = useText();
  const errorText = useErrorText();
  const { address, change } = useNodeAddress();
  const [selection, setSelection] = useState<NodeSelection>(noSelection);
  const [batchId, setBatchId] = useState<string | null>(null);
  const [facetsOpen, setFacetsOpen] = useState(false);
  const search = nodeSearch(address);
  const { list: { total, pageInfo, error, refetch, isPlaceholderData }, held, rows, refresh } = useNodeRows(address);
  const failure = error === null ? null : apiErrorOf(error);
  const badQuery = failure !== null && failure.kind === 'refused' && address.query !== '' ? errorText(failure) : null;
  const onQuery = useCallback((query: string) => {
    setSelection(noSelection);
    change({ query });
  }, [change]);
  const narrow: typeof change = (parts) => {
    setSelection(noSelection);
    change(parts);
  };
  const hasNextPage = pageInfo?.hasNextPage ?? (total !== undefined && address.page * nodesPerPage < total);
  return (
    <Page title={t('nodes.title')} lead={total === undefined ? undefined : t('nodes.lead', { smart_count: total })} actions={<><Link className="button" to="/nodes/import"><Icon name="plus" />{t('imports.open')}</Link><SavedViews list="nodes" path="/nodes" search={nodeSearch({ ...address, page: 1 })} ready={readyViews(t)} /></>}>
      <div className="query-bar"><QueryField query={address.query} onQuery={onQuery} problem={badQuery} /><button type="button" className="button phone-only" aria-expanded={facetsOpen} onClick={() => { setFacetsOpen(!facetsOpen); }}><Icon name="density" />{t('nodes.facets')}</button></div>
      <NodeChips address={address} onChange={narrow} />
      {batchId === null ? null : <BatchProgress batchId={batchId} onClose={() => { setBatchId(null); }} />}
      <div className={facetsOpen ? 'node-grid open' : 'node-grid'}>
        <NodeFacets address={address} readable={badQuery === null} onChange={narrow} />
        <section className="panel" aria-label={t('nodes.table')} aria-busy={isPlaceholderData}>
          <ListChanged held={held} onRefresh={() => { if (selection.kind === 'rows') setSelection(noSelection); refresh(); }} />
          <SelectionBar address={address} total={total ?? 0} selection={selection} onSelection={setSelection} onBatch={setBatchId} />
          {rows === undefined ? (failure === null ? <LoadingState rows={12} /> : badQuery === null ? <ErrorState error={failure} onRetry={() => { void refetch(); }} /> : <EmptyState title={t('nodes.badQuery')} next={t('nodes.badQueryNext')} />)
            : rows.length === 0 && address.page > 1 && total !== undefined && total > 0 ? <PastTheEnd total={total} perPage={nodesPerPage} onPage={(page) => { change({ page }); }} />
            : rows.length === 0 ? <NoNodes search={search} query={address.query} /> : (
              <>
                <NodeTable rows={rows} left={held?.left ?? noNodes} sort={address.sort} onSort={(sort) => { change({ sort }); }} search={search} selected={selection.kind === 'matching' ? new Set(rows.map(({ id }) => id)) : selection.ids} onSelected={(ids) => { setSelection({ kind: 'rows', ids }); }} />
                <Pager page={address.page} perPage={nodesPerPage} total={total ?? null} hasNextPage={hasNextPage} onPage={(page) => { if (selection.kind === 'rows') setSelection(noSelection); change({ page }); }} />
              </>
            )}
        </section>
      </div>
    </Page>
  );
}

function NoNodes({ search, query }: { readonly search: string; readonly query: string }) {
  const t = useText();
  if (search === '') return <EmptyState title={t('nodes.none.title')} next={t('nodes.none.next')} command={t('nodes.none.command')}><p><Link className="button" to="/nodes/import">{t('imports.open')}</Link></p></EmptyState>;
  return <EmptyState title={t('nodes.empty.title')} next={t('nodes.empty.next')} {...(query === '' ? {} : { command: t('nodes.empty.command', { query }) })} />;
}

function BatchProgress({ batchId, onClose }: { readonly batchId: string; readonly onClose: () => void }) {
  const t = useText();
  const { data, error } = useAsk(AssessmentBatchPageDocument, { id: batchId }, { freshSeconds: 0, everySeconds: 2 });
  if (error instanceof ApiError) return <ErrorState error={error} />;
  const batch = data?.assessmentBatch;
  if (batch === undefined || batch === null) return null;
  return <div className="why-line" role="status"><span className="grow">{t('nodes.batch', { ready: batch.ready, blocked: batch.blocked, failed: batch.failed, open: batch.open, nodes: batch.nodes })}</span><VerbButton kind="plain" small onClick={onClose}>{t('nodes.batchClose')}</VerbButton></div>;
}
