import { type CampaignCanPartsFragment, type CampaignPagePartsFragment, type RunState, type StateClass, type VerdictPartsFragment } from '../../generated/documents.ts';

export type Campaign = CampaignPagePartsFragment;
type Wave = Campaign['waves'][number];

const allowed = { allowed: true, code: null, reason: null } as const;
export const mayAll: CampaignCanPartsFragment = {
  revise: allowed, submit: allowed, approve: allowed, deny: allowed, start: allowed, pause: allowed, hold: allowed, halt: allowed, resume: allowed, cancel: allowed, retry: allowed, rollback: allowed,
};

export const classRows = (counts: Partial<Record<StateClass, number>>): Campaign['byStateClass'] =>
  (['ATTENTION', 'FAILED', 'IN_FLIGHT', 'MIGRATED', 'NOT_STARTED', 'ROLLED_BACK', 'UNREACHABLE'] as const).map((stateClass) => ({ stateClass, count: counts[stateClass] ?? 0 }));
export const runCounts = (counts: Partial<Record<RunState, number>>): Campaign['counts'] => (Object.entries(counts) as [RunState, number][]).map(([state, count]) => ({ state, count }));

export const aWave = (parts: Partial<Wave> = {}): Wave => ({
  number: 1, state: 'PENDING', members: 12, overdue: 0, missing: [], missingSentences: [], soakedSeconds: null, startedAt: null, endedAt: null, byStateClass: classRows({ NOT_STARTED: 12 }), counts: [], domains: [], ...parts,
});

/** A running campaign of 3 waves and 300 nodes: wave 1 passed, wave 2 is under way. */
export const aCampaign = (parts: Partial<Campaign> = {}): Campaign => ({
  id: 'c1', name: 'edge-c8-to-oc8', kind: 'MIGRATE', source: 'OPERATOR', state: 'RUNNING', stateReason: null, stateDetail: [], stateSentences: [], version: 7, epoch: 0, parentId: null,
  createdAt: '2026-11-20T08:00:00.000Z', startedAt: '2026-11-21T08:00:00.000Z', endedAt: null, overdue: 0,
  author: { id: 'p1', name: 'ada' }, lastEditor: { id: 'p1', name: 'ada' }, revision: { digest: '9f2c61d0aabbccdd', createdAt: '2026-11-20T09:00:00.000Z', members: 300, waves: 3 },
  approval: { approved: true, at: '2026-11-20T10:00:00.000Z', digest: '9f2c61d0aabbccdd', reason: 'looks right', person: { id: 'p2', name: 'grace' } }, can: mayAll,
  byStateClass: classRows({ MIGRATED: 30, IN_FLIGHT: 8, FAILED: 1, NOT_STARTED: 261 }),
  counts: runCounts({ SUCCEEDED: 30, STAGING: 2, DRAINING: 1, APPLYING: 2, REBOOTING: 1, SOAKING: 2, FAILED_CLEAN: 1 }),
  holdingPermit: [{ runId: 'r1', nodeId: 'n1', hostname: 'sz-r01-n01', state: 'APPLYING', overdue: false }, { runId: 'r2', nodeId: 'n2', hostname: 'sz-r01-n02', state: 'APPLYING', overdue: false }, { runId: 'r3', nodeId: 'n3', hostname: 'sz-r02-n01', state: 'REBOOTING', overdue: true }],
  summary: { migrated: 30, rolledBack: 0, failedClean: 1, quarantined: 0, blocked: 0, deferred: 0, cancelled: 0, open: 8, unavailableSecondsLower: 100, unavailableSecondsUpper: 120 },
  waves: [
    aWave({ number: 1, state: 'PASSED', members: 3, startedAt: '2026-11-21T08:00:00.000Z', endedAt: '2026-11-21T09:00:00.000Z', byStateClass: classRows({ MIGRATED: 3 }), counts: runCounts({ SUCCEEDED: 3 }) }),
    aWave({
      number: 2, state: 'ADMITTING', members: 40, startedAt: '2026-11-21T09:00:00.000Z', byStateClass: classRows({ MIGRATED: 27, IN_FLIGHT: 8, FAILED: 1, NOT_STARTED: 4 }),
      counts: runCounts({ SUCCEEDED: 27, SOAKING: 2 }), domains: [{ domain: 'sz/az1', members: 40, byStateClass: classRows({ MIGRATED: 27, NOT_STARTED: 13 }) }],
    }),
    aWave({ number: 3, members: 257, byStateClass: classRows({ NOT_STARTED: 257 }) }),
  ],
  ...parts,
});

/** An evaluation as the api describes it: counts with the thresholds that were in force. */
export const aVerdict = (measures: Partial<Record<'failures' | 'overdue' | 'verified' | 'soaked' | 'lost', number>> = {}, parts: Partial<VerdictPartsFragment> & { readonly stop?: number; readonly demand?: number; readonly lostMax?: number } = {}): VerdictPartsFragment => {
  const { stop = 4, demand = 36, lostMax = 1, ...rest } = parts;
  const row = (name: string, value: number, threshold: number): VerdictPartsFragment['evidence'][number] => ({ name, value: String(value), sentence: null, threshold: String(threshold), window: null, samples: 40 });
  return {
    wave: 2, kind: 'INCONCLUSIVE', message: 'missing', at: '2026-11-21T10:00:00.000Z',
    evidence: [
      { name: 'planned', value: '40', sentence: null, threshold: null, window: null, samples: null }, row('failures', measures.failures ?? 0, stop), row('overdue', measures.overdue ?? 0, stop), row('lost', measures.lost ?? 0, lostMax),
      row('verified', measures.verified ?? demand, demand), row('soaked', measures.soaked ?? demand, demand),
    ],
    ...rest,
  };
};
