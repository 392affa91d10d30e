import { type AdmissionAnswer, auditActionOfWave, inconclusiveExpired, instant, judgeWave, mayFollow, nextWaveState, type PauseReason, secondsBetween, sentence, soakIsOverdue, soakSlackSeconds, type Verdict, type WaveState, waveTransitions, waveIsOpen } from '@skein/core';
import { sql } from 'kysely';
import { campaignAudit, campaignHasEnded, changeCampaign, nothingToTell, tell, type Telling } from '../campaign/change-campaign.ts';
import { type CampaignRow, lockCampaign } from '../campaign/lock-campaign.ts';
import { settleCampaign } from '../campaign/settle-campaign.ts';
import { type Database } from '../database/database.ts';
import { json, type Tx } from '../database/transaction.ts';
import { adoptSoaking, grantLeases, lockLeaseAuthority, takeBackUnusedAdoptions, takeBackUnusedLeases } from '../lease/grant-leases.ts';
import { campaignDriver, waveDriver } from '../outbox/driver-key.ts';
import { hasStaged, moveStaged, openRuns, stepIn } from '../wave/open-runs.ts';
import { readWave, type WaveCounts } from '../wave/read-wave.ts';
import { type Advance } from './driver-store.ts';

interface WaveRow {
  readonly number: number;
  readonly state: WaveState;
  readonly inconclusive_since: Date | null;
  readonly is_last: boolean;
}

/** How often a wave looks again while observations are missing or what its runs wait for changes without a poke. */
const lookAgainSeconds = 5;
const otherCausesSeconds = 15;

export async function advanceWave({ db }: Database, campaignId: string, wave: number): Promise<Advance> {
  // Lease authority comes before the campaign, so whether anybody wants a lease is asked first; who comes later pokes again.
  const mayGrant = await sql<{ staged: boolean }>`/* advanceWave staged */
    SELECT EXISTS (SELECT FROM node_run r WHERE campaign_id = ${campaignId} AND wave = ${wave} AND (state_kind IN ('STAGED', 'LEASED') OR ${hasStaged}))
      OR EXISTS (SELECT FROM campaign WHERE campaign_id = ${campaignId} AND kind = 'rollback') AS staged`.execute(db);
  return db.transaction().execute(async (tx) => {
    if (mayGrant.rows[0]?.staged === true) await lockLeaseAuthority(tx);
    const campaign = await lockCampaign(tx, campaignId);
    const row = campaign === null ? null : await lockWave(tx, campaignId, wave);
    if (campaign === null || row === null) return { kind: 'done' };
    const telling = nothingToTell();
    if (waveIsOpen(row.state.kind)) await moveStaged(tx, campaignId, wave);
    const admission = await admitMembers(tx, campaign, row, mayGrant.rows[0]?.staged === true);
    const counts = admission.counts ?? (await readWave(tx, campaign, wave));
    const state = await judge(tx, campaign, row, counts, telling);
    const goesOn = waveIsOpen(state.kind) && !campaignHasEnded(campaign.state);
    await sql`/* advanceWave mark */ UPDATE wave SET advanced_at = now(), due_at = CASE WHEN ${goesOn} THEN now() + interval '615 s' END WHERE campaign_id = ${campaignId} AND number = ${wave}`.execute(tx);
    await tell(tx, 'system/worker', telling);
    return goesOn ? nextAdvance(campaign, row, state, counts, admission) : { kind: 'done' };
  });
}

async function lockWave(tx: Tx, campaignId: string, wave: number): Promise<WaveRow | null> {
  const { rows: [row] } = await sql<WaveRow>`/* advanceWave wave */
    SELECT number, state, inconclusive_since, NOT EXISTS (SELECT FROM wave x WHERE x.campaign_id = ${campaignId} AND x.number > ${wave}) AS is_last
    FROM wave WHERE campaign_id = ${campaignId} AND number = ${wave} FOR NO KEY UPDATE`.execute(tx);
  return row ?? null;
}

interface Admitted {
  /** null: something moved, so they must be counted anew. */
  readonly counts: WaveCounts | null;
  readonly answer: AdmissionAnswer;
  readonly full: boolean;
}

