import { type Api } from '@skein/client';
import { AuditPageDocument, type AuditFilter } from '../generated/documents.ts';
import { csvOf } from '../kit/csv-of.ts';

const rowsPerPage = 200;
/** What a browser holds and a spreadsheet opens; for more, narrow the time or use the command line. */
export const exportRowsMax = 10_000;

export interface AuditExport {
  readonly csv: string;
  readonly rows: number;
  /** There were more than `exportRowsMax`. */
  readonly cut: boolean;
}

/** All events that match, page by page, as CSV with formulas neutralised. */
export async function exportAudit(api: Api, filter: AuditFilter, signal: AbortSignal): Promise<AuditExport> {
  const rows: (string | number | null)[][] = [];
  let after: string | null = null;
  let more = true;
  while (more && rows.length < exportRowsMax) {
    const { audit }: Awaited<ReturnType<typeof page>> = await page(api, filter, after, signal);
    for (const event of audit.nodes) {
      rows.push([event.seq, event.at, event.actor, event.via, event.action, event.objectKind, event.objectId, event.reason, JSON.stringify(event.before), JSON.stringify(event.after), event.hash]);
    }
    after = audit.pageInfo.endCursor;
    more = audit.pageInfo.hasNextPage;
  }
  return { csv: csvOf(['seq', 'at', 'actor', 'via', 'action', 'objectKind', 'objectId', 'reason', 'before', 'after', 'hash'], rows), rows: rows.length, cut: more };
}

const page = (api: Api, filter: AuditFilter, after: string | null, signal: AbortSignal) => api.request(AuditPageDocument, { filter, page: { first: rowsPerPage, ...(after === null ? {} : { after }) } }, { signal });
