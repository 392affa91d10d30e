import { demoSpec, GraphqlClient, prepareInventory, type DemoFleet } from '@skein/local';

/** Three people and the fleet they look after: what every story begins with. */
export interface People {
  readonly admin: GraphqlClient;
  readonly operator: GraphqlClient;
  readonly approver: GraphqlClient;
}

export interface RunSeen {
  readonly id: string;
  readonly attempt: number;
  readonly wave: number;
  readonly state: string;
  readonly stateReason: string | null;
  readonly remediation: string | null;
  readonly failureClass: string | null;
  readonly outage: { readonly failureClass: string; readonly message: string } | null;
  readonly overdue: boolean;
  readonly node: { readonly id: string; readonly hostname: string };
  readonly jobs: readonly { readonly id: string; readonly step: string; readonly state: string; readonly phase: string; readonly transactions: number; readonly attachments: number }[];
  readonly findings: readonly { readonly check: string; readonly severity: string; readonly remediation: string }[];
}

export interface CampaignSeen {
  readonly id: string;
  readonly state: string;
  readonly stateReason: string | null;
  readonly stateDetail: readonly string[];
  readonly version: number;
  readonly epoch: number;
  readonly waves: readonly { readonly number: number; readonly state: string; readonly members: number; readonly counts: readonly { readonly state: string; readonly count: number }[]; readonly verdicts: readonly { readonly kind: string; readonly message: string }[] }[];
}

const campaignFields = 'id state stateReason stateDetail version epoch waves { number state members counts { state count } verdicts { kind message } }';
const runFields = 'id attempt wave state stateReason remediation failureClass outage { failureClass message } overdue node { id hostname } jobs { id step state phase transactions attachments } findings { check severity remediation }';

export async function signInAll(apiUrl: string, passwords: { readonly operator: string; readonly approver: string; readonly admin: string }): Promise<People> {
  const url = `${apiUrl}/graphql`;
  return { admin: await GraphqlClient.signIn(url, 'admin', passwords.admin), operator: await GraphqlClient.signIn(url, 'operator', passwords.operator), approver: await GraphqlClient.signIn(url, 'approver', passwords.approver) };
}

/** Campaigns as people make them: nothing here goes past the API. */
export class Campaigns {
  readonly people: People;
  readonly fleet: DemoFleet;
  readonly #targetProfileId: string;

  private constructor(people: People, fleet: DemoFleet, targetProfileId: string) {
    this.people = people;
    this.fleet = fleet;
    this.#targetProfileId = targetProfileId;
  }

  static async open(people: People, fleet: DemoFleet): Promise<Campaigns> {
    const { targetProfileId } = await prepareInventory(people.admin, people.operator, fleet);
    return new Campaigns(people, fleet, targetProfileId);
  }

  async nodeIdsOf(hostnames: readonly string[]): Promise<string[]> {
    return Promise.all(hostnames.map(async (name) => (await this.people.operator.query<{ nodeByName: { id: string } }>('query($name: String!) { nodeByName(name: $name) { id } }', { name })).nodeByName.id));
  }

