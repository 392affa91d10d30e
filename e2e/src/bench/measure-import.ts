import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { type Stack } from '@skein/local';
import { importContent, type ImportFormatName } from './import-content.ts';

/** One file, first in thought and then for good, by an api that was started for it. */
export interface ImportMeasure {
  readonly format: ImportFormatName;
  readonly rows: number;
  readonly idleMebibytes: number;
  readonly dryRun: ImportCost;
  readonly merge: ImportCost;
}

export interface ImportCost {
  readonly seconds: number;
  /** What the process had at most for itself while the import ran, as the kernel kept it: no moment is missed between two looks. */
  readonly peakMebibytes: number;
}

interface Answer { readonly created: number }

const site = 'bench-import';
const idleSeconds = 3;

export async function measureImport(stack: Stack, database: pg.Client, format: ImportFormatName, rows: number): Promise<ImportMeasure> {
  // A process that has imported before keeps what it took from the system, and one that starts reads what changed.
  await stack.stopPart('api');
  await database.query('TRUNCATE node, node_status, change_log CASCADE');
  await stack.startPart('api');
  await saveSite(stack);
  await sleep(idleSeconds * 1000);
  const pid = stack.pids.api;
  if (pid === null) throw new Error('the api does not run');
  const idleMebibytes = mebibytesOf(pid, 'VmRSS');
  const dryRun = await importOnce(stack, pid, format, rows, true);
  const merge = await importOnce(stack, pid, format, rows, false);
  const { rows: [counted] } = await database.query<{ nodes: number }>('SELECT count(*)::int AS nodes FROM node');
  if (counted?.nodes !== rows) throw new Error(`${String(rows)} nodes were sent as ${format}, and ${String(counted?.nodes)} are there`);
  return { format, rows, idleMebibytes, dryRun, merge };
}

async function importOnce(stack: Stack, pid: number, format: ImportFormatName, rows: number, dryRun: boolean): Promise<ImportCost> {
  // From here on the kernel keeps a new high-water mark.
  writeFileSync(`/proc/${String(pid)}/clear_refs`, '5');
  const began = performance.now();
  const { status, body } = await sendFile(`${stack.urls.api}/nodes/import?source=bench&format=${format}&dryRun=${String(dryRun)}&idempotencyKey=${randomUUID()}`, stack.token, importContent(format, rows, site));
  const seconds = (performance.now() - began) / 1000;
  if (status !== 200 || (JSON.parse(body) as Answer).created !== rows) throw new Error(`the import of ${String(rows)} rows as ${format} was answered with ${String(status)}: ${body.slice(0, 500)}`);
  return { seconds, peakMebibytes: mebibytesOf(pid, 'VmHWM') };
}

/** As fast as the api takes it, so that nothing is held here either. */
function sendFile(url: string, token: string, content: Iterable<Uint8Array>): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', headers: { authorization: `Bearer ${token}` } }, (response) => {
      text(response).then((body) => { resolve({ status: response.statusCode ?? 0, body }); }, reject);
    });
    pipeline(Readable.from(content), sending).catch(reject);
  });
}

async function saveSite(stack: Stack): Promise<void> {
  const response = await fetch(`${stack.urls.api}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${stack.token}` },
    body: JSON.stringify({ query: 'mutation ($input: SiteSaveInput!) { siteSave(input: $input) { userErrors { message } } }', variables: { input: { idempotencyKey: randomUUID(), name: site, routeKind: 'SIMULATED', socket: '/nowhere' } } }),
  });
  const said = await response.text();
  if (!response.ok || said.includes('"message"')) throw new Error(`the site could not be saved: ${said}`);
}

function mebibytesOf(pid: number, line: 'VmRSS' | 'VmHWM'): number {
  const kibibytes = new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
  if (kibibytes === undefined) throw new Error(`the kernel does not tell ${line} of process ${String(pid)}`);
  return Number(kibibytes) / 1024;
}
