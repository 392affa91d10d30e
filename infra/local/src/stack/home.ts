import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a stack keeps what. Everything is below one folder; removing it (when stopped) removes the stack. */
export interface Home {
  readonly directory: string;
  readonly stateFile: string;
  readonly supervisorFile: string;
  readonly passwordsFile: string;
  readonly tokenFile: string;
  readonly secretKeyFile: string;
  readonly bootstrapFile: string;
  readonly integrationsFile: string;
  readonly logs: string;
  readonly processes: string;
  readonly postgres: string;
  readonly temporal: string;
  readonly lab: string;
  readonly simulated: string;
}

export function homeAt(directory: string): Home {
  return {
    directory,
    stateFile: join(directory, 'state.json'),
    supervisorFile: join(directory, 'run', 'supervisor.json'),
    passwordsFile: join(directory, 'passwords'),
    tokenFile: join(directory, 'token'),
    secretKeyFile: join(directory, 'secret-key'),
    bootstrapFile: join(directory, 'bootstrap.json'),
    integrationsFile: join(directory, 'integrations.json'),
    logs: join(directory, 'log'),
    processes: join(directory, 'run'),
    postgres: join(directory, 'postgres'),
    temporal: join(directory, 'temporal'),
    lab: join(directory, 'lab'),
    simulated: join(directory, 'simulated'),
  };
}

/** Where the output of a part goes, and the hint at which process it is. */
export const filesOf = (home: Home, name: string) => ({ logFile: join(home.logs, `${name}.log`), processFile: join(home.processes, `${name}.json`) });

export async function openHome(directory: string): Promise<Home> {
  const home = homeAt(directory);
  await mkdir(directory, { recursive: true });
  // Others may pass through (PostgreSQL runs as another user) but not look around.
  await chmod(directory, 0o711);
  for (const folder of [home.logs, home.processes, home.temporal]) await mkdir(folder, { recursive: true, mode: 0o700 });
  return home;
}

/** Written beside, flushed and renamed: after a crash the file is the old one or the new one, never half of it. */
export async function writeFileWhole(path: string, content: string, mode = 0o600): Promise<void> {
  const temporary = `${path}.${process.pid}.new`;
  const file = await open(temporary, 'w', mode);
  try {
    await file.writeFile(content);
    await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

/** null when the file is not there or was cut short; everything kept this way can be found out again. */
export async function readJsonHint(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch {
    return null;
  }
}
