import { appendFileSync, chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Balancer } from './balancer.ts';
import { createControlApi } from './control-api.ts';
import { Fleet } from './fleet.ts';
import { readConfig } from './lab-config.ts';
import { balancerAddress, labAddress, openLabNetwork } from './lab-network.ts';
import { createMirror, type MirrorFault } from './mirror.ts';
import { serveSocks } from './socks-door.ts';

// lab-daemon STATE CGROUP: started by the launcher inside network, mount and PID namespaces of its own. Its death is a power cut for all nodes;
// the launcher starts it again and the nodes come back.
const [state = '', cgroup = ''] = process.argv.slice(2);
const log = (line: string): void => { appendFileSync(join(state, 'daemon.log'), `${new Date().toISOString()} ${line}\n`); };
let ready = false;
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (error: unknown) => {
    log(`${event}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
    // While it runs, a mistake in one request must not be a power cut for every node.
    if (!ready) process.exit(1);
  });
}

const config = readConfig(state);
if (config === null) throw new Error(`no lab.json in ${state}`);
await openLabNetwork();
const balancer = new Balancer(state);
const fleet = new Fleet(state, config, balancer, cgroup);

const mirrorFaults: readonly MirrorFault[] = ['mirror-503', 'mirror-hang', 'mirror-corrupt'];
await listen(createMirror({
  folder: config.universeFolder,
  faultFor: (address) => {
    const faults = fleet.atAddress(address)?.record.faults ?? {};
    const fault = mirrorFaults.find((name) => faults[name] !== undefined);
    return fault === undefined ? null : { fault, argument: faults[fault] ?? '' };
  },
}), { host: labAddress, port: 80 });

// Names and addresses of the lab, and nothing else: the door must not lead anywhere.
const names = new Map([['mirror.lab', labAddress], ['lb.lab', balancerAddress]]);
const resolve = (host: string): string | null => names.get(host) ?? (/^10\.77\.\d+\.\d+$/.test(host) ? host
  : fleet.all().find((node) => node.record.name === host.replace(/\.lab$/, ''))?.record.address ?? null);
await listenPrivately(createServer({ allowHalfOpen: true }, (socket) => { serveSocks(socket, resolve); }), 'socks.sock');
await listenPrivately(createControlApi({ state, fleet, balancer, ready: () => ready, stop: () => { process.exit(0); } }), 'control.sock');

const began = Date.now();
await fleet.resume();
await fleet.create(config.nodes);
if (!balancer.hasState) balancer.setLoad(config.requestsPerSecond);
await balancer.start();
ready = true;
log(`${fleet.all().filter((node) => node.condition === 'up').length} of ${fleet.all().length} nodes up after ${Date.now() - began} ms`);

interface Listener {
  listen(where: object, then: () => void): unknown;
  once(event: 'error', then: (error: Error) => void): unknown;
}

function listen(server: Listener, where: object): Promise<void> {
  return new Promise((done, failed) => { server.once('error', failed); server.listen(where, done); });
}

async function listenPrivately(server: Listener, name: string): Promise<void> {
  const path = join(state, name);
  rmSync(path, { force: true });
  const mask = process.umask(0o177);
  await listen(server, { path, backlog: 1024 });
  process.umask(mask);
  chmodSync(path, 0o600);
}