async function admitMembers(tx: Tx, campaign: CampaignRow, row: WaveRow, mayGrant: boolean): Promise<Admitted> {
  if (campaign.state.kind !== 'RUNNING' || row.state.kind === 'PENDING' || !waveIsOpen(row.state.kind)) return { counts: null, answer: { grants: [], refusals: [] }, full: false };
  const unused = mayGrant ? await takeBackUnusedLeases(tx, campaign.campaignId, row.number) : 0;
  const takenBack = unused + (campaign.kind === 'rollback' ? await takeBackUnusedAdoptions(tx, campaign.campaignId) : 0);
  const before = await readWave(tx, campaign, row.number);
  const steppedIn = before.replaceable > 0 ? await stepIn(tx, campaign.campaignId, row.number) : 0;
  const opened = before.progress.waiting > 0 || steppedIn > 0 ? await openRuns(tx, campaign, row.number) : 0;
  const wanted = mayGrant && before.staged > 0;
  const answer = wanted ? await grantLeases(tx, campaign, row.number, before.evidence) : null;
  const adoption = campaign.kind === 'rollback' && before.progress.waiting > 0 ? await adoptSoaking(tx, campaign, row.number, before.evidence) : null;
  const both = { grants: [...(answer?.grants ?? []), ...(adoption?.grants ?? [])], refusals: [...(answer?.refusals ?? []), ...(adoption?.refusals ?? [])] };
  const moved = takenBack + steppedIn + opened + both.grants.length > 0;
  return { counts: moved ? null : before, answer: both, full: wanted && answer === null };
}

/** Verdict and wave state from the rows as they are now; the verdict is stored, and the campaign follows in the same transaction. */
async function judge(tx: Tx, campaign: CampaignRow, row: WaveRow, counts: WaveCounts, telling: Telling): Promise<WaveState> {
  if (row.state.kind === 'PENDING' || row.state.kind === 'OVERRIDDEN' || row.state.kind === 'SKIPPED') return row.state;
  const { gate } = campaign.spec;
  const now = instant(campaign.now.getTime());
  const verdict = judgeWave(gate, counts.evidence, now);
  const progress = { ...counts.progress, soakOverdue: soakIsOverdue(gate, counts.soakingSince, now), isLast: row.is_last };
  let state: WaveState = row.state;
  let evaluated = false;
  for (let next = nextWaveState(state, progress, verdict); next !== state; next = nextWaveState(state, progress, verdict)) {
    if (next.kind !== state.kind && !mayFollow(waveTransitions, state.kind, next.kind)) throw new Error(`wave ${String(row.number)} of ${campaign.campaignId} does not go from ${state.kind} to ${next.kind}`);
    evaluated = evaluated || next.kind === 'EVALUATING' || next.kind === 'FAILED';
    state = next;
  }
  if (evaluated) await storeVerdict(tx, campaign, row.number, verdict, counts);
  const settled = state === row.state ? campaign : await writeState(tx, campaign, row, state, telling);
  await pauseIfStuck(tx, settled, row, state, verdict, telling);
  return state;
}

async function storeVerdict(tx: Tx, campaign: CampaignRow, wave: number, verdict: Verdict, counts: WaveCounts): Promise<void> {
  await sql`/* storeVerdict */ INSERT INTO gate_evaluation (campaign_id, wave, verdict, detail, evidence)
    VALUES (${campaign.campaignId}, ${wave}, ${verdict.kind}, ${json(verdict)}, ${json({ ...counts.evidence, gate: campaign.spec.gate })})`.execute(tx);
}

async function writeState(tx: Tx, campaign: CampaignRow, row: WaveRow, state: WaveState, telling: Telling): Promise<CampaignRow> {
  const closed = !waveIsOpen(state.kind);
  await sql`/* writeWaveState */ UPDATE wave SET state = ${json(state)}, entered_at = CASE WHEN state_kind = ${state.kind} THEN entered_at ELSE now() END,
      closed_at = CASE WHEN ${closed} THEN now() END, inconclusive_since = CASE WHEN ${state.kind} = 'INCONCLUSIVE' THEN coalesce(inconclusive_since, now()) END
    WHERE campaign_id = ${campaign.campaignId} AND number = ${row.number}`.execute(tx);
  const action = auditActionOfWave(state.kind);
  if (action === null) return campaign;
  telling.audits.push({ action, objectKind: 'campaign', objectId: campaign.campaignId, before: { wave: row.number, state: row.state }, after: { wave: row.number, state } });
  telling.pokes.push(campaignDriver(campaign.campaignId));
  await sql`/* wave transition moves the version */ UPDATE campaign SET version = version + 1, due_at = now() WHERE campaign_id = ${campaign.campaignId}`.execute(tx);
  return settleCampaign(tx, { ...campaign, version: campaign.version + 1 }, state.kind === 'FAILED' ? [row.number] : [], telling);
}

