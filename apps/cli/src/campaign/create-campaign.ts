import { campaignDocumentSchema } from '@skein/client';
import { type Command, InvalidArgumentError } from 'commander';
import { readPages } from '../connection/read-pages.ts';
import { usageFailure } from '../failure/command-failure.ts';
import { type CampaignDocumentInput, CliNodesDocument, type WaveSizeInput } from '../generated/documents.ts';
import { act, type ChangeOptions, changesThings, collect, parseCount, parseDuration, parsePositive, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { toYaml } from '../output/to-yaml.ts';
import { applyDocuments } from './apply-documents.ts';
import { documentYaml } from './export-campaign.ts';
import { parseDocuments } from './read-documents.ts';

interface CreateOptions extends ChangeOptions {
  readonly target: string;
  readonly query?: string;
  readonly site?: readonly string[];
  readonly label?: readonly string[];
  readonly node?: readonly string[];
  readonly waves?: readonly WaveSizeInput[];
  readonly soak?: number;
  readonly concurrency?: number;
  readonly hooks?: string;
  readonly seed?: number;
}

export function createCampaignCommand(noun: Command, perform: Perform): void {
  const command = changesThings(printsData(noun.command('create').description('draft a campaign from options; with --dry-run only print its document').argument('<name>', 'what it shall be called')))
    .requiredOption('--target <profile>', 'name of the target profile')
    .option('--query <query>', 'the nodes that match now, by name').option('--site <site>', 'nodes of this site; may be repeated', collect).option('--label <key=value>', 'nodes with this label; may be repeated', collect).option('--node <node>', 'this node; may be repeated', collect)
    .option('--waves <sizes>', 'such as 1,10%,rest', parseWaves).option('--soak <time>', 'good observations that a node needs, such as 5m', parseDuration).option('--concurrency <number>', 'nodes under change at the same time', parsePositive)
    .option('--hooks <name>', 'hook set of the worker').option('--seed <number>', 'chooses members and their order', parseCount)
    .addHelpText('after', '\n  skein campaign create spring --target \'OpenCloudOS 8.8\' --site sz --waves 1,10%,rest --dry-run > spring.yaml\nNodes come from --query, or from --site, --label and --node together, never from both.');
  act<[string], CreateOptions>(command, perform, createCampaign);
}

/** `1,10%,rest`. */
export function parseWaves(text: string): readonly WaveSizeInput[] {
  return text.split(',').map((part): WaveSizeInput => {
    const size = part.trim();
    if (size === 'rest') return { rest: true };
    const percent = /^([1-9]\d?|100)%$/.exec(size);
    if (percent !== null) return { percent: Number(percent[1]) };
    if (/^[1-9]\d{0,5}$/.test(size)) return { count: Number(size) };
    throw new InvalidArgumentError(`${JSON.stringify(size)} is no size of a wave: give a number, a percentage such as 10%, or rest.`);
  });
}

async function createCampaign(invocation: Invocation, options: CreateOptions, name: string): Promise<void> {
  const document = await documentOf(invocation, options, name);
  const { endpoint } = await invocation.destination();
  const yaml = toYaml(document);
  const { documents, problems } = parseDocuments('what the options say', yaml, campaignDocumentSchema);
  if (problems.length > 0) throw usageFailure('the options do not make a campaign', undefined, problems);
  if (options.dryRun === true) {
    invocation.world.terminal.raw(documentYaml(endpoint, document));
    return;
  }
  await applyDocuments(invocation, options, documents);
}

async function documentOf(invocation: Invocation, options: CreateOptions, name: string): Promise<CampaignDocumentInput> {
  const { query, site, label, node } = options;
  if (query !== undefined && (site !== undefined || label !== undefined || node !== undefined)) throw usageFailure('nodes come from --query or from --site, --label and --node, never from both');
  const nodes = query === undefined ? node : await namesOf(invocation, query);
  return {
    apiVersion: 'skein/v1', kind: 'Campaign', metadata: { name },
    spec: {
      targetProfile: options.target,
      selector: { ...(nodes === undefined ? {} : { nodes }), ...(site === undefined ? {} : { sites: site }), ...(label === undefined ? {} : { labels: label.map(readLabel) }) },
      ...(options.waves === undefined ? {} : { waves: options.waves }), ...(options.soak === undefined ? {} : { gate: { soakSeconds: options.soak } }), ...(options.concurrency === undefined ? {} : { concurrencyMax: options.concurrency }),
      ...(options.hooks === undefined ? {} : { hooks: options.hooks }), ...(options.seed === undefined ? {} : { seed: options.seed }),
    },
  };
}

function readLabel(text: string): { readonly key: string; readonly value: string } {
  const at = text.indexOf('=');
  if (at < 1) throw usageFailure(`${JSON.stringify(text)} is no label`, 'Give it as key=value.');
  return { key: text.slice(0, at), value: text.slice(at + 1) };
}

/** A document names nodes: what matches is what matches now, and stays so when the fleet changes. */
async function namesOf(invocation: Invocation, query: string): Promise<readonly string[]> {
  const connection = await invocation.connection();
  const { items } = await readPages(0, async (page) => (await connection.ask(CliNodesDocument, { filter: { query, protected: false }, page })).nodes);
  if (items.length === 0) throw usageFailure('no node matches, protected ones left out', '`skein node list --query` shows what does.');
  const seen = new Map<string, number>();
  for (const { hostname } of items) seen.set(hostname, (seen.get(hostname) ?? 0) + 1);
  invocation.say(`${String(items.length)} nodes match now; the document names them, and others that come later are not among them.`);
  return items.map(({ hostname, source, externalId }) => (seen.get(hostname) === 1 ? hostname : `${source}/${externalId}`));
}
