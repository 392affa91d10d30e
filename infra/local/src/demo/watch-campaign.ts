import { type GraphqlClient } from './graphql-client.ts';

export interface CampaignPicture {
  readonly name: string;
  readonly state: string;
  readonly stateReason: string | null;
  readonly stateDetail: readonly string[];
  readonly waves: readonly { readonly number: number; readonly state: string; readonly members: number; readonly overdue: number; readonly counts: readonly { readonly state: string; readonly count: number }[]; readonly verdicts: readonly { readonly kind: string; readonly message: string }[] }[];
  readonly troubled: readonly { readonly node: { readonly hostname: string }; readonly state: string; readonly stateReason: string | null; readonly wave: number }[];
}

const pictureQuery = `query($id: ID!) {
  campaign(id: $id) { name state stateReason stateDetail waves { number state members overdue counts { state count } verdicts { kind message } } }
  runs(filter: { campaignId: $id, states: [BLOCKED, DEFERRED, FAILED_CLEAN, RESTORING, RESTORED, QUARANTINED, UNDOING] }, page: { first: 20 }) { nodes { node { hostname } state stateReason wave } }
}`;

const endStates = ['COMPLETED', 'COMPLETED_WITH_EXCEPTIONS', 'CANCELLED', 'HALTED', 'REJECTED', 'INVALID'];

/** Nothing moves any more without a person. */
export const hasEnded = (picture: CampaignPicture): boolean => endStates.includes(picture.state) || (picture.state === 'PAUSED' && picture.stateReason !== 'siteUnattended');

export async function takePicture(client: GraphqlClient, campaignId: string): Promise<CampaignPicture> {
  const { campaign, runs } = await client.query<{ campaign: Omit<CampaignPicture, 'troubled'>; runs: { nodes: CampaignPicture['troubled'] } }>(pictureQuery, { id: campaignId });
  return { ...campaign, troubled: runs.nodes };
}

const countOf = (wave: CampaignPicture['waves'][number], states: readonly string[]): number =>
  wave.counts.filter((count) => states.includes(count.state)).reduce((sum, count) => sum + count.count, 0);

function waveLine(wave: CampaignPicture['waves'][number]): string {
  const groups: [string, readonly string[]][] = [
    ['waiting', ['PLANNED']], ['inspecting', ['PREFLIGHT', 'STAGING']], ['ready', ['STAGED']], ['changing', ['LEASED', 'DRAINING', 'PROTECTING', 'APPLYING', 'REBOOTING', 'VERIFYING', 'UNDOING']],
    ['soaking', ['SOAKING']], ['migrated', ['SUCCEEDED']], ['coming back', ['RESTORING']], ['rolled back', ['RESTORED']], ['failed', ['FAILED_CLEAN', 'QUARANTINED']], ['deferred', ['DEFERRED', 'BLOCKED', 'CANCELLED']],
  ];
  const parts = groups.map(([label, states]) => [label, countOf(wave, states)] as const).filter(([, count]) => count > 0).map(([label, count]) => `${count} ${label}`);
  return `wave ${wave.number}  ${wave.state.toLowerCase().padEnd(12)} ${String(wave.members).padStart(4)} nodes  ${parts.join(' · ')}`;
}

/** The campaign as a tree: campaign, waves, nodes in trouble. */
export function drawTree(picture: CampaignPicture): string[] {
  const lines = [`${picture.name}: ${picture.state}${picture.stateReason === null ? '' : ` (${picture.stateReason})`}`];
  picture.waves.forEach((wave, index) => {
    const last = index === picture.waves.length - 1;
    lines.push(`${last ? '└─' : '├─'} ${waveLine(wave)}`);
    for (const run of picture.troubled.filter((troubled) => troubled.wave === wave.number)) {
      lines.push(`${last ? '  ' : '│ '}   └─ ${run.node.hostname} ${run.state.toLowerCase()}${run.stateReason === null ? '' : ` (${run.stateReason})`}`);
    }
  });
  return lines;
}

/** Without a terminal each change is one line, so that a log reads as a story. */
export const drawChanges = (before: readonly string[], now: readonly string[]): string[] => now.filter((line) => !before.includes(line)).map((line) => line.replace(/^[│├└─ ]+/, ''));

/** Looks until nothing moves any more without a person; `show` gets each picture that differs from the last one. */
export async function watchCampaign(client: GraphqlClient, campaignId: string, show: (tree: readonly string[], changes: readonly string[]) => void): Promise<CampaignPicture> {
  let before: string[] = [];
  for (;;) {
    const picture = await takePicture(client, campaignId);
    const tree = drawTree(picture);
    const changes = drawChanges(before, tree);
    if (changes.length > 0) show(tree, changes);
    before = tree;
    if (hasEnded(picture)) return picture;
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
}
