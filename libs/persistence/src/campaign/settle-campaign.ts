import { type CampaignState, instant, judgeWave, sentence, settledCampaignState, waveIsFinal, type WaveStateKind } from '@skein/core';
import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { type Tx } from '../database/transaction.ts';
import { giveBackAdopted } from '../lease/grant-leases.ts';
import { inKinds, openKinds, permitKinds } from '../run/run-kinds.ts';
import { planTail } from '../wave/plan-tail.ts';
import { readWave } from '../wave/read-wave.ts';
import { campaignAudit, changeCampaign, type Telling } from './change-campaign.ts';
import { type CampaignRow } from './lock-campaign.ts';

/**
 * The end of every transaction that ends a run, marks one overdue or closes a wave; the campaign's row is locked. First the stop rule,
 * for waves that got bad news: a breach moves the epoch here, together with the outcome that caused it, so no permit is given in between.
 * Then whatever follows from rows alone: HALTED, CANCELLED, COMPLETED.
 */
export async function settleCampaign(tx: Tx, locked: CampaignRow, wavesWithBadNews: readonly number[], telling: Telling): Promise<CampaignRow> {
  let campaign = locked;
  for (const wave of wavesWithBadNews) {
    if (campaign.state.kind !== 'RUNNING' && campaign.state.kind !== 'PAUSED') break;
    const { evidence } = await readWave(tx, campaign, wave);
    const verdict = judgeWave(campaign.spec.gate, evidence, instant(campaign.now.getTime()));
    if (verdict.kind !== 'FAIL') continue;
    const halting = await changeCampaign(tx, campaign, { kind: 'HALTING', reason: verdict.reason }, telling, { raiseEpoch: true });
    telling.audits.push(campaignAudit('campaign.breach', campaign, halting, sentence('audit.breach', { wave, reason: { term: `reason.${verdict.reason}` }, failed: verdict.failed, allowed: verdict.limit - 1 })));
    await pokeUnderWay(tx, campaign.campaignId);
    if (campaign.kind === 'rollback') await giveBackAdopted(tx, campaign.campaignId);
    campaign = halting;
  }
  const settled = await settledState(tx, campaign);
  if (settled === campaign.state) return campaign;
  const after = await changeCampaign(tx, campaign, settled, telling);
  telling.audits.push(campaignAudit('campaign.settled', campaign, after, null));
  if (after.parentId !== null && after.kind === 'rollback') telling.pokes.push(`campaign/${after.parentId}`);
  return after;
}

async function settledState(tx: Tx, campaign: CampaignRow): Promise<CampaignState> {
  const { kind } = campaign.state;
  if (kind !== 'HALTING' && kind !== 'CANCELLING' && kind !== 'RUNNING') return campaign.state;
  const waves = await waveKinds(tx, campaign.campaignId);
  // While a wave is open a running campaign cannot settle, so nothing that grows with the campaign is counted.
  if (kind === 'RUNNING' && !waves.every(waveIsFinal)) return campaign.state;
  // The campaign's driver opens the tail wave; until then nothing is complete.
  if (kind === 'RUNNING' && (await planTail(tx, campaign, waves.length)) !== null) return campaign.state;
  return settledCampaignState(campaign.state, await countRuns(tx, campaign), waves);
}

export async function waveKinds(db: Queries, campaignId: string): Promise<WaveStateKind[]> {
  const { rows } = await sql<{ state_kind: WaveStateKind }>`/* waveKinds */ SELECT state_kind FROM wave WHERE campaign_id = ${campaignId} ORDER BY number`.execute(db);
  return rows.map((row) => row.state_kind);
}

async function countRuns(tx: Tx, campaign: CampaignRow): Promise<{ holdingPermit: number; open: number; exceptions: number }> {
  const success = campaign.kind === 'rollback' ? 'RESTORED' : 'SUCCEEDED';
  const driven = sql`((campaign_id = ${campaign.campaignId} AND driven_by IS NULL) OR driven_by = ${campaign.campaignId})`;
  const { rows: [row] } = await sql<{ holding_permit: number; open: number; exceptions: number }>`/* settleCampaign counts */
    SELECT (SELECT count(*)::int FROM node_run WHERE ${driven} AND NOT overdue AND state_kind ${inKinds(permitKinds)}) AS holding_permit,
      (SELECT count(*)::int FROM node_run WHERE ${driven} AND NOT overdue AND state_kind ${inKinds(openKinds)}) AS open,
      ${campaign.state.kind === 'RUNNING' ? sql`(SELECT count(*)::int FROM (
          SELECT DISTINCT ON (m.node_id) m.node_id, coalesce(a.state_kind, r.state_kind) AS last_kind FROM wave_member m
          LEFT JOIN node_run r ON r.campaign_id = m.campaign_id AND r.wave = m.wave AND r.node_id = m.node_id
          LEFT JOIN node_run a ON a.run_id = m.adopted_run_id
          WHERE m.campaign_id = ${campaign.campaignId} AND ((NOT m.alternate AND m.moved_to_wave IS NULL) OR m.stepped_in_for IS NOT NULL)
          ORDER BY m.node_id, m.wave DESC) last WHERE last_kind IS DISTINCT FROM ${success})` : sql`0`} AS exceptions`.execute(tx);
  return { holdingPermit: row?.holding_permit ?? 0, open: row?.open ?? 0, exceptions: row?.exceptions ?? 0 };
}

/** Runs between lease and permit have to be undone now, the others look at their campaign when they move next. */
export async function pokeUnderWay(tx: Tx, campaignId: string): Promise<void> {
  await sql`/* pokeUnderWay */ INSERT INTO outbox (driver) SELECT 'nodeRun/' || run_id FROM node_run
    WHERE (campaign_id = ${campaignId} OR driven_by = ${campaignId}) AND state_kind IN ('LEASED', 'DRAINING', 'PROTECTING')`.execute(tx);
}
