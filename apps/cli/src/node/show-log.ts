import { ApiError } from '@skein/client';
import { type Command } from 'commander';
import { type Connection } from '../connection/connection.ts';
import { CommandFailure } from '../failure/command-failure.ts';
import { exitCodes } from '../failure/exit-code.ts';
import { CliNodeJobsDocument, type CliNodeJobsQuery, CliRunLogDocument } from '../generated/documents.ts';
import { act, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { escapeHostileLines } from '../output/escape-hostile.ts';
import { findNode } from './find-node.ts';
import { openLogStream } from './stream-log.ts';

interface LogOptions {
  readonly follow?: true;
  readonly job?: string;
  readonly list?: true;
}

type NodeRun = NonNullable<CliNodeJobsQuery['node']>['runs'][number];
interface FoundJob {
  readonly run: NodeRun;
  readonly job: NodeRun['jobs'][number];
}

export function nodeLogsCommand(noun: Command, perform: Perform): void {
  const command = printsData(noun.command('logs').description('print what a node said while it was changed; bytes that could act on a terminal are shown as codes').argument('<node>', 'host name, source/externalId or id'))
    .option('-f, --follow', 'go on as it grows, until the job ends').option('--job <id>', 'job to print; the newest that has a log without it').option('--list', 'list the jobs of the node instead, in the format of -o');
  act<[string], LogOptions>(command, perform, showLog);
}

async function showLog(invocation: Invocation, options: LogOptions, name: string): Promise<void> {
  const connection = await invocation.connection();
  const { id, hostname } = await findNode(connection, name);
  const { node } = await connection.ask(CliNodeJobsDocument, { id });
  const jobs = (node?.runs ?? []).flatMap((run) => run.jobs.map((job): FoundJob => ({ run, job }))).sort((left, right) => right.job.launchedAt.localeCompare(left.job.launchedAt));
  if (options.list === true) {
    invocation.print({
      kind: 'JobList', items: jobs.map(({ run, job }) => ({ ...job, runId: run.id, campaignName: run.campaignName })), name: (job) => job.id,
      columns: [{ header: 'JOB', text: (job) => job.id }, { header: 'CAMPAIGN', text: (job) => job.campaignName }, { header: 'STEP', text: (job) => job.step }, { header: 'STATE', text: (job) => job.state.toLowerCase() }, { header: 'BYTES', text: (job) => job.logBytes, right: true }, { header: 'LAUNCHED', text: (job) => job.launchedAt }],
    });
    if (jobs.length === 0) invocation.say(`No job was launched on ${hostname} yet.`);
    return;
  }
  const found = options.job === undefined ? jobs.find(({ job }) => job.logBytes > 0 || options.follow === true) : jobs.find(({ job }) => job.id === options.job);
  if (found === undefined) throw new CommandFailure(options.job === undefined ? `${hostname} has no log: ${jobs.length === 0 ? 'no job was launched on it' : 'its jobs have said nothing yet'}` : `${hostname} has no job ${JSON.stringify(options.job)}`, { exitCode: exitCodes.notFound, code: 'jobNotFound', hint: '`skein node logs --list` shows the jobs of a node.' });
  invocation.say(`${hostname}, ${found.run.campaignName}, ${found.job.step}, attempt ${String(found.job.attempt)} (${found.job.state.toLowerCase()}):`);
  if (options.follow === true) await follow(invocation, connection, found);
  else await printWhole(invocation, connection, found);
}

async function printWhole(invocation: Invocation, connection: Connection, { run, job }: FoundJob): Promise<void> {
  for (let offset = 0; ;) {
    const { run: found } = await connection.ask(CliRunLogDocument, { runId: run.id, jobId: job.id, offset });
    const slice = found?.log ?? null;
    if (slice === null) return;
    if (slice.offset > offset) invocation.say(`… ${String(slice.offset - offset)} bytes never arrived …`);
    invocation.world.terminal.raw(escapeHostileLines(slice.text));
    if (slice.nextOffset <= offset || slice.nextOffset >= slice.totalBytes) return;
    offset = slice.nextOffset;
  }
}

/** Reads on where it stopped when the connection is lost; ends when the job has. */
async function follow(invocation: Invocation, connection: Connection, { run, job }: FoundJob): Promise<void> {
  const { world } = invocation;
  const { endpoint, token } = connection.destination;
  const url = `${endpoint}/runs/${encodeURIComponent(run.id)}/jobs/${encodeURIComponent(job.id)}/log`;
  let lastEventId: string | null = null;
  let at = 0;
  for (let pauseSeconds = 1; ;) {
    try {
      for await (const event of openLogStream({ url, token, fetch: world.fetch, signal: world.signal, lastEventId })) {
        lastEventId = event.id ?? lastEventId;
        pauseSeconds = 1;
        if (event.event === 'end') return;
        const piece = readPiece(event.data);
        if (piece.offset > at) invocation.say(`… ${String(piece.offset - at)} bytes never arrived …`);
        at = piece.nextOffset;
        world.terminal.raw(escapeHostileLines(piece.text));
      }
    } catch (error) {
      if (world.signal.aborted) throw new CommandFailure('interrupted; the job goes on by itself', { exitCode: exitCodes.interrupted, code: 'ABORTED' });
      if (!(error instanceof ApiError) || !(error.kind === 'network' || error.retryable)) throw error;
      invocation.say(`The log is not heard any more (${error.code}); reading on in ${String(pauseSeconds)} s.`);
    }
    await world.sleep(pauseSeconds * 1000);
    pauseSeconds = Math.min(15, pauseSeconds * 2);
  }
}

/** A piece of the log, as `RunLogController` of the api tells it. */
function readPiece(data: string): { readonly offset: number; readonly nextOffset: number; readonly text: string } {
  const value: unknown = JSON.parse(data);
  if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string' || !('offset' in value) || typeof value.offset !== 'number' || !('nextOffset' in value) || typeof value.nextOffset !== 'number') {
    throw new Error('the api told a piece of a log in a form that this version does not know');
  }
  return { offset: value.offset, nextOffset: value.nextOffset, text: value.text };
}
