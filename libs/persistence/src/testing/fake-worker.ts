import { drainAgainStep, instant, isRefusal, type JobId, nextRunAction, nextStepName, type NodeFacts, type NodeId, type Refusal, type RunAction, type RunId, type SiteId, type VerificationFacts } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { type DriverRef } from '../driver/driver-store.ts';
import { createDriverStore } from '../driver/postgres-driver-store.ts';
import { createRunStore } from '../run/postgres-run-store.ts';
import { type Claim, type NewJob, type RunSnapshot } from '../run/run-store.ts';
import { createWatchStore } from '../watch/postgres-watch-store.ts';

/** What becomes of a node's change. `awaitsPermit` never asks for one; `hangs` gets one and is not heard of again. */
export type Fate = 'migrates' | 'transactionFails' | 'isBlocked' | 'dies' | 'awaitsPermit' | 'hangs';

export interface FakeWorker {
  /** Relays, advances every driver that was poked, lets nodes answer and be observed; returns how many drivers it moved. */
  turn(): Promise<number>;
  /** Turns until nothing moves any more, or `until` says so. */
  run(until?: () => Promise<boolean>): Promise<void>;
  observe(): Promise<void>;
  readonly advanced: { campaign: number; wave: number; nodeRun: number };
}

const keyOf = (driver: DriverRef): string => (driver.kind === 'nodeRun' ? driver.runId : driver.kind === 'wave' ? `${driver.campaignId}/${String(driver.wave)}` : driver.campaignId);

/** Temporal, worker, watcher and nodes in one loop without time: core's own order of actions against real rows. */
export function fakeWorker(database: Database, fateOf: (hostname: string) => Fate = () => 'migrates'): FakeWorker {
  const drivers = createDriverStore(database);
  const watch = createWatchStore(database);
  const waiting = new Map<string, DriverRef>();
  const advanced = { campaign: 0, wave: 0, nodeRun: 0 };
  const observe = async (): Promise<void> => {
    for (const { siteId } of await watch.sites()) await observeSite(database, siteId);
  };
  const advance = async (driver: DriverRef): Promise<void> => {
    advanced[driver.kind] += 1;
    if (driver.kind === 'nodeRun') return driveRun(database, driver.runId, fateOf);
    const next = driver.kind === 'campaign' ? await drivers.advanceCampaign(driver.campaignId) : await drivers.advanceWave(driver.campaignId, driver.wave);
    if (next.kind === 'again' || next.kind === 'wake') waiting.set(keyOf(driver), driver);
  };
  const turn = async (): Promise<number> => {
    const poked = new Map<string, DriverRef>();
    await drivers.relayOutbox(1000, async (some) => { for (const driver of some) poked.set(keyOf(driver), driver); return Promise.resolve(); });
    for (const driver of poked.values()) await advance(driver);
    return poked.size;
  };
  return {
    observe, turn, advanced,
    async run(until) {
      for (let idle = 0; idle < 8;) {
        if (until !== undefined && (await until())) return;
        await observe();
        const moved = await turn();
        const woken = [...waiting.values()];
        waiting.clear();
        for (const driver of woken) await advance(driver);
        idle = moved === 0 ? idle + 1 : 0;
      }
    },
  };
}

async function observeSite(database: Database, siteId: SiteId): Promise<void> {
  const { rows } = await sql<{ node_id: NodeId }>`SELECT node_id FROM node WHERE site_id = ${siteId}`.execute(database.db);
  await createWatchStore(database).recordObservations(siteId, { gapSecondsMax: 30, blind: false, nodes: rows.map((row) => ({ nodeId: row.node_id, reachable: true, bootId: 'boot-1', results: [] })) });
}

const taken = (refusal: Refusal | null): void => {
  if (refusal !== null) throw new Refused(refusal);
};

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`${refusal.code}: ${refusal.message}`);
    this.refusal = refusal;
  }
}

