import { type DemoFleet } from './demo-fleet.ts';
import { type GraphqlClient } from './graphql-client.ts';

export const demoCampaignName = 'Demo: CentOS 8 to OpenCloudOS 8';

/** The demo's thresholds are honest ones; only its clocks are short, because its nodes boot in a second. */
export const demoSpec = (targetProfileId: string, fleet: DemoFleet, name: string): Record<string, unknown> => ({
  name, targetProfileId,
  selector: { labels: [{ key: 'demo', value: 'yes' }] },
  waves: fleet.kind === 'lab' ? [{ count: 1 }, { count: 5 }, { rest: true }] : [{ count: 1 }, { percent: 5 }, { rest: true }],
  gate: { failurePercentMax: 15, verifiedPercentMin: 80, soakSeconds: fleet.kind === 'lab' ? 6 : 5, firstLook: 5, inconclusiveSecondsMax: 60, lostMax: 1 },
  concurrencyMax: fleet.kind === 'lab' ? 4 : 200, stagingMax: fleet.kind === 'lab' ? 4 : 200, exposureMax: fleet.kind === 'lab' ? 12 : 600,
  deadlines: { preflight: 60, staging: 300, drain: 60, apply: 300, rebootSilence: 15, reboot: 120, verify: 60, restore: 180 },
  hooks: fleet.hooks, seed: 20240630,
});

export interface DemoStarted {
  readonly campaignId: string;
  readonly badNode: string | null;
}

interface Found {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

/**
 * Author, approver and starter are different people, also here. Each step looks first whether it was done: the demo that was killed
 * goes on where it was.
 */
export async function startDemoCampaign(people: { readonly operator: GraphqlClient; readonly approver: GraphqlClient }, fleet: DemoFleet, targetProfileId: string): Promise<DemoStarted> {
  const { operator, approver } = people;
  const campaign = (await findDemo(operator)) ?? (await draft(operator, fleet, targetProfileId));
  let current = campaign;
  const refresh = async (): Promise<void> => { current = await byId(operator, campaign.id); };
  if (current.state === 'DRAFT') {
    await operator.mutate('campaignSubmit', 'CampaignVerbInput', { campaignId: current.id, expectedVersion: current.version }, 'campaign { id }');
    await refresh();
  }
  if (current.state === 'AWAITING_APPROVAL') {
    const { campaign: submitted } = await approver.query<{ campaign: { revision: { digest: string } } }>('query($id: ID!) { campaign(id: $id) { revision { digest } } }', { id: current.id });
    await approver.mutate('campaignApprove', 'CampaignApproveInput', { campaignId: current.id, digest: submitted.revision.digest, reason: 'demo' }, 'campaign { id }');
    await refresh();
  }
  const badNode = await chooseBadNode(operator, current.id, fleet);
  if (current.state === 'SCHEDULED') {
    if (badNode !== null) await fleet.breakKernelOf(badNode);
    await operator.mutate('campaignStart', 'CampaignVerbInput', { campaignId: current.id, reason: 'demo' }, 'campaign { id }');
  }
  return { campaignId: current.id, badNode };
}

const selection = 'id state version';

async function findDemo(client: GraphqlClient): Promise<Found | null> {
  const { campaigns } = await client.query<{ campaigns: { nodes: Found[] } }>(`query($text: String!) { campaigns(filter: { text: $text, kind: MIGRATE }) { nodes { ${selection} } } }`, { text: demoCampaignName });
  return campaigns.nodes[0] ?? null;
}

async function byId(client: GraphqlClient, id: string): Promise<Found> {
  return (await client.query<{ campaign: Found }>(`query($id: ID!) { campaign(id: $id) { ${selection} } }`, { id })).campaign;
}

async function draft(operator: GraphqlClient, fleet: DemoFleet, targetProfileId: string): Promise<Found> {
  const { campaign } = await operator.mutate<{ campaign: Found }>('campaignDraft', 'CampaignDraftInput',
    { spec: demoSpec(targetProfileId, fleet, demoCampaignName), source: 'DEMO', reason: 'demo', idempotencyKey: 'demo-draft' }, `campaign { ${selection} }`);
  return campaign;
}

/** A member of the last wave: small waves are there to find what they can, and this is one that they cannot. */
async function chooseBadNode(client: GraphqlClient, campaignId: string, fleet: DemoFleet): Promise<string | null> {
  const { campaignPreview } = await client.query<{ campaignPreview: { waves: { number: number; members: { hostname: string }[] }[] } }>(
    'query($id: ID!) { campaignPreview(of: { campaignId: $id }) { waves { number members { hostname } } } }', { id: campaignId });
  const members = campaignPreview.waves.find((wave) => wave.number === 3)?.members ?? [];
  const hostname = members.map((member) => member.hostname).sort()[Math.floor(members.length / 2)];
  return fleet.nodes.find((node) => node.hostname === hostname)?.externalId ?? null;
}
