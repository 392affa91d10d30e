import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Universe } from '../rpm/build-universe.ts';
import { defaultPackages, sourceKernel } from '../rpm/package-table.ts';
import { type BaseImage } from './base-image.ts';
import { runProgram } from './run-program.ts';

/** An overlay layer over the base image with a real RPM database in it. */
export interface FlavourLayer {
  readonly id: string;
  readonly folder: string;
}

const buildScript = fileURLToPath(new URL('../../boot/build-layer.sh', import.meta.url));

/** CentOS 8.5 with its default packages and `extra` ones from the third-party repository; 0.3 s, 1 MB. */
export async function ensureFlavourLayer(cache: string, base: BaseImage, universe: Universe, extra: readonly string[]): Promise<FlavourLayer> {
  const names = [...new Set([...defaultPackages.names, ...extra])].sort();
  const id = createHash('sha256').update(JSON.stringify([base.id, universe.id, names])).update(readFileSync(buildScript)).digest('hex').slice(0, 12);
  const folder = join(cache, `centos8-${id}`);
  if (existsSync(folder)) return { id, folder };
  const building = `${folder}.${process.pid}.building`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  try {
    // A namespace of its own: whatever happens, nothing stays mounted.
    await runProgram('unshare', ['-m', '-n', '-p', '-f', '--kill-child=KILL', '/bin/sh', buildScript, base.folder, building, join(universe.folder, 'repos'),
      sourceKernel, defaultPackages.repositories.join(' '), names.join(' ')]);
    try { renameSync(join(building, 'upper'), folder); } catch (error) { if (!existsSync(folder)) throw error; }
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return { id, folder };
}
