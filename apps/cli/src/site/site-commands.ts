import { type Command, Option } from 'commander';
import { accepted } from '../failure/command-failure.ts';
import { type CliSiteFragment, CliSiteSaveDocument, CliSitesDocument } from '../generated/documents.ts';
import { confirmChange } from '../invocation/confirm-change.ts';
import { act, type ChangeOptions, changesThings, collect, type Perform, printsData } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { relativeTime } from '../output/describe-time.ts';
import { type Column } from '../output/draw-table.ts';
import { readBastion } from './read-bastion.ts';

interface SaveOptions extends ChangeOptions {
  readonly route: 'ssh' | 'simulated';
  readonly credential?: string;
  readonly proxy?: string;
  readonly provider?: string;
  readonly socket?: string;
  readonly bastion?: readonly string[];
}

export function siteCommands(program: Command, perform: Perform): void {
  const noun = program.command('site').description('network locations, each with its way in');
  act<[], object>(printsData(noun.command('list').description('list sites, and whether somebody watches them')), perform, listSites);
  const save = changesThings(printsData(noun.command('save').description('make a site, or replace what is known of it').argument('<name>', 'unique name, used by imports')), { reason: false })
    .addOption(new Option('--route <kind>', 'how its nodes are reached').choices(['ssh', 'simulated']).default('ssh')).option('--credential <name>', 'credential of nodes that name none').option('--proxy <address>', 'SOCKS5 proxy as host:port or unix:/path, used first')
    .option('--provider <name>', 'provider that the worker\'s configuration defines').option('--socket <path>', 'socket of the simulated fleet')
    .option('--bastion <description>', 'address=HOST,credential=NAME,host-key-file=PATH and port=22; repeated in the order of the hops', collect)
    .addHelpText('after', '\nWhat is left out is removed from a site that is there: `skein site list -o yaml` shows what it has.\nA host key file has OpenSSH public key lines, as in /etc/ssh/ssh_host_ed25519_key.pub: an unknown bastion is never trusted.');
  act<[string], SaveOptions>(save, perform, saveSite);
}

const siteColumns = (now: number): readonly Column<CliSiteFragment>[] => [
  { header: 'NAME', text: (site) => site.name }, { header: 'NODES', text: (site) => site.nodeCount, right: true },
  { header: 'WATCHED', text: (site) => (site.unattended ? `✖ no, ${relativeTime(site.unattendedSince, now) ?? 'never'}` : '✔ yes'), tone: (site) => (site.unattended ? 'bad' : 'good') },
  { header: 'ROUTE', text: (site) => site.routeKind.toLowerCase() }, { header: 'WAY IN', text: (site) => [site.proxy, ...site.bastions.map((bastion) => `${bastion.address}:${String(bastion.port)}`)].filter((hop) => hop !== null).join(' → ') },
  { header: 'CREDENTIAL', text: (site) => site.credential }, { header: 'PROVIDER', text: (site) => site.provider }, { header: 'SOCKET', text: (site) => site.socket, wide: true }, { header: 'ID', text: (site) => site.id, wide: true },
];

async function listSites(invocation: Invocation): Promise<void> {
  const connection = await invocation.connection();
  const { sites } = await connection.ask(CliSitesDocument, {});
  invocation.print({ kind: 'SiteList', items: sites, columns: siteColumns(invocation.world.now()), name: (site) => site.name });
  if (sites.length === 0) invocation.say('There are no sites yet; `skein site save` makes one.');
}

async function saveSite(invocation: Invocation, options: SaveOptions, name: string): Promise<void> {
  const bastions = await Promise.all((options.bastion ?? []).map(readBastion));
  const connection = await invocation.connection();
  const { sites } = await connection.ask(CliSitesDocument, {});
  const known = sites.find((site) => site.name === name);
  const { credential, proxy, provider, socket } = options;
  const confirmed = await confirmChange(invocation, options, {
    what: known === undefined ? `make site ${JSON.stringify(name)}` : `replace the way in of site ${JSON.stringify(name)}`, nodes: known?.nodeCount ?? 0,
    details: [`Route ${options.route}; proxy ${proxy ?? 'none'}; bastions ${bastions.length === 0 ? 'none' : bastions.map((bastion) => bastion.address).join(' → ')}; credential ${credential ?? 'none'}; provider ${provider ?? 'none'}.`],
  });
  if (confirmed === null) return;
  const { siteSave } = await connection.change(CliSiteSaveDocument, {
    name, routeKind: options.route === 'ssh' ? 'SSH' : 'SIMULATED', bastions, ...(credential === undefined ? {} : { credential }), ...(proxy === undefined ? {} : { proxy }), ...(provider === undefined ? {} : { provider }), ...(socket === undefined ? {} : { socket }),
  }, options);
  const { site } = accepted(siteSave);
  if (site !== null) invocation.print({ kind: 'Site', items: [site], columns: siteColumns(invocation.world.now()), name: (item) => item.name });
}
