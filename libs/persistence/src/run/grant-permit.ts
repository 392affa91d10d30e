import { permitsAllowed, type CampaignKind, type CampaignSpec, type CampaignState, type Refusal, refuse, type RunState } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { inTransaction, json, type Tx } from '../database/transaction.ts';
import { dueAfter, jobClause, whyNot } from './move-run.ts';
import { inKinds, permitKinds } from './run-kinds.ts';
import { type Claim, type NewJob } from './run-store.ts';

/**
 * The permit. The campaign's row is locked FOR SHARE, halt locks it FOR NO KEY UPDATE: either this permit commits before the halt
 * answers and is listed there, or it reads the epoch that the halt has moved.
 */
export function grantPermit({ db }: Database, claim: Claim, epoch: number, job: NewJob, to: Extract<RunState, { kind: 'APPLYING' | 'RESTORING' }>): Promise<Refusal | null> {
  return inTransaction<null>(db, async (tx) => {
    const { rows: [campaign] } = await sql<{ campaign_id: string; kind: CampaignKind; state: CampaignState; epoch: number; spec: CampaignSpec; wave: number }>`/* runStore.grantPermit campaign */
      SELECT c.campaign_id, c.kind, c.state, c.epoch, c.spec, r.wave FROM node_run r JOIN campaign c ON c.campaign_id = coalesce(r.driven_by, r.campaign_id)
      WHERE r.run_id = ${claim.runId} FOR SHARE OF c`.execute(tx);
    if (campaign === undefined) return whyNot(tx, claim);
    if (!goesOn(campaign.state)) return refuse('campaignNotRunning', `campaign ${campaign.campaign_id} is ${campaign.state.kind}`);
    if (campaign.epoch !== epoch) return refuse('epochMoved', `campaign ${campaign.campaign_id} is in epoch ${String(campaign.epoch)}, not ${String(epoch)}`);
    const crowded = await firstLookRefusal(tx, campaign);
    if (crowded !== null) return crowded;
    const { rows } = await sql<{ run_id: string }>`/* runStore.grantPermit run */
      WITH moved AS (
        UPDATE node_run SET state = ${json(to)}, entered_at = now(), due_at = ${dueAfter(sql`${to.kind}::text`)}, permit_at = now(), permit_epoch = ${epoch}
        WHERE run_id = ${claim.runId} AND attempt = ${claim.attempt} AND fence = ${claim.fence.toString()}::bigint AND state_kind = 'PROTECTING' AND settled_at IS NULL
          AND EXISTS (SELECT FROM lease WHERE lease.run_id = node_run.run_id AND lease.released_at IS NULL)
        RETURNING run_id, campaign_id, wave, node_id, site_id, attempt, fence),
      ${jobClause(job)}
      SELECT run_id FROM moved`.execute(tx);
    if (rows.length === 1) return null;
    const reason = await whyNot(tx, claim);
    return reason.code === 'stateChanged' && reason.message.endsWith('PROTECTING') ? refuse('leaseMissing', `run ${claim.runId} holds no lease`) : reason;
  });
}

/** A pause starts no new nodes; one that already has its lease goes on. Hold also stops those, and everything else is over. */
const goesOn = (state: CampaignState): boolean => state.kind === 'RUNNING' || (state.kind === 'PAUSED' && state.reason !== 'hold');

/** Until the first run of the wave has verified only a few may be changed; the wave's row orders those who ask at the same time. */
async function firstLookRefusal(tx: Tx, campaign: { readonly campaign_id: string; readonly kind: CampaignKind; readonly spec: CampaignSpec; readonly wave: number }): Promise<Refusal | null> {
  const of = sql`campaign_id = ${campaign.campaign_id} AND wave = ${campaign.wave}`;
  const verified = sql<{ verified: boolean }>`/* runStore.grantPermit verified */
    SELECT EXISTS (SELECT FROM node_run WHERE ${of} AND state_kind ${inKinds(campaign.kind === 'rollback' ? ['RESTORED'] : ['SOAKING', 'SUCCEEDED'])}) AS verified`;
  if ((await verified.execute(tx)).rows[0]?.verified === true) return null;
  await sql`/* runStore.grantPermit wave */ SELECT number FROM wave WHERE campaign_id = ${campaign.campaign_id} AND number = ${campaign.wave} FOR NO KEY UPDATE`.execute(tx);
  const { rows: [seen] } = await sql<{ planned: number; holding: number; verified: number }>`/* runStore.grantPermit firstLook */
    SELECT (SELECT count(*)::int FROM wave_member WHERE ${of}) AS planned,
      (SELECT count(*)::int FROM node_run WHERE ${of} AND state_kind ${inKinds(permitKinds)}) AS holding,
      (SELECT count(*)::int FROM node_run WHERE ${of} AND state_kind IN ('SOAKING', 'SUCCEEDED')) AS verified`.execute(tx);
  const allowed = permitsAllowed(campaign.spec.gate, { verified: seen?.verified ?? 0, planned: seen?.planned ?? 0 });
  return (seen?.holding ?? 0) < allowed ? null : refuse('firstLookFull', `${String(allowed)} runs of wave ${String(campaign.wave)} hold a permit and none has verified yet`);
}
