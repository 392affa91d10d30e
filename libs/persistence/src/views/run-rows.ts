import { stateClasses, type StateClass } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { texts } from '../database/transaction.ts';
import { reachedSince } from '../fleet/reached-since.ts';
import { attendanceSecondsMax } from '../run/load-run.ts';
import { inKinds, permitKinds } from '../run/run-kinds.ts';
import { type RunFilter, type RunView } from './view.ts';

/** Class of a run `r` by the one rule; what its node `n` with health `h` is meanwhile matters only as long as the run goes on. */
export const runClass = sql.raw(`state_class(r.state, r.overdue, r.settled_at IS NULL AND n.quarantined, CASE WHEN r.settled_at IS NULL THEN ${reachedSince} END)`);

/** Why a run `r` ended without what it was for, as failures are grouped; null: it did not. */
export const runFailureReason = sql.raw(`CASE WHEN r.state_kind = 'BLOCKED' THEN (SELECT string_agg(c.name, ', ' ORDER BY c.name) FROM jsonb_array_elements_text(r.state -> 'checks') AS c (name))
  WHEN r.state_kind IN ('FAILED_CLEAN', 'RESTORED', 'QUARANTINED', 'DEFERRED') THEN r.state ->> 'reason' END`);

/** An adopted run keeps the number of the wave that it began in, but is found by that of the wave that brings it back. */
const inWave = (campaignId: string | null | undefined, wave: number): RawBuilder<unknown> => (campaignId ? sql`((r.campaign_id = ${campaignId} AND r.wave = ${wave})
  OR r.run_id IN (SELECT adopted_run_id FROM wave_member WHERE campaign_id = ${campaignId} AND wave = ${wave}))` : sql`r.wave = ${wave}`);

/** As failures of a campaign are grouped: its last run of a node, ended, and not because somebody wanted it back. */
const failedFor = (reason: string): RawBuilder<unknown> => sql`(${runFailureReason} = ${reason} AND r.settled_at IS NOT NULL
  AND NOT (r.state_kind = 'RESTORED' AND (r.state ->> 'reason' = 'operator' OR EXISTS (SELECT FROM campaign k WHERE k.campaign_id = r.campaign_id AND k.kind <> 'migrate')))
  AND NOT EXISTS (SELECT FROM node_run later WHERE later.campaign_id = r.campaign_id AND later.node_id = r.node_id AND later.wave > r.wave))`;

const inClasses = (classes: readonly StateClass[]): RawBuilder<unknown> => sql`${runClass} = ANY (${classes.map((name) => stateClasses.indexOf(name))}::smallint[])`;

/** Over `runsWithNode`. */
export const runFilter = (filter: RunFilter): RawBuilder<unknown> => sql`${filter.campaignId ? sql`(r.campaign_id = ${filter.campaignId} OR r.driven_by = ${filter.campaignId})` : sql`true`}
  AND ${typeof filter.wave === 'number' ? inWave(filter.campaignId, filter.wave) : sql`true`} AND ${filter.nodeId ? sql`r.node_id = ${filter.nodeId}` : sql`true`}
  AND ${filter.states ? sql`r.state_kind = ANY (${texts(filter.states)})` : sql`true`} AND ${typeof filter.overdue === 'boolean' ? sql`r.overdue = ${filter.overdue}` : sql`true`}
  AND ${filter.stateClasses ? inClasses(filter.stateClasses) : sql`true`} AND ${filter.reason ? failedFor(filter.reason) : sql`true`}
  AND ${filter.holdingPermit === true ? sql`r.state_kind ${inKinds(permitKinds)}` : sql`true`}`;

export const runsWithNode = sql`node_run r JOIN node n ON n.node_id = r.node_id LEFT JOIN node_health h ON h.node_id = r.node_id`;

// Nobody watches a site without an open run, so what was not seen before this run is not missed.
export const runSelect = sql`SELECT r.run_id AS "runId", r.campaign_id AS "campaignId", c.name AS "campaignName", coalesce(r.driven_by, r.campaign_id) AS "drivenBy", r.wave, r.attempt, r.node_id AS "nodeId", n.hostname, s.name AS site,
  r.state, ${runClass} AS state_class, r.overdue, r.intent, r.entered_at AS "enteredAt", r.created_at AS "createdAt", r.settled_at AS "settledAt",
  CASE WHEN greatest(s.attended_until, r.created_at) < now() - make_interval(secs => ${sql.raw(String(attendanceSecondsMax))}) THEN greatest(s.attended_until, r.created_at) END AS "siteUnattendedSince"
  FROM ${runsWithNode} JOIN site s ON s.site_id = r.site_id JOIN campaign c ON c.campaign_id = r.campaign_id`;

export type RunViewRow = Omit<RunView, 'stateClass'> & { readonly state_class: number };

export const runViewOf = ({ state_class, ...row }: RunViewRow): RunView => ({ ...row, stateClass: stateClasses[state_class] ?? 'NOT_STARTED' });
