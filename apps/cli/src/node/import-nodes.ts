import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { ApiError } from '@skein/client';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Connection } from '../connection/connection.ts';
import { httpFailure, unreachable } from '../connection/http-failure.ts';
import { repeatWhenLost } from '../connection/repeat-when-lost.ts';
import { CommandFailure, type Refusal, usageFailure } from '../failure/command-failure.ts';
import { type ExitCode, exitCodeOfRefusal, exitCodes } from '../failure/exit-code.ts';
import { confirmChange } from '../invocation/confirm-change.ts';
import { act, type ChangeOptions, changesThings, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { escapeHostile } from '../output/escape-hostile.ts';

interface ImportOptions extends ChangeOptions {
  readonly source: string;
  readonly format?: ImportFormat;
  readonly mode: 'merge' | 'mirror';
  readonly missingPercentMax?: number;
}

type ImportFormat = 'csv' | 'json' | 'yaml';

interface ImportAnswer {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly missing: number;
  readonly rowErrorCount: number;
  readonly rowErrors: readonly { readonly row: number; readonly column: string | null; readonly code: string; readonly message: string }[];
  readonly userErrors: readonly Refusal[];
}

/** The rows of an import: a file that is streamed each time it is needed, or what came from standard input. */
interface ImportContent {
  readonly name: string;
  readonly open: () => ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>;
}

export function importNodesCommand(noun: Command, perform: Perform): void {
  const command = changesThings(printsData(noun.command('import').description('import nodes from CSV, JSON or YAML, all or nothing; a dry run comes first').argument('<file>', 'file to read; - is standard input')), { reason: false })
    .requiredOption('--source <name>', 'name of the inventory; with externalId it identifies a node')
    .addOption(new Option('--format <format>', 'what the file is; told by its name without it').choices(['csv', 'json', 'yaml']))
    .addOption(new Option('--mode <mode>', 'merge leaves nodes alone that the file does not name; mirror marks those of the same source as missing').choices(['merge', 'mirror']).default('merge'))
    .option('--missing-percent-max <percent>', 'percent of the source\'s nodes that a mirror may mark as missing; 5 without it', parsePercent)
    .addHelpText('after', '\nColumns: externalId hostname site address, and port credential hostKeys machineId domains labels protected role probes.\nProblems are listed as file:row:column code message; while there is one, nothing is imported.');
  act<[string], ImportOptions>(command, perform, importNodes);
}

function parsePercent(text: string): number {
  const percent = Number(text);
  if (!/^\d{1,3}(\.\d+)?$/.test(text) || percent > 100) throw new InvalidArgumentError('It is not a number between 0 and 100.');
  return percent;
}

const contentTypes: Readonly<Record<ImportFormat, string>> = { csv: 'text/csv', json: 'application/json', yaml: 'application/yaml' };

async function importNodes(invocation: Invocation, options: ImportOptions, file: string): Promise<ExitCode> {
  const format = options.format ?? formatOf(file);
  const content = await openContent(invocation, file);
  const connection = await invocation.connection();
  const planned = await send(invocation, connection, options, format, content, { dryRun: true, idempotencyKey: randomUUID() });
  if (sayProblems(invocation, content.name, planned)) return refuse(content.name, planned);
  const touched = planned.created + planned.updated + planned.missing;
  if (touched === 0) {
    invocation.say(`${content.name} says nothing new: ${String(planned.unchanged)} nodes stay as they are.`);
    return exitCodes.ok;
  }
  const confirmed = await confirmChange(invocation, options, {
    what: `import ${content.name} into inventory ${options.source}`, nodes: touched,
    details: [`${String(planned.rows)} rows: ${String(planned.created)} new, ${String(planned.updated)} changed, ${String(planned.unchanged)} as they are${planned.missing === 0 ? '' : `; ${String(planned.missing)} nodes that are not named become missing`}.`, 'No node is contacted by an import.'],
  });
  if (confirmed === null) {
    print(invocation, planned);
    return exitCodes.ok;
  }
  const idempotencyKey = options.idempotencyKey ?? randomUUID();
  const done = await repeatWhenLost(invocation.world, idempotencyKey, () => send(invocation, connection, options, format, content, { dryRun: false, idempotencyKey }));
  if (sayProblems(invocation, content.name, done)) return refuse(content.name, done);
  print(invocation, done);
  return exitCodes.ok;
}

function print(invocation: Invocation, answer: ImportAnswer): void {
  invocation.print({
    kind: 'NodeImport', items: [answer], name: () => '', columns: [
      { header: 'ROWS', text: (item) => item.rows, right: true }, { header: 'NEW', text: (item) => item.created, right: true }, { header: 'CHANGED', text: (item) => item.updated, right: true },
      { header: 'AS THEY ARE', text: (item) => item.unchanged, right: true }, { header: 'MISSING', text: (item) => item.missing, right: true },
    ],
  });
}

function formatOf(file: string): ImportFormat {
  const ending = /\.(csv|json|ya?ml)$/i.exec(file)?.[1]?.toLowerCase();
  if (ending === 'csv' || ending === 'json') return ending;
  if (ending !== undefined) return 'yaml';
  throw usageFailure(`the format of ${file === '-' ? 'standard input' : file} is not said`, 'Give --format csv, json or yaml.');
}

async function openContent(invocation: Invocation, file: string): Promise<ImportContent> {
  if (file === '-') {
    const bytes = await invocation.world.terminal.readInput();
    return { name: 'standard input', open: () => bytes };
  }
  const found = await stat(file).catch((cause: unknown) => { throw usageFailure(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`); });
  if (!found.isFile()) throw usageFailure(`${file} is not a file`);
  return { name: file, open: () => Readable.toWeb(createReadStream(file)) };
}

/** Streams the rows to the control plane. Whatever size the file has, only pieces of it are held here. */
async function send(invocation: Invocation, connection: Connection, options: ImportOptions, format: ImportFormat, content: ImportContent, { dryRun, idempotencyKey }: { readonly dryRun: boolean; readonly idempotencyKey: string }): Promise<ImportAnswer> {
  const { endpoint, token } = connection.destination;
  const query = new URLSearchParams({
    source: options.source, format, mode: options.mode, dryRun: String(dryRun), idempotencyKey, ...(options.missingPercentMax === undefined ? {} : { missingPercentMax: String(options.missingPercentMax) }),
  });
  const request: RequestInit & { duplex: 'half' } = {
    method: 'POST', body: content.open(), duplex: 'half', signal: invocation.world.signal,
    headers: { 'content-type': contentTypes[format], 'x-skein-csrf': '1', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
  };
  const answer = await invocation.world.fetch(`${endpoint}/nodes/import?${query.toString()}`, request).catch((cause: unknown) => { throw unreachable(cause); });
  if (!answer.ok) throw await httpFailure(answer);
  const body: unknown = await answer.json().catch((cause: unknown) => { throw unreachable(cause); });
  if (typeof body !== 'object' || body === null || !('rows' in body)) throw new ApiError('the api answered an import with something else', { kind: 'refused', code: `HTTP_${String(answer.status)}`, status: answer.status });
  return body as ImportAnswer;
}

/** Says each problem with its place. True: nothing was imported, and nothing would be. */
function sayProblems(invocation: Invocation, name: string, answer: ImportAnswer): boolean {
  for (const problem of answer.rowErrors) invocation.say(escapeHostile(`${name}:${String(problem.row)}:${problem.column ?? ''} ${problem.code} ${problem.message}`));
  return answer.userErrors.length > 0;
}

function refuse(name: string, { userErrors: [first], rowErrorCount }: ImportAnswer): never {
  if (first === undefined) throw new Error('an import was refused without a reason');
  throw new CommandFailure(rowErrorCount > 0 ? `${name} has ${String(rowErrorCount)} ${rowErrorCount === 1 ? 'problem' : 'problems'}, and nothing was imported` : first.message, { exitCode: exitCodeOfRefusal(first.code), code: first.code, hint: first.hint, field: rowErrorCount > 0 ? null : first.field });
}
