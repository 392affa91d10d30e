import { type Api } from '@skein/client';
import { type NodeListQuery, NodeListDocument } from '../generated/documents.ts';
import { csvOf } from '../kit/csv-of.ts';
import { saveFile } from '../kit/save-file.ts';
import { type NodeFilterInput } from './node-address.ts';

/** A browser page is no place for more; the command line streams them all. */
export const exportRowsMax = 20_000;
const pageRows = 200;

/** Reads all that match page by page and saves them as CSV; answers with the number of rows. */
export async function exportNodes(api: Api, filter: NodeFilterInput, onProgress: (rows: number) => void): Promise<number> {
  const rows: NodeListQuery['nodes']['nodes'][number][] = [];
  let after: string | null = null;
  do {
    const answer: NodeListQuery = await api.request(NodeListDocument, { filter, page: { first: pageRows, ...(after === null ? {} : { after }) } });
    rows.push(...answer.nodes.nodes);
    after = answer.nodes.pageInfo.hasNextPage ? answer.nodes.pageInfo.endCursor : null;
    onProgress(rows.length);
  } while (after !== null && rows.length < exportRowsMax);
  saveFile('nodes.csv', 'text/csv;charset=utf-8', csvOf(['id', 'hostname', 'site', 'domains', 'os', 'kernel', 'stateClass', 'stateSince', 'runState', 'health', 'held', 'protected', 'quarantined', 'missing'], rows.map((row) => [
    row.id, row.hostname, row.site, row.domains.join(' '), row.os, row.kernel, row.stateClass, row.stateSince, row.runState, row.health, String(row.held), String(row.protected), String(row.quarantined), String(row.missing),
  ])));
  return rows.length;
}
