import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunSeen } from '../harness/campaigns.ts';
import { fingerprintOf, transactionsOf } from '../harness/node-truth.ts';
import { slowTransaction, untilMidTransaction } from '../harness/slow-transaction.ts';
import { openStoryStack, type StoryStack } from '../harness/story-stack.ts';
import { untilSettled } from '../harness/until-settled.ts';

let story: StoryStack;

/** The small disks are for stories about space, so the worker is told that this lab's machines are small. */
const smallMachines = { SKEIN_MIN_ROOT_FREE_KIB: '1024', SKEIN_MIN_BOOT_FREE_KIB: '1024', SKEIN_MIN_MEMORY_KIB: '1024' };
const mirrorNodes = { 'mirror-503': 'n13', 'mirror-hang': 'n14', 'mirror-corrupt': 'n17' } as const;

interface Migration { readonly campaignId: string; readonly before: string; readonly transactionsBefore: number; readonly ended: Promise<RunSeen> }
const migrations = new Map<string, Migration>();

/** One campaign of one node; all of them run beside each other, and each story then looks at its own. */
async function begin(hostname: string, changes: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const before = await fingerprintOf(story.lab, hostname);
  const transactionsBefore = await transactionsOf(story.lab, hostname);
  const campaignId = await story.campaigns.start(`story on ${hostname}`, [hostname], changes);
  const ended = untilSettled(story.campaigns, campaignId, hostname);
  ended.catch(() => undefined); // the story that awaits it says so
  migrations.set(hostname, { campaignId, before, transactionsBefore, ended });
}

async function migrationOf(hostname: string): Promise<Migration & { readonly run: RunSeen }> {
  const migration = migrations.get(hostname);
  if (migration === undefined) throw new Error(`no story began on ${hostname}`);
  return { ...migration, run: await migration.ended };
}

async function fillInMidTransaction(): Promise<void> {
  await untilMidTransaction(story.lab, 'small');
  await story.lab.break('small', 'disk-full', '0');
}

let attachmentsBeforeCut = -1;
async function cutSshInMidTransaction(): Promise<void> {
  await untilMidTransaction(story.lab, 'n09');
  const migration = migrations.get('n09');
  if (migration === undefined) throw new Error('no story began on n09');
  attachmentsBeforeCut = (await story.campaigns.runOf(migration.campaignId, 'n09')).jobs.find((job) => job.step === 'apply')?.attachments ?? -1;
  await story.lab.break('n09', 'refuse');
  await new Promise((resolve) => setTimeout(resolve, 5000));
  await story.lab.mend('n09', 'refuse');
}

let faultsPlayed: Promise<unknown>;
beforeAll(async () => {
  story = await openStoryStack({
    worker: smallMachines,
    nodes: [
      { name: 'short', site: 'north', role: 'member', domains: ['north', 'north/r3'], diskMb: 64 },
      { name: 'small', site: 'south', role: 'member', domains: ['south', 'south/r5'], diskMb: 160 },
      { name: 'strict', site: 'north', role: 'member', domains: ['north', 'north/r3'], packages: ['acme-strict'] },
    ],
  });
  await story.lab.break('n01', 'host-key');
  await story.lab.power('n05', 'off');
  await story.lab.break('short', 'disk-full', '12288');
  for (const [fault, hostname] of Object.entries(mirrorNodes)) await story.lab.break(hostname, fault as keyof typeof mirrorNodes, fault === 'mirror-corrupt' ? undefined : 'packages');
  await story.lab.break('n10', 'scriptlet-fail');
  await slowTransaction(story.lab, 'small', 10);
  await slowTransaction(story.lab, 'n09', 12);

  await begin('small');
  await begin('n09');
  await begin('n14');
  for (const hostname of ['n01', 'n05', 'short', 'strict', 'n13', 'n17', 'n10']) await begin(hostname, { deadlines: { preflight: 20 } });
  faultsPlayed = Promise.all([fillInMidTransaction(), cutSshInMidTransaction()]);
  faultsPlayed.catch(() => undefined);
});
afterAll(async () => {
  await Promise.allSettled([faultsPlayed, ...[...migrations.values()].map((migration) => migration.ended)]);
  await story?.close();
});

