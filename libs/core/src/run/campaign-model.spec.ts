import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AdmissionCandidate } from '../admission/admission.ts';
import { admit } from '../admission/admit.ts';
import { permitsAllowed, stopAt } from '../gate/gate-thresholds.ts';
import { judgeWave } from '../gate/judge-wave.ts';
import { type WaveEvidence } from '../gate/wave-evidence.ts';
import { type NodeId, type RunId, type SiteId } from '../kernel/ids.ts';
import { instant } from '../kernel/time.ts';
import { mayFollow } from '../kernel/transition-table.ts';
import { aNode, aSpec, aTarget } from '../plan/plan-builders.ts';
import { planCampaign } from '../plan/plan-campaign.ts';
import { runHoldsLease, runIsOpen, type RunStateKind, runTransitions } from './run-state.ts';

const gateOf = (failurePercentMax: number, firstLook: number): Parameters<typeof judgeWave>[0] => ({ failurePercentMax, verifiedPercentMin: 100, soakSeconds: 0, firstLook, inconclusiveSecondsMax: 60, lostMax: 1000 });

interface ModelRun {
  readonly nodeId: NodeId;
  readonly campaign: number;
  state: RunStateKind;
}

const candidateOf = (run: ModelRun, index: number): AdmissionCandidate => ({
  runId: `run-${index}` as RunId, nodeId: run.nodeId, siteId: 'site-a' as SiteId, domains: ['r1'], held: false, protected: false, retired: false, missing: false, healthy: true, restoresBroken: false,
});

describe('a campaign as a model', () => {
  it('fails at most stopAt nodes plus those in flight at the breach (I-4, property)', () => {
    const runs = fc.record({
      outcomes: fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), concurrencyMax: fc.integer({ min: 1, max: 12 }), firstLook: fc.integer({ min: 1, max: 6 }),
      failurePercentMax: fc.integer({ min: 0, max: 40 }), order: fc.infiniteStream(fc.nat(1000)),
    });
    fc.assert(fc.property(runs, ({ outcomes, concurrencyMax, firstLook, failurePercentMax, order }) => {
      const gate = gateOf(failurePercentMax, firstLook);
      const waiting = outcomes.map((_, index) => index);
      const inFlight: number[] = [];
      let failures = 0;
      let verified = 0;
      let inFlightAtBreach: number | null = null;
      const evidence = (): WaveEvidence => ({ planned: outcomes.length, deferred: 0, failures, failuresNotCounted: 0, overdue: 0, lost: 0, verified, soaked: verified, soaking: [], unreadable: [] });
      while (waiting.length > 0 || inFlight.length > 0) {
        const breached = judgeWave(gate, evidence(), instant(0)).kind === 'FAIL';
        if (breached && inFlightAtBreach === null) inFlightAtBreach = inFlight.length;
        const { grants } = admit({
          campaignRunning: !breached, concurrencyMax, leased: inFlight.length, exposureMax: outcomes.length, exposed: inFlight.length,
          firstLook: { allowed: permitsAllowed(gate, evidence()), holding: inFlight.length }, sitesUnattended: [], domains: [{ domain: 'r1', max: outcomes.length, memberCount: outcomes.length, unavailable: [] }],
          candidates: waiting.map((index) => candidateOf({ nodeId: `n${index}` as NodeId, campaign: 0, state: 'STAGED' }, index)), grantsMax: 50,
        });
        for (const grant of grants) {
          const index = Number(grant.runId.slice(4));
          waiting.splice(waiting.indexOf(index), 1);
          inFlight.push(index);
        }
        if (verified === 0 && !breached) expect(inFlight.length).toBeLessThanOrEqual(firstLook);
        if (inFlight.length === 0) break;
        const [done] = inFlight.splice((order.next().value ?? 0) % inFlight.length, 1);
        if (outcomes[done ?? 0] === true) verified += 1;
        else failures += 1;
      }
      expect(failures).toBeLessThanOrEqual(stopAt(failurePercentMax, outcomes.length) + (inFlightAtBreach ?? 0));
      if (inFlightAtBreach !== null) expect(inFlightAtBreach).toBeLessThan(concurrencyMax);
    }), { numRuns: 500 });
  });

  it('never has two open runs on one node, across campaigns, retries and admissions (I-7, property)', () => {
    type Step = { readonly kind: 'plan' } | { readonly kind: 'move'; readonly run: number; readonly choice: number } | { readonly kind: 'admit' };
    const steps = fc.array(fc.oneof<fc.Arbitrary<Step>[]>(
      fc.constant({ kind: 'plan' }), fc.constant({ kind: 'admit' }),
      fc.record({ kind: fc.constant('move' as const), run: fc.nat(1000), choice: fc.nat(1000) }), fc.record({ kind: fc.constant('move' as const), run: fc.nat(1000), choice: fc.nat(1000) }),
    ), { maxLength: 80 });
    fc.assert(fc.property(steps, fc.integer({ min: 1, max: 4 }), (sequence, nodeCount) => {
      const names = Array.from({ length: nodeCount }, (_, index) => `n${index}`);
      const runs: ModelRun[] = [];
      const isBusy = (nodeId: NodeId): boolean => runs.some((run) => run.nodeId === nodeId && runIsOpen(run.state));
      let campaigns = 0;
      for (const step of sequence) {
        if (step.kind === 'plan') {
          const planned = planCampaign({ spec: aSpec(), target: aTarget(), nodes: names.map((name) => aNode(name, { openRun: isBusy(`id-${name}` as NodeId) })), parent: null });
          campaigns += 1;
          if ('schema' in planned) for (const member of planned.waves.flatMap((wave) => wave.members)) runs.push({ nodeId: member.nodeId, campaign: campaigns, state: 'PLANNED' });
        } else if (step.kind === 'admit') {
          const staged = runs.filter((run) => run.state === 'STAGED');
          const { grants } = admit({
            campaignRunning: true, concurrencyMax: 10, leased: 0, exposureMax: 10, exposed: 0, firstLook: { allowed: 10, holding: 0 }, sitesUnattended: [], grantsMax: 50,
            domains: [{ domain: 'r1', max: 10, memberCount: 10, unavailable: [] }], candidates: staged.map(candidateOf),
          });
          for (const grant of grants) {
            const run = staged[Number(grant.runId.slice(4))];
            if (run !== undefined) run.state = 'LEASED';
          }
        } else if (runs.length > 0) {
          const run = runs[step.run % runs.length];
          const next = run === undefined ? [] : (runTransitions[run.state] as readonly RunStateKind[]).filter((state) => state !== 'LEASED');
          const to = next[step.choice % Math.max(1, next.length)];
          if (run === undefined || to === undefined || !mayFollow(runTransitions, run.state, to)) continue;
          // What the partial unique index refuses: trying a run again while another one has the node.
          if (!runIsOpen(run.state) && runIsOpen(to) && isBusy(run.nodeId)) continue;
          run.state = to;
        }
        for (const name of names) {
          const own = runs.filter((run) => run.nodeId === `id-${name}`);
          expect(own.filter((run) => runIsOpen(run.state)).length).toBeLessThanOrEqual(1);
          expect(own.filter((run) => runHoldsLease(run.state)).length).toBeLessThanOrEqual(1);
        }
      }
    }), { numRuns: 300 });
  });
});
