import { readPage } from '../../data/read-page.ts';
import { type CampaignKind, type CampaignListQueryVariables, type CampaignOrderField, type CampaignState } from '../../generated/documents.ts';
import { type TableSort } from '../../kit/data-table.tsx';

/** Groups of states that people think in; a link for each, with its count. */
export const stateGroups = {
  running: ['RUNNING'],
  waiting: ['AWAITING_APPROVAL', 'SCHEDULED'],
  stopped: ['PAUSED', 'HALTING', 'HALTED', 'CANCELLING'],
  drafts: ['DRAFT', 'INVALID', 'REJECTED'],
  ended: ['COMPLETED', 'COMPLETED_WITH_EXCEPTIONS', 'CANCELLED'],
} as const satisfies Readonly<Record<string, readonly CampaignState[]>>;
export type StateGroup = keyof typeof stateGroups;
export const stateGroupNames = Object.keys(stateGroups) as readonly StateGroup[];

/** What the list shows, as its address says it: everything can be sent to somebody else as a link. */
export interface CampaignListState {
  readonly group: StateGroup | null;
  readonly text: string;
  readonly kind: CampaignKind | null;
  readonly sort: TableSort;
  readonly page: number;
}

const fields: readonly CampaignOrderField[] = ['CREATED', 'NAME', 'STATE'];
export const pageSize = 50;

export function readListState(search: URLSearchParams): CampaignListState {
  const group = search.get('state');
  const kind = search.get('kind');
  const field = fields.find((one) => one === search.get('sort')) ?? 'CREATED';
  return {
    group: group !== null && Object.hasOwn(stateGroups, group) ? (group as StateGroup) : null, text: search.get('text') ?? '', kind: kind === 'MIGRATE' || kind === 'ROLLBACK' ? kind : null,
    sort: { field, order: search.get('order') === 'ASC' ? 'ASC' : search.get('order') === 'DESC' ? 'DESC' : field === 'CREATED' ? 'DESC' : 'ASC' }, page: readPage(search.get('page'), pageSize),
  };
}

/** The address of a state; what is as always is left out, so that the plain list has a plain address. */
export function listSearch({ group, text, kind, sort, page }: CampaignListState): string {
  const search = new URLSearchParams();
  if (group !== null) search.set('state', group);
  if (text !== '') search.set('text', text);
  if (kind !== null) search.set('kind', kind);
  if (sort.field !== 'CREATED' || sort.order !== 'DESC') {
    search.set('sort', sort.field);
    search.set('order', sort.order);
  }
  if (page > 1) search.set('page', String(page));
  return search.toString();
}

export const listVariables = ({ group, text, kind, sort, page }: CampaignListState): CampaignListQueryVariables => ({
  filter: { ...(group === null ? {} : { states: [...stateGroups[group]] }), ...(text === '' ? {} : { text }), ...(kind === null ? {} : { kind }) },
  orderBy: { field: sort.field as CampaignOrderField, direction: sort.order }, page: { first: pageSize, ...(page === 1 ? {} : { offset: (page - 1) * pageSize }) },
});
