import { describe, expect, it } from 'vitest';
import { type FakeAnswer, failingAnswer, fakeWorld, type FakeWorldOptions, lostAnswer } from './testing/fake-world.ts';
import { runCli } from './run-cli.ts';

const allowed = { allowed: true, reason: null };
const verbs = ['submit', 'approve', 'deny', 'start', 'pause', 'hold', 'resume', 'halt', 'cancel', 'retry', 'rollback', 'revise'];
const brief = { id: 'c1', name: 'spring', kind: 'MIGRATE', state: 'SCHEDULED', stateReason: null, version: 4, author: { name: 'olga' }, revision: { digest: 'd'.repeat(64), members: 24, waves: 2 }, waves: [{ number: 1, state: 'PENDING', members: 4 }, { number: 2, state: 'PENDING', members: 20 }], can: Object.fromEntries(verbs.map((verb) => [verb, allowed])) };
const row = { ...brief, stateDetail: [], epoch: 1, createdAt: '2026-03-01T11:00:00.000Z', startedAt: null, endedAt: null, revision: { ...brief.revision, createdAt: '2026-03-01T11:00:00.000Z' }, byStateClass: [{ stateClass: 'NOT_STARTED', count: 24 }] };
const found: Readonly<Record<string, FakeAnswer>> = {
  CliCampaignNames: () => ({ campaigns: { nodes: [{ id: 'c1', name: 'spring', state: 'SCHEDULED', createdAt: '' }] } }), CliCampaignBrief: () => ({ campaign: brief }),
  CliCampaignStart: () => ({ change: { campaign: { ...row, state: 'RUNNING' }, userErrors: [] } }), CliCampaignHalt: () => ({ change: { campaign: { ...row, state: 'HALTED' }, holdingPermit: [{ hostname: 'web-01', state: 'APPLYING', overdue: false }], userErrors: [] } }),
};

async function run(line: string, options: FakeWorldOptions = {}) {
  const fake = fakeWorld({ answers: found, ...options });
  return { exitCode: await runCli(line.split(' '), fake.world), ...fake, names: fake.asked.map(({ name }) => name) };
}

describe('a change', () => {
  it('says what it will do to how many nodes, asks, and does it after a yes', async () => {
    const { exitCode, said, data, asked } = await run('campaign start spring', { typed: ['y'] });
    expect(exitCode).toBe(0);
    expect(said.join('\n')).toContain('This will start campaign "spring", which is scheduled, on 24 nodes, at http://127.0.0.1:1.');
    expect(data.join('\n')).toContain('running');
    expect(asked.at(-1)).toMatchObject({ name: 'CliCampaignStart', variables: { input: { campaignId: 'c1', expectedVersion: 4 } } });
  });

  it.each([['no', 'n'], ['nothing', '']])('does nothing after %s', async (_what, answer) => {
    const { exitCode, names } = await run('campaign start spring', { typed: [answer] });
    expect([exitCode, names.includes('CliCampaignStart')]).toEqual([1, false]);
  });

  it('is refused where nobody can be asked, unless --yes stands there', async () => {
    const refused = await run('campaign start spring');
    expect([refused.exitCode, refused.names.includes('CliCampaignStart')]).toEqual([2, false]);
    expect(refused.said.join('\n')).toContain('Give --yes');
    expect((await run('campaign start spring --yes')).exitCode).toBe(0);
  });

  it('is only told of in a dry run, with what would become of it', async () => {
    const can = { ...brief.can, start: { allowed: false, reason: 'nobody has approved it' } };
    const { exitCode, said, names } = await run('campaign start spring --dry-run', { answers: { ...found, CliCampaignBrief: () => ({ campaign: { ...brief, can } }) } });
    expect([exitCode, names.includes('CliCampaignStart')]).toEqual([0, false]);
    expect(said.join('\n')).toContain('It would be refused now: nobody has approved it');
  });

  it('that the api would refuse is said to be so before anybody is asked', async () => {
    const can = { ...brief.can, start: { allowed: false, reason: 'nobody has approved it' } };
    const { said } = await run('campaign start spring', { typed: ['n'], answers: { ...found, CliCampaignBrief: () => ({ campaign: { ...brief, can } }) } });
    const [told, asked] = ['nobody has approved it', 'Go on?'].map((text) => said.findIndex((line) => line.includes(text)));
    expect([told, (asked ?? 0) - (told ?? 0)]).toEqual([expect.any(Number), 1]);
    expect(told).toBeGreaterThanOrEqual(0);
  });

  it('is refused when it would touch another number of nodes than expected', async () => {
    const { exitCode, names } = await run('campaign start spring --yes --expect-count 23');
    expect([exitCode, names.includes('CliCampaignStart')]).toEqual([6, false]);
  });

  it('is asked for again under the same key when its answer is lost, and done once', async () => {
    let tries = 0;
    const { exitCode, asked, slept, said } = await run('campaign start spring --yes', {
      answers: { ...found, CliCampaignStart: () => { tries += 1; return tries < 3 ? lostAnswer({}) : { change: { campaign: row, userErrors: [] } }; } },
    });
    const keys = asked.filter(({ name }) => name === 'CliCampaignStart').map(({ variables }) => (variables['input'] as { readonly idempotencyKey: string }).idempotencyKey);
    expect([exitCode, keys.length, new Set(keys).size, slept]).toEqual([0, 3, 1, [1000, 2000]]);
    expect(said.join('\n')).toContain('under the same key');
  });

  it('says that nobody knows when every answer is lost, and how to ask later', async () => {
    const { exitCode, said, asked } = await run('campaign start spring --yes --idempotency-key mine', { answers: { ...found, CliCampaignStart: lostAnswer } });
    expect([exitCode, asked.filter(({ name }) => name === 'CliCampaignStart').length]).toEqual([1, 4]);
    expect(said.join('\n')).toContain('Whether it was done is not known. Give the same command again with --idempotency-key mine');
  });

  it('shows its key only to who debugs', async () => {
    expect((await run('campaign start spring --yes --debug --idempotency-key mine')).said.join('\n')).toContain('idempotency key mine');
    expect((await run('campaign start spring --yes --idempotency-key mine')).said.join('\n')).not.toContain('mine');
  });
});

