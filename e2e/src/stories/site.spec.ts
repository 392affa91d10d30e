import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SiteWorker } from '../harness/site-worker.ts';
import { openStoryStack, type StoryStack } from '../harness/story-stack.ts';

/** Longer than any of the deadlines below, and than the 30 s after which nobody claims that a site is watched. */
const awaySeconds = 300;
const bastionAwaySeconds = 120;

let story: StoryStack;
let north: SiteWorker;
let others: SiteWorker;
beforeAll(async () => {
  story = await openStoryStack({ worker: { SKEIN_WORKER_SITES: 'none' } });
  const observe = { SKEIN_OBSERVE_EVERY_SECONDS: '4', SKEIN_INTEGRATIONS_FILE: story.held.file };
  north = new SiteWorker(story.stack, ['north'], observe);
  others = new SiteWorker(story.stack, ['south', 'west'], observe);
  await Promise.all([north.start(), others.start()]);
});
afterAll(async () => {
  await Promise.all([north?.stop(), others?.stop()]);
  await story?.close();
});

const quick = { gate: { soakSeconds: 2, firstLook: 12 }, concurrencyMax: 12, stagingMax: 12, deadlines: { drain: 30, apply: 55, rebootSilence: 8, reboot: 50, verify: 50, restore: 60 } };
const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

async function siteSeen(name: string): Promise<{ readonly name: string; readonly unattended: boolean; readonly unattendedSince: string | null }> {
  const { sites } = await story.campaigns.people.operator.query<{ sites: { name: string; unattended: boolean; unattendedSince: string | null }[] }>('{ sites { name unattended unattendedSince } }');
  const site = sites.find((one) => one.name === name);
  if (site === undefined) throw new Error(`no site ${name}`);
  return site;
}

async function untilUnattended(name: string, seconds: number): Promise<void> {
  for (const until = Date.now() + seconds * 1000; !(await siteSeen(name)).unattended; await pause(1)) {
    if (Date.now() > until) throw new Error(`site ${name} still counts as watched after ${String(seconds)} s more`);
  }
}

async function expectNeverInDoubt(campaignId: string, hostnames: readonly string[]): Promise<void> {
  const { campaign, runs } = await story.campaigns.untilEnded(campaignId, 240);
  expect(campaign.state).toBe('COMPLETED');
  expect(runs.map((run) => [run.node.hostname, run.state, run.attempt])).toEqual(hostnames.map((hostname) => [hostname, 'SUCCEEDED', 1]));
  expect((await story.rows.outcomes(campaignId)).map((outcome) => outcome.kind)).toEqual(hostnames.map(() => 'SUCCEEDED'));
  expect((await story.rows.effects(campaignId)).filter((effect) => effect.step === 'restore')).toEqual([]);
  for (const hostname of hostnames) expect((await story.lab.node(hostname)).transactions.dnf, hostname).toBe(1);
}

describe.concurrent('a site that nobody can see', () => {
  it('is UNATTENDED while its only worker is away: no deadline runs, nothing is restored, and the campaign goes on with the worker', async () => {
    const [applying, waiting] = [['n01', 'n05'], ['n02']];
    for (const hostname of applying) await story.lab.break(hostname, 'slow-scriptlet', '20');
    for (const hostname of waiting) story.held.hold('drain', hostname);
    const hostnames = [...applying, ...waiting].sort();
    const campaignId = await story.campaigns.start('its site worker goes away', hostnames, { ...quick, deadlines: { ...quick.deadlines, drain: 120 } });
    await story.campaigns.until(campaignId, 'two apply, one drains', 150, (_campaign, runs) =>
      runs.filter((run) => run.state === 'APPLYING').length === 2 && runs.filter((run) => run.state === 'DRAINING').length === 1);
    await north.stop('SIGKILL');
    await pause(awaySeconds);
    await untilUnattended('north', 5);
    expect(await siteSeen('south')).toMatchObject({ unattended: false });
    const meanwhile = await story.campaigns.runs(campaignId);
    expect(meanwhile.map((run) => [run.overdue, run.outage?.failureClass])).toEqual(hostnames.map(() => [false, 'INFRA']));
    expect(meanwhile.filter((run) => !['APPLYING', 'REBOOTING', 'DRAINING'].includes(run.state))).toEqual([]);
    expect((await story.campaigns.campaign(campaignId)).state).toBe('RUNNING');
    for (const hostname of waiting) story.held.letGo('drain', hostname);
    await north.start();
    await expectNeverInDoubt(campaignId, hostnames);
    expect(await siteSeen('north')).toMatchObject({ unattended: false, unattendedSince: null });
  });

  it('blames no node for its bastion: runs that were being verified wait, and the campaign goes on by itself', async () => {
    const hostnames = ['n17', 'n18', 'n21'];
    for (const hostname of hostnames) await story.lab.break(hostname, 'slow-scriptlet', '6');
    const campaignId = await story.campaigns.start('its bastion is restarted', hostnames, { ...quick, deadlines: { ...quick.deadlines, verify: 90 } });
    await story.campaigns.until(campaignId, 'all are being changed', 150, (_campaign, runs) => runs.length === hostnames.length && runs.every((run) => run.state === 'APPLYING'));
    // A service that does not come up with the new system keeps them in verification for a while.
    for (const hostname of hostnames) await story.lab.break(hostname, 'service-down');
    await story.campaigns.until(campaignId, 'all are being verified', 60, (_campaign, runs) => runs.length === hostnames.length && runs.every((run) => run.state === 'VERIFYING'));
    await story.lab.power('bastion-west', 'off');
    for (const hostname of hostnames) await story.lab.mend(hostname, 'service-down');
    await pause(bastionAwaySeconds);
    await untilUnattended('west', 20);
    const meanwhile = await story.campaigns.runs(campaignId);
    expect(meanwhile.map((run) => [run.state, run.overdue, run.failureClass, run.outage?.failureClass])).toEqual(hostnames.map(() => ['VERIFYING', false, null, 'INFRA']));
    expect(meanwhile[0]?.remediation).toMatch(/^Nobody can see the site west since .* goes on by itself\.$/);
    await story.lab.power('bastion-west', 'on');
    await expectNeverInDoubt(campaignId, hostnames);
    expect(await siteSeen('west')).toMatchObject({ unattended: false });
  });
});
