import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, constants, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { type LocalEnvironment, repositoryRoot, toolEnvironment } from '../environment.ts';
import { PersonCanFix } from '../person-can-fix.ts';
import { type Step } from '../terminal/terminal.ts';

const run = promisify(execFile);
const moduleDirectory = join(repositoryRoot, 'infra/local/temporal');

export interface TemporalPrograms {
  readonly server: string;
  readonly sqlTool: string;
}

const isProgram = (path: string): Promise<boolean> => access(path, constants.X_OK).then(() => true, () => false);

/** One folder per set of pinned modules, so that another version of the server never meets an older binary. */
export async function temporalCacheDirectory(cache: string): Promise<string> {
  const pins = await Promise.all(['go.mod', 'go.sum'].map((name) => readFile(join(moduleDirectory, name))));
  return join(cache, 'temporal', createHash('sha256').update(Buffer.concat(pins)).digest('hex').slice(0, 16));
}

/** null: nothing finished is there, it has to be built. */
export async function findTemporalPrograms(environment: LocalEnvironment): Promise<TemporalPrograms | null> {
  if (environment.temporalServer !== null && environment.temporalSqlTool !== null) {
    const given = { server: environment.temporalServer, sqlTool: environment.temporalSqlTool };
    for (const path of Object.values(given)) {
      if (!(await isProgram(path))) throw new PersonCanFix(`${path} is not an executable file\n  it is named by SKEIN_TEMPORAL_SERVER or SKEIN_TEMPORAL_SQL_TOOL; unset both to use the cached server`);
    }
    return given;
  }
  const directory = await temporalCacheDirectory(environment.cache);
  const found = { server: join(directory, 'temporal-server'), sqlTool: join(directory, 'temporal-sql-tool') };
  return (await isProgram(found.server)) && (await isProgram(found.sqlTool)) ? found : null;
}

export async function requireGo(): Promise<void> {
  try {
    await run('go', ['version'], { env: toolEnvironment() });
  } catch (cause) {
    throw new PersonCanFix('Go is needed once, to build the Temporal server, and there is no "go" on PATH\n  install Go 1.26 or newer:  https://go.dev/dl\n  or use a Temporal of yours:  TEMPORAL_ADDRESS=host:7233 npm start', { cause });
  }
}

async function build(pkg: string, output: string, note: (line: string) => void): Promise<void> {
  // These flags and no others: any other flag makes Go compile everything again beside what its cache holds. -v only talks.
  const child = spawn('go', ['build', '-mod=readonly', '-v', '-ldflags', '-s -w', '-o', output, pkg], { cwd: moduleDirectory, env: toolEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] });
  const last: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    last.push(line);
    if (last.length > 12) last.shift();
    note(line);
  }
  const code = child.exitCode ?? (await new Promise<number | null>((resolve) => child.once('exit', resolve)));
  if (code !== 0) {
    throw new PersonCanFix(`building the Temporal server failed:\n${last.map((line) => `    ${line}`).join('\n')}\n  try it by hand:  cd infra/local/temporal && go build -mod=readonly -ldflags "-s -w" -o /tmp/temporal-server ${pkg}\n  or use a Temporal of yours:  TEMPORAL_ADDRESS=host:7233 npm start`);
  }
}

/** Finds the server or builds it, once per machine: about six minutes on two cores the first time, then never again. */
export async function ensureTemporalPrograms(environment: LocalEnvironment, step: Step): Promise<TemporalPrograms> {
  const found = await findTemporalPrograms(environment);
  if (found !== null) return found;
  await requireGo();
  const directory = await temporalCacheDirectory(environment.cache);
  const making = `${directory}.${process.pid}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  step.note('building the server, once per machine (about 6 minutes on two cores)');
  let downloaded = 0;
  let compiled = 0;
  const note = (line: string) => {
    if (line.startsWith('go: downloading ')) {
      downloaded += 1;
      step.note(`downloading Go modules, ${downloaded} so far`);
    } else if (!line.startsWith('go: ')) {
      compiled += 1;
      step.note(`compiling the server, ${compiled} packages so far`);
    }
  };
  try {
    await build('go.temporal.io/server/cmd/server', join(making, 'temporal-server'), note);
    await build('go.temporal.io/server/cmd/tools/sql', join(making, 'temporal-sql-tool'), note);
    // Somebody else may have built the same meanwhile; theirs is as good.
    await rename(making, directory).catch(() => undefined);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  const built = await findTemporalPrograms(environment);
  if (built === null) throw new Error(`the Temporal server was built and is not in ${directory}`);
  return built;
}
