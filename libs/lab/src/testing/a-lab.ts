import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSshFiles } from '../cli/ssh-config.ts';
import { type LabClient } from '../client/lab-client.ts';
import { sharedCacheFolder } from '../environment.ts';
import { tryProgram, type ProgramResult } from '../image/run-program.ts';
import { destroyLab, startLab } from '../start-lab.ts';
import { type Topology } from '../topology/topology.ts';

/** A lab of its own for one spec file. It ends with the test process, whatever becomes of that. */
export interface TestLab {
  readonly lab: LabClient;
  readonly topology: Topology;
  /** Plain ssh, as a person would use it: door, bastion and pinned keys included. */
  ssh(node: string, command: string, input?: string): Promise<ProgramResult>;
  startAgain(topology?: Topology): Promise<void>;
  destroy(): Promise<void>;
}


export async function aLab(topology: Topology): Promise<TestLab> {
  const stateFolder = mkdtempSync(join(tmpdir(), 'lab-'));
  const start = (wanted = topology): Promise<LabClient> => startLab({ stateFolder, topology: wanted, cacheFolder: sharedCacheFolder, endsWithProcess: process.pid });
  try {
    const lab = await start();
    return {
      lab, topology,
      ssh: async (node, command, input = '') => {
        const config = writeSshFiles(stateFolder, await lab.inventory());
        return tryProgram('ssh', ['-F', config, '-o', 'ConnectTimeout=5', node, command], { input, timeoutMs: 60_000 });
      },
      startAgain: async (wanted) => { await start(wanted); },
      destroy: () => destroyLab(stateFolder),
    };
  } catch (error) {
    await destroyLab(stateFolder);
    rmSync(stateFolder, { recursive: true, force: true });
    throw error;
  }
}

/** Asks until the answer pleases; the limit is only there so that a broken lab fails instead of hanging. */
export async function until<T>(what: string, ask: () => Promise<T>, pleased: (answer: T) => boolean): Promise<T> {
  for (const limit = Date.now() + 20_000; ;) {
    const answer = await ask().catch((error: unknown) => error);
    if (!(answer instanceof Error) && pleased(answer as T)) return answer as T;
    if (Date.now() > limit) throw new Error(`never: ${what}; last answer: ${answer instanceof Error ? answer.message : JSON.stringify(answer)}`);
    await new Promise((next) => { setTimeout(next, 40); });
  }
}
