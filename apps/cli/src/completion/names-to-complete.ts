import { type TypedDocument } from '@skein/client';
import { connect } from '../connection/connection.ts';
import { readConfig } from '../context/config-file.ts';
import { resolveDestination } from '../context/resolve-connection.ts';
import { CliCampaignNamesDocument, CliNodesDocument, CliSitesDocument, CliTargetProfilesDocument, CliTokensDocument } from '../generated/documents.ts';
import { type World } from '../world.ts';

/** Somebody waits with a finger on the key. */
const secondsMax = 1.5;

const followed: Readonly<Record<string, string>> = { '--target': 'target', '--node': 'node', '--context': 'context', '--site': 'site' };
const ofArguments: Readonly<Record<string, string>> = { node: 'node', explain: 'what', campaign: 'campaign', token: 'token', site: 'name' };

/**
 * What the shell may offer for the word that is being typed, by the argument or option that it is for. Nothing when nobody is signed in or the
 * control plane does not answer at once: completing is no place for errors.
 */
export async function namesToComplete(args: readonly string[], world: World): Promise<ReadonlyMap<string, readonly string[]>> {
  if (args[0] !== 'complete' || args[1] !== '--') return new Map();
  const words = args.slice(2);
  const typed = words.at(-1) ?? '';
  // Verbs are known without asking.
  const named = words.length > (words[0] === 'explain' ? 1 : 2) ? ofArguments[words[0] ?? ''] : undefined;
  const kind = followed[words.at(-2) ?? ''] ?? named ?? (words[0] === 'context' ? 'context' : null);
  if (kind === null || typed.startsWith('-')) return new Map();
  try {
    const config = await readConfig(world.environment.configFile);
    if (kind === 'context') return new Map([['context', config.contexts.map(({ name }) => name)]]);
    const at = words.indexOf('--context');
    const destination = resolveDestination(at === -1 ? {} : { context: words[at + 1] }, world.environment, config);
    const connection = connect({ world, destination, timeoutSeconds: secondsMax, debug: false });
    const ask = <Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables): Promise<Result> => connection.ask(document, variables);
    return new Map([[kind, [...new Set(await read(kind, typed, ask))]]]);
  } catch {
    return new Map();
  }
}

async function read(kind: string, typed: string, ask: <Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables) => Promise<Result>): Promise<readonly string[]> {
  switch (kind) {
    case 'campaign': return (await ask(CliCampaignNamesDocument, { filter: typed === '' ? {} : { text: typed } })).campaigns.nodes.map(({ name }) => name);
    case 'node': case 'what': return (await ask(CliNodesDocument, { filter: typed === '' ? {} : { text: typed }, page: { first: 50 } })).nodes.nodes.map(({ hostname }) => hostname);
    case 'target': return (await ask(CliTargetProfilesDocument, {})).targetProfiles.map(({ name }) => name);
    case 'site': case 'name': return (await ask(CliSitesDocument, {})).sites.map(({ name }) => name);
    case 'token': return (await ask(CliTokensDocument, {})).tokens.map(({ name }) => name);
    default: return [];
  }
}
