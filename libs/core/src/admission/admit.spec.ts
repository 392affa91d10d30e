import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NodeId, type RunId, type SiteId } from '../kernel/ids.ts';
import { instant } from '../kernel/time.ts';
import { tell } from '../sentence/tell.ts';
import { type AdmissionCandidate, type AdmissionRequest, type DomainBudget, type UnavailableCause, type WaitingReason } from './admission.ts';
import { admit } from './admit.ts';
import { defaultDomainBudget } from './default-domain-budget.ts';
import { unavailableCause } from './unavailable-cause.ts';
import { waitingSentence } from './waiting-sentence.ts';

const id = (name: string): NodeId => name as NodeId;
const candidate = (name: string, over: Partial<AdmissionCandidate> = {}): AdmissionCandidate => ({
  runId: `run-${name}` as RunId, nodeId: id(name), siteId: 'site-a' as SiteId, domains: ['r1'], held: false, protected: false, retired: false, missing: false, healthy: true, restoresBroken: false, ...over,
});
const domain = (name: string, max: number | null, unavailable: readonly [string, UnavailableCause][] = [], memberCount = 10): DomainBudget => ({
  domain: name, max, memberCount, unavailable: unavailable.map(([nodeId, cause]) => ({ nodeId: id(nodeId), cause })),
});
const ask = (over: Partial<AdmissionRequest>): ReturnType<typeof admit> =>
  admit({
    campaignRunning: true, concurrencyMax: 10, leased: 0, exposureMax: 10, exposed: 0, firstLook: { allowed: 10, holding: 0 }, sitesUnattended: [], domains: [domain('r1', 10)],
    candidates: [], grantsMax: 50, ...over,
  });
const granted = (over: Partial<AdmissionRequest>): string[] => ask(over).grants.map((grant) => grant.nodeId);
const reasonsOf = (over: Partial<AdmissionRequest>): WaitingReason[][] => ask(over).refusals.map((refusal) => [...refusal.reasons]);