describe('halting', () => {
  it.each(['campaign halt spring', 'campaign halt spring --yes'])('never asks: %s', async (line) => {
    const { exitCode, said, names } = await run(line);
    expect([exitCode, names.at(-1)]).toEqual([0, 'CliCampaignHalt']);
    expect(said.join('\n')).toContain('web-01  applying');
  });

  it('halts everything, and tells of what could not be halted', async () => {
    const answers = { CliCampaignsHaltAll: () => ({ change: { campaigns: [row], holdingPermit: [], userErrors: [{ code: 'campaignNotHalted', message: 'summer could not be halted', field: null, hint: 'Halt it again.' }] } }) };
    for (const line of ['halt-all', 'campaign halt --all']) {
      const { exitCode, said, data } = await run(line, { answers });
      expect([exitCode, data.some((text) => text.includes('spring'))]).toEqual([1, true]);
      expect(said.join('\n')).toContain('campaignNotHalted');
    }
  });
});

describe('the exit code', () => {
  const refusing = (code: string): Readonly<Record<string, FakeAnswer>> => ({ ...found, CliCampaignStart: () => ({ change: { campaign: null, userErrors: [{ code, message: 'no', field: ['campaignId'], hint: 'Do this.' }] } }) });
  it.each([['staleVersion', 6], ['campaignNotFound', 3], ['authorMayNotApprove', 5], ['campaignNotScheduled', 1], ['specInvalid', 2]])('of the refusal %s is %i', async (code, expected) => {
    const { exitCode, said } = await run('campaign start spring --yes', { answers: refusing(code) });
    expect(exitCode).toBe(expected);
    expect(said.join('\n')).toContain(`error: no (${code})\n  at: campaignId\n  next: Do this.`);
  });

  it.each([['UNAUTHENTICATED', 401, 4], ['FORBIDDEN', 403, 5], ['RATE_LIMITED', 429, 7], ['INTERNAL', 500, 1], ['BAD_REQUEST', 400, 2]])('of the failure %s is told apart', async (code, status, expected) => {
    const { exitCode, said } = await run('node list', { answers: { CliNodes: failingAnswer(status, code, 'no') } });
    expect(exitCode).toBe(expected);
    expect(said.join('\n')).toContain('correlation id: c-1');
  });

  it.each(['campaign strat spring', 'campaign start', 'node list --limit -1', 'node list -o xml', 'campaign rollback spring', 'campaign halt', 'campaign wait spring --for=wave/0', 'campaign deny spring', 'node import x.csv', 'campaign apply'])('is 2 when the line is wrong: %s', async (line) => {
    expect((await run(line)).exitCode).toBe(2);
  });

  it.each(['campaign strat spring', 'campaign start', 'node list --limit -1', 'node lsit'])('of a wrong line comes with what to do next: %s', async (line) => {
    expect((await run(line)).said.at(-1)).toMatch(/--help/);
  });

  it('is 0 when only the version was asked for', async () => {
    const { exitCode, data } = await run('--version');
    expect([exitCode, data.join('').trim()]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  });

  it.each(['--help', 'campaign --help', 'campaign start --help'])('is 0 when help was asked for: %s', async (line) => {
    expect((await run(line)).exitCode).toBe(0);
  });

  it('is 4 where nobody is signed in, and 2 where no control plane is named', async () => {
    expect((await run('whoami', { token: null, answers: { CliMe: failingAnswer(401, 'UNAUTHENTICATED', 'Sign in first.') } })).exitCode).toBe(4);
    expect((await run('whoami', { endpoint: null })).exitCode).toBe(2);
  });
});

describe('a name', () => {
  it('that several campaigns have is refused with the candidates', async () => {
    const nodes = ['c1', 'c2'].map((id) => ({ id, name: 'spring', state: 'DRAFT', createdAt: '2026' }));
    const { exitCode, said } = await run('campaign start spring', { answers: { CliCampaignNames: () => ({ campaigns: { nodes } }) } });
    expect(exitCode).toBe(3);
    expect(said.join('\n')).toMatch(/c1 {2}DRAFT[^]*c2 {2}DRAFT/);
  });

  it('that only looks like one is not taken for it', async () => {
    const { exitCode, said } = await run('campaign start sprin', { answers: found });
    expect([exitCode, said.join('\n').includes('These come close')]).toEqual([3, true]);
  });
});

describe('an approval', () => {
  it('weighs failure domains largest first, and says how many more there are', async () => {
    const domains = Array.from({ length: 15 }, (_, index) => ({ domain: `sz/r${String(index)}`, members: 20 - index, nodeCount: 20, unavailableMax: 1 }));
    const decision = { ...brief, lastEditor: { name: 'olga' }, planDiff: null, state: 'AWAITING_APPROVAL', revision: row.revision, blastRadius: { sites: [], byOs: [], services: [], domains } };
    const { said } = await run('campaign approve spring --dry-run', { answers: { ...found, CliCampaignDecision: () => ({ campaign: decision }) } });
    expect(said.filter((line) => line.includes('Domain sz/'))).toHaveLength(10);
    expect(said.join('\n')).toContain('… and 5 more failure domains');
  });
});

describe('a refused approval', () => {
  const decision = { ...brief, lastEditor: { name: 'olga' }, blastRadius: null, planDiff: null, state: 'AWAITING_APPROVAL', revision: row.revision };
  it('tells a token to sign in as a person', async () => {
    const answers = { ...found, CliCampaignDecision: () => ({ campaign: decision }), CliCampaignApprove: failingAnswer(403, 'FORBIDDEN', 'a token never approves'), CliMe: () => ({ me: { via: 'TOKEN', permissions: [], person: { id: 'p', name: 'olga', role: 'OPERATOR' } } }) };
    const { exitCode, said } = await run('campaign approve spring --yes', { answers });
    expect(exitCode).toBe(5);
    expect(said.join('\n')).toContain('Sign in as a person who did not write the plan and unset SKEIN_TOKEN: skein login');
  });

  it('is bound to the plan that was read', async () => {
    const { exitCode } = await run(`campaign approve spring --yes --digest ${'e'.repeat(64)}`, { answers: { ...found, CliCampaignDecision: () => ({ campaign: decision }) } });
    expect(exitCode).toBe(6);
  });
});

describe('waiting', () => {
  const watched = { ...row, stateReason: null, approval: null, summary: { migrated: 0, rolledBack: 0, open: 24 }, waves: [] };
  const wait = (line: string, state: string) => run(line, { answers: { ...found, CliWatchedCampaign: () => ({ campaign: { ...watched, state } }), CliCampaignRollbacks: () => ({ campaigns: { nodes: [] } }) } });

  it('ends by itself when it took too long, and says where the campaign is', async () => {
    const { exitCode, said } = await wait('campaign wait spring --timeout 0.3s', 'AWAITING_APPROVAL');
    expect(exitCode).toBe(12);
    expect(said.join('\n')).toContain('had not come to completed after 0.3 s; it is awaiting approval');
  });

  it('ends at once when the campaign has come so far, or never will', async () => {
    expect((await wait('campaign wait spring', 'COMPLETED')).exitCode).toBe(0);
    expect((await wait('campaign wait spring --for=approved', 'REJECTED')).exitCode).toBe(1);
  });
});

describe('a list', () => {
  const node = (index: number): object => ({ id: `n${String(index)}`, hostname: `web-${String(index)}\u001b[2J`, source: 's', externalId: 'e', site: 'sz', address: 'a', os: null, kernel: null, stateClass: 'NOT_STARTED', stateSince: '2026-03-01T11:00:00.000Z', runState: null, health: 'GOOD', observedAt: null, held: false, protected: false, quarantined: false, missing: false, retired: false, domains: [], labels: [] });
  const pages: FakeAnswer = ({ page }) => {
    const { first, after } = page as { readonly first: number; readonly after: string | null };
    const from = Number(after ?? 0);
    const until = Math.min(450, from + first);
    return { nodes: { nodes: Array.from({ length: until - from }, (_value, index) => node(from + index)), pageInfo: { endCursor: String(until), hasNextPage: until < 450 } } };
  };
  it('stops at its limit and says so, or pages through everything', async () => {
    const some = await run('node list -o name', { answers: { CliNodes: pages } });
    expect([some.data.length, some.said]).toEqual([200, ['There are more than these 200; --limit 0 prints all.']]);
    const all = await run('node list -o jsonl --limit 0', { answers: { CliNodes: pages } });
    expect([all.data.length, all.names.length, all.said]).toEqual([450, 3, []]);
    expect((await run('node list -o json --limit 250', { answers: { CliNodes: pages } })).asked.map(({ variables }) => (variables['page'] as { readonly first: number }).first)).toEqual([200, 50]);
  });

  it('never lets a host name act on the terminal', async () => {
    const { data } = await run('node list', { answers: { CliNodes: pages } });
    expect(data.join('\n')).not.toContain('\u001b');
    expect(data[1]).toContain('web-0\\x1b[2J');
  });
});