export async function driveRun(database: Database, runId: RunId, fateOf: (hostname: string) => Fate): Promise<void> {
  const runs = createRunStore(database);
  const claim = await runs.claim(runId);
  if (claim === null) return;
  for (;;) {
    const run = await runs.load(runId);
    if (run === null) return;
    const action = nextRunAction({ ...run, deadlines: run.plan.spec.deadlines });
    if (action.kind === 'wait' || action.kind === 'wake' || action.kind === 'done') return;
    try {
      if (!(await perform(database, claim, run, action, fateOf(run.node.hostname)))) return;
    } catch (error) {
      // Somebody newer drives this run, or its campaign was stopped in between: that is what a real driver does, too.
      if (error instanceof Refused && ['fenceSuperseded', 'stateChanged', 'outcomeAlreadyRecorded', 'campaignNotRunning', 'epochMoved', 'firstLookFull', 'leaseMissing', 'effectOpen'].includes(error.refusal.code)) return;
      throw error;
    }
  }
}

const soon = () => instant(Date.now() + 500);

async function perform(database: Database, claim: Claim, run: RunSnapshot, action: RunAction, fate: Fate): Promise<boolean> {
  const runs = createRunStore(database);
  const effect = async (step: string, direction: 'do' | 'undo' = 'do'): Promise<void> => {
    taken(await runs.openEffect(claim, step, direction, soon()));
    taken(await runs.closeEffect(claim, step, direction, 'done', {}));
  };
  const job = (stem: string): NewJob => {
    const step = nextStepName({ ...run, deadlines: run.plan.spec.deadlines }, stem);
    return { jobId: `${run.runId}.${String(claim.attempt)}.${step}` as JobId, step, launchBootId: 'boot-1', notAfterUptimeSeconds: 100 };
  };
  const report = (newJob: NewJob, state: 'EXITED' | 'REBOOTED', exitCode: number | null) => createWatchStore(database).recordJobs(run.node.nodeId, [{
    jobId: newJob.jobId, state, phase: 'done', incarnation: run.node.incarnation, seq: run.jobs.length * 10 + 10, seenBootId: 'boot-2', exitCode, reason: exitCode === 0 || exitCode === null ? null : 'transactionFailed', transactions: newJob.step === 'stage' ? 0 : 1,
  }]);
  switch (action.kind) {
    case 'inspect':
      if (run.state.kind === 'PLANNED') taken(await runs.move(claim, 'PLANNED', { kind: 'PREFLIGHT' }));
      if (fate === 'isBlocked') taken(await runs.recordOutcome(claim, { kind: 'BLOCKED', checks: ['disk.root'] }, {}));
      else taken(await runs.move(claim, 'PREFLIGHT', run.campaignKind === 'rollback' ? { kind: 'STAGED' } : { kind: 'STAGING' }, run.campaignKind === 'rollback' ? {} : { facts: someFacts }));
      return true;
    case 'launchStaging': { const staged = job('stage'); taken(await runs.insertJob(claim, staged, null)); await report(staged, 'EXITED', 0); return true; }
    case 'drain':
      if (run.state.kind === 'LEASED') taken(await runs.move(claim, 'LEASED', { kind: 'DRAINING' }));
      await effect('drain');
      taken(await runs.move(claim, 'DRAINING', { kind: 'PROTECTING' }));
      return true;
    case 'protect': await effect('snapshot'); taken(await runs.saveRestorePoint(claim, `snapshot-${run.runId}-${String(claim.fence)}`, 'READY')); return true;
    case 'change': {
      if (fate === 'awaitsPermit') return false;
      const change = job(run.campaignKind === 'rollback' ? 'reverse' : 'apply');
      taken(await runs.grantPermit(claim, run.campaignEpoch, change, run.campaignKind === 'rollback' ? { kind: 'RESTORING', reason: 'operator', strategy: 'reverseSync' } : { kind: 'APPLYING' }));
      if (fate === 'hangs') return false;
      if (run.campaignKind === 'rollback') await report(change, 'EXITED', 0);
      else await (fate === 'migrates' ? report(change, 'REBOOTED', null) : report(change, 'EXITED', 1));
      return true;
    }
    case 'verify': taken(await runs.recordVerification(claim, someVerification)); taken(await runs.move(claim, 'VERIFYING', { kind: 'SOAKING' }, { soakSeconds: run.plan.spec.gate.soakSeconds, restorePointStale: true })); return true;
    case 'restoreSnapshot': { const raised = await runs.raiseIncarnation(claim); if (isRefusal(raised)) taken(raised); await effect('restore'); return true; }
    case 'drainAgain': if (fate === 'awaitsPermit') return false; await effect(drainAgainStep); return true;
    case 'undrainAgain': await effect(drainAgainStep, 'undo'); return true;
    case 'launchReverse': { const reverse = job('reverse'); taken(await runs.insertJob(claim, reverse, null)); await report(reverse, 'EXITED', 0); return true; }
    case 'verifyRestored':
      if (run.state.kind !== 'RESTORING') throw new Error('only a restoring run is verified as restored');
      taken(await runs.recordOutcome(claim, fate === 'dies' ? { kind: 'QUARANTINED', reason: 'restoreFailed', failureClass: 'NODE' } : { kind: 'RESTORED', reason: run.state.reason, failureClass: 'NODE' }, {}));
      return true;
    case 'undo':
      if (run.state.kind !== 'UNDOING') throw new Error('only an undoing run is undone');
      if (run.restorePoint?.state === 'READY') { await effect('snapshot', 'undo'); taken(await runs.saveRestorePoint(claim, run.restorePoint.snapshotId, 'CONSUMED')); }
      await effect('drain', 'undo');
      if (run.state.then === 'STAGED') taken(await runs.move(claim, 'UNDOING', { kind: 'STAGED' }, { releaseLease: true }));
      else taken(await runs.recordOutcome(claim, run.state.then === 'CANCELLED' ? { kind: 'CANCELLED' } : { kind: 'FAILED_CLEAN', reason: run.state.reason, failureClass: 'INFRA' }, {}));
      return true;
    case 'move': taken(await runs.move(claim, run.state.kind, action.to)); return true;
    case 'outcome': taken(await runs.recordOutcome(claim, action.to, { because: action.because })); return true;
    // A job that nobody reports on: this worker asks no node.
    default: return false;
  }
}