describe('admission', () => {
  it('grants in the order of the request, as far as the budgets go', () => {
    expect(granted({ candidates: [candidate('a'), candidate('b'), candidate('c')], domains: [domain('r1', 2)] })).toEqual(['a', 'b']);
  });

  it('does not let one that must wait hold up another that touches other domains', () => {
    expect(granted({ candidates: [candidate('a'), candidate('b'), candidate('c', { domains: ['r2'] })], domains: [domain('r1', 1), domain('r2', 1)] })).toEqual(['a', 'c']);
  });

  it('asks every domain that a node sits in', () => {
    expect(granted({ candidates: [candidate('a', { domains: ['r1', 'az1'] })], domains: [domain('r1', 1), domain('az1', 1, [['x', 'unhealthy']])] })).toEqual([]);
  });

  it.each<UnavailableCause>(['leased', 'unhealthy', 'unreachable', 'quarantined', 'unobserved'])('counts a node that is %s as unavailable', (cause) => {
    expect(granted({ candidates: [candidate('a')], domains: [domain('r1', 1, [['x', cause]])] })).toEqual([]);
    expect(granted({ candidates: [candidate('a')], domains: [domain('r1', 2, [['x', cause]])] })).toEqual(['a']);
  });

  it('says which observation is missing when that is what fills the budget', () => {
    expect(reasonsOf({ candidates: [candidate('a')], domains: [domain('r1', 1, [['x', 'unobserved']])] })).toEqual([[
      { kind: 'domainBudgetFull', domain: 'r1', max: 1, unavailable: [{ nodeId: 'x', cause: 'unobserved' }] }, { kind: 'healthObservationMissing', domain: 'r1', nodeId: 'x' },
    ]]);
  });

  it('gives every reason, not just the first', () => {
    const [reasons] = reasonsOf({
      campaignRunning: false, concurrencyMax: 1, leased: 1, exposureMax: 1, exposed: 1, firstLook: { allowed: 1, holding: 1 }, sitesUnattended: ['site-a' as SiteId],
      domains: [domain('r1', 0)], candidates: [candidate('a', { held: true, protected: true, retired: true, missing: true, healthy: false, domains: ['r1', 'nowhere'] })],
    });
    expect(reasons?.map((reason) => reason.kind)).toEqual([
      'campaignNotRunning', 'siteUnattended', 'concurrencyFull', 'exposureFull', 'firstLook', 'held', 'protected', 'retired', 'missing', 'nodeUnhealthy', 'domainBudgetFull', 'domainUncounted',
    ]);
  });

  it.each<[string, Partial<AdmissionRequest>, WaitingReason]>([
    ['the campaign does not run', { campaignRunning: false }, { kind: 'campaignNotRunning' }],
    ['enough runs hold a lease', { leased: 10 }, { kind: 'concurrencyFull', max: 10 }],
    ['enough nodes are exposed', { exposed: 10 }, { kind: 'exposureFull', max: 10 }],
    ['the first look is not over', { firstLook: { allowed: 5, holding: 5 } }, { kind: 'firstLook', max: 5 }],
    ['nobody watches the site', { sitesUnattended: ['site-a' as SiteId] }, { kind: 'siteUnattended', siteId: 'site-a' as SiteId }],
    ['nobody counted its domain', { domains: [] }, { kind: 'domainUncounted', domain: 'r1' }],
    ['the batch is full', { grantsMax: 0 }, { kind: 'batchFull', max: 0 }],
  ])('refuses when %s', (_name, over, reason) => {
    expect(reasonsOf({ candidates: [candidate('a')], ...over })).toEqual([[reason]]);
  });

  it.each<[string, Partial<AdmissionCandidate>, WaitingReason]>([
    ['held', { held: true }, { kind: 'held' }],
    ['protected', { protected: true }, { kind: 'protected' }],
    ['retired', { retired: true }, { kind: 'retired' }],
    ['missing', { missing: true }, { kind: 'missing' }],
    ['unhealthy', { healthy: false }, { kind: 'nodeUnhealthy', nodeId: id('a') }],
    ['not observed', { healthy: null }, { kind: 'healthObservationMissing', domain: null, nodeId: id('a') }],
  ])('refuses a node that is %s', (_name, over, reason) => {
    expect(reasonsOf({ candidates: [candidate('a', over)] })).toEqual([[reason]]);
  });

  it('needs no budget to restore a broken node, only somebody who watches', () => {
    const broken = candidate('a', { restoresBroken: true, healthy: false });
    const full = { concurrencyMax: 1, leased: 1, exposureMax: 1, exposed: 1, firstLook: { allowed: 0, holding: 0 }, domains: [domain('r1', 1, [['a', 'unhealthy'], ['x', 'leased']])] };
    expect(granted({ ...full, candidates: [broken] })).toEqual(['a']);
    expect(granted({ ...full, candidates: [broken], sitesUnattended: ['site-a' as SiteId] })).toEqual([]);
    expect(granted({ ...full, candidates: [candidate('b', { restoresBroken: false })] })).toEqual([]);
  });

  it('does not count a node twice that is unavailable already', () => {
    expect(granted({ candidates: [candidate('a', { healthy: true })], domains: [domain('r1', 1, [['a', 'leased']])] })).toEqual(['a']);
  });

  it('grants one run of a node at a time', () => {
    expect(granted({ candidates: [candidate('a'), candidate('a')] })).toEqual(['a']);
  });

  it('takes a fifth of a domain without a budget of its own, at least one', () => {
    expect([0, 1, 4, 5, 9, 10, 100].map(defaultDomainBudget)).toEqual([1, 1, 1, 1, 1, 2, 20]);
    expect(granted({ candidates: [candidate('a'), candidate('b'), candidate('c')], domains: [domain('r1', null, [], 10)] })).toEqual(['a', 'b']);
  });

  it('has a sentence for each reason', () => {
    const reasons: WaitingReason[] = [
      { kind: 'campaignNotRunning' }, { kind: 'concurrencyFull', max: 3 }, { kind: 'exposureFull', max: 3 }, { kind: 'firstLook', max: 5 }, { kind: 'siteUnattended', siteId: 's' as SiteId },
      { kind: 'domainBudgetFull', domain: 'eu/a/r1', max: 1, unavailable: [{ nodeId: id('web-1'), cause: 'unhealthy' }] }, { kind: 'healthObservationMissing', domain: null, nodeId: id('a') },
      { kind: 'healthObservationMissing', domain: 'r1', nodeId: id('b') }, { kind: 'domainUncounted', domain: 'r1' }, { kind: 'nodeUnhealthy', nodeId: id('a') }, { kind: 'held' }, { kind: 'protected' },
      { kind: 'retired' }, { kind: 'missing' }, { kind: 'nodeAlreadyGranted' }, { kind: 'batchFull', max: 50 },
    ];
    const sentences = reasons.map((reason) => tell(waitingSentence(reason)));
    expect(new Set(sentences).size).toBe(reasons.length);
    expect(sentences[5]).toBe('the budget of eu/a/r1 is 1 and taken by web-1 unhealthy');
    const named = reasons.map((reason) => tell(waitingSentence(reason, (nodeOrSite) => `<${nodeOrSite}>`)));
    expect([named[4], named[5], named[7]]).toEqual(['nobody watches site <s>', 'the budget of eu/a/r1 is 1 and taken by <web-1> unhealthy', '<b> of r1 was not observed lately, so it counts as unavailable']);
  });
});

