import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprintOf, transactionsOf } from '../harness/node-truth.ts';
import { slowTransaction, untilMidTransaction } from '../harness/slow-transaction.ts';
import { openStoryStack, type StoryStack } from '../harness/story-stack.ts';

/** One rack may lose two nodes at once: three sites, so that the three transactions stand side by side. */
const cut = ['n01', 'n09', 'n17'] as const;
const spared = 'n05';

let story: StoryStack;
beforeAll(async () => { story = await openStoryStack(); });
afterAll(async () => { await story?.close(); });

describe('power that is cut in mid-transaction', () => {
  it('brings the nodes back, and a retry brings them through', async () => {
    const before = new Map<string, string>();
    const begun = new Map<string, number>();
    for (const hostname of cut) {
      before.set(hostname, await fingerprintOf(story.lab, hostname));
      begun.set(hostname, await transactionsOf(story.lab, hostname));
      await slowTransaction(story.lab, hostname, 40);
    }
    // One of four survives, so three failures do not reach the stop, and the gate waits for those that are missing.
    const campaignId = await story.campaigns.start('power cuts', [...cut, spared], { gate: { failurePercentMax: 100, firstLook: 4, inconclusiveSecondsMax: 120 }, deadlines: { rebootSilence: 8 } });

    await Promise.all(cut.map(async (hostname, index) => {
      await untilMidTransaction(story.lab, hostname);
      // One comes back by itself, the others stay dark until somebody switches them on.
      if (index === 0) await story.lab.break(hostname, 'power-blip');
      else await story.lab.power(hostname, 'cut');
      await story.lab.mend(hostname, 'slow-scriptlet');
    }));

    const first = await story.campaigns.until(campaignId, 'the cut nodes are back', 240, (_campaign, runs) => cut.every((hostname) => runs.some((run) => run.node.hostname === hostname && ['RESTORED', 'QUARANTINED', 'SUCCEEDED'].includes(run.state))));
    for (const hostname of cut) {
      const run = first.runs.find((candidate) => candidate.node.hostname === hostname);
      expect([hostname, run?.state, run?.stateReason]).toEqual([hostname, 'RESTORED', 'powerLoss']);
      expect(run?.remediation).toMatch(/retry/);
      expect(await fingerprintOf(story.lab, hostname)).toBe(before.get(hostname));
      expect(await transactionsOf(story.lab, hostname)).toBe((begun.get(hostname) ?? 0) + 1);
    }
    expect(first.campaign.state).toBe('RUNNING');

    await story.campaigns.retry(campaignId);
    const second = await story.campaigns.untilEnded(campaignId, 240);
    expect([second.campaign.state, second.campaign.stateReason]).toEqual(['COMPLETED', null]);
    for (const hostname of cut) {
      const run = second.runs.find((candidate) => candidate.node.hostname === hostname);
      expect([hostname, run?.state, run?.attempt]).toEqual([hostname, 'SUCCEEDED', 2]);
      expect((await story.lab.node(hostname)).os).toBe('opencloudos 8.5');
      expect((await story.lab.node(hostname)).kernel).toMatch(/^5\.4\./);
      expect(await transactionsOf(story.lab, hostname)).toBe((begun.get(hostname) ?? 0) + 2);
    }
  });
});
