import { startDemoCampaign } from './demo-campaign.ts';
import { type DemoFleet } from './demo-fleet.ts';
import { GraphqlClient } from './graphql-client.ts';
import { prepareInventory } from './prepare-inventory.ts';
import { drawSummary, summariseCampaign, type DemoSummary } from './summarise-campaign.ts';
import { watchCampaign } from './watch-campaign.ts';

export interface DemoOptions {
  readonly graphqlUrl: string;
  readonly passwords: { readonly operator: string; readonly approver: string; readonly admin: string };
  readonly fleet: DemoFleet;
}

/** Where the demo shows itself: a live tree on a terminal, a line per change without one. */
export interface DemoScreen {
  readonly say: (line: string) => void;
  readonly show: (tree: readonly string[], changes: readonly string[]) => void;
}

/** The product's main job, done through the same door that everybody uses. */
export async function runDemo(options: DemoOptions, screen: DemoScreen): Promise<DemoSummary> {
  const [admin, operator, approver] = await Promise.all((['admin', 'operator', 'approver'] as const).map((name) => GraphqlClient.signIn(options.graphqlUrl, name, options.passwords[name])));
  if (admin === undefined || operator === undefined || approver === undefined) throw new Error('three people sign in');
  const { targetProfileId } = await prepareInventory(admin, operator, options.fleet);
  const { campaignId, badNode } = await startDemoCampaign({ operator, approver }, options.fleet, targetProfileId);
  if (badNode !== null) screen.say(`${badNode} will panic when it boots the new kernel, although all its files are there`);
  const picture = await watchCampaign(operator, campaignId, screen.show);
  const summary = await summariseCampaign(operator, campaignId, picture, options.fleet);
  for (const line of drawSummary(summary)) screen.say(line);
  return summary;
}
