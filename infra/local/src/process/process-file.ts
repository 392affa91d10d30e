import { rmSync, writeFileSync } from 'node:fs';
import { readJsonHint } from '../stack/home.ts';
import { isAlive, type ProcessIdentity } from './process-identity.ts';

/** Process files are hints: what they name is believed only while that very process lives. */
export async function readProcessFile(path: string): Promise<ProcessIdentity | null> {
  const found = await readJsonHint(path);
  if (typeof found !== 'object' || found === null) return null;
  const { pid, startTicks } = found as { pid?: unknown; startTicks?: unknown };
  if (typeof pid !== 'number' || typeof startTicks !== 'string') return null;
  const identity = { pid, startTicks };
  return isAlive(identity) ? identity : null;
}

/** Synchronous, so that nothing can come between a process and the file that names it. */
export function writeProcessFile(path: string, content: ProcessIdentity & { readonly launcher?: ProcessIdentity | null }): void {
  writeFileSync(path, `${JSON.stringify(content)}\n`, { mode: 0o600 });
}

export function removeProcessFile(path: string): void {
  rmSync(path, { force: true });
}
