import {
  type AdmissionCandidate, type AdmissionRequest, type DomainBudget, type DomainMember, healthObservationSecondsMax, instant, type Instant, type NodeId, permitsAllowed, type RunId, type SiteId, unavailableCause,
  type WaveEvidence,
} from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { type CampaignRow } from '../campaign/lock-campaign.ts';
import { type Queries } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { holdsLease, inKinds, leaseKinds } from '../run/run-kinds.ts';
import { attendanceSecondsMax } from '../run/load-run.ts';

/** One transaction grants at most so many. */
export const grantsMax = 50;
/** Candidates that are looked at in one go; the others come next time, in the same order. */
const candidatesMax = 100;

interface CandidateRow {
  readonly run_id: RunId; readonly node_id: NodeId; readonly site_id: SiteId; readonly domains: string[]; readonly held: boolean; readonly protected: boolean; readonly retired: boolean; readonly missing: boolean;
  readonly verdict: string | null; readonly observed_at: Date | null;
}

/** Room in the campaign and the wave, counted before candidates are read: mostly there is none, and nothing else needs to be read. */
export interface Room {
  readonly leased: number;
  readonly exposed: number;
  readonly firstLook: { readonly allowed: number; readonly holding: number };
}

export async function readRoom(db: Queries, campaign: CampaignRow, wave: number, evidence: Pick<WaveEvidence, 'planned' | 'verified'>): Promise<Room> {
  const { rows: [row] } = await sql<{ leased: number; exposed: number; holding: number }>`/* readRoom */
    SELECT count(*) FILTER (WHERE ${holdsLease})::int AS leased, count(*)::int AS exposed,
      count(*) FILTER (WHERE ${holdsLease} AND ${campaign.kind === 'rollback' ? sql`((wave = ${wave} AND driven_by IS NULL)
        OR run_id IN (SELECT adopted_run_id FROM wave_member WHERE campaign_id = ${campaign.campaignId} AND wave = ${wave}))` : sql`wave = ${wave} AND driven_by IS NULL`})::int AS holding
    FROM node_run r WHERE ((campaign_id = ${campaign.campaignId} AND driven_by IS NULL) OR driven_by = ${campaign.campaignId}) AND state_kind ${inKinds([...leaseKinds, 'SOAKING'])}`.execute(db);
  return { leased: row?.leased ?? 0, exposed: row?.exposed ?? 0, firstLook: { allowed: permitsAllowed(campaign.spec.gate, evidence), holding: row?.holding ?? 0 } };
}

/** Runs that wait for a lease, `FROM … WHERE …` with the run as `r` and its place in the wave as `m`. */
export type Candidates = RawBuilder<unknown>;

/** STAGED runs; `which` chooses among them. */
export const stagedRuns = (which: RawBuilder<unknown>): Candidates => sql`node_run r JOIN wave_member m ON m.campaign_id = r.campaign_id AND m.wave = r.wave AND m.node_id = r.node_id
  WHERE r.state_kind = 'STAGED' AND r.intent = 'continue' AND ${which}`;

/** Runs of its parent that a rollback wants back in this wave while they soak, and that nobody else brings back. */
export const adoptableRuns = (campaign: Pick<CampaignRow, 'campaignId'>, wave: number): Candidates => sql`wave_member m JOIN node_run r ON r.run_id = m.member ->> 'originalRunId'
  WHERE m.campaign_id = ${campaign.campaignId} AND m.wave = ${wave} AND NOT m.alternate AND m.adopted_run_id IS NULL
    AND r.state_kind = 'SOAKING' AND r.intent IN ('continue', 'hold') AND r.driven_by IS NULL AND r.settled_at IS NULL`;

/** Everything that admission looks at. */
export async function readAdmission(db: Queries, campaign: CampaignRow, room: Room, from: Candidates): Promise<AdmissionRequest> {
  const { rows } = await sql<CandidateRow>`/* readAdmission candidates */
    SELECT c.run_id, n.node_id, n.site_id, n.domains, n.held, n.protected, n.retired, n.missing, h.verdict, h.observed_at
    FROM (SELECT r.run_id, r.node_id, m.alternate, m.ordinal FROM ${from} ORDER BY m.alternate, m.ordinal, r.run_id LIMIT ${candidatesMax}) c
    JOIN node n ON n.node_id = c.node_id LEFT JOIN node_health h ON h.node_id = n.node_id ORDER BY c.alternate, c.ordinal, c.run_id`.execute(db);
  const now = instant(campaign.now.getTime());
  const candidates = rows.map((row): AdmissionCandidate => {
    const isHealthy = healthy(row.verdict, row.observed_at, now);
    return {
      runId: row.run_id, nodeId: row.node_id, siteId: row.site_id, domains: row.domains, held: row.held, protected: row.protected, retired: row.retired, missing: row.missing && campaign.kind !== 'rollback',
      // A node that was seen broken is what a rollback is there for.
      healthy: isHealthy, restoresBroken: campaign.kind === 'rollback' && isHealthy === false,
    };
  });
  return {
    campaignRunning: campaign.state.kind === 'RUNNING', concurrencyMax: campaign.spec.concurrencyMax, leased: room.leased, exposureMax: campaign.spec.exposureMax, exposed: room.exposed,
    firstLook: room.firstLook, sitesUnattended: await unattendedSites(db, [...new Set(candidates.map((candidate) => candidate.siteId))]),
    domains: await readDomains(db, [...new Set(candidates.flatMap((candidate) => candidate.domains))], now), candidates, grantsMax,
  };
}

