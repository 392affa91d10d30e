import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStoryStack, type StoryStack } from '../harness/story-stack.ts';

const members = ['n01', 'n05', 'n09', 'n13'];
const soaking = 'n17';
const ledger = '/srv/data/ledger';

let story: StoryStack;
beforeAll(async () => { story = await openStoryStack({ worker: { SKEIN_OBSERVE_EVERY_SECONDS: '4' } }); });
afterAll(async () => { await story?.close(); });

const seenFrom = async (hostname: string, script: string): Promise<string> => (await story.lab.exec(hostname, ['sh', '-c', script])).stdout;

/** What a way back has to bring back: packages with signatures and keys, identity, repositories, kernels and which of them is the default. */
const fingerprintOf = (hostname: string): Promise<string> => seenFrom(hostname,
  'rpm -qa --qf "%{NAME} %{EPOCHNUM}:%{VERSION}-%{RELEASE} %{SIGMD5}\\n" | sort; cat /etc/os-release; sha256sum /etc/yum.repos.d/* /etc/dnf/dnf.conf; ls /boot /boot/loader/entries; grubby --default-kernel; uname -r');

const fingerprintsOf = async (hostnames: readonly string[]): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(await Promise.all(hostnames.map(async (hostname) => [hostname, await fingerprintOf(hostname)] as const)));

/** A service that has been in use again since the change: it appends, and nobody may take that away. */
const serve = (hostname: string): Promise<void> => story.lab.writeFile(hostname, ledger, `written by ${hostname} after soak\n`);
const expectStillThere = async (hostname: string): Promise<void> => expect(await story.lab.readFile(hostname, ledger), hostname).toBe(`written by ${hostname} after soak\n`);

describe.concurrent('rollback', () => {
  it('brings back a finished wave and then the campaign, through a power cut, and loses nothing that was written since', async () => {
    const before = await fingerprintsOf(members);
    const campaignId = await story.campaigns.start('to be rolled back', members, { waves: [{ count: 2 }, { rest: true }], gate: { soakSeconds: 2 } });
    const { campaign } = await story.campaigns.untilEnded(campaignId, 240);
    expect(campaign.state).toBe('COMPLETED');
    const waveOf = new Map((await story.campaigns.runs(campaignId)).map((run) => [run.node.hostname, run.wave]));
    const second = members.filter((hostname) => waveOf.get(hostname) === 2);
    const first = members.filter((hostname) => waveOf.get(hostname) === 1);
    expect([first.length, second.length]).toEqual([2, 2]);
    for (const hostname of members) {
      expect((await story.lab.node(hostname)).os, hostname).toBe('opencloudos 8.5');
      await serve(hostname);
    }

    const ofWave = await story.campaigns.rollback(campaignId, { wave: 2 });
    expect((await story.campaigns.untilEnded(ofWave, 180)).campaign.state).toBe('COMPLETED');
    expect((await story.campaigns.runs(ofWave)).map((run) => [run.node.hostname, run.state])).toEqual(second.map((hostname) => [hostname, 'RESTORED']));
    for (const hostname of second) {
      expect(await fingerprintOf(hostname), hostname).toBe(before[hostname]);
      await expectStillThere(hostname);
    }
    for (const hostname of first) expect((await story.lab.node(hostname)).os, hostname).toBe('opencloudos 8.5');

    const ofCampaign = await story.campaigns.rollback(campaignId, { campaign: true });
    const cut = await story.rows.until('a reverse is in its package transaction', 120, async () =>
      (await story.rows.jobs(ofCampaign)).find((job) => job.step === 'reverse' && job.state === 'RUNNING' && job.phase === 'transaction'));
    await story.lab.break(cut.hostname, 'power-blip');
    expect((await story.campaigns.untilEnded(ofCampaign, 240)).campaign.state).toBe('COMPLETED');
    expect((await story.campaigns.runs(ofCampaign)).map((run) => [run.node.hostname, run.state])).toEqual(first.map((hostname) => [hostname, 'RESTORED']));
    const jobs = (await story.rows.jobs(ofCampaign)).filter((job) => job.hostname === cut.hostname).map((job) => [job.step, job.state]);
    expect(jobs).toEqual([['reverse', 'POWER_LOSS'], ['reverse2', 'REBOOTED']]);
    for (const hostname of first) {
      expect(await fingerprintOf(hostname), hostname).toBe(before[hostname]);
      await expectStillThere(hostname);
    }
  });

  it('adopts a run that still soaks and pauses its campaign meanwhile', async () => {
    const before = await fingerprintOf(soaking);
    const campaignId = await story.campaigns.start('soaks for long', [soaking], { gate: { soakSeconds: 1800 } });
    const { runs } = await story.campaigns.until(campaignId, 'the run soaks', 120, (_campaign, seen) => seen[0]?.state === 'SOAKING');
    await serve(soaking);
    const rollback = await story.campaigns.rollback(campaignId, { nodeIds: [runs[0]?.node.id ?? ''] });
    expect(await story.campaigns.campaign(campaignId)).toMatchObject({ state: 'PAUSED', stateReason: 'rollbackRunning' });
    expect((await story.campaigns.untilEnded(rollback, 120)).campaign.state).toBe('COMPLETED');
    expect(await story.campaigns.runOf(campaignId, soaking)).toMatchObject({ id: runs[0]?.id, state: 'RESTORED', stateReason: 'operator' });
    // It served while it soaked, so it was taken out of service for the way back, and serves again.
    expect((await story.rows.effects(campaignId)).filter((effect) => effect.step === 'drainAgain').map((effect) => [effect.direction, effect.state])).toEqual([['do', 'done'], ['undo', 'done']]);
    expect((await story.lab.balancer()).backends.find((backend) => backend.node === soaking)?.state).toBe('in');
    expect(await fingerprintOf(soaking)).toBe(before);
    await expectStillThere(soaking);
  });
});
