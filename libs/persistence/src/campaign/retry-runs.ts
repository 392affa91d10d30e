import { type RunId } from '@skein/core';
import { sql } from 'kysely';
import { type Tx, texts } from '../database/transaction.ts';
import { waveDriver } from '../outbox/driver-key.ts';
import { retryable } from './campaign-context.ts';
import { type Telling } from './change-campaign.ts';
import { type CampaignRow } from './lock-campaign.ts';

export interface RetryScope {
  readonly runIds?: readonly RunId[] | undefined;
  readonly wave?: number | undefined;
  readonly clearQuarantine?: boolean | undefined;
}

const inScope = (scope: RetryScope) => sql`${scope.runIds === undefined ? sql`true` : sql`r.run_id = ANY (${texts(scope.runIds)})`} AND ${scope.wave === undefined ? sql`true` : sql`r.wave = ${scope.wave}`}`;

export async function countRetryable(tx: Tx, campaign: CampaignRow, scope: RetryScope): Promise<number> {
  const { rows: [row] } = await sql<{ runs: number }>`/* countRetryable */
    SELECT count(*)::int AS runs FROM node_run r WHERE r.campaign_id = ${campaign.campaignId} AND ${retryable(campaign.kind, scope.clearQuarantine === true)} AND ${inScope(scope)}`.execute(tx);
  return row?.runs ?? 0;
}

/** A decision to try again: the attempt moves, the run is PLANNED anew, its wave admits again. */
export async function retryRuns(tx: Tx, campaign: CampaignRow, scope: RetryScope, telling: Telling): Promise<void> {
  const { rows } = await sql<{ run_id: string; node_id: string; wave: number; attempt: number }>`/* retryRuns */
    UPDATE node_run r SET attempt = r.attempt + 1, state = '{"kind": "PLANNED"}', entered_at = now(), settled_at = NULL, intent = 'continue', driven_by = NULL, fence = nextval('fence'),
      permit_at = NULL, permit_epoch = NULL, verified_at = NULL, overdue = false, due_at = now() + interval '615 s'
    WHERE r.campaign_id = ${campaign.campaignId} AND ${retryable(campaign.kind, scope.clearQuarantine === true)} AND ${inScope(scope)}
    RETURNING r.run_id, r.node_id, r.wave, r.attempt`.execute(tx);
  if (scope.clearQuarantine === true) {
    await sql`/* retryRuns quarantine */ UPDATE node SET quarantined = false WHERE node_id IN (
        SELECT node_id FROM node WHERE node_id = ANY (${texts(rows.map((row) => row.node_id))}) AND quarantined ORDER BY source, external_id FOR NO KEY UPDATE)`.execute(tx);
    await sql`/* retryRuns availability */ UPDATE availability_interval SET until_at = now() WHERE node_id = ANY (${texts(rows.map((row) => row.node_id))}) AND source = 'lease' AND until_at IS NULL`.execute(tx);
  }
  const waves = [...new Set(rows.map((row) => row.wave))];
  await sql`/* retryRuns waves */ UPDATE wave SET state = '{"kind": "ADMITTING"}', entered_at = now(), closed_at = NULL, inconclusive_since = NULL, due_at = now()
    WHERE campaign_id = ${campaign.campaignId} AND number = ANY (${waves}::int[]) AND state_kind <> 'ADMITTING'`.execute(tx);
  await sql`/* retryRuns pokes */ INSERT INTO outbox (driver) SELECT 'nodeRun/' || run_id FROM unnest(${texts(rows.map((row) => row.run_id))}) AS run_id`.execute(tx);
  telling.pokes.push(...waves.map((wave) => waveDriver(campaign.campaignId, wave)));
  telling.audits.push({ action: 'campaign.retry.runs', objectKind: 'campaign', objectId: campaign.campaignId, after: { runs: rows.map((row) => ({ runId: row.run_id, attempt: row.attempt, wave: row.wave })) } });
}
