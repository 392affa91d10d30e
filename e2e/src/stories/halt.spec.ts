import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStoryStack, type StoryStack } from '../harness/story-stack.ts';

/** The first run that gets a permit loses its worker for so long between the permit and the launch; all others do not notice. */
const heldSeconds = 60;
const lateNode = 'n24';
/** Two of each of the six racks: as many as the budgets let be unavailable at once, and two more than the campaign may have in flight. */
const twelve = ['n01', 'n02', 'n05', 'n06', 'n09', 'n10', 'n13', 'n14', 'n17', 'n18', 'n21', 'n22'];
const six = ['n03', 'n07', 'n11', 'n15', 'n19', 'n23'];

let story: StoryStack;
let lateCampaign: string;
beforeAll(async () => {
  story = await openStoryStack({ worker: { SKEIN_FAILPOINTS: `afterPermit=sleepOnce:${String(heldSeconds)}`, SKEIN_OBSERVE_EVERY_SECONDS: '4' } });
  lateCampaign = await story.campaigns.start('a launch that comes too late', [lateNode], { gate: { soakSeconds: 2 } });
  await story.rows.until(`${lateNode} has its permit`, 90, async () => ((await story.rows.permits(lateCampaign))[0]?.state === 'APPLYING' ? true : undefined));
});
afterAll(async () => { await story?.close(); });

/** Starts a campaign and holds every drain until `inFlight` runs wait there, so that a story can choose who goes on. */
async function startHeld(name: string, hostnames: readonly string[], inFlight: number): Promise<{ readonly campaignId: string; readonly draining: readonly string[] }> {
  for (const hostname of hostnames) {
    story.held.hold('drain', hostname);
    await story.lab.break(hostname, 'slow-scriptlet', '15');
  }
  const campaignId = await story.campaigns.start(name, hostnames, {
    concurrencyMax: inFlight, stagingMax: 12, exposureMax: 24, gate: { soakSeconds: 2, firstLook: 12 }, deadlines: { drain: 240 },
  });
  const { runs } = await story.campaigns.until(campaignId, `${String(inFlight)} runs drain and the others are staged`, 150, (_campaign, seen) =>
    seen.filter((run) => run.state === 'DRAINING').length === inFlight && seen.filter((run) => run.state === 'STAGED').length === hostnames.length - inFlight);
  return { campaignId, draining: runs.filter((run) => run.state === 'DRAINING').map((run) => run.node.hostname).sort() };
}

/** Lets the first of them past the permit, keeps the next ones before their snapshot, and the rest in the drain. */
async function spread(campaignId: string, draining: readonly string[], permits: number, protecting: number): Promise<{ readonly applying: readonly string[]; readonly undone: readonly string[] }> {
  const applying = draining.slice(0, permits);
  const held = draining.slice(permits, permits + protecting);
  for (const hostname of held) story.held.hold('snapshot', hostname);
  for (const hostname of [...applying, ...held]) story.held.letGo('drain', hostname);
  await story.campaigns.until(campaignId, 'some apply, some protect, some drain', 60, (_campaign, runs) => {
    const stateOf = (hostname: string) => runs.find((run) => run.node.hostname === hostname)?.state;
    return applying.every((hostname) => stateOf(hostname) === 'APPLYING') && held.every((hostname) => stateOf(hostname) === 'PROTECTING');
  });
  return { applying, undone: draining.slice(permits) };
}

/** What DESIGN's table says of a halt, for runs of which we know where they were. */
async function expectHaltTable(campaignId: string, where: { readonly applying: readonly string[]; readonly undone: readonly string[] }): Promise<void> {
  const { runs } = await story.campaigns.until(campaignId, 'HALTED, and everything before the permit is undone', 120, (campaign, seen) =>
    campaign.state === 'HALTED' && seen.filter((run) => !where.applying.includes(run.node.hostname)).every((run) => run.state === 'STAGED'));
  for (const run of runs) {
    if (where.applying.includes(run.node.hostname)) expect(['SOAKING', 'SUCCEEDED', 'RESTORED'], run.node.hostname).toContain(run.state);
  }
  const permits = await story.rows.permits(campaignId);
  expect(permits.filter((run) => run.leased)).toEqual([]);
  const effects = await story.rows.effects(campaignId);
  for (const hostname of where.undone) expect(effects.filter((effect) => effect.hostname === hostname && effect.step === 'drain').at(-1), hostname).toMatchObject({ direction: 'undo', state: 'done' });
  const { backends } = await story.lab.balancer();
  for (const hostname of where.undone) expect(backends.find((backend) => backend.node === hostname)?.state, hostname).toBe('in');
}