/** null: nobody could tell, or nobody looked lately. */
export const healthy = (verdict: string | null, observedAt: Date | null, now: Instant): boolean | null =>
  observedAt === null || verdict === null || verdict === 'unknown' || (now - observedAt.getTime()) / 1000 >= healthObservationSecondsMax ? null : verdict === 'good';

export async function unattendedSites(db: Queries, siteIds: readonly SiteId[]): Promise<SiteId[]> {
  if (siteIds.length === 0) return [];
  const { rows } = await sql<{ site_id: SiteId }>`/* unattendedSites */ SELECT site_id FROM site WHERE site_id = ANY (${texts(siteIds)})
    AND coalesce(attended_until < now() - make_interval(secs => ${attendanceSecondsMax}), true)`.execute(db);
  return rows.map((row) => row.site_id);
}

interface DomainRow { readonly domain: string; readonly max: number | null; readonly members: number; readonly doubtful: readonly DoubtfulMember[] | null }
interface DoubtfulMember { readonly nodeId: NodeId; readonly leased: boolean; readonly quarantined: boolean; readonly verdict: string | null; readonly reachable: boolean | null; readonly observedAt: number | null }

/**
 * Every member of every domain, whatever campaign it is in or not. Members that are plainly well (good, reachable, looked at within the
 * last minute, neither leased nor quarantined) are only counted; core judges the others.
 */
export async function readDomains(db: Queries, domains: readonly string[], now: Instant): Promise<DomainBudget[]> {
  if (domains.length === 0) return [];
  const { rows } = await sql<DomainRow>`/* readDomains */
    WITH members AS (
      SELECT n.node_id, n.domains, n.quarantined, l.node_id IS NOT NULL AS leased, h.verdict, h.reachable, h.observed_at,
        (l.node_id IS NOT NULL OR n.quarantined OR h.verdict IS DISTINCT FROM 'good' OR h.reachable IS DISTINCT FROM true
          OR h.observed_at <= now() - make_interval(secs => ${healthObservationSecondsMax})) AS doubtful
      FROM node n LEFT JOIN node_health h ON h.node_id = n.node_id LEFT JOIN lease l ON l.node_id = n.node_id AND l.released_at IS NULL
      WHERE n.domains && ${texts(domains)} AND NOT n.retired)
    SELECT d.domain, b.max_unavailable AS max, count(*)::int AS members,
      jsonb_agg(jsonb_build_object('nodeId', m.node_id, 'leased', m.leased, 'quarantined', m.quarantined, 'verdict', m.verdict, 'reachable', m.reachable,
        'observedAt', extract(epoch FROM m.observed_at) * 1000) ORDER BY m.node_id) FILTER (WHERE m.doubtful) AS doubtful
    FROM members m, LATERAL unnest(m.domains) AS d (domain) LEFT JOIN disruption_budget b ON b.domain = d.domain
    WHERE d.domain = ANY (${texts(domains)}) GROUP BY d.domain, b.max_unavailable ORDER BY d.domain`.execute(db);
  return rows.map((row) => ({
    domain: row.domain, max: row.max, memberCount: row.members,
    unavailable: (row.doubtful ?? []).flatMap((member) => {
      const cause = unavailableCause(domainMember(member), now);
      return cause === null ? [] : [{ nodeId: member.nodeId, cause }];
    }),
  }));
}

/** "Nobody could tell" is no observation: it must not count as unhealthy, and never as well. */
const domainMember = (member: DoubtfulMember): DomainMember => ({
  leased: member.leased, quarantined: member.quarantined, retired: false,
  observation: member.observedAt === null || (member.verdict === 'unknown' && member.reachable !== false) ? null
    : { at: instant(member.observedAt), reachable: member.reachable === true, healthy: member.verdict === 'good' },
});
