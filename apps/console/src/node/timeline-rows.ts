import { type RunPartsFragment, type StepDurationsQuery } from '../generated/documents.ts';

type Step = RunPartsFragment['steps'][number];
type Job = RunPartsFragment['jobs'][number];
type Usual = StepDurationsQuery['stepDurations'][number];

export interface TimelineRow {
  readonly name: string;
  readonly state: 'done' | 'failed' | 'undone' | 'begun' | 'slow';
  /** Seconds after the first step began. */
  readonly from: number;
  readonly seconds: number;
  /** What it takes elsewhere; null: nobody knows yet. */
  readonly medianSeconds: number | null;
  readonly p95Seconds: number | null;
}

/** Steps whose failing is no news of its own: they fetch what is nice to have. */
const besides: readonly string[] = ['pullLog'];

/** What runs on the node itself is a job; it lasts from its launch until it was last seen. */
function jobStep({ step, attempt, state, exitCode, launchedAt, lastSeenAt }: Job): Step {
  const running = state === 'RUNNING' || state === 'UNCONFIRMED';
  const well = state === 'REBOOTED' || (state === 'EXITED' && exitCode === 0);
  return { name: step, attempt, state: running ? 'begun' : well ? 'done' : 'failed', begunAt: launchedAt, at: lastSeenAt ?? launchedAt };
}

const states: Readonly<Record<string, 'done' | 'failed' | 'undone' | 'begun'>> = { done: 'done', failed: 'failed', undone: 'undone' };

/** Steps of one attempt against what they take elsewhere; a step that took longer than 95 of 100 is slow. */
export function timelineRows(steps: readonly Step[], jobs: readonly Job[], usual: readonly Usual[], attempt: number, now: number): TimelineRow[] {
  const mine = [...steps, ...jobs.map(jobStep)].filter((step) => step.attempt === attempt).sort((one, other) => Date.parse(one.begunAt) - Date.parse(other.begunAt));
  const began = Date.parse(mine[0]?.begunAt ?? '');
  return mine.map((step) => {
    const known = usual.find(({ name, samples }) => name === step.name && samples > 0);
    const state = states[step.state] ?? 'begun';
    const until = state === 'begun' ? now : Date.parse(step.at);
    const seconds = Math.max(0, (until - Date.parse(step.begunAt)) / 1000);
    return {
      name: step.name, from: (Date.parse(step.begunAt) - began) / 1000, seconds, medianSeconds: known?.medianSeconds ?? null, p95Seconds: known?.p95Seconds ?? null,
      state: state === 'done' && known !== undefined && seconds > known.p95Seconds ? 'slow' : state,
    };
  });
}

/** The row that the heading is about: what failed, else the one furthest over its median. */
export function notableRow(rows: readonly TimelineRow[]): { readonly row: TimelineRow; readonly factor: number | null } | null {
  const failed = rows.find(({ state, name }) => state === 'failed' && !besides.includes(name));
  if (failed !== undefined) return { row: failed, factor: null };
  const factors = rows.filter(({ state, medianSeconds, seconds }) => state === 'slow' && medianSeconds !== null && medianSeconds > 0 && seconds > 0).map((row) => ({ row, factor: row.seconds / (row.medianSeconds ?? 1) }));
  return factors.sort((one, other) => other.factor - one.factor)[0] ?? null;
}
