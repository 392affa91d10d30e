import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunSeen } from '../harness/campaigns.ts';
import { openStoryStack, type StoryStack } from '../harness/story-stack.ts';

let story: StoryStack;
beforeAll(async () => { story = await openStoryStack(); });
afterAll(async () => { await story?.close(); });

/** Runs one campaign on one node and returns how it ended. */
async function migrate(hostname: string, changes: Readonly<Record<string, unknown>> = {}): Promise<RunSeen> {
  const campaignId = await story.campaigns.start(`story on ${hostname}`, [hostname], changes);
  await story.campaigns.untilEnded(campaignId);
  return story.campaigns.runOf(campaignId, hostname);
}

const fingerprintOf = async (hostname: string): Promise<string> =>
  (await story.lab.exec(hostname, ['sh', '-c', 'rpm -qa --qf "%{NAME} %{EPOCHNUM}:%{VERSION}-%{RELEASE} %{SIGMD5}\\n" | sort; cat /etc/os-release /etc/yum.repos.d/*; ls /boot'])).stdout;

describe('what happens to a node has a name and a remedy', () => {
  it('defers a node that shows another host key, and writes nothing to it', async () => {
    const before = await story.lab.node('n01');
    await story.lab.break('n01', 'host-key');
    const run = await migrate('n01', { deadlines: { preflight: 10 } });
    expect([run.state, run.stateReason]).toEqual(['DEFERRED', 'hostKeyMismatch']);
    expect(run.remediation).not.toBeNull();
    expect(await story.lab.readFile('n01', '/var/lib/skein/seq')).toBeNull();
    expect((await story.lab.node('n01')).transactions).toEqual(before.transactions);
  });

  it('defers a node that cannot be reached', async () => {
    await story.lab.power('n02', 'off');
    const run = await migrate('n02', { deadlines: { preflight: 5 } });
    expect([run.state, run.stateReason]).toEqual(['DEFERRED', 'unreachable']);
    expect(run.remediation).not.toBeNull();
  });

  it('blocks a node whose third-party package requires the release package', async () => {
    await story.lab.exec('n03', ['sh', '-c', 'dnf -y --repofrompath=acme,http://mirror.lab/acme/8/ --repo=acme --nogpgcheck install acme-strict']);
    const run = await migrate('n03');
    expect(run.state).toBe('BLOCKED');
    expect(run.findings.filter((finding) => finding.check === 'pkg.requires-release')).toHaveLength(1);
    expect(run.findings.find((finding) => finding.check === 'pkg.requires-release')?.remediation).toBeTruthy();
  });

  it.each(['mirror-503', 'mirror-hang', 'mirror-corrupt'] as const)('fails clean when the mirror answers with %s', async (fault) => {
    const hostname = { 'mirror-503': 'n04', 'mirror-hang': 'n05', 'mirror-corrupt': 'n06' }[fault];
    const before = await fingerprintOf(hostname);
    await story.lab.break(hostname, fault);
    const run = await migrate(hostname);
    // A mirror that is ill while the node is inspected is found by preflight; one that falls ill later by staging.
    expect([run.state, run.stateReason]).toEqual(['FAILED_CLEAN', 'stagingFailed']);
    expect(run.remediation).not.toBeNull();
    expect(await fingerprintOf(hostname)).toBe(before);
  });

  it('restores a node whose package transaction fails', async () => {
    const before = await fingerprintOf('n09');
    await story.lab.break('n09', 'scriptlet-fail');
    const run = await migrate('n09');
    expect([run.state, run.stateReason]).toEqual(['RESTORED', 'transactionFailed']);
    expect(await fingerprintOf('n09')).toBe(before);
  });
});
