import { existsSync, mkdirSync } from 'node:fs';
import { runProgram } from '../image/run-program.ts';
import { type NodeRecord } from './node-record.ts';

/** The lab's own end of its network: mirror and SOCKS door. */
export const labAddress = '10.77.0.1';
/** Where the toy load balancer listens and what nodes see its requests come from. */
export const balancerAddress = '10.77.0.2';
const bridge = 'lab0';

export const addressOf = (index: number): string => `10.77.${1 + Math.floor(index / 200)}.${1 + (index % 200)}`;
export const namespacePath = (name: string): string => `/run/netns/${name}`;
const linkOf = (record: NodeRecord): string => `v${record.index}`;

/** Only ever called inside the lab's own network and mount namespaces. */
export async function openLabNetwork(): Promise<void> {
  // `ip netns` keeps its handles in /run, which must not be the machine's.
  await runProgram('mount', ['-t', 'tmpfs', '-o', 'mode=755', 'tmpfs', '/run']);
  mkdirSync('/run/netns');
  await runProgram('ip', ['-batch', '-'], {
    input: ['link set lo up', `link add ${bridge} type bridge forward_delay 0`, `addr add ${labAddress}/16 dev ${bridge}`,
      `addr add ${balancerAddress}/16 dev ${bridge}`, `link set ${bridge} up`, ''].join('\n'),
  });
}

/** A network namespace with one cable into the bridge; the cable starts pulled out. */
export async function plugIn(record: NodeRecord): Promise<void> {
  if (existsSync(namespacePath(record.name))) return;
  await runProgram('ip', ['netns', 'add', record.name]);
  await runProgram('ip', ['-batch', '-'], {
    input: `link add ${linkOf(record)} type veth peer name e0 netns ${record.name}\nlink set ${linkOf(record)} master ${bridge}\n`,
  });
  await runProgram('ip', ['-n', record.name, '-batch', '-'], {
    input: `addr add ${record.address}/16 dev e0\nlink set e0 up\nlink set lo up\nroute add default via ${labAddress}\n`,
  });
  await applyFirewall(record);
}

/** A node without power is silent: its cable is out, so nothing on the machine answers in its place. */
export async function setCable(record: NodeRecord, plugged: boolean): Promise<void> {
  if (existsSync(namespacePath(record.name))) await runProgram('ip', ['link', 'set', linkOf(record), plugged ? 'up' : 'down']);
}

export async function unplug(record: NodeRecord): Promise<void> {
  if (existsSync(namespacePath(record.name))) await runProgram('ip', ['netns', 'delete', record.name]);
}

/** The firewall as the site and the active faults want it; root in the node cannot change it. */
export async function applyFirewall(record: NodeRecord): Promise<void> {
  if (!existsSync(namespacePath(record.name))) return;
  const rules = ['*filter', ':INPUT ACCEPT [0:0]', ':OUTPUT ACCEPT [0:0]'];
  if (record.faults.partition !== undefined) rules.push('-A INPUT -i e0 -j DROP', '-A OUTPUT -o e0 -j DROP');
  if (record.faults.refuse !== undefined) rules.push('-A INPUT -i e0 -p tcp --dport 22 -j REJECT --reject-with tcp-reset');
  if (record.acceptFrom !== null) {
    for (const source of record.acceptFrom) rules.push(`-A INPUT -i e0 -p tcp --syn -s ${source} -j ACCEPT`);
    rules.push(`-A INPUT -i e0 -p tcp --syn -s ${balancerAddress} --dport 8080 -j ACCEPT`, '-A INPUT -i e0 -p tcp --syn -j DROP');
  }
  await runProgram('nsenter', [`--net=${namespacePath(record.name)}`, 'iptables-restore', '-w'], { input: [...rules, 'COMMIT', ''].join('\n') });
}