describe('who is unavailable', () => {
  const now = instant(100_000);
  const good = { at: instant(90_000), reachable: true, healthy: true };
  const member = { leased: false, quarantined: false, retired: false, observation: good };

  it.each([
    ['up', {}, null], ['leased', { leased: true }, 'leased'], ['quarantined', { quarantined: true }, 'quarantined'], ['never observed', { observation: null }, 'unobserved'],
    ['observed a minute ago', { observation: { ...good, at: instant(40_000) } }, 'unobserved'], ['observed just within a minute', { observation: { ...good, at: instant(40_001) } }, null],
    ['unreachable', { observation: { ...good, reachable: false } }, 'unreachable'], ['unhealthy', { observation: { ...good, healthy: false } }, 'unhealthy'],
    ['retired and dead', { retired: true, observation: null, leased: true }, null],
  ] as const)('a node that is %s', (_name, over, cause) => {
    expect(unavailableCause({ ...member, ...over }, now)).toBe(cause);
  });
});

/** A fleet with nested domains, some of it out for whatever reason, and candidates among all of it. */
const situations = fc.record({
  nodes: fc.array(fc.record({ rack: fc.nat(3), az: fc.nat(1), cause: fc.constantFrom<(UnavailableCause | null)[]>(null, null, null, 'leased', 'unhealthy', 'unreachable', 'quarantined', 'unobserved'), asks: fc.boolean(), restoresBroken: fc.constantFrom(false, false, false, true) }), { maxLength: 24 }),
  budgets: fc.record({ rack: fc.option(fc.nat(3)), az: fc.option(fc.nat(6)) }),
  concurrencyMax: fc.nat(8), exposureMax: fc.nat(8), leased: fc.nat(4), exposed: fc.nat(4), allowed: fc.nat(6), holding: fc.nat(3), grantsMax: fc.nat(6), campaignRunning: fc.constantFrom(true, true, true, false),
}).map((made): AdmissionRequest => {
  const nodes = made.nodes.map((node, index) => ({ ...node, nodeId: id(`n${index}`), domains: [`az${node.az}/r${node.rack}`, `az${node.az}`] }));
  const names = [...new Set(nodes.flatMap((node) => node.domains))];
  return {
    campaignRunning: made.campaignRunning, concurrencyMax: made.concurrencyMax, leased: made.leased, exposureMax: made.exposureMax, exposed: made.exposed,
    firstLook: { allowed: made.allowed, holding: made.holding }, sitesUnattended: [], grantsMax: made.grantsMax,
    domains: names.map((name) => {
      const members = nodes.filter((node) => node.domains.includes(name));
      return { domain: name, max: name.includes('/') ? made.budgets.rack : made.budgets.az, memberCount: members.length, unavailable: members.flatMap((node) => (node.cause === null ? [] : [{ nodeId: node.nodeId, cause: node.cause }])) };
    }),
    candidates: nodes.filter((node) => node.asks && node.cause !== 'leased').map((node) => candidate(node.nodeId, { domains: node.domains, healthy: node.cause === null, restoresBroken: node.restoresBroken && node.cause !== null })),
  };
});

