import { openFleetControl, type SimulatedFault } from '@skein/node-access';
import { type Campaigns } from './campaigns.ts';
import { type ConsoleStack } from './console-stack.ts';

/** Nodes that each have one thing wrong with them, by what is wrong. */
const faults = ['diskShort', 'requiresIdentity', 'transactionFailure', 'hostKeyMismatch', 'becomeRefused', 'serviceDown'] as const satisfies readonly SimulatedFault[];

/** What a console shows where not all is well. */
export interface TroubledCampaigns {
  /** Halted: one run failed, others were blocked or deferred. */
  readonly failed: string;
  /** Paused: nobody of its first wave could start, so its gate cannot be judged. */
  readonly undecided: string;
  /** No plan can be made of it. */
  readonly invalid: string;
  /** Its members were assessed, and preflight would block one. */
  readonly previewed: string;
  /** A node of each kind: blocked, failed, deferred, held, waiting for its wave. */
  readonly nodeIds: readonly string[];
}

/** Takes ten hosts that no other campaign has. */
export async function startTroubledCampaigns({ stack, campaigns }: ConsoleStack, hostnames: readonly string[]): Promise<TroubledCampaigns> {
  const { operator } = campaigns.people;
  const broken = hostnames.slice(0, faults.length);
  const [stranger = '', waits = '', held = '', fine = ''] = hostnames.slice(faults.length);
  await breakNodes(stack.fleet, campaigns, [...broken.map((hostname, index) => [hostname, faults[index] ?? 'diskShort'] as const), [stranger, 'hostKeyMismatch'], [waits, 'hostKeyMismatch']]);
  const [heldId = ''] = await campaigns.nodeIdsOf([held]);
  await operator.mutate('nodeHold', 'NodeHoldInput', { nodeId: heldId, held: true, reason: 'somebody looks at its disks' }, 'node { id }');

  const failed = await campaigns.start('c8-fails', broken, { gate: { soakSeconds: 1 } });
  const undecided = await campaigns.start('c8-undecided', [stranger, waits], { waves: [{ count: 1 }, { rest: true }], gate: { soakSeconds: 1, inconclusiveSecondsMax: 1 } });
  const invalid = await draft(campaigns, 'c8-invalid', [held]);
  await operator.mutate('campaignSubmit', 'CampaignVerbInput', { campaignId: invalid }, 'campaign { id }');
  await campaigns.untilEnded(failed);
  await campaigns.untilEnded(undecided);
  const previewed = await draft(campaigns, 'c8-previewed', [broken[0] ?? '', fine]);
  await assess(campaigns, previewed, [broken[0] ?? '', fine]);
  return { failed, undecided, invalid, previewed, nodeIds: await campaigns.nodeIdsOf([...broken, waits, held]) };
}

async function breakNodes(fleet: ConsoleStack['stack']['fleet'], campaigns: Campaigns, broken: readonly (readonly [string, SimulatedFault])[]): Promise<void> {
  if (fleet.kind !== 'simulated') throw new Error('only simulated nodes are broken here');
  const control = openFleetControl(fleet.fleet.socket);
  try {
    for (const [hostname, fault] of broken) await control.fault(campaigns.fleet.nodes.find((node) => node.hostname === hostname)?.externalId ?? hostname, fault, true);
  } finally {
    control.close();
  }
}

const draft = async (campaigns: Campaigns, name: string, hostnames: readonly string[]): Promise<string> =>
  (await campaigns.people.operator.mutate<{ campaign: { id: string } }>('campaignDraft', 'CampaignDraftInput', { spec: await campaigns.specFor(name, hostnames) }, 'campaign { id }')).campaign.id;

async function assess(campaigns: Campaigns, campaignId: string, hostnames: readonly string[]): Promise<void> {
  const { operator } = campaigns.people;
  const { campaign } = await operator.query<{ campaign: { spec: { targetProfileId: string } } }>('query($id: ID!) { campaign(id: $id) { spec { targetProfileId } } }', { id: campaignId });
  const { batch } = await operator.mutate<{ batch: { id: string } }>('nodesAssess', 'NodesAssessInput', { filter: { ids: await campaigns.nodeIdsOf(hostnames) }, targetProfileId: campaign.spec.targetProfileId }, 'batch { id }');
  for (const until = Date.now() + 60_000; ;) {
    const { assessmentBatch } = await operator.query<{ assessmentBatch: { open: number } }>('query($id: ID!) { assessmentBatch(id: $id) { open } }', { id: batch.id });
    if (assessmentBatch.open === 0) return;
    if (Date.now() > until) throw new Error(`${String(assessmentBatch.open)} nodes were not assessed within a minute`);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}
