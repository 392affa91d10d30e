import { describe, expect, it } from 'vitest';
import { aCampaign, aWave } from '../campaigns/testing/a-campaign.ts';
import { sayEnglish } from '../campaigns/testing/say-english.ts';
import { type PreviewPartsFragment } from '../generated/documents.ts';
import { domainShares, largestShare } from './domain-shares.ts';
import { planRisks } from './plan-risks.ts';

const plannedWave = (parts: Partial<PreviewPartsFragment['waves'][number]> = {}): PreviewPartsFragment['waves'][number] => ({ number: 1, memberCount: 12, needed: 11, stopAt: 1, startableNow: null, seesPercent: 5, expectedSeconds: null, detection: [], members: [], alternates: [], ...parts });
const aPreview = (parts: Partial<PreviewPartsFragment> = {}): PreviewPartsFragment => ({ digest: 'x', memberCount: 300, problems: [], excluded: [], waves: [plannedWave({ startableNow: 12 }), plannedWave({ number: 2 })], ...parts });
const request = { ...aCampaign(), blastRadius: { nodes: 300, sites: [], byOs: [], domains: [{ domain: 'sz/az1', members: 60, nodeCount: 200, unavailableMax: 10 }], services: [] }, spec: { gate: { failurePercentMax: 10 } } } as unknown as Parameters<typeof planRisks>[0] & Parameters<typeof domainShares>[0];
const told = (...args: Parameters<typeof planRisks>): readonly (string | null)[] => planRisks(...args).map(({ finding }) => sayEnglish(finding));

describe('what can go wrong with a plan', () => {
  it('is nothing where the numbers leave room', () => {
    expect(planRisks(request, aPreview(), [{ domain: 'sz/az1', unavailableMax: 10, unavailableNow: 2, nodeCount: 200 }])).toEqual([]);
  });

  it('names waves that hand on more than is tolerated, but not the last, which hands on nothing', () => {
    expect(told(request, aPreview({ waves: [plannedWave({ seesPercent: null, startableNow: 12 }), plannedWave({ number: 2, seesPercent: 33.2 }), plannedWave({ number: 3, seesPercent: null })] }), null)).toEqual(['Wave 1 notices no share of failures', 'Wave 2 notices nothing below 34 %']);
  });

  it('names budgets without room, but only of domains that the plan touches', () => {
    const budgets = [{ domain: 'sz/az1', unavailableMax: 2, unavailableNow: 2, nodeCount: 200 }, { domain: 'bj/az9', unavailableMax: 0, unavailableNow: 0, nodeCount: 10 }];
    expect(told(request, aPreview(), budgets)).toEqual(['1 failure domain has no room now']);
  });

  it('names services that stand at their floor', () => {
    const services = [{ members: 3, service: { id: 's', name: 'dns', owner: 'net', floor: 5, memberCount: 5 } }, { members: 3, service: { id: 't', name: 'web', owner: 'net', floor: 5, memberCount: 50 } }];
    expect(told({ ...request, blastRadius: { ...(request.blastRadius as NonNullable<typeof request.blastRadius>), services } }, aPreview(), null)).toEqual(['1 service stands at its floor']);
  });

  it('says when a plan made now would be another one', () => {
    expect(told(request, aPreview({ memberCount: 290 }), null)).toEqual(['The fleet has changed since the plan was made']);
  });

  it('counts who could not start now, and who is left out', () => {
    expect(told(request, aPreview({ excluded: [{ reason: 'held', count: 3, hostnames: [] }], waves: [plannedWave({ startableNow: 4 }), plannedWave({ number: 2 })] }), null)).toEqual(['8 nodes of the first wave could not start now', '3 nodes are left out']);
  });
});

describe('the spread over failure domains', () => {
  it('counts members by wave and knows the largest share of one domain in one wave', () => {
    const waves = [aWave({ domains: [{ domain: 'sz/az1', members: 20, byStateClass: [] }] }), aWave({ number: 2, domains: [{ domain: 'sz/az1', members: 40, byStateClass: [] }, { domain: 'sz/az2', members: 70, byStateClass: [] }] })];
    const rows = domainShares({ ...request, waves });
    expect(rows.map(({ domain, byWave, members, unavailableMax }) => [domain, byWave, members, unavailableMax])).toEqual([['sz/az2', [0, 70], 70, null], ['sz/az1', [20, 40], 60, 10]]);
    expect(largestShare(rows)).toBe(20);
    expect(largestShare([])).toBeNull();
  });
});