describe('admission, for any fleet', () => {
  it('never takes a domain past its budget (I-1, property)', () => {
    fc.assert(fc.property(situations, (request) => {
      const { grants } = admit(request);
      for (const budget of request.domains) {
        const max = budget.max ?? defaultDomainBudget(budget.memberCount);
        const disruptive = grants.filter((grant) => !grant.restoresBroken && grant.domains.includes(budget.domain));
        const unavailable = new Set([...budget.unavailable.map((node) => node.nodeId), ...grants.filter((grant) => grant.domains.includes(budget.domain)).map((grant) => grant.nodeId)]);
        if (disruptive.length > 0) expect(unavailable.size).toBeLessThanOrEqual(max);
        // Restoring what is broken adds nobody to the unavailable (I-9).
        if (disruptive.length === 0) expect(unavailable.size).toBe(budget.unavailable.length);
      }
    }), { numRuns: 2000 });
  });

  it('keeps every other limit, answers every candidate once and always says why not (property)', () => {
    fc.assert(fc.property(situations, (request) => {
      const { grants, refusals } = admit(request);
      const disruptive = grants.filter((grant) => !grant.restoresBroken);
      if (disruptive.length > 0) {
        expect(request.leased + disruptive.length).toBeLessThanOrEqual(request.concurrencyMax);
        expect(request.exposed + disruptive.length).toBeLessThanOrEqual(request.exposureMax);
        expect(request.firstLook.holding + disruptive.length).toBeLessThanOrEqual(request.firstLook.allowed);
        expect(disruptive.every((grant) => grant.healthy === true)).toBe(true);
      }
      expect(grants.length).toBeLessThanOrEqual(request.grantsMax);
      if (!request.campaignRunning) expect(grants).toEqual([]);
      expect([...grants, ...refusals.map((refusal) => refusal.candidate)].map((one) => one.runId).sort()).toEqual(request.candidates.map((one) => one.runId).sort());
      expect(refusals.every((refusal) => refusal.reasons.length > 0)).toBe(true);
    }), { numRuns: 1000 });
  });

  it('asked again with its own grants, gives nothing that it refused for a budget (property)', () => {
    fc.assert(fc.property(situations, (request) => {
      const { grants, refusals } = admit({ ...request, grantsMax: 50 });
      const domains = request.domains.map((budget) => {
        const known = new Set(budget.unavailable.map((node) => node.nodeId));
        return { ...budget, unavailable: [...budget.unavailable, ...grants.filter((grant) => grant.domains.includes(budget.domain) && !known.has(grant.nodeId)).map((grant) => ({ nodeId: grant.nodeId, cause: 'leased' as const }))] };
      });
      const again = admit({
        ...request, grantsMax: 50, domains, leased: request.leased + grants.length, exposed: request.exposed + grants.length, firstLook: { ...request.firstLook, holding: request.firstLook.holding + grants.length },
        candidates: refusals.map((refusal) => refusal.candidate),
      });
      expect(again.grants).toEqual([]);
    }));
  });
});
