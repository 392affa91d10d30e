import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ReadableStream } from 'node:stream/web';
import { type Command, Option } from 'commander';
import { httpFailure, unreachable } from '../connection/http-failure.ts';
import { usageFailure } from '../failure/command-failure.ts';
import { act, type Perform } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { findCampaign } from './find-campaign.ts';

interface ReportOptions {
  readonly output: 'html' | 'json' | 'csv';
  readonly file?: string;
  readonly overwrite?: true;
}

export function reportCampaignCommand(noun: Command, perform: Perform): void {
  const command = noun.command('report').description('save what became of a campaign and each of its nodes').argument('<campaign>', 'name or id')
    .addOption(new Option('-o, --output <format>', 'html to read and pass on, json or csv to count').choices(['html', 'json', 'csv']).default('html'))
    .option('--file <path>', 'where to; - is standard output; a name made from the campaign\'s without it').option('--overwrite', 'replace a file that is there');
  act<[string], ReportOptions>(command, perform, report);
}

/** Node's own words for a path that cannot be written: it names the call. A connection that breaks names another. */
const isOfFileSystem = (cause: unknown): cause is Error => cause instanceof Error && 'syscall' in cause && (cause.syscall === 'open' || cause.syscall === 'write');

async function report(invocation: Invocation, options: ReportOptions, name: string): Promise<void> {
  const { world } = invocation;
  const connection = await invocation.connection();
  const campaign = await findCampaign(connection, name);
  const { endpoint, token } = connection.destination;
  // Asked for as a file: a control plane that has no reports would answer with the page of its console.
  const answer = await world.fetch(`${endpoint}/campaigns/${encodeURIComponent(campaign.id)}/report.${options.output}`, { headers: { accept: 'application/octet-stream', ...(token === null ? {} : { authorization: `Bearer ${token}` }) }, signal: world.signal })
    .catch((cause: unknown) => { throw unreachable(cause); });
  if (!answer.ok || answer.body === null) throw await httpFailure(answer);
  const body = Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);
  if (options.file === '-') {
    body.setEncoding('utf8');
    for await (const chunk of body) world.terminal.raw(String(chunk));
    return;
  }
  const slug = campaign.name.toLowerCase().normalize('NFKD').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || campaign.id;
  const file = options.file ?? `skein-report-${slug}.${options.output}`;
  const written = options.overwrite === true ? `${file}.${String(process.pid)}` : file;
  try {
    await pipeline(body, createWriteStream(written, { flags: 'wx', mode: 0o640 }));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') throw usageFailure(`${file} is there already`, 'Give another --file, or --overwrite.');
    // Half a report looks like a whole one.
    await rm(written, { force: true });
    if (isOfFileSystem(cause)) throw usageFailure(`${file} cannot be written: ${cause.message}`, 'Give another --file, or --file - for standard output.');
    throw cause;
  }
  if (written !== file) await rename(written, file);
  invocation.say(`Saved the report of ${campaign.name} as ${file}.`);
}
