import { type Command, Option } from 'commander';
import { moreLine, readPages } from '../connection/read-pages.ts';
import { CliNodesDocument, type NodeOrderField } from '../generated/documents.ts';
import { act, type Perform, printsData, withLimit } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { nodeColumns } from './node-columns.ts';

interface ListOptions {
  readonly query?: string;
  readonly sort: string;
  readonly descending?: true;
  readonly limit: number;
}

const sorts = { hostname: 'HOSTNAME', site: 'SITE', os: 'OS', state: 'STATE_CLASS', since: 'STATE_SINCE', health: 'HEALTH', map: 'MAP' } as const satisfies Readonly<Record<string, NodeOrderField>>;
const isSort = (text: string): text is keyof typeof sorts => Object.hasOwn(sorts, text);

export const queryHelp = '\nThe query language is the console\'s: terms joined by `and`, each key=value, key!=value or key in (a,b), or a bare word that is part of the host name.\nKeys: site os state health domain campaign protected held quarantined missing retired label.<key>.\n  skein node list --query \'site=sz and os in (centos-8.5,unknown) and label.app=web\'';

export function listNodesCommand(noun: Command, perform: Perform): void {
  const command = withLimit(printsData(noun.command('list').description('list nodes')), 'nodes')
    .option('--query <query>', 'which nodes; all that are not retired without one')
    .addOption(new Option('--sort <by>', 'order').choices(Object.keys(sorts)).default('hostname')).option('--descending', 'largest first')
    .addHelpText('after', queryHelp);
  act<[], ListOptions>(command, perform, listNodes);
}

async function listNodes(invocation: Invocation, options: ListOptions): Promise<void> {
  const connection = await invocation.connection();
  const field = isSort(options.sort) ? sorts[options.sort] : 'HOSTNAME';
  const filter = options.query === undefined ? null : { query: options.query };
  const list = await readPages(options.limit, async (page) => (await connection.ask(CliNodesDocument, { filter, orderBy: { field, direction: options.descending === true ? 'DESC' : 'ASC' }, page })).nodes);
  invocation.print({ kind: 'NodeList', ...list, columns: nodeColumns(invocation.world.now()), name: (node) => node.hostname });
  if (list.items.length === 0) invocation.say(options.query === undefined ? 'There are no nodes yet; `skein node import FILE` brings them.' : 'No node matches.');
  const more = moreLine(list);
  if (more !== null) invocation.say(more);
}
