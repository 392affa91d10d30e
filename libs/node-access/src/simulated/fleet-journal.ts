import { appendFileSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type NodeWorld, type SimulatedDisk, type SimulatedMachine, type SimulatedNode, createNode } from './simulated-node.ts';
import { finishBoot } from './node-power.ts';
import { lineReader } from './line-reader.ts';
import { lineBytesMax } from './fleet-protocol.ts';

/** `x` is the node's number: its disk and machine, or one of its snapshots (`disk` null: deleted). */
type JournalLine =
  | { readonly x: number; readonly disk: SimulatedDisk; readonly machine: SimulatedMachine }
  | { readonly x: number; readonly snapshotId: string; readonly disk: string | null };

export interface FleetJournal {
  /** Written before anybody is told: what a caller knows survives a kill -9 of the fleet (not a power cut of the real machine: no fsync). */
  append(nodes: Iterable<SimulatedNode>, snapshots: Iterable<readonly [SimulatedNode, string]>): void;
  close(): void;
}

/** Reads what an earlier fleet process left in the folder; returns how often the fleet was started, this time included. */
export function beginGeneration(directory: string): number {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, 'generation');
  const generation = Number(readOr(path, '0')) + 1;
  writeDurably(path, String(generation));
  return generation;
}

/** For every node on record this start was a power blip: what ran is dead, and it boots from its disk. */
export function loadNodes(directory: string, world: NodeWorld, nodes: Map<number, SimulatedNode>): void {
  eachLine(join(directory, 'journal'), (text) => {
    const line = parseLine(text);
    if (line === null) throw new Error(`the simulated fleet's journal is damaged; remove ${directory} to begin with a new fleet`);
    const node = nodes.get(line.x) ?? createNode(line.x, world);
    nodes.set(line.x, node);
    if ('machine' in line) {
      node.disk = line.disk;
      node.machine = line.machine;
    } else if (line.disk === null) {
      node.snapshots.delete(line.snapshotId);
    } else {
      node.snapshots.set(line.snapshotId, line.disk);
    }
  });
  for (const node of nodes.values()) {
    if (node.machine.power === 'off') {
      node.state = 'off';
    } else {
      node.machine.boots += 1;
      finishBoot(node, world);
    }
  }
}

const journalBytesBeforeRewrite = 128 * 1024 * 1024;

/** Begins a new journal with what is known now; does so again whenever it has grown to several times its size. */
export function openJournal(directory: string, nodes: ReadonlyMap<number, SimulatedNode>): FleetJournal {
  const path = join(directory, 'journal');
  let rewriteAt = 0;
  let written = 0;
  let file = rewrite();

  function rewrite(): number {
    const temporary = `${path}.new`;
    const fresh = openSync(temporary, 'w', 0o600);
    written = 0;
    for (const node of nodes.values()) {
      written += writeSync(fresh, nodeLine(node) + [...node.snapshots.keys()].map((id) => snapshotLine(node, id)).join(''));
    }
    fsyncSync(fresh);
    renameSync(temporary, path);
    rewriteAt = Math.max(journalBytesBeforeRewrite, written * 4);
    return fresh;
  }

  return {
    append(changed, snapshots) {
      let text = '';
      for (const node of changed) text += nodeLine(node);
      for (const [node, id] of snapshots) text += snapshotLine(node, id);
      if (text === '') return;
      appendFileSync(file, text);
      written += text.length;
      if (written < rewriteAt) return;
      closeSync(file);
      file = rewrite();
    },
    close() { closeSync(file); },
  };
}

const nodeLine = (node: SimulatedNode): string => `${JSON.stringify({ x: node.index, disk: node.disk, machine: node.machine } satisfies JournalLine)}\n`;
const snapshotLine = (node: SimulatedNode, snapshotId: string): string =>
  `${JSON.stringify({ x: node.index, snapshotId, disk: node.snapshots.get(snapshotId) ?? null } satisfies JournalLine)}\n`;

function parseLine(text: string): JournalLine | null {
  try {
    return JSON.parse(text) as JournalLine;
  } catch {
    return null;
  }
}

/** Without a last line that has no newline: a kill cut it, so it was told to nobody. */
function eachLine(path: string, take: (line: string) => void): void {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return;
    throw new Error(`open ${path}`, { cause });
  }
  const feed = lineReader(lineBytesMax, take, () => { throw new Error(`${path} has a line that is too long`); });
  const chunk = Buffer.alloc(1 << 20);
  for (let got = readSync(file, chunk); got > 0; got = readSync(file, chunk)) feed(Buffer.from(chunk.subarray(0, got)));
  closeSync(file);
}

function readOr(path: string, otherwise: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return otherwise;
    throw new Error(`read ${path}`, { cause });
  }
}

function writeDurably(path: string, text: string): void {
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', 0o600);
  writeFileSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(temporary, path);
}
