import { type ProbeResult, type SiteId } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { json, type Tx } from '../database/transaction.ts';
import { endSoaked } from '../run/record-outcome.ts';
import { type ObservationRound } from './watch-store.ts';

type Observed = ObservationRound['nodes'][number];

/** What one look says of a node; "nobody could tell" is neither good nor bad. */
function verdictOf(node: Observed): ProbeResult['verdict'] {
  if (node.reachable === false || node.results.some((result) => result.verdict === 'bad')) return 'bad';
  return node.reachable === null || node.results.some((result) => result.verdict === 'unknown') ? 'unknown' : 'good';
}

const detailOf = (node: Observed): string[] => {
  const problems = node.results.filter((result) => result.verdict !== 'good').map((result) => result.detail);
  return node.reachable === false ? ['does not answer', ...problems] : problems;
};

/** One round over one site (or a shard of it), set-wise: a handful of statements, however many nodes. */
export async function recordObservations(database: Database, siteId: SiteId, round: ObservationRound): Promise<void> {
  const soaked = await database.db.transaction().execute(async (tx) => {
    // Two watchers of one site write one after the other, or their rows could lock each other out.
    await sql`/* recordObservations lock */ SELECT pg_advisory_xact_lock(7306, hashtext(${siteId}))`.execute(tx);
    if (round.blind) return [];
    const said = round.nodes.map((node) => ({ nodeId: node.nodeId, reachable: node.reachable, bootId: node.bootId, verdict: verdictOf(node), detail: detailOf(node) }));
    const silent = await siteIsSilent(tx, siteId, said, round.gapSecondsMax);
    const seen = silent ? said.map(withoutBlame) : said;
    if (seen.length > 0) await recordHealth(tx, seen, round.gapSecondsMax);
    if (silent) return [];
    await recordAttendance(tx, siteId, round.gapSecondsMax);
    return seen.length > 0 ? recordSoak(tx, siteId, seen, round.gapSecondsMax) : [];
  });
  await endSoaked(database, soaked);
}

interface Seen { readonly nodeId: string; readonly reachable: boolean | null; readonly bootId: string | null; readonly verdict: ProbeResult['verdict']; readonly detail: readonly string[] }

const seenRows = (seen: readonly Seen[]) => sql`jsonb_to_recordset(${json(seen)}) AS s ("nodeId" text, reachable boolean, "bootId" text, verdict text, detail jsonb)`;

async function recordHealth(tx: Tx, seen: readonly Seen[], gapSecondsMax: number): Promise<void> {
  await sql`/* recordHealth */
    WITH said AS (SELECT s.* FROM ${seenRows(seen)}),
    before AS (SELECT h.node_id, h.observed_at FROM node_health h JOIN said ON said."nodeId" = h.node_id),
    -- Seconds in which nobody looked belong to the upper bound only.
    unseen AS (INSERT INTO availability_interval (node_id, status, source, from_at, until_at)
      SELECT node_id, 'UNKNOWN', 'probe', observed_at, now() FROM before WHERE observed_at < now() - make_interval(secs => ${gapSecondsMax})),
    healed AS (UPDATE availability_interval a SET until_at = now() FROM said WHERE a.node_id = said."nodeId" AND a.source = 'probe' AND a.until_at IS NULL
      AND a.status <> CASE said.verdict WHEN 'bad' THEN 'UNAVAILABLE' WHEN 'unknown' THEN 'UNKNOWN' ELSE '' END)
    INSERT INTO node_health (node_id, reachable, verdict, boot_id, detail, observed_at)
    SELECT said."nodeId", said.reachable, said.verdict, said."bootId", said.detail, now() FROM said JOIN node ON node.node_id = said."nodeId" ORDER BY said."nodeId"
    ON CONFLICT (node_id) DO UPDATE SET reachable = excluded.reachable, verdict = excluded.verdict, boot_id = coalesce(excluded.boot_id, node_health.boot_id), detail = excluded.detail, observed_at = excluded.observed_at`.execute(tx);
  const notGood = seen.filter((node) => node.verdict !== 'good');
  if (notGood.length === 0) return;
  await sql`/* recordHealth unavailable */ INSERT INTO availability_interval (node_id, status, source)
    SELECT s."nodeId", CASE s.verdict WHEN 'bad' THEN 'UNAVAILABLE' ELSE 'UNKNOWN' END, 'probe' FROM ${seenRows(notGood)} JOIN node ON node.node_id = s."nodeId" ORDER BY s."nodeId"
    ON CONFLICT (node_id, source) WHERE until_at IS NULL DO NOTHING`.execute(tx);
}

