import { linkSync, rmSync } from 'node:fs';
import { launcherPid } from '../environment.ts';
import { PersonCanFix } from '../person-can-fix.ts';
import { identifyProcess, isAlive, type ProcessIdentity, stopProcess } from '../process/process-identity.ts';
import { readProcessFile, writeProcessFile } from '../process/process-file.ts';
import { type Step } from '../terminal/terminal.ts';
import { type Home, readJsonHint } from './home.ts';

/** Tells a supervisor to stop everything but the fleet, whose nodes must not notice that somebody else takes over. */
export const handOverSignal = 'SIGUSR2';
const stopSecondsMax = 90;

const asIdentity = (value: unknown): ProcessIdentity | null => {
  const { pid, startTicks } = (value ?? {}) as { pid?: unknown; startTicks?: unknown };
  return typeof pid === 'number' && typeof startTicks === 'string' ? { pid, startTicks } : null;
};

/**
 * One supervisor per home. One whose terminal is gone (its launcher was killed) is told to stop and waited for; one that somebody
 * still looks at is left alone, and it is an error to start a second. Returns how to give the home back.
 */
export async function takeHome(home: Home, step: Step): Promise<() => void> {
  const own = identifyProcess(process.pid);
  if (own === null) throw new Error('this process cannot be found in /proc');
  const launcher = identifyProcess(launcherPid() ?? process.pid);
  const mine = `${home.supervisorFile}.${process.pid}`;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const other = await readProcessFile(home.supervisorFile);
    if (other !== null) {
      const theirLauncher = asIdentity((await readJsonHint(home.supervisorFile) as { launcher?: unknown } | null)?.launcher);
      if (theirLauncher === null || isAlive(theirLauncher)) {
        throw new PersonCanFix(`Skein already runs with ${home.directory} (process ${other.pid})\n  stop it:              kill ${other.pid}\n  or start another one: npm start -- --home DIR`);
      }
      step.note(`an earlier Skein without a terminal still runs (process ${other.pid}); stopping it`);
      await stopProcess(other, handOverSignal, stopSecondsMax);
    }
    rmSync(home.supervisorFile, { force: true });
    writeProcessFile(mine, { ...own, launcher });
    try {
      // A link fails when the name exists: of two that start at the same moment only one gets the home.
      linkSync(mine, home.supervisorFile);
      return () => rmSync(home.supervisorFile, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(mine, { force: true });
    }
  }
  throw new PersonCanFix(`another Skein is starting with ${home.directory} at this moment; try again`);
}
