import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStoryStack, type StoryStack } from '../harness/story-stack.ts';
import { cliWay } from '../ways/cli-way.ts';
import { consoleWay } from '../ways/console-way.ts';
import { graphqlWay } from '../ways/graphql-way.ts';
import { type Way } from '../ways/way.ts';

/** Nodes of one rack each, so that the budgets of the three never meet. */
const nodes = { graphql: ['n01', 'n02'], cli: ['n05', 'n06'], console: ['n09', 'n10'] } as const;

let story: StoryStack;
beforeAll(async () => { story = await openStoryStack({ worker: { SKEIN_OBSERVE_EVERY_SECONDS: '4' } }); });
afterAll(async () => { await story?.close(); });

const ways: readonly (readonly [keyof typeof nodes, () => Promise<Way>])[] = [
  ['graphql', async () => graphqlWay(story.campaigns)],
  ['cli', () => cliWay({ address: story.stack.urls.api, passwords: story.stack.people, targetProfile: story.campaigns.fleet.target.name, hooks: story.campaigns.fleet.hooks })],
  ['console', () => consoleWay({ address: story.stack.urls.api, passwords: story.stack.people })],
];

/** What people do with a campaign on a bad day, by each of the ways that Skein gives them: the same rules and the same refusals. */
describe.each(ways)('a campaign by way of %s', (name, open) => {
  it('is written, refused to its author, approved by another, started, watched, halted and brought back', async () => {
    const way = await open();
    try {
      const hostnames = nodes[name];
      const before = await Promise.all(hostnames.map(async (hostname) => (await story.lab.node(hostname)).os));
      const title = `by way of ${name}`;
      const campaignId = await way.createAndSubmit(title, hostnames);
      expect(await way.approveAsAuthor(campaignId)).toMatch(/authorMayNotApprove|wrote (it|this campaign)/);
      expect(await story.campaigns.campaign(campaignId)).toMatchObject({ state: 'AWAITING_APPROVAL' });
      await way.approveAsSecondPerson(campaignId);
      await way.start(campaignId, title);
      await way.watchUntilInFlight(campaignId);
      await way.halt(campaignId);
      await story.campaigns.until(campaignId, 'what held a permit has come to its end', 120, ({ state }) => state === 'HALTED');
      const rollbackId = await way.rollback(campaignId, title);
      expect((await story.campaigns.untilEnded(rollbackId, 240)).campaign.state).toBe('COMPLETED');
      expect(await Promise.all(hostnames.map(async (hostname) => (await story.lab.node(hostname)).os))).toEqual(before);
    } finally {
      await way.close();
    }
  });
});
