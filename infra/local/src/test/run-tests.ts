import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repositoryRoot, toolEnvironment } from '../environment.ts';
import { type Terminal } from '../terminal/terminal.ts';
import { type Stage } from './stages.ts';
import { evidenceMark, type Tally, tallyOfNxTasks, tallyOfProgram, tallyOfVitest, unhandledIn } from './tally.ts';

const reports = join(repositoryRoot, '.nx/test-reports');
const logs = join(repositoryRoot, '.nx/test-logs');
const bin = (name: string) => join(repositoryRoot, 'node_modules/.bin', name);
const shownLinesMax = 150;

const runners = new Set<ChildProcess>();

export function stopRunners(): void {
  for (const runner of runners) runner.kill('SIGTERM');
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** The caller's stack must not be what the tests work on, and colours would get into what is counted. */
function testEnvironment(): NodeJS.ProcessEnv {
  const environment = toolEnvironment({ NX_TUI: 'false', NX_DAEMON: 'false', NO_COLOR: '1', FORCE_COLOR: '0' });
  for (const name of ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'SKEIN_HOME']) delete environment[name];
  return environment;
}

async function run(name: string, program: string, args: readonly string[], note: (line: string) => void): Promise<Ended> {
  const child = spawn(program, args, { cwd: repositoryRoot, env: testEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  runners.add(child);
  child.once('exit', () => runners.delete(child));
  await mkdir(logs, { recursive: true });
  const log = createWriteStream(join(logs, `${name}.log`));
  const lines: string[] = [];
  const follow = async (stream: NodeJS.ReadableStream) => {
    for await (const line of createInterface({ input: stream })) {
      lines.push(line);
      log.write(`${line}\n`);
      if (line.trim() !== '') note(line.trim());
    }
  };
  const exited = new Promise<number | null>((resolve, reject) => child.once('exit', resolve).once('error', reject));
  await Promise.all([follow(child.stdout), follow(child.stderr)]);
  const code = await exited;
  log.end();
  return { code, output: lines.join('\n') };
}

async function projectsWith(target: string): Promise<readonly string[]> {
  const { code, output } = await run(`projects-${target}`, bin('nx'), ['show', 'projects', '--with-target', target, '--json'], () => undefined);
  if (code !== 0) throw new Error(`Nx cannot read the workspace:\n${output}`);
  return JSON.parse(output.slice(output.indexOf('['))) as string[];
}

const readReport = async (project: string): Promise<unknown> => readFile(join(reports, `${project}.json`), 'utf8').then((text) => JSON.parse(text) as unknown).catch(() => null);

async function runStage(stage: Stage, note: (line: string) => void): Promise<{ readonly tally: Tally; readonly output: string }> {
  switch (stage.kind) {
    case 'check': {
      const [tool = '', ...args] = stage.command;
      const { code, output } = await run(stage.name, bin(tool), args, note);
      return { output, tally: code === 0 ? { passed: 1, skipped: 0, failures: [] } : { passed: 0, skipped: 0, failures: [{ where: stage.name, what: 'see above' }] } };
    }
    case 'projects': {
      const { code, output } = await run(stage.name, bin('nx'), ['run-many', '-t', stage.target, '--output-style', 'static'], note);
      return { output, tally: tallyOfNxTasks(stage.name, stage.target, output, code) };
    }
    case 'vitest': {
      const projects = await projectsWith(stage.target);
      if (projects.length === 0) return { output: `no project has the target ${stage.target}`, tally: { passed: 0, skipped: 1, failures: [] } };
      // A report that an earlier run left must not be counted; Nx brings back those of the runs it remembers.
      await rm(reports, { recursive: true, force: true });
      const { code, output } = await run(stage.name, bin('nx'), ['run-many', '-t', stage.target, '--output-style', 'static'], note);
      const tallies = await Promise.all(projects.map(async (project) => tallyOfVitest(project, await readReport(project))));
      const counted = tallies.some(({ failures }) => failures.length > 0);
      const unexplained = code !== 0 && !counted ? [{ passed: 0, skipped: 0, failures: [{ where: stage.name, what: `Nx ended with ${String(code)} although no test failed\n${unhandledIn(output)}` }] }] : [];
      return { output, tally: [...tallies, ...unexplained].reduce((sum, one) => ({ passed: sum.passed + one.passed, skipped: sum.skipped + one.skipped, failures: [...sum.failures, ...one.failures] })) };
    }
    case 'program': {
      if (!existsSync(join(repositoryRoot, stage.file))) return { output: `${stage.file} is not there`, tally: { passed: 0, skipped: 1, failures: [] } };
      const { code, output } = await run(stage.name, process.execPath, [stage.file], note);
      return { output, tally: tallyOfProgram(stage.name, output, code) };
    }
  }
}

/** Runs one stage and shows how it went; what failed is shown whole enough to act on. */
export async function showStage(stage: Stage, terminal: Terminal): Promise<Tally> {
  const step = terminal.step(stage.name);
  step.note('running');
  const { tally, output } = await runStage(stage, (line) => step.note(line.slice(0, 100)));
  const counts = [`${tally.passed} passed`, ...(tally.failures.length === 0 ? [] : [`${tally.failures.length} failed`]), ...(tally.skipped === 0 ? [] : [`${tally.skipped} skipped`])].join(', ');
  if (tally.failures.length === 0) {
    step.done(counts);
    if (tally.skipped > 0 && tally.passed === 0) terminal.line(`    ${output}`);
    return tally;
  }
  step.failed(`${counts}; all of it in .nx/test-logs/${stage.name}.log`);
  const explained = tally.failures.filter(({ what }) => what !== 'see above');
  // Where each failure brings its own message, the runner's whole output would only bury it.
  if (explained.length < tally.failures.length) for (const line of output.split('\n').slice(-shownLinesMax)) terminal.line(`    ${line}`);
  for (const { where, what } of tally.failures) {
    terminal.line(`  ✖ ${where}`);
    if (what !== 'see above') for (const line of what.split('\n').slice(0, 25)) terminal.line(`      ${line}`);
  }
  for (const line of output.split('\n').filter((one) => one.includes(evidenceMark)).slice(0, shownLinesMax)) terminal.line(line);
  return tally;
}
