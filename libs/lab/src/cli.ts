import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSshFiles } from './cli/ssh-config.ts';
import { LabDown } from './client/control-request.ts';
import { openLab, type LabClient } from './client/lab-client.ts';
import { readConfig } from './daemon/lab-config.ts';
import { faultNames } from './daemon/node-record.ts';
import { type NodeView } from './daemon/node-view.ts';
import { sharedCacheFolder, skeinHome } from './environment.ts';
import { diagnoseLab } from './preflight/diagnose-lab.ts';
import { destroyLab, startLab, stopLab } from './start-lab.ts';
import { demoTopology } from './topology/demo-topology.ts';
import { smallTopology, type Topology } from './topology/topology.ts';

const help = `The lab: real throw-away nodes (OpenSSH, RPM database, dnf) in namespaces of this machine.

  lab up [--topology demo|FILE.json | --nodes N]   start it, find it again, or enlarge it (default: the demo topology)
  lab status [--json]                              all nodes, as seen from outside
  lab break NODE FAULT [ARGUMENT]                  ${faultNames.slice(0, 7).join(', ')},
                                                   ${faultNames.slice(7, 12).join(', ')},
                                                   ${faultNames.slice(12).join(', ')}
  lab mend NODE FAULT                              take a fault back
  lab power NODE on|off|cut|cycle
  lab console NODE                                 the last 16 KiB it printed
  lab snapshot NODE                                prints the snapshot's id
  lab restore NODE ID                              put the disk back and switch on
  lab ssh NODE [COMMAND…]
  lab down [--wipe]                                stop all nodes; --wipe removes their disks too
  lab doctor                                       what this machine lacks for it

  --state DIR   where the lab lies (default: $SKEIN_HOME/lab, else .skein/lab)`;

/** A mistake in the command line; the message is all that is printed. */
class UsageError extends Error {}

async function main(argv: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    // What follows `ssh NODE` belongs to the command on the node.
    args: argv[0] === 'ssh' || argv.includes('ssh') ? [...argv.slice(0, argv.indexOf('ssh') + 2), '--', ...argv.slice(argv.indexOf('ssh') + 2)] : [...argv],
    allowPositionals: true,
    options: {
      state: { type: 'string' }, topology: { type: 'string' }, nodes: { type: 'string' }, json: { type: 'boolean' }, wipe: { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, name, argument, ...rest] = positionals;
  if (values.help === true || command === undefined) { print(help); return command === undefined && values.help !== true ? 64 : 0; }
  const state = resolve(values.state ?? join(skeinHome, 'lab'));
  const lab = openLab(state);
  const node = (): string => name ?? usage(`lab ${command} needs a node: lab ${command} n01`);
  switch (command) {
    case 'up': {
      const began = Date.now();
      const topology = chooseTopology(values.topology, values.nodes, state);
      await startLab({ stateFolder: state, topology, cacheFolder: sharedCacheFolder, say: print });
      const nodes = await lab.nodes();
      print(`${nodes.filter((one) => one.condition === 'up').length} of ${nodes.length} nodes are up (${((Date.now() - began) / 1000).toFixed(1)} s). Try: npm run lab -- ssh ${nodes[0]?.name ?? 'n01'} rpm -q kernel-core`);
      return 0;
    }
    case 'status': await status(lab, values.json === true); return 0;
    case 'break': {
      const fault = faultNames.find((one) => one === argument) ?? usage(`lab break needs a fault: ${faultNames.join(', ')}`);
      await lab.break(node(), fault, rest[0]);
      return 0;
    }
    case 'mend': await lab.mend(node(), faultNames.find((one) => one === argument) ?? usage(`lab mend needs a fault: ${faultNames.join(', ')}`)); return 0;
    case 'power': {
      const to = (['on', 'off', 'cut', 'cycle'] as const).find((one) => one === argument) ?? usage('lab power needs on, off, cut or cycle');
      await lab.power(node(), to);
      return 0;
    }
    case 'console': process.stdout.write(await lab.console(node())); return 0;
    case 'snapshot': print(await lab.snapshot(node(), argument ?? `by-hand-${Date.now()}`)); return 0;
    case 'restore': await lab.restore(node(), argument ?? usage('lab restore needs the id that lab snapshot printed')); return 0;
    case 'ssh': return ssh(lab, state, node(), argument === undefined ? [] : [argument, ...rest]);
    case 'down': await (values.wipe === true ? destroyLab(state) : stopLab(state)); return 0;
    case 'doctor': return doctor(state);
    default: return usage(`there is no "lab ${command}"; lab --help lists what there is`);
  }
}

function chooseTopology(name: string | undefined, count: string | undefined, state: string): Topology {
  if (count !== undefined) {
    if (!/^[1-9]\d{0,2}$/.test(count)) usage(`--nodes needs a number from 1 to 900, not "${count}"`);
    return smallTopology(Number(count));
  }
  if (name === undefined) {
    // An existing lab comes back as it was.
    const known = readConfig(state);
    return known === null ? demoTopology : { sites: known.sites, nodes: known.nodes, sudoRule: known.sudoRule, requestsPerSecond: known.requestsPerSecond };
  }
  if (name === 'demo') return demoTopology;
  if (!existsSync(name)) usage(`--topology: there is no file ${name}, and "demo" is the only one by name`);
  try {
    return JSON.parse(readFileSync(name, 'utf8')) as Topology;
  } catch (error) {
    return usage(`--topology: ${name} is not JSON (${error instanceof Error ? error.message : ''})`);
  }
}

async function status(lab: LabClient, json: boolean): Promise<void> {
  const nodes = await lab.nodes();
  if (json) { print(JSON.stringify(nodes, null, 2)); return; }
  const width = Math.max(8, ...nodes.map((node) => node.name.length));
  print(`${'node'.padEnd(width)}  condition  ${'os'.padEnd(16)} ${'kernel'.padEnd(32)} address      site   syncs  faults`);
  for (const node of nodes) print(`${node.name.padEnd(width)}  ${line(node)}`);
  const { requests, lost, perSecond } = await lab.balancer();
  print(`balancer: ${requests} requests, ${lost} lost, ${perSecond} per second`);
}

const line = (node: NodeView): string => [
  node.condition.padEnd(10), (node.os ?? '').padEnd(16), (node.kernel ?? node.deadBecause ?? '').padEnd(32), node.address.padEnd(12), node.site.padEnd(6),
  String(node.transactions.distroSync).padEnd(6), Object.keys(node.faults).join(','),
].join(' ');

async function ssh(lab: LabClient, state: string, name: string, words: readonly string[]): Promise<number> {
  const config = writeSshFiles(state, await lab.inventory());
  return spawnSync('ssh', ['-F', config, name, ...words], { stdio: 'inherit' }).status ?? 255;
}

function doctor(state: string): number {
  const { canRun, problems } = diagnoseLab(state);
  for (const problem of problems) print(`${problem.blocking ? 'missing' : 'note'}: ${problem.message}${problem.command === null ? '' : `\n         ${problem.command}`}`);
  print(canRun ? 'the lab can run here' : 'the lab cannot run here');
  return canRun ? 0 : 1;
}

function usage(message: string): never {
  throw new UsageError(message);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const hint = error instanceof LabDown ? '; start it with: npm run lab -- up' : '';
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}${hint}\n`);
  process.exitCode = error instanceof UsageError ? 64 : 1;
}
