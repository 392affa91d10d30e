import { join } from 'node:path';
import { openLab } from '@skein/lab';
import { homeAt, writeFileWhole } from '../stack/home.ts';
import { type Stack } from '../stack/stack.ts';
import { type Terminal } from '../terminal/terminal.ts';
import { startDemoCampaign } from './demo-campaign.ts';
import { type DemoFleet } from './demo-fleet.ts';
import { GraphqlClient } from './graphql-client.ts';
import { labDemoFleet } from './lab-demo-fleet.ts';
import { inventoryCsv } from './inventory-csv.ts';
import { prepareInventory, prepareWayIn } from './prepare-inventory.ts';
import { simulatedDemoFleet } from './simulated-demo-fleet.ts';
import { drawSummary, summariseCampaign, type DemoSummary } from './summarise-campaign.ts';
import { watchCampaign } from './watch-campaign.ts';

/** The product's main job, done through the same door that everybody uses. Goes on where a killed demo was. */
export async function runDemo(stack: Stack, terminal: Terminal): Promise<DemoSummary | null> {
  const fleet = await demoFleetOf(stack);
  if (fleet === null) return null;
  const url = `${stack.urls.api}/graphql`;
  const admin = await GraphqlClient.signIn(url, 'admin', stack.people.admin);
  const operator = await GraphqlClient.signIn(url, 'operator', stack.people.operator);
  const approver = await GraphqlClient.signIn(url, 'approver', stack.people.approver);
  const { targetProfileId } = await prepareInventory(admin, operator, fleet);
  const { campaignId, badNode } = await startDemoCampaign({ operator, approver }, fleet, targetProfileId);
  terminal.line();
  if (badNode !== null) terminal.line(`${badNode} will panic when it boots the new kernel, although all its files are there.`);
  const tree = liveTree(terminal);
  const picture = await watchCampaign(operator, campaignId, tree);
  const summary = await summariseCampaign(operator, campaignId, picture, fleet);
  terminal.line();
  for (const line of drawSummary(summary)) terminal.line(line);
  return summary;
}

/** Without the demo somebody else does its main job: the way to the nodes is open, and their list lies ready to be imported. */
export async function prepareWithoutDemo(stack: Stack): Promise<string | null> {
  const fleet = await demoFleetOf(stack);
  if (fleet === null) return null;
  const inventoryFile = join(stack.home, 'fleet.csv');
  await writeFileWhole(inventoryFile, inventoryCsv(fleet.nodes));
  await prepareWayIn(await GraphqlClient.signIn(`${stack.urls.api}/graphql`, 'admin', stack.people.admin), fleet);
  return inventoryFile;
}

export async function demoFleetOf(stack: Stack): Promise<DemoFleet | null> {
  switch (stack.fleet.kind) {
    case 'lab': return labDemoFleet(openLab(homeAt(stack.home).lab));
    case 'simulated': return simulatedDemoFleet(stack.fleet.fleet.socket, stack.fleet.fleet.nodes, stack.fleet.fleet.seed);
    case 'none': return null;
  }
}

/** On a terminal one picture that is drawn over itself; elsewhere a line per change, so that a log reads as a story. */
function liveTree(terminal: Terminal): (tree: readonly string[], changes: readonly string[]) => void {
  let drawn = 0;
  return (tree, changes) => {
    if (!terminal.interactive) {
      for (const line of changes) terminal.line(line);
      return;
    }
    const up = drawn === 0 ? '' : `\u001B[${drawn}A\u001B[0J`;
    drawn = tree.length;
    terminal.line(`${up}${tree.join('\n')}`);
  };
}
