import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, refuse } from '@skein/core';
import { type ImportFormat, type ImportMode, type NodesImportInput, type NodesImportPayload } from '../generated/schema-types.ts';
import { type SignedInScope } from '../platform/caller.ts';
import { CommandDesk } from '../platform/command-desk.ts';
import { Persistence } from '../platform/persistence.ts';
import { userErrors } from '../platform/user-errors.ts';
import { parseNodeImport } from './parse-node-import.ts';

/** Whatever carries it: GraphQL's text at once, or the body of a request as it comes in. */
export interface NodeImport {
  readonly idempotencyKey: string;
  readonly source: string;
  readonly format: ImportFormat;
  readonly mode: ImportMode;
  readonly missingPercentMax: number;
  readonly dryRun: boolean;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Thrown by `chunks`: the body has more bytes than its way in allows. */
export class ImportTooLarge extends Error {}

const mebibyte = 1024 * 1024;
export const contentBytesMax = 8 * mebibyte;
const sliceBytes = 65_536;
const problemsShownMax = 1000;

@Injectable()
export class NodeImportCommands {
  constructor(private readonly persistence: Persistence, private readonly desk: CommandDesk) {}

  importText({ content, ...input }: NodesImportInput, caller: SignedInScope): Promise<NodesImportPayload> {
    if (Buffer.byteLength(content) > contentBytesMax) return Promise.resolve(refused(tooLarge(contentBytesMax, 'Send it to POST /nodes/import, which takes 256 MiB.'), 0));
    return this.import({ ...input, chunks: slices(Buffer.from(content)) }, caller);
  }

  async import({ chunks, ...input }: NodeImport, caller: SignedInScope): Promise<NodesImportPayload> {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/.test(input.source)) return refused(refuse('invalidInput', 'the source is not a name: letters, digits and . _ - are allowed, at most 63', { field: ['source'] }), 0);
    const parsed = parseNodeImport(input.format, chunks);
    const report = await this.desk.run('nodesImport', caller, input, (context) => this.persistence.inventory.importNodes({
      ...context, source: input.source, rows: parsed.entries, dryRun: input.dryRun, mode: input.mode === 'MIRROR' ? 'mirror' : 'merge', missingPercentMax: input.missingPercentMax,
    }));
    if (isRefusal(report)) return refused(report, parsed.recordCount());
    const { created, updated, unchanged, missing, problems, problemCount } = report;
    if (problemCount > 0) return { ...refused(hasErrors(parsed.recordCount(), problemCount), parsed.recordCount()), rowErrors: [...problems], rowErrorCount: problemCount };
    return { rows: parsed.recordCount(), created, updated, unchanged, missing, rowErrors: [], rowErrorCount: 0, userErrors: [] };
  }
}

export const refused = (refusal: Refusal, rows: number): NodesImportPayload => ({ rows, created: 0, updated: 0, unchanged: 0, missing: 0, rowErrors: [], rowErrorCount: 0, userErrors: userErrors(refusal) });

export const tooLarge = (bytesMax: number, hint: string): Refusal => refuse('importTooLarge', `the content has more than ${String(bytesMax / mebibyte)} MiB`, { field: ['content'], hint });

function hasErrors(rows: number, count: number): Refusal {
  const some = count > problemsShownMax ? ` The first ${String(problemsShownMax)} are listed.` : '';
  return refuse('importHasErrors', `${String(count)} ${count === 1 ? 'problem' : 'problems'} in ${String(rows)} rows; nothing was imported.${some}`, { field: ['content'], hint: 'Correct the rows that rowErrors lists and import again.' });
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += sliceBytes) yield bytes.subarray(at, at + sliceBytes);
}
