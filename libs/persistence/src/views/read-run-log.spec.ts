import { type JobId, type RunId } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDriverStore } from '../driver/postgres-driver-store.ts';
import { createRunStore } from '../run/postgres-run-store.ts';
import { aFleet, aSpec, startedCampaign } from '../testing/a-fleet.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createCampaignViews } from './campaign-views.ts';

const sliceBytesMax = 256 * 1024;
const jobId = 'job' as JobId;

describe('the log of a job', () => {
  let test: TestDatabase;
  let runId: RunId;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    const fleet = await aFleet(test.database, { nodes: 2 });
    const { campaignId } = await startedCampaign(test.database, fleet, aSpec(fleet));
    const drivers = createDriverStore(test.database);
    await drivers.advanceCampaign(campaignId);
    await drivers.advanceWave(campaignId, 1);
    const { rows: [run] } = await sql<{ run_id: RunId }>`SELECT run_id FROM node_run`.execute(test.database.db);
    runId = run?.run_id ?? ('' as RunId);
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    await sql`DELETE FROM node_log`.execute(test.database.db);
    await sql`DELETE FROM node_job`.execute(test.database.db);
    await sql`INSERT INTO node_job (job_id, run_id, node_id, site_id, attempt, step, state, incarnation, launch_boot_id, not_after_uptime_seconds)
      SELECT ${jobId}, run_id, node_id, site_id, 1, 'apply', 'RUNNING', 1, 'boot', 1 FROM node_run`.execute(test.database.db);
  });

  const save = (offset: number, text: string | Buffer) => createRunStore(test.database).saveLog(runId, jobId, offset, Buffer.from(text as string));
  const slice = async (offset: number) => {
    const read = await createCampaignViews(test.database).runLog(runId, jobId, offset);
    if (read === null) throw new Error('there is no such job');
    return { offset: read.offset, nextOffset: read.nextOffset, totalBytes: read.totalBytes, text: Buffer.from(read.bytes).toString('utf8') };
  };
  const end = () => sql`UPDATE node_job SET state = 'EXITED'`.execute(test.database.db);
  const readOn = async () => {
    const slices = [await slice(0)];
    for (let last = slices[0]; last !== undefined && last.nextOffset < last.totalBytes && slices.length < 20; last = slices.at(-1)) slices.push(await slice(last.nextOffset));
    return slices;
  };

  it('is read from any byte on, and is nobody else\'s', async () => {
    await save(0, 'one two ');
    await save(8, 'three');
    await expect(slice(4)).resolves.toEqual({ offset: 4, nextOffset: 13, totalBytes: 13, text: 'two three' });
    await expect(slice(13)).resolves.toEqual({ offset: 13, nextOffset: 13, totalBytes: 13, text: '' });
    await expect(slice(2 ** 31 - 1)).resolves.toMatchObject({ totalBytes: 13, text: '' });
    await expect(createCampaignViews(test.database).runLog('another run', jobId, 0)).resolves.toBeNull();
  });

  it('stops before bytes that never arrived, and goes on behind them, however many they are', async () => {
    await save(0, 'before');
    await save(10, 'between');
    await save(10 + 3 * sliceBytesMax, 'after');
    expect((await readOn()).map((read) => [read.offset, read.nextOffset, read.text])).toEqual([[0, 6, 'before'], [10, 17, 'between'], [10 + 3 * sliceBytesMax, 15 + 3 * sliceBytesMax, 'after']]);
    await expect(slice(8)).resolves.toMatchObject({ offset: 10, nextOffset: 17, text: 'between' });
  });

  it.each(['é', '漢', '😀'])('is never cut within %s', async (character) => {
    for (let shift = 0; shift < 4; shift += 1) {
      await sql`DELETE FROM node_log`.execute(test.database.db);
      await sql`UPDATE node_job SET log_bytes = 0`.execute(test.database.db);
      const whole = `${'x'.repeat(shift)}${character.repeat(Math.ceil(sliceBytesMax / Buffer.byteLength(character)) + 10)}`;
      const bytes = Buffer.from(whole);
      for (let offset = 0; offset < bytes.length; offset += 65_537) await save(offset, bytes.subarray(offset, offset + 65_537));
      const slices = await readOn();
      expect(slices).toHaveLength(2);
      expect(slices.map((read) => read.text).join('') === whole).toBe(true);
      expect(slices[1]?.offset).toBe(Buffer.byteLength(slices[0]?.text ?? ''));
    }
  });

  it('waits for the rest of a character while its job runs, and shows what there is when nothing more comes', async () => {
    const bytes = Buffer.from('a漢');
    await save(0, bytes.subarray(0, 3));
    await expect(slice(0)).resolves.toMatchObject({ nextOffset: 1, totalBytes: 3, text: 'a' });
    await expect(slice(1)).resolves.toMatchObject({ offset: 1, nextOffset: 1, text: '' });
    await end();
    await expect(slice(1)).resolves.toMatchObject({ nextOffset: 3, text: '\ufffd' });
    await save(3, bytes.subarray(3));
    await expect(slice(1)).resolves.toMatchObject({ nextOffset: 4, text: '漢' });
  });

  it('that is no text is read to its end', async () => {
    const bytes = Buffer.alloc(sliceBytesMax + 10, 0x80);
    await save(0, bytes);
    expect((await readOn()).map((read) => read.nextOffset)).toEqual([sliceBytesMax, sliceBytesMax + 10]);
  });
});
