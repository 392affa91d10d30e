import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprintOf, transactionsOf } from '../harness/node-truth.ts';
import { openStoryStack, type StoryStack } from '../harness/story-stack.ts';

const failing = ['n01', 'n05', 'n09', 'n13', 'n17', 'n21'];
/** Watched by a metric that a command on the worker asks for. */
const watched = 'n02';

let story: StoryStack;
let silence: string;
beforeAll(async () => {
  story = await openStoryStack({
    describeNode: (node) => (node.hostname === watched ? { ...node, probes: [{ kind: 'command', argv: ['orders-per-minute'], timeoutSeconds: 5 }] } : node),
  });
  silence = join(story.stack.home, 'metrics-are-silent');
  await teachWorker('orders-per-minute', `#!/bin/sh\n[ -e ${silence} ] && { echo "the metrics server has no data"; exit 75; }\nexit 0\n`);
});
afterAll(async () => { await story?.close(); });

/** What an operator does to add a probe: an executable, a line in the worker's file, a restart. */
async function teachWorker(name: string, script: string): Promise<void> {
  const program = join(story.stack.home, name);
  writeFileSync(program, script);
  chmodSync(program, 0o755);
  const integrations = JSON.parse(readFileSync(story.held.file, 'utf8')) as { probes: Record<string, unknown> };
  writeFileSync(story.held.file, JSON.stringify({ ...integrations, probes: { ...integrations.probes, [name]: { argv: [program] } } }));
  await story.stack.restart('worker');
}

// Different nodes, different campaigns: the two run side by side.
describe.concurrent('a gate', () => {
  it('stops before the next permit when failures reach the stop', async () => {
    const before = new Map<string, string>();
    const begun = new Map<string, number>();
    for (const hostname of failing) {
      await story.lab.break(hostname, 'scriptlet-fail');
      before.set(hostname, await fingerprintOf(story.lab, hostname));
      begun.set(hostname, await transactionsOf(story.lab, hostname));
    }
    // stopAt = floor(34 % of 6) = 2
    const campaignId = await story.campaigns.start('two failures are enough', failing, { concurrencyMax: 1, gate: { failurePercentMax: 34 } });
    const { campaign, runs } = await story.campaigns.untilEnded(campaignId, 240);
    expect([campaign.state, campaign.stateReason]).toEqual(['HALTED', 'failuresReachedStop']);
    expect(campaign.epoch).toBe(2);
    // The epoch moves with the outcome; the wave's own driver then says what it thinks of it.
    const judged = await story.campaigns.until(campaignId, 'the wave has failed', 30, (seen) => seen.waves[0]?.state === 'FAILED');
    expect(judged.campaign.waves[0]?.verdicts.map((verdict) => [verdict.kind, verdict.message])).toContainEqual(['FAIL', '2 failed, 2 stop the campaign']);

    const permitted = runs.filter((run) => run.jobs.some((job) => job.step.startsWith('apply')));
    expect(permitted.map((run) => [run.state, run.stateReason])).toEqual([['RESTORED', 'transactionFailed'], ['RESTORED', 'transactionFailed']]);
    // Nothing begins later either: who was waiting goes on waiting.
    await new Promise((resolve) => setTimeout(resolve, 6000));
    const later = await story.campaigns.runs(campaignId);
    expect(later.filter((run) => run.jobs.some((job) => job.step.startsWith('apply'))).map((run) => run.id)).toEqual(permitted.map((run) => run.id));
    for (const hostname of failing) {
      const wasPermitted = permitted.some((run) => run.node.hostname === hostname);
      expect([hostname, await transactionsOf(story.lab, hostname)]).toEqual([hostname, (begun.get(hostname) ?? 0) + (wasPermitted ? 1 : 0)]);
      expect(await fingerprintOf(story.lab, hostname)).toBe(before.get(hostname));
    }
  });

  it('is inconclusive when its probes return nothing, for a bounded time, and then asks a person with what is missing', async () => {
    const campaignId = await story.campaigns.start('nobody knows', [watched], { gate: { soakSeconds: 12, inconclusiveSecondsMax: 10 } });
    await story.campaigns.until(campaignId, `${watched} soaks`, 120, (_campaign, runs) => runs.some((run) => run.state === 'SOAKING'));
    writeFileSync(silence, '');
    const inconclusive = await story.campaigns.until(campaignId, 'the wave is inconclusive', 120, (campaign) => campaign.waves[0]?.state === 'INCONCLUSIVE');
    expect(inconclusive.campaign.state).toBe('RUNNING');
    const { campaign, runs } = await story.campaigns.untilEnded(campaignId, 60);
    expect([campaign.state, campaign.stateReason]).toEqual(['PAUSED', 'gateInconclusive']);
    expect(campaign.stateDetail.join('\n')).toMatch(/n02 lacks \d+ of 12 s of good observations; last observation: command: .*75/);
    expect(campaign.waves[0]?.verdicts.map((verdict) => verdict.kind)).toContain('INCONCLUSIVE');
    // Silence is no evidence against the node: it keeps what it has.
    expect(runs.map((run) => run.state)).toEqual(['SOAKING']);
    expect((await story.lab.node(watched)).os).toBe('opencloudos 8.5');

    rmSync(silence);
    await story.campaigns.until(campaignId, 'the gate has its observations', 90, (seen) => seen.waves[0]?.state === 'PASSED');
    await story.campaigns.verb('campaignResume', campaignId);
    expect((await story.campaigns.untilEnded(campaignId, 60)).campaign.state).toBe('COMPLETED');
  });
});
