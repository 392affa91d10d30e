import { type PageInfo } from '../output/print-list.ts';

export interface Page<Row> {
  readonly nodes: readonly Row[];
  readonly pageInfo: PageInfo;
}

const pageSizeMax = 200;

/** Everything up to a limit, page by page; 0: everything. */
export async function readPages<Row>(limit: number, read: (page: { readonly first: number; readonly after: string | null }) => Promise<Page<Row>>): Promise<{ readonly items: readonly Row[]; readonly pageInfo: PageInfo }> {
  const items: Row[] = [];
  let pageInfo: PageInfo = { endCursor: null, hasNextPage: true };
  while (pageInfo.hasNextPage && (limit === 0 || items.length < limit)) {
    const first = limit === 0 ? pageSizeMax : Math.min(pageSizeMax, limit - items.length);
    const page = await read({ first, after: pageInfo.endCursor });
    items.push(...page.nodes);
    pageInfo = page.pageInfo;
    if (page.nodes.length === 0) break;
  }
  return { items, pageInfo };
}

/** For the reader of a table that is not the whole. */
export const moreLine = ({ pageInfo, items }: { readonly pageInfo: PageInfo; readonly items: readonly unknown[] }): string | null =>
  (pageInfo.hasNextPage ? `There are more than these ${String(items.length)}; --limit 0 prints all.` : null);
