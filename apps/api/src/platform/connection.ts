import { type Page, pageOffsetMax, type PageRequest, pageSizeMax } from '@skein/persistence';
import { type PageInfo, type PageInput } from '../generated/schema-types.ts';
import { badRequest } from './graphql-failure.ts';

/** Throws BAD_REQUEST outside of the limits: a list that is silently cut would be read as whole. */
export function pageRequest(page: PageInput | null | undefined): PageRequest {
  const first = page?.first ?? 50;
  if (first < 1 || first > pageSizeMax) throw badRequest(`page.first is ${String(first)}; between 1 and ${String(pageSizeMax)} rows can be asked for`);
  const after = page?.after ?? null;
  const offset = page?.offset ?? null;
  if (offset !== null && after !== null) throw badRequest('page.offset and page.after are given together; a page begins at one place');
  if (offset !== null && (offset < 0 || offset > pageOffsetMax)) throw badRequest(`page.offset is ${String(offset)}; between 0 and ${String(pageOffsetMax)} rows can be skipped: narrow the filter instead`);
  return { first, after, offset };
}

/** A page as GraphQL shows it. `totalCount` is called only when it was selected. */
export const connection = <Row, Node>(page: Page<Row>, toNode: (row: Row) => Node, totalCount: () => Promise<number>): { nodes: Node[]; pageInfo: PageInfo; totalCount: () => Promise<number> } => ({
  nodes: page.rows.map(toNode),
  pageInfo: { endCursor: page.endCursor, hasNextPage: page.hasNextPage },
  totalCount,
});

/** The same for lists that nobody counts. */
export const uncountedConnection = <Row, Node>(page: Page<Row>, toNode: (row: Row) => Node): { nodes: Node[]; pageInfo: PageInfo } => ({
  nodes: page.rows.map(toNode),
  pageInfo: { endCursor: page.endCursor, hasNextPage: page.hasNextPage },
});
