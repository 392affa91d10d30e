import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LabError } from './lab-error.ts';
import { applyFirewall } from './lab-network.ts';
import { type LabNode } from './lab-node.ts';
import { fillDisk, freeDisk, generateKey } from './node-disk.ts';
import { nodeFolder, type FaultName } from './node-record.ts';

/** Seen by the node itself (or its boot loader) as a file with the argument. */
const flagged: Partial<Record<FaultName, string>> = {
  'panic-kernel': '5.4', 'scriptlet-fail': 'chrony', 'slow-scriptlet': '20', 'dracut-fail': 'yes', 'service-down': 'yes',
};

const hostKeyPath = '/etc/ssh/ssh_host_ed25519_key';

/** Breaks the node in one way. Breaking it again in the same way only changes the argument. */
export async function breakNode(state: string, node: LabNode, fault: FaultName, argument: string | null): Promise<void> {
  const { record } = node;
  const value = argument ?? flagged[fault] ?? '';
  if (fault === 'power-cut') { await node.powerOff(); return; }
  if (fault === 'power-blip') { await node.powerCycle(); return; }
  if (fault === 'disk-full') {
    if (record.diskMb === null) throw new LabError(409, `${record.name} has no disk of its own to fill: give it one in the topology ("diskMb": 512)`);
    await fillDisk(state, record, Number(value) || 0);
  }
  if (fault === 'hang') {
    if (node.condition !== 'up') throw new LabError(409, `${record.name} does not run (${node.condition}), so it cannot hang`);
    node.hang(true);
  }
  if (fault === 'host-key') await replaceHostKey(state, node);
  if (flagged[fault] !== undefined) writeFileSync(flagFile(state, node, fault), value);
  if (fault !== 'hang') record.faults[fault] = value;
  node.save();
  if (fault === 'partition' || fault === 'refuse') await applyFirewall(record);
  if (fault === 'service-down' && node.condition === 'up') {
    await node.exec(['sh', '-c', 'kill "$(cat /run/lab/web.pid)"; rm -f /run/lab/web.pid; echo failed > /run/lab/units/web']);
  }
}

export async function mendNode(state: string, node: LabNode, fault: FaultName): Promise<void> {
  const { record } = node;
  const had = record.faults[fault] !== undefined;
  if (fault === 'power-cut') { await node.powerOn(); return; }
  if (fault === 'hang') { node.hang(false); return; }
  if (fault === 'disk-full') freeDisk(state, record);
  if (fault === 'host-key' && had) await putHostKeyBack(state, node);
  if (flagged[fault] !== undefined) rmSync(flagFile(state, node, fault), { force: true });
  delete record.faults[fault];
  node.save();
  if (fault === 'partition' || fault === 'refuse') await applyFirewall(record);
  if (fault === 'service-down' && node.condition === 'up') await node.exec(['systemctl', 'start', 'web']);
}

const flagFile = (state: string, node: LabNode, fault: FaultName): string => join(nodeFolder(state, node.record.name), 'faults', fault);

async function replaceHostKey(state: string, node: LabNode): Promise<void> {
  const file = join(nodeFolder(state, node.record.name), 'replaced-host-key');
  await generateKey(file, `${node.record.name} replaced`);
  await showHostKey(node, file);
}

async function putHostKeyBack(state: string, node: LabNode): Promise<void> {
  await showHostKey(node, join(nodeFolder(state, node.record.name), 'host-key'));
}

/** sshd reads its keys again on SIGHUP; connections that are open go on. */
async function showHostKey(node: LabNode, file: string): Promise<void> {
  await node.writeFile(hostKeyPath, readFileSync(file), 0o600);
  await node.writeFile(`${hostKeyPath}.pub`, readFileSync(`${file}.pub`), 0o644);
  if (node.condition === 'up') await node.exec(['systemctl', 'reload', 'sshd']);
}
