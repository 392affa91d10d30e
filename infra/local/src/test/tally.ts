export interface Failure {
  readonly where: string;
  readonly what: string;
}

/** What one stage came to. */
export interface Tally {
  readonly passed: number;
  readonly skipped: number;
  readonly failures: readonly Failure[];
}

export const addTallies = (tallies: readonly Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  skipped: tallies.reduce((sum, { skipped }) => sum + skipped, 0),
  failures: tallies.flatMap(({ failures }) => failures),
});

/** Where nothing may be left out, what was skipped has failed. */
export const countSkippedAsFailed = (tally: Tally): Tally => ({
  passed: tally.passed, skipped: 0,
  failures: [...tally.failures, ...Array.from({ length: tally.skipped }, () => ({ where: 'skipped', what: 'in CI nothing may be skipped' }))],
});

/** The last line of `npm test`. */
export const tallyLine = ({ passed, skipped, failures }: Tally): string => `${passed} passed, ${failures.length} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;

/** Vitest's JSON report. A file that could not even be loaded has no tests in it and counts as one failure. */
export function tallyOfVitest(project: string, report: unknown): Tally {
  const files = (report as { testResults?: unknown } | null)?.testResults;
  if (!Array.isArray(files)) return { passed: 0, skipped: 0, failures: [{ where: project, what: 'there is no readable report of its tests' }] };
  if (files.length === 0) return { passed: 0, skipped: 0, failures: [{ where: project, what: 'it has the target and not one test file' }] };
  return addTallies(files.map((file: VitestFile): Tally => {
    const tests = file.assertionResults ?? [];
    const failures = tests.filter(({ status }) => status === 'failed').map((test) => ({ where: `${project} › ${test.fullName}`, what: (test.failureMessages ?? []).join('\n') }));
    const unloaded = file.status === 'failed' && failures.length === 0 ? [{ where: `${project} › ${file.name ?? 'a file'}`, what: file.message ?? 'the file failed outside its tests' }] : [];
    const passed = tests.filter(({ status }) => status === 'passed').length;
    return { passed, skipped: tests.length - passed - failures.length, failures: [...failures, ...unloaded] };
  }));
}

interface VitestFile {
  readonly name?: string;
  readonly status?: string;
  readonly message?: string;
  readonly assertionResults?: readonly { readonly fullName: string; readonly status: string; readonly failureMessages?: readonly string[] }[];
}

/** A line of a runner's output that has this in it is shown when its stage failed: how things stood, from tests that can tell. */
export const evidenceMark = 'evidence │';

/** What a runner said of errors outside its tests, and which tasks Nx counts as failed: the report of a runner has neither. */
export function unhandledIn(output: string): string {
  const lines = output.replaceAll('\r', '').split('\n');
  const said = lines.findIndex((line) => /Unhandled|Uncaught|Worker exited|Timeout (terminating|calling)|Error: /.test(line));
  return [...(said < 0 ? lines.slice(-15) : lines.slice(said, said + 15)), ...lines.filter((line) => /^- \S+:\S+/.test(line))].join('\n');
}

/**
 * Nx heads the output of each task with `> nx run TASK`, whether it ran or was remembered, and ends with lists of those that failed and
 * of those that could not run because another had failed: nobody has looked at them, so they count as failed too.
 */
export function tallyOfNxTasks(stage: string, target: string, output: string, exitCode: number | null): Tally {
  const plain = output.replaceAll('\r', '');
  const tasks = new Set([...plain.matchAll(/^> nx run (\S+)/gm)].map((match) => match[1] ?? '').filter((task) => task.endsWith(`:${target}`)));
  const listed = (heading: RegExp) => (heading.exec(plain)?.[1] ?? '').split('\n').flatMap((line) => /^- (\S+)/.exec(line)?.[1] ?? []);
  const failed = listed(/^Failed tasks:\n\n((?:- .*\n?)+)/m);
  const notRun = listed(/^Tasks not run because[^\n]*\n\n((?:- .*\n?)+)/m).filter((task) => !failed.includes(task));
  const failures = [...failed.map((task) => ({ where: `${stage} › ${task}`, what: 'see above' })), ...notRun.map((task) => ({ where: `${stage} › ${task}`, what: 'not run, because a task it needs failed' }))];
  if (exitCode !== 0 && failures.length === 0) return { passed: 0, skipped: 0, failures: [{ where: stage, what: 'see above' }] };
  return { passed: [...tasks].filter((task) => !failed.includes(task) && !notRun.includes(task)).length, skipped: 0, failures };
}

/** `ok NAME` and `not ok NAME`, then counts such as `kills 5 · lost 0 · doubled 0 · differences 0`, of which only the first may be more than zero. */
export function tallyOfProgram(stage: string, output: string, exitCode: number | null): Tally {
  const lines = output.split('\n').map((line) => line.trim());
  const passed = lines.filter((line) => line.startsWith('ok ')).length;
  const failures = lines.filter((line) => line.startsWith('not ok ')).map((line) => ({ where: `${stage} › ${line.slice(7)}`, what: 'see above' }));
  const counts = lines.findLast((line) => /^kills \d+( · [a-z]+ \d+)+$/.test(line));
  const clean = counts !== undefined && /^kills [1-9]\d*( · [a-z]+ 0)+$/.test(counts) && exitCode === 0;
  return {
    passed: passed + (clean ? 1 : 0), skipped: 0,
    failures: [...failures, ...(clean ? [] : [{ where: stage, what: `${counts ?? 'it printed no counts'} (exit code ${String(exitCode)})` }])],
  };
}
