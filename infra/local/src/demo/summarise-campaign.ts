import { type DemoFleet } from './demo-fleet.ts';
import { type GraphqlClient } from './graphql-client.ts';
import { type CampaignPicture } from './watch-campaign.ts';

export interface DemoSummary {
  readonly state: string;
  readonly migrated: number;
  readonly rolledBack: number;
  readonly other: number;
  readonly unavailable: readonly { readonly hostname: string; readonly secondsLower: number; readonly secondsUpper: number }[];
  readonly traffic: { readonly requests: number; readonly lost: number } | null;
}

const total = (picture: CampaignPicture, state: string): number => picture.waves.flatMap((wave) => wave.counts).filter((count) => count.state === state).reduce((sum, count) => sum + count.count, 0);

export async function summariseCampaign(client: GraphqlClient, campaignId: string, picture: CampaignPicture, fleet: DemoFleet): Promise<DemoSummary> {
  const unavailable: { hostname: string; secondsLower: number; secondsUpper: number }[] = [];
  for (let after: string | null = null; ;) {
    const { campaign }: { campaign: { availability: { nodes: { hostname: string; unavailableSecondsLower: number; unavailableSecondsUpper: number }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } } } = await client.query(
      'query($id: ID!, $page: PageInput) { campaign(id: $id) { availability(page: $page) { nodes { hostname unavailableSecondsLower unavailableSecondsUpper } pageInfo { endCursor hasNextPage } } } }',
      { id: campaignId, page: { first: 200, ...(after === null ? {} : { after }) } });
    for (const row of campaign.availability.nodes) unavailable.push({ hostname: row.hostname, secondsLower: row.unavailableSecondsLower, secondsUpper: row.unavailableSecondsUpper });
    if (!campaign.availability.pageInfo.hasNextPage) break;
    after = campaign.availability.pageInfo.endCursor;
  }
  const migrated = total(picture, 'SUCCEEDED');
  const rolledBack = total(picture, 'RESTORED');
  const all = picture.waves.flatMap((wave) => wave.counts).reduce((sum, count) => sum + count.count, 0);
  return { state: picture.state, migrated, rolledBack, other: all - migrated - rolledBack, unavailable, traffic: await fleet.traffic() };
}

const minutes = (seconds: number): string => (seconds / 60).toFixed(2);
const nodesShown = 40;

export function drawSummary(summary: DemoSummary): string[] {
  const lines = [`${summary.state}: ${summary.migrated} migrated, ${summary.rolledBack} rolled back${summary.other > 0 ? `, ${summary.other} other` : ''}`];
  const widest = Math.max(0, ...summary.unavailable.map((row) => row.hostname.length));
  if (summary.unavailable.length > 0) lines.push('', 'unavailable minutes per node (known, and at most)');
  for (const row of summary.unavailable.slice(0, nodesShown)) lines.push(`  ${row.hostname.padEnd(widest)}  ${minutes(row.secondsLower).padStart(6)}  ${minutes(row.secondsUpper).padStart(6)}`);
  if (summary.unavailable.length > nodesShown) lines.push(`  … and ${summary.unavailable.length - nodesShown} more`);
  if (summary.traffic !== null) lines.push('', `requests at the load balancer: ${summary.traffic.requests}, lost: ${summary.traffic.lost}`);
  return lines;
}
