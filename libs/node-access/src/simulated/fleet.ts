import { type FleetSettings } from './fleet-options.ts';
import { beginGeneration, loadNodes, openJournal } from './fleet-journal.ts';
import { indexOfNode } from './node-identity.ts';
import { type NodeWorld, type SimulatedNode, createNode } from './simulated-node.ts';

/** All nodes of one fleet process. Nodes come into being when somebody first asks for them, so 100,000 cost nothing until then. */
export interface Fleet {
  readonly world: NodeWorld;
  /** null: no such node. */
  find(name: string): SimulatedNode | null;
  /** Puts on record what changed; to be called before anything is told to anybody. */
  keep(): void;
  close(): void;
}

export function openFleet(settings: FleetSettings, directory: string, somethingChanged: () => void): Fleet {
  const nodes = new Map<number, SimulatedNode>();
  const changedNodes = new Set<SimulatedNode>();
  const changedSnapshots: (readonly [SimulatedNode, string])[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const generation = beginGeneration(directory);
  const world: NodeWorld = {
    settings,
    generation,
    startedAt: Date.now(),
    now: () => Date.now(),
    after(seconds, act) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        act();
      }, seconds * 1000);
      timers.add(timer);
      return timer;
    },
    changed(node) {
      changedNodes.add(node);
      somethingChanged();
    },
    snapshotChanged(node, snapshotId) {
      changedSnapshots.push([node, snapshotId]);
      somethingChanged();
    },
  };
  loadNodes(directory, world, nodes);
  changedNodes.clear();
  const journal = openJournal(directory, nodes);
  const keep = (): void => {
    if (changedNodes.size === 0 && changedSnapshots.length === 0) return;
    journal.append(changedNodes, changedSnapshots);
    changedNodes.clear();
    changedSnapshots.length = 0;
  };
  return {
    world,
    find(name) {
      const index = indexOfNode(name);
      if (index === null || index >= settings.nodes) return null;
      let node = nodes.get(index);
      if (node === undefined) {
        node = createNode(index, world);
        nodes.set(index, node);
      }
      return node;
    },
    keep,
    close() {
      for (const timer of timers) clearTimeout(timer);
      keep();
      journal.close();
    },
  };
}

