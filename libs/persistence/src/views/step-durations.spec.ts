import { seedLargeFleet, startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createRunViews } from './run-views.ts';

let test: TestDatabase;
let runId: string;
beforeAll(async () => {
  test = await openTestDatabase(await startPostgres());
  await seedLargeFleet(test.connectionString, { nodes: 400, sites: 2, perRack: 12 });
  const { db } = test.database;
  await sql`DELETE FROM node_job`.execute(db);
  await sql`DELETE FROM run_step`.execute(db);
  const { rows: [run] } = await sql<{ runId: string; nodeId: string; siteId: string }>`SELECT run_id AS "runId", node_id AS "nodeId", site_id AS "siteId" FROM node_run WHERE settled_at IS NOT NULL ORDER BY run_id LIMIT 1`.execute(db);
  if (run === undefined) throw new Error('the seeded fleet has no ended run');
  runId = run.runId;
  await sql`INSERT INTO run_step (run_id, attempt, step, state, fence, begun_at, at) VALUES
    (${runId}, 1, 'drain', 'done', 1, now(), now()), (${runId}, 1, 'inspect', 'done', 1, now(), now()), (${runId}, 1, 'verify', 'failed', 1, now() - interval '9 s', now())`.execute(db);
  await sql`INSERT INTO effect (run_id, attempt, step, direction, state, fence, not_after, opened_at, closed_at) VALUES (${runId}, 1, 'drain', 'do', 'done', 1, now(), now() - interval '5 s', now())`.execute(db);
  const job = (step: string, seconds: number, exitCode: number | null, state: string): Promise<unknown> => sql`INSERT INTO node_job (job_id, run_id, attempt, step, node_id, site_id, incarnation, launch_boot_id, not_after_uptime_seconds, state, phase, exit_code, launched_at, last_seen_at)
    VALUES (${`${runId}.1.${step}${String(seconds)}`}, ${runId}, 1, ${step}, ${run.nodeId}, ${run.siteId}, 1, 'boot', 1, ${state}, 'transaction', ${exitCode}, now() - make_interval(secs => ${seconds}), now())`.execute(db);
  await job('apply', 10, null, 'REBOOTED');
  await job('apply', 20, null, 'REBOOTED');
  await job('apply', 90, 1, 'EXITED');
  await job('stage', 4, 0, 'EXITED');
});
afterAll(() => test.stop());

describe('how long steps take', () => {
  it('is told of steps with an effect and of jobs that ended well, and never of what was only written down when it was done', async () => {
    const durations = await createRunViews(test.database).stepDurations(null);
    expect(durations.map(({ step, medianSeconds, samples }) => [step, Math.round(medianSeconds), samples])).toEqual([['apply', 15, 2], ['drain', 5, 1], ['stage', 4, 1]]);
  });

  it('counts a step from its first effect', async () => {
    const steps = (await createRunViews(test.database).steps([runId])).get(runId) ?? [];
    const drain = steps.find(({ step }) => step === 'drain');
    expect(Math.round(((drain?.at.getTime() ?? 0) - (drain?.begunAt.getTime() ?? 0)) / 1000)).toBe(5);
  });
});