async function expectNothingStartedAfter(campaignId: string, answeredAt: number, applying: readonly string[]): Promise<void> {
  const permits = (await story.rows.permits(campaignId)).filter((run) => run.permitAt !== null);
  expect(permits.map((run) => run.hostname)).toEqual(applying);
  for (const run of permits) expect(run.permitAt, run.hostname).toBeLessThan(answeredAt);
  const changes = (await story.rows.jobs(campaignId)).filter((job) => job.step.startsWith('apply'));
  expect(changes.map((job) => job.hostname).sort()).toEqual(applying);
}

async function resumeToTheEnd(campaignId: string, hostnames: readonly string[]): Promise<void> {
  story.held.letAllGo();
  for (const hostname of hostnames) await story.lab.mend(hostname, 'slow-scriptlet');
  await story.campaigns.verb('campaignResume', campaignId);
  const { campaign, runs } = await story.campaigns.untilEnded(campaignId, 240);
  expect(campaign.state).toBe('COMPLETED');
  expect(runs.map((run) => run.state)).toEqual(hostnames.map(() => 'SUCCEEDED'));
  // What was staged before the halt was used after it.
  expect((await story.rows.jobs(campaignId)).filter((job) => job.step.startsWith('stage'))).toHaveLength(hostnames.length);
  for (const hostname of hostnames) expect((await story.lab.node(hostname)).transactions.dnf, hostname).toBe(1);
}

describe.concurrent('halt', () => {
  it('gives no permit after its answer with ten nodes in flight, ends each run as the table says, and resumes', async () => {
    const { campaignId, draining } = await startHeld('halt with ten in flight', twelve, 10);
    const where = await spread(campaignId, draining, 5, 2);
    const holding = await story.campaigns.halt(campaignId);
    const answeredAt = await story.rows.now();
    expect(holding).toEqual(where.applying);
    // Whoever was held before the permit could go on now; the halt is what stops them.
    story.held.letAllGo();
    await expectHaltTable(campaignId, where);
    await expectNothingStartedAfter(campaignId, answeredAt, where.applying);
    await resumeToTheEnd(campaignId, twelve);
  });

  it('makes the node refuse a launch that its worker sends a minute after the permit', async () => {
    const before = await story.lab.node(lateNode);
    expect(await story.campaigns.halt(lateCampaign)).toEqual([lateNode]);
    await story.campaigns.until(lateCampaign, 'the run waits for its turn again and the campaign is HALTED', 120, (campaign, runs) => campaign.state === 'HALTED' && runs[0]?.state === 'STAGED');
    const [job] = (await story.rows.jobs(lateCampaign)).filter((one) => one.step === 'apply');
    expect(job).toMatchObject({ state: 'VOID', reason: 'tooLate' });
    expect((await story.rows.permits(lateCampaign))[0]).toMatchObject({ permitAt: null, leased: false });
    // The worker comes back from its sleep and sends the launch that nobody wants any more.
    const wakesAt = (job?.launchedAt ?? 0) + (heldSeconds + 5) * 1000;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, wakesAt - Date.now())));
    const after = await story.lab.node(lateNode);
    expect(after.bootId).toBe(before.bootId);
    expect(after.transactions).toEqual(before.transactions);
    expect(await story.lab.readFile(lateNode, `/var/lib/skein/jobs/${job?.jobId ?? ''}/job`)).toBeNull();
    await story.campaigns.verb('campaignResume', lateCampaign);
    const { campaign, runs } = await story.campaigns.untilEnded(lateCampaign);
    expect([campaign.state, runs[0]?.state]).toEqual(['COMPLETED', 'SUCCEEDED']);
    expect((await story.lab.node(lateNode)).transactions.dnf).toBe(1);
  });
});

describe('halt while Temporal is away', () => {
  it('answers, holds its fences, and lets the runs settle when Temporal is back', async () => {
    const { campaignId, draining } = await startHeld('halt without Temporal', six, 6);
    const where = await spread(campaignId, draining, 2, 2);
    await story.stack.stopPart('temporal');
    const holding = await story.campaigns.halt(campaignId);
    const answeredAt = await story.rows.now();
    expect(holding).toEqual(where.applying);
    story.held.letAllGo();
    await new Promise((resolve) => setTimeout(resolve, 5000));
    await expectNothingStartedAfter(campaignId, answeredAt, where.applying);
    await story.stack.startPart('temporal');
    await expectHaltTable(campaignId, where);
    await expectNothingStartedAfter(campaignId, answeredAt, where.applying);
    await resumeToTheEnd(campaignId, six);
  });
});