describe('what happens to a node has a name and a remedy', () => {
  it('defers a node that shows another host key, and writes nothing to it', async () => {
    const { run } = await migrationOf('n01');
    expect([run.state, run.stateReason]).toEqual(['DEFERRED', 'hostKeyMismatch']);
    expect(run.remediation).toMatch(/host key/);
    expect(await story.lab.readFile('n01', '/var/lib/skein/runner')).toBeNull();
    expect(await story.lab.readFile('n01', '/var/lib/skein/seq')).toBeNull();
  });

  it('defers a node that cannot be reached', async () => {
    const { run } = await migrationOf('n05');
    expect([run.state, run.stateReason]).toEqual(['DEFERRED', 'unreachable']);
    expect(run.remediation).toMatch(/Check power, network/);
  });

  it('blocks a node whose disk is too small for what the change needs, and says by how much', async () => {
    const { run, before } = await migrationOf('short');
    expect(run.state).toBe('BLOCKED');
    const inhibiting = run.findings.filter((finding) => finding.severity === 'INHIBIT');
    expect(inhibiting.map((finding) => finding.check)).toEqual(['disk.predicted']);
    expect(inhibiting[0]?.remediation).toMatch(/Extend the filesystem/);
    expect(run.remediation).not.toBeNull();
    expect(await fingerprintOf(story.lab, 'short')).toBe(before);
  });

  it('blocks a node whose third-party package requires the release package', async () => {
    const { run, before } = await migrationOf('strict');
    expect(run.state).toBe('BLOCKED');
    const found = run.findings.find((finding) => finding.check === 'pkg.requires-release');
    expect([found?.severity, found?.remediation]).toEqual(['INHIBIT', expect.stringMatching(/Remove these packages/)]);
    expect(run.stateReason).toContain('pkg.requires-release');
    expect(await fingerprintOf(story.lab, 'strict')).toBe(before);
  });

  it.each(['mirror-503', 'mirror-hang', 'mirror-corrupt'] as const)('fails clean when packages cannot be had (%s), and changes nothing', async (fault) => {
    const hostname = mirrorNodes[fault];
    const { run, before, transactionsBefore } = await migrationOf(hostname);
    expect([run.state, run.stateReason, run.failureClass]).toEqual(['FAILED_CLEAN', 'stagingFailed', 'INFRA']);
    expect(run.remediation).toMatch(/Nothing was changed/);
    expect(await fingerprintOf(story.lab, hostname)).toBe(before);
    expect(await transactionsOf(story.lab, hostname)).toBe(transactionsBefore);
  });

  it('restores a node whose package transaction fails', async () => {
    const { run, before, transactionsBefore } = await migrationOf('n10');
    expect([run.state, run.stateReason]).toEqual(['RESTORED', 'transactionFailed']);
    await story.rows.until('the operator is told', 30, () => Promise.resolve(story.held.told().some((told) => told.hook === 'afterRun' && told.runId === run.id && told.outcome === 'RESTORED') || undefined));
    expect(run.remediation).toMatch(/The log names the package/);
    expect(await fingerprintOf(story.lab, 'n10')).toBe(before);
    expect(await transactionsOf(story.lab, 'n10') - transactionsBefore).toBe(1);
  });

  it('restores a node whose disk fills up in mid-transaction', async () => {
    const { run, before, transactionsBefore } = await migrationOf('small');
    expect([run.state, run.stateReason]).toEqual(['RESTORED', 'transactionFailed']);
    expect(run.remediation).not.toBeNull();
    expect(await fingerprintOf(story.lab, 'small')).toBe(before);
    expect(await transactionsOf(story.lab, 'small') - transactionsBefore).toBe(1);
  });

  it('migrates a node whose ssh is cut in mid-transaction: one transaction, found again', async () => {
    const { run, transactionsBefore } = await migrationOf('n09');
    await faultsPlayed;
    expect([run.state, run.remediation]).toEqual(['SUCCEEDED', null]);
    const applied = run.jobs.filter((job) => job.step.startsWith('apply'));
    expect(applied).toMatchObject([{ step: 'apply', transactions: 1 }]);
    expect(await transactionsOf(story.lab, 'n09') - transactionsBefore).toBe(1);
    expect(attachmentsBeforeCut).toBeGreaterThanOrEqual(0);
    expect(applied[0]?.attachments).toBeGreaterThan(attachmentsBeforeCut);
  });
});
