import { failureCounts, instant, type FailureClass, type Instant, type RunStateKind, runHoldsLease, runIsDeferred, type WaveEvidence, type WaveProgress } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { waitingKinds } from '../run/run-kinds.ts';

export interface WaveCounts {
  readonly evidence: WaveEvidence;
  readonly progress: Omit<WaveProgress, 'soakOverdue' | 'isLast'>;
  /** When the last of the soaking runs began to soak. */
  readonly soakingSince: Instant | null;
  readonly leased: number;
  readonly staged: number;
  readonly replaceable: number;
}

interface CountRow {
  readonly state_kind: RunStateKind;
  readonly overdue: boolean;
  readonly failure_class: FailureClass | null;
  readonly runs: number;
  readonly since: Date;
}

/** Members of a wave that count: planned ones that no earlier wave took, and alternates that stepped in. */
export const counted = sql.raw(`((NOT alternate AND moved_to_wave IS NULL) OR stepped_in_for IS NOT NULL)`);

/** Runs of a wave; in a rollback also those that it adopted from its parent. */
export const runsOfWave = (campaignId: string, wave: number, isRollback: boolean): RawBuilder<unknown> => isRollback
  ? sql`(SELECT * FROM node_run WHERE campaign_id = ${campaignId} AND wave = ${wave}
      UNION ALL SELECT r.* FROM wave_member m JOIN node_run r ON r.run_id = m.adopted_run_id WHERE m.campaign_id = ${campaignId} AND m.wave = ${wave} AND m.adopted_run_id IS NOT NULL)`
  : sql`(SELECT * FROM node_run WHERE campaign_id = ${campaignId} AND wave = ${wave})`;

/** Everything that gate and wave machine ask of a wave's members, counted from rows. */
export async function readWave(db: Queries, campaign: { readonly campaignId: string; readonly kind: 'migrate' | 'rollback' }, wave: number): Promise<WaveCounts> {
  const isRollback = campaign.kind === 'rollback';
  const { rows } = await sql<CountRow>`/* readWave counts */
    SELECT state_kind, overdue, state ->> 'failureClass' AS failure_class, count(*)::int AS runs, max(entered_at) AS since
    FROM ${runsOfWave(campaign.campaignId, wave, isRollback)} r GROUP BY 1, 2, 3`.execute(db);
  const { rows: [members] } = await sql<{ planned: number }>`/* readWave members */
    SELECT count(*)::int AS planned FROM wave_member WHERE campaign_id = ${campaign.campaignId} AND wave = ${wave} AND ${counted}`.execute(db);
  const planned = members?.planned ?? 0;
  const soaking = rows.some((row) => row.state_kind === 'SOAKING') && !isRollback ? await readSoaking(db, campaign.campaignId, wave) : [];
  return countsOf(rows, planned, soaking, isRollback);
}

function countsOf(rows: readonly CountRow[], planned: number, soaking: WaveEvidence['soaking'], isRollback: boolean): WaveCounts {
  const sum = (matches: (row: CountRow) => boolean): number => rows.filter(matches).reduce((total, row) => total + row.runs, 0);
  // Bringing a node back is what a rollback is for, so RESTORED is its success.
  const succeeded = (row: CountRow): boolean => (isRollback ? row.state_kind === 'RESTORED' : row.state_kind === 'SUCCEEDED');
  const failed = (row: CountRow): boolean => ['FAILED_CLEAN', 'RESTORED', 'QUARANTINED'].includes(row.state_kind) && !succeeded(row);
  const counts = (row: CountRow): boolean => failureCounts(row.failure_class ?? 'UNKNOWN');
  const soakingNow = (row: CountRow): boolean => row.state_kind === 'SOAKING' && !isRollback;
  const runs = sum(() => true);
  const deferred = sum((row) => runIsDeferred(row.state_kind));
  const soakingRows = rows.filter((row) => soakingNow(row) && !row.overdue);
  return {
    evidence: {
      planned, deferred,
      failures: sum((row) => failed(row) && counts(row)), failuresNotCounted: sum((row) => failed(row) && !counts(row)),
      overdue: sum((row) => row.overdue), lost: sum((row) => row.state_kind === 'QUARANTINED' && counts(row)),
      verified: sum((row) => succeeded(row) || soakingNow(row)), soaked: sum(succeeded), soaking, unreadable: [],
    },
    progress: {
      waiting: Math.max(0, planned - runs) + sum((row) => waitingKinds.includes(row.state_kind)),
      // A soaking run in a rollback was adopted and is on its way back.
      inFlight: sum((row) => (runHoldsLease(row.state_kind) || (isRollback && row.state_kind === 'SOAKING')) && !row.overdue),
      soaking: soakingRows.reduce((total, row) => total + row.runs, 0),
      started: planned - deferred,
    },
    soakingSince: soakingRows.length === 0 ? null : instant(Math.max(...soakingRows.map((row) => row.since.getTime()))),
    leased: sum((row) => row.state_kind === 'LEASED'), staged: sum((row) => row.state_kind === 'STAGED'),
    replaceable: sum((row) => row.state_kind === 'DEFERRED' || row.state_kind === 'BLOCKED'),
  };
}

/** The slowest first; a list for people, so not all of two thousand. */
async function readSoaking(db: Queries, campaignId: string, wave: number): Promise<WaveEvidence['soaking']> {
  const { rows } = await sql<{ hostname: string; missingSeconds: number; lastProblem: string | null }>`/* readWave soaking */
    SELECT n.hostname, greatest(0, s.required_seconds - s.exposure_seconds) AS "missingSeconds",
      CASE WHEN h.verdict IS DISTINCT FROM 'good' THEN coalesce(h.detail ->> 0, h.verdict, 'nobody looked yet') END AS "lastProblem"
    FROM node_run r JOIN soak s ON s.run_id = r.run_id JOIN node n ON n.node_id = r.node_id LEFT JOIN node_health h ON h.node_id = r.node_id
    WHERE r.campaign_id = ${campaignId} AND r.wave = ${wave} AND r.state_kind = 'SOAKING'
    ORDER BY 2 DESC, 1 LIMIT 100`.execute(db);
  return rows;
}