  /** The demo's document for exactly these nodes, in one wave; `changes` go over it. */
  async specFor(name: string, hostnames: readonly string[], changes: Readonly<Record<string, unknown>> = {}): Promise<Record<string, unknown>> {
    const base = demoSpec(this.#targetProfileId, this.fleet, name);
    return { ...base, selector: { nodeIds: await this.nodeIdsOf(hostnames) }, waves: [{ rest: true }], ...changes, gate: { ...(base['gate'] as object), ...(changes['gate'] as object | undefined) }, deadlines: { ...(base['deadlines'] as object), ...(changes['deadlines'] as object | undefined) } };
  }

  /** Drafts, submits, approves and starts a campaign on exactly these nodes; `changes` go over the demo's document. */
  async start(name: string, hostnames: readonly string[], changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const campaignId = await this.approve(name, hostnames, changes);
    await this.verb('campaignStart', campaignId);
    return campaignId;
  }

  /** The same, up to its start. */
  async approve(name: string, hostnames: readonly string[], changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const { operator, approver } = this.people;
    const spec = await this.specFor(name, hostnames, changes);
    const { campaign } = await operator.mutate<{ campaign: { id: string } }>('campaignDraft', 'CampaignDraftInput', { spec }, 'campaign { id }');
    await operator.mutate('campaignSubmit', 'CampaignVerbInput', { campaignId: campaign.id }, 'campaign { id }');
    const { campaign: submitted } = await approver.query<{ campaign: { state: string; stateDetail: string[]; revision: { digest: string } | null } }>('query($id: ID!) { campaign(id: $id) { state stateDetail revision { digest } } }', { id: campaign.id });
    if (submitted.revision === null) throw new Error(`${name} is ${submitted.state}: ${submitted.stateDetail.join('; ')}`);
    await approver.mutate('campaignApprove', 'CampaignApproveInput', { campaignId: campaign.id, digest: submitted.revision.digest }, 'campaign { id }');
    return campaign.id;
  }

  async verb(verb: 'campaignStart' | 'campaignPause' | 'campaignHold' | 'campaignResume' | 'campaignCancel', campaignId: string): Promise<void> {
    await this.people.operator.mutate(verb, 'CampaignVerbInput', { campaignId, reason: 'story' }, 'campaign { id }');
  }

  /** Returns the hostnames of runs that already held a permit. */
  async halt(campaignId: string): Promise<string[]> {
    const { holdingPermit } = await this.people.operator.mutate<{ holdingPermit: { hostname: string }[] }>('campaignHalt', 'CampaignVerbInput', { campaignId, reason: 'story' }, 'holdingPermit { hostname }');
    return holdingPermit.map((run) => run.hostname).sort();
  }

  async retry(campaignId: string): Promise<void> {
    await this.people.operator.mutate('campaignRetry', 'CampaignRetryInput', { campaignId, reason: 'story' }, 'campaign { id }');
  }

  async rollback(campaignId: string, scope: Readonly<Record<string, unknown>>): Promise<string> {
    return (await this.people.operator.mutate<{ campaign: { id: string } }>('campaignRollback', 'CampaignRollbackInput', { campaignId, scope, reason: 'story' }, 'campaign { id }')).campaign.id;
  }

  async campaign(campaignId: string): Promise<CampaignSeen> {
    return (await this.people.operator.query<{ campaign: CampaignSeen }>(`query($id: ID!) { campaign(id: $id) { ${campaignFields} } }`, { id: campaignId })).campaign;
  }

  async runs(campaignId: string): Promise<readonly RunSeen[]> {
    return (await this.people.operator.query<{ runs: { nodes: RunSeen[] } }>(`query($id: ID!) { runs(filter: { campaignId: $id }, page: { first: 200 }) { nodes { ${runFields} } } }`, { id: campaignId })).runs.nodes;
  }

  async runOf(campaignId: string, hostname: string): Promise<RunSeen> {
    const run = (await this.runs(campaignId)).find((candidate) => candidate.node.hostname === hostname);
    if (run === undefined) throw new Error(`campaign ${campaignId} has no run on ${hostname}`);
    return run;
  }

  /** Looks until `holds`; says what it saw last when it never does. */
  async until(campaignId: string, what: string, seconds: number, holds: (campaign: CampaignSeen, runs: readonly RunSeen[]) => boolean): Promise<{ campaign: CampaignSeen; runs: readonly RunSeen[] }> {
    for (const until = Date.now() + seconds * 1000; ;) {
      const [campaign, runs] = await Promise.all([this.campaign(campaignId), this.runs(campaignId)]);
      if (holds(campaign, runs)) return { campaign, runs };
      if (Date.now() > until) throw new Error(`not within ${seconds} s: ${what}; campaign ${campaign.state}(${campaign.stateReason ?? ''}) ${runs.map((run) => `${run.node.hostname}=${run.state}(${run.stateReason ?? ''}${run.overdue ? ' overdue' : ''})`).join(' ')}`);
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  }

  untilEnded(campaignId: string, seconds = 180): Promise<{ campaign: CampaignSeen; runs: readonly RunSeen[] }> {
    return this.until(campaignId, 'the campaign ends', seconds, (campaign) => ['COMPLETED', 'COMPLETED_WITH_EXCEPTIONS', 'CANCELLED', 'HALTED', 'INVALID'].includes(campaign.state) || (campaign.state === 'PAUSED' && campaign.stateReason?.startsWith('gate') === true));
  }
}