/** A gate that cannot be judged within its bounded time, or that failed without breaking the stop rule, needs a person. */
async function pauseIfStuck(tx: Tx, campaign: CampaignRow, row: WaveRow, state: WaveState, verdict: Verdict, telling: Telling): Promise<void> {
  if (campaign.state.kind !== 'RUNNING') return;
  const expired = state.kind === 'INCONCLUSIVE' && inconclusiveExpired(campaign.spec.gate, instant((row.inconclusive_since ?? campaign.now).getTime()), instant(campaign.now.getTime()));
  const reason: PauseReason | null = expired ? 'gateInconclusive' : state.kind === 'FAILED' ? 'gateFailed' : null;
  if (reason === null) return;
  const missing = verdict.kind === 'INCONCLUSIVE' ? verdict.missing : verdict.kind === 'ERROR' ? verdict.sources : [];
  const paused = await changeCampaign(tx, campaign, { kind: 'PAUSED', reason, ...(missing.length > 0 ? { missing } : {}), ...(verdict.kind === 'INCONCLUSIVE' ? { sentences: verdict.sentences } : {}) }, telling);
  telling.audits.push(campaignAudit('campaign.paused', campaign, paused, sentence('audit.waveIs', { wave: row.number, state: { term: `waveState.${state.kind}` } })));
}

function nextAdvance(campaign: CampaignRow, row: WaveRow, state: WaveState, counts: WaveCounts, admission: Admitted): Advance {
  const running = campaign.state.kind === 'RUNNING';
  switch (state.kind) {
    case 'ADMITTING': case 'SETTLING': {
      if (!running) return { kind: 'wait' };
      const refusals = admission.answer.refusals.flatMap((refusal) => refusal.reasons);
      if (refusals.some((reason) => reason.kind === 'batchFull')) return { kind: 'again' };
      // Observations and budgets of nodes that no lease covers change without a poke.
      if (refusals.some((reason) => ['healthObservationMissing', 'siteUnattended', 'nodeUnhealthy', 'domainUncounted'].includes(reason.kind))) return { kind: 'wake', inSeconds: lookAgainSeconds };
      if (refusals.some((reason) => reason.kind === 'domainBudgetFull' || reason.kind === 'held')) return { kind: 'wake', inSeconds: otherCausesSeconds };
      if (counts.leased > 0 || admission.answer.grants.length > 0) return { kind: 'wake', inSeconds: 31 };
      if (counts.progress.waiting > 0 && counts.progress.inFlight === 0 && !admission.full) return { kind: 'wake', inSeconds: 60 };
      return { kind: 'wait' };
    }
    case 'SOAKING': {
      const since = counts.soakingSince;
      const elapsed = since === null ? 0 : secondsBetween(since, instant(campaign.now.getTime()));
      return { kind: 'wake', inSeconds: Math.max(lookAgainSeconds, campaign.spec.gate.soakSeconds + soakSlackSeconds - elapsed) };
    }
    case 'EVALUATING': return { kind: 'wake', inSeconds: lookAgainSeconds };
    case 'INCONCLUSIVE': {
      if (!running) return { kind: 'done' };
      const since = row.inconclusive_since === null ? campaign.now : row.inconclusive_since;
      const left = campaign.spec.gate.inconclusiveSecondsMax - (campaign.now.getTime() - since.getTime()) / 1000;
      return { kind: 'wake', inSeconds: Math.max(1, Math.min(left, lookAgainSeconds)) };
    }
    default: return { kind: 'done' };
  }
}

/** Opens a wave; the campaign's row is locked. */
export async function openWave(tx: Tx, campaign: CampaignRow, wave: number, telling: Telling): Promise<void> {
  await sql`/* openWave */ UPDATE wave SET state = '{"kind": "ADMITTING"}', entered_at = now(), opened_at = coalesce(opened_at, now()), closed_at = NULL, inconclusive_since = NULL, due_at = now()
    WHERE campaign_id = ${campaign.campaignId} AND number = ${wave}`.execute(tx);
  await sql`/* wave transition moves the version */ UPDATE campaign SET version = version + 1 WHERE campaign_id = ${campaign.campaignId}`.execute(tx);
  telling.pokes.push(waveDriver(campaign.campaignId, wave));
}