const someFacts: NodeFacts = {
  osId: 'centos', osVersion: '8', osMinor: '8.5', releaseProviders: ['centos-release'], identityPackages: ['centos-release'], targetIdentityPackages: [], machineId: null, architecture: 'x86_64', container: null,
  memoryAvailableKib: 1_000_000, swapFreeKib: 0, lockHolders: [], missingTools: [], automaticUpdaters: [], versionLocks: [], kernelRunning: '4.18.0-348', kernelNewest: '4.18.0-348', kernelRunningVendor: 'CentOS',
  rootFreeKib: 9_000_000, bootFreeKib: 500_000, varFreeKib: 9_000_000, inodesUsedPercent: 5, kernelsWithoutImages: [], thirdPartyKernelModules: [], rpmDatabaseProblem: null, duplicatePackages: [], thirdPartyPackages: [],
  requiresIdentity: [], targetRepositoryProblem: null, targetKeyProblem: null, becameRoot: true, services: { sshd: 'active' }, mounts: ['/'], network: ['eth0 10.0.0.1'], clockOffsetSeconds: 0, prediction: null, fingerprint: 'f'.repeat(64),
};

const someVerification: VerificationFacts = {
  bootId: 'boot-2', osId: 'opencloudos', osVersion: '8.8', kernelRunning: '5.4.119', kernelDefault: '5.4.119', kernelsWithoutImages: [], rpmDatabaseProblem: null, duplicatePackages: [], packageCheckProblem: null,
  leftoverIdentityPackages: [], services: { sshd: 'active' }, mounts: ['/'], network: ['eth0 10.0.0.1'], fingerprint: 'e'.repeat(64), installedPackages: 300,
};