/**
 * Whether none of the site's control nodes answers, in this round or lately: then it is the site and not its nodes, and no clock runs.
 * A site without control nodes has no second opinion and is never silent.
 */
async function siteIsSilent(tx: Tx, siteId: SiteId, said: readonly Seen[], gapSecondsMax: number): Promise<boolean> {
  const { rows: [row] } = await sql<{ silent: boolean | null }>`/* siteIsSilent */
    SELECT NOT bool_or(coalesce(s.reachable, h.reachable AND h.observed_at > now() - make_interval(secs => ${2 * gapSecondsMax}), false)) AS silent
    FROM node n LEFT JOIN node_health h ON h.node_id = n.node_id LEFT JOIN ${seenRows(said)} ON s."nodeId" = n.node_id
    WHERE n.site_id = ${siteId} AND n.role = 'control' AND NOT n.retired`.execute(tx);
  return row?.silent ?? false;
}

/** What does not answer while its whole site is silent may be well: nobody could tell. */
const withoutBlame = (node: Seen): Seen => (node.reachable === false ? { ...node, reachable: null, verdict: 'unknown', detail: ['the control nodes of its site do not answer either', ...node.detail] } : node);

async function recordAttendance(tx: Tx, siteId: SiteId, gapSecondsMax: number): Promise<void> {
  await sql`/* recordAttendance */
    WITH attended AS (UPDATE site SET attended_until = greatest(site.attended_until, now()), unattended_since = NULL WHERE site.site_id = ${siteId} RETURNING site.site_id),
    -- now() is when this transaction began; whoever wrote before it, while it waited for the lock, may have begun later.
    longer AS (UPDATE site_attendance SET until_at = greatest(until_at, now()) WHERE site_attendance_id = (
        SELECT site_attendance_id FROM site_attendance WHERE site_id = ${siteId} ORDER BY until_at DESC LIMIT 1)
      AND until_at >= now() - make_interval(secs => ${gapSecondsMax}) RETURNING site_id)
    INSERT INTO site_attendance (site_id, from_at, until_at) SELECT site_id, now(), now() FROM attended WHERE NOT EXISTS (SELECT FROM longer)`.execute(tx);
}

/** Exposure grows by the time between two good looks that are close enough; a bad look in between, or none, adds nothing. */
async function recordSoak(tx: Tx, siteId: SiteId, seen: readonly Seen[], gapSecondsMax: number): Promise<string[]> {
  const { rows } = await sql<{ run_id: string }>`/* recordSoak */
    WITH said AS (SELECT s.* FROM ${seenRows(seen)}),
    exposed AS (
      UPDATE soak SET last_good_at = CASE WHEN said.verdict = 'good' THEN now() END,
        exposure_seconds = soak.exposure_seconds + CASE WHEN said.verdict = 'good' AND soak.last_good_at >= now() - make_interval(secs => ${gapSecondsMax})
          THEN extract(epoch FROM now() - soak.last_good_at) ELSE 0 END
      FROM said WHERE soak.node_id = said."nodeId" AND soak.site_id = ${siteId} AND soak.ended_at IS NULL
      RETURNING soak.run_id, soak.exposure_seconds >= soak.required_seconds AND said.verdict = 'good' AS complete)
    SELECT run_id FROM exposed WHERE complete`.execute(tx);
  return rows.map((row) => row.run_id);
}
