import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { type LogView } from './view.ts';

const sliceBytesMax = 256 * 1024;
// Offsets are PostgreSQL integers; a job's log ends far below.
const offsetMax = 2 ** 31 - 1;

interface PieceRow { readonly total: number; readonly grows: boolean; readonly start: number | null; readonly bytes: Buffer | null }

/**
 * The log from a byte on. Whatever never arrived never will, because pieces are stored only beyond the stored end: a slice stops before
 * such a gap, and the next one begins after it and says so. Who reads on at `nextOffset` until it stays has read everything that is there.
 */
export async function readRunLog({ db }: Database, runId: string, jobId: string, asked: number): Promise<LogView | null> {
  const offset = Math.min(Math.max(0, Math.trunc(asked)), offsetMax);
  const { rows } = await sql<PieceRow>`/* campaignViews.runLog */
    WITH job AS (SELECT job_id, log_bytes, state IN ('UNCONFIRMED', 'RUNNING') AS grows FROM node_job WHERE job_id = ${jobId} AND run_id = ${runId}),
    piece AS (SELECT l.byte_offset, l.bytes FROM job JOIN node_log l ON l.job_id = job.job_id WHERE l.byte_offset + length(l.bytes) > ${offset}::int)
    SELECT job.log_bytes AS total, job.grows, p.byte_offset AS start, p.bytes
    FROM job LEFT JOIN piece p ON p.byte_offset <= greatest(${offset}::bigint, (SELECT min(byte_offset) FROM piece)) + ${sliceBytesMax}::int ORDER BY p.byte_offset`.execute(db);
  const [first] = rows;
  if (first === undefined) return null;
  const start = Math.max(offset, first.start ?? offset);
  const pieces: Buffer[] = [];
  let end = start;
  for (const piece of rows) {
    if (piece.bytes === null || piece.start === null || piece.start > end) break;
    pieces.push(piece.bytes.subarray(end - piece.start));
    end = piece.start + piece.bytes.length;
  }
  const there = Buffer.concat(pieces);
  const goesOn = there.length > sliceBytesMax || (first.grows && end === first.total);
  const slice = there.subarray(0, sliceBytesMax);
  const bytes = goesOn ? slice.subarray(0, slice.length - unfinishedBytes(slice)) : slice;
  return { offset: start, nextOffset: start + bytes.length, totalBytes: first.total, bytes };
}

/** Bytes at the end that begin a UTF-8 character and do not finish it; shown in two halves it would be garbage twice. */
function unfinishedBytes(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needed = byte >= 0xf0 && byte < 0xf8 ? 4 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xc0 && byte < 0xe0 ? 2 : 1;
    return needed > back ? back : 0;
  }
  return 0;
}
