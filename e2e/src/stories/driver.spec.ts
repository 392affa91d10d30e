import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStoryStack, type StoryStack } from '../harness/story-stack.ts';

let story: StoryStack;
let connection: Connection;
let temporal: Client;
beforeAll(async () => {
  story = await openStoryStack({ worker: { SKEIN_OBSERVE_EVERY_SECONDS: '4' } });
  connection = await Connection.connect({ address: story.stack.urls.temporal });
  temporal = new Client({ connection, namespace: story.stack.temporalNamespace });
});
afterAll(async () => {
  await connection?.close();
  await story?.close();
});

const quick = { gate: { soakSeconds: 2, firstLook: 12 }, concurrencyMax: 12, stagingMax: 12, deadlines: { drain: 240 } };

const stateOf = async (campaignId: string, hostname: string): Promise<string> => (await story.campaigns.runOf(campaignId, hostname)).state;

async function expectMigratedOnce(campaignId: string, hostnames: readonly string[]): Promise<void> {
  const { campaign, runs } = await story.campaigns.untilEnded(campaignId, 240);
  expect(campaign.state).toBe('COMPLETED');
  expect(runs.map((run) => [run.node.hostname, run.state, run.attempt])).toEqual(hostnames.map((hostname) => [hostname, 'SUCCEEDED', 1]));
  expect(campaign.waves.flatMap((wave) => wave.counts)).toEqual([{ state: 'SUCCEEDED', count: hostnames.length }]);
  for (const hostname of hostnames) expect((await story.lab.node(hostname)).transactions.dnf, hostname).toBe(1);
}

describe('a driver that is gone', () => {
  it('loses nothing when its workflow is terminated: the nodes go on, the driver comes back, the counts hold', async () => {
    const hostnames = ['n01', 'n05', 'n09'];
    for (const hostname of hostnames) await story.lab.break(hostname, 'slow-scriptlet', '20');
    const campaignId = await story.campaigns.start('its wave workflow is terminated', hostnames, quick);
    await story.rows.until('all are in the middle of their package transaction', 150, async () =>
      (await Promise.all(hostnames.map((hostname) => story.lab.node(hostname)))).every((node) => node.transactions.dnf === 1) ? true : undefined);
    expect((await story.campaigns.runs(campaignId)).map((run) => run.state)).toEqual(hostnames.map(() => 'APPLYING'));
    const jobs = async () => (await story.rows.jobs(campaignId)).map((job) => job.jobId).sort();
    const [jobsBefore, nodesBefore, permitsBefore] = [await jobs(), await Promise.all(hostnames.map((hostname) => story.lab.node(hostname))), await story.rows.permits(campaignId)];

    const handle = temporal.workflow.getHandle(`wave/${campaignId}/1`);
    const terminated = await handle.describe();
    expect(terminated.status.name).toBe('RUNNING');
    await temporal.workflow.getHandle(terminated.workflowId, terminated.runId).terminate('story');
    const nodesAfter = await Promise.all(hostnames.map((hostname) => story.lab.node(hostname)));
    expect(nodesAfter.map((node) => [node.name, node.bootId, node.transactions])).toEqual(nodesBefore.map((node) => [node.name, node.bootId, node.transactions]));
    expect(await jobs()).toEqual(jobsBefore);

    await expectMigratedOnce(campaignId, hostnames);
    expect(await jobs()).toEqual(jobsBefore);
    expect((await story.rows.permits(campaignId)).map((run) => run.permitAt)).toEqual(permitsBefore.map((run) => run.permitAt));
    expect((await handle.describe()).runId).not.toBe(terminated.runId);
  });

  it('undoes nothing when the worker is asked to stop while nodes are staged and drained', async () => {
    const [drained, staged] = [['n02', 'n06'], ['n13', 'n14']];
    for (const hostname of drained) story.held.hold('drain', hostname);
    const draining = await story.campaigns.start('drains while its worker restarts', drained, quick);
    await story.campaigns.until(draining, 'both drain', 120, (_campaign, runs) => runs.length === 2 && runs.every((run) => run.state === 'DRAINING'));
    const staging = await story.campaigns.start('stages while its worker restarts', staged, quick);
    await story.rows.until('one is being staged', 60, async () => ((await story.rows.jobs(staging)).some((job) => job.step === 'stage' && job.state === 'RUNNING') ? true : undefined));

    await story.stack.restart('worker');
    expect(await Promise.all(drained.map((hostname) => stateOf(draining, hostname)))).toEqual(['DRAINING', 'DRAINING']);
    expect((await story.rows.permits(draining)).map((run) => run.leased)).toEqual([true, true]);
    expect((await story.rows.effects(draining)).filter((effect) => effect.direction === 'undo')).toEqual([]);

    for (const hostname of drained) story.held.letGo('drain', hostname);
    await Promise.all([expectMigratedOnce(draining, drained), expectMigratedOnce(staging, staged)]);
    for (const campaignId of [draining, staging]) {
      expect((await story.rows.effects(campaignId)).filter((effect) => effect.direction === 'undo')).toEqual([]);
      const stages = (await story.rows.jobs(campaignId)).filter((job) => job.step.startsWith('stage'));
      expect(stages.map((job) => job.step)).toEqual(['stage', 'stage']);
    }
  });
});
