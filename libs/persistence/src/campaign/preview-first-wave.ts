import { type AdmissionCandidate, instant, type NodeId, type Plan, previewAdmission, type RunId, type SiteId } from '@skein/core';
import { sql } from 'kysely';
import { assessmentObstacles } from '../assessment/assessment-obstacles.ts';
import { type Queries } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { healthy, readDomains, unattendedSites } from '../lease/read-admission.ts';
import { describeAll } from '../views/explain-node.ts';
import { type FirstWavePreview } from './campaign-command.ts';

/** As many as a preview shows; the others would only be counted. */
const candidatesMax = 200;

interface CandidateRow {
  readonly node_id: NodeId; readonly site_id: SiteId; readonly domains: string[]; readonly held: boolean; readonly protected: boolean; readonly retired: boolean; readonly missing: boolean;
  readonly verdict: string | null; readonly observed_at: Date | null; readonly now: Date;
}

/** What would stand in the way of a first wave that opened now: the questions of admission, asked for all of its members at once. */
export async function previewFirstWave(db: Queries, { spec, waves: [wave] }: Plan): Promise<FirstWavePreview | null> {
  if (wave === undefined) return null;
  const members = await readCandidates(db, wave.members.slice(0, candidatesMax).map(({ nodeId }) => nodeId));
  const alternates = await readCandidates(db, wave.alternates.slice(0, candidatesMax).map(({ nodeId }) => nodeId));
  const all = [...members.candidates, ...alternates.candidates];
  const world = {
    spec, planned: wave.members.length, sitesUnattended: await unattendedSites(db, [...new Set(all.map(({ siteId }) => siteId))]),
    domains: await readDomains(db, [...new Set(all.flatMap(({ domains }) => domains))], instant(members.now.getTime())),
  };
  const assessed = await assessmentObstacles(db, all.map(({ nodeId }) => nodeId), spec.targetProfileId);
  // What preflight blocks asks for no lease, so it takes nobody's place.
  const asking = (candidates: readonly AdmissionCandidate[]): readonly AdmissionCandidate[] => candidates.filter(({ nodeId }) => !assessed.has(nodeId));
  const answer = previewAdmission({ ...world, candidates: asking(members.candidates) });
  // An alternate steps in for somebody, so it is not asked what remains after all of them.
  const instead = asking(alternates.candidates).flatMap((candidate) => previewAdmission({ ...world, candidates: [candidate] }).refusals);
  const refusals = [...answer.refusals, ...instead];
  const said = await describeAll(db, refusals.map(({ reasons }) => reasons));
  return { startable: answer.grants.length, obstacles: new Map([...assessed, ...refusals.map(({ candidate }, index) => [candidate.nodeId, said[index] ?? []] as const)]) };
}

async function readCandidates(db: Queries, nodeIds: readonly NodeId[]): Promise<{ readonly candidates: readonly AdmissionCandidate[]; readonly now: Date }> {
  const { rows } = await sql<CandidateRow>`/* previewFirstWave candidates */
    SELECT n.node_id, n.site_id, n.domains, n.held, n.protected, n.retired, n.missing, h.verdict, h.observed_at, now() AS now
    FROM unnest(${texts(nodeIds)}) WITH ORDINALITY AS wanted (node_id, place) JOIN node n ON n.node_id = wanted.node_id LEFT JOIN node_health h ON h.node_id = n.node_id ORDER BY wanted.place`.execute(db);
  return {
    now: rows[0]?.now ?? new Date(0),
    candidates: rows.map((row) => ({
      // There is no run yet, and admission asks nothing of one.
      runId: row.node_id as string as RunId, nodeId: row.node_id, siteId: row.site_id, domains: row.domains, held: row.held, protected: row.protected, retired: row.retired, missing: row.missing,
      healthy: healthy(row.verdict, row.observed_at, instant(row.now.getTime())), restoresBroken: false,
    })),
  };
}

/** Of the last five hundred runs that were verified, from lease to verification: the part of a run that `concurrencyMax` bounds. */
export async function readRunSecondsMedian(db: Queries): Promise<number | null> {
  const { rows: [row] } = await sql<{ median: number | null }>`/* readRunSecondsMedian */
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median FROM (
      SELECT extract(epoch FROM l.released_at - l.granted_at)::double precision AS seconds FROM lease l JOIN node_run r ON r.run_id = l.run_id
      WHERE l.cause = 'admission' AND l.released_at IS NOT NULL AND r.verified_at IS NOT NULL AND r.original_run_id IS NULL ORDER BY l.lease_id DESC LIMIT 500) runs`.execute(db);
  return row?.median ?? null;
}
