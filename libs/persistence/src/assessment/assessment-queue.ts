import { type NodeId } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { json, texts } from '../database/transaction.ts';
import { type AssessmentAnswer, type AssessmentQueue, type ClaimedAssessment } from './assessment-store.ts';

const claimSeconds = 60;
/** Takings of one assessment: whatever ends every worker that looks at this node shall not end all of them. */
const claimsMax = 3;

export const createAssessmentQueue = (database: Database): AssessmentQueue => {
  const { db } = database;
  return {
    async take(siteId, limit) {
      await sql`/* assessments.giveUp */ UPDATE assessment SET state = 'FAILED', ended_at = now(), message = ${`${String(claimsMax)} looks at the node ended without an answer; see the log of the workers of its site, then assess it again`}
        WHERE assessment_id IN (SELECT assessment_id FROM assessment WHERE site_id = ${siteId} AND ended_at IS NULL AND due_at <= now() AND claim >= ${claimsMax} LIMIT 100 FOR UPDATE SKIP LOCKED)`.execute(db);
      const { rows } = await sql<ClaimedAssessment>`/* assessments.take */
        WITH taken AS (
          UPDATE assessment a SET state = 'RUNNING', claim = a.claim + 1, due_at = now() + make_interval(secs => ${claimSeconds})
          FROM (SELECT assessment_id FROM assessment WHERE site_id = ${siteId} AND ended_at IS NULL AND due_at <= now() ORDER BY due_at, assessment_id LIMIT ${limit} FOR UPDATE SKIP LOCKED) due
          WHERE a.assessment_id = due.assessment_id RETURNING a.assessment_id, a.assessment_batch_id, a.claim, a.node_id)
        SELECT t.assessment_id AS "assessmentId", t.claim, t.node_id AS "nodeId", n.machine_id AS "machineId", p.document AS target
        FROM taken t JOIN node n ON n.node_id = t.node_id JOIN assessment_batch b ON b.assessment_batch_id = t.assessment_batch_id JOIN target_profile p ON p.target_profile_id = b.target_profile_id`.execute(db);
      return rows;
    },
    async keep(claims) {
      await sql`/* assessments.keep */ UPDATE assessment a SET due_at = now() + make_interval(secs => ${claimSeconds})
        FROM unnest(${texts(claims.map((claim) => claim.assessmentId))}, ${claims.map((claim) => claim.claim)}::int[]) AS held (assessment_id, claim)
        WHERE a.assessment_id = held.assessment_id AND a.claim = held.claim AND a.ended_at IS NULL`.execute(db);
    },
    isInChange: (nodeId) => isInChange(database, nodeId),
    close: (claim, answer) => close(database, claim, answer),
  };
};

async function isInChange({ db }: Database, nodeId: NodeId): Promise<boolean> {
  const { rows: [row] } = await sql<{ in_change: boolean }>`/* assessments.isInChange */
    SELECT EXISTS (SELECT FROM lease WHERE node_id = ${nodeId} AND released_at IS NULL) OR EXISTS (SELECT FROM node_job WHERE node_id = ${nodeId} AND state IN ('UNCONFIRMED', 'RUNNING')) AS in_change`.execute(db);
  return row?.in_change === true;
}

/** What was seen updates the inventory as the inspection of a run does, and stands on the row that was closed: a late answer changes nothing. */
async function close({ db }: Database, { assessmentId, claim }: ClaimedAssessment, answer: AssessmentAnswer): Promise<boolean> {
  const closed = sql`WHERE assessment_id = ${assessmentId} AND claim = ${claim} AND ended_at IS NULL RETURNING assessment_id, node_id`;
  if (answer.kind === 'failed') {
    const { rows } = await sql`/* assessments.fail */ UPDATE assessment SET state = 'FAILED', ended_at = now(), message = ${answer.message.slice(0, 1000)} ${closed}`.execute(db);
    return rows.length === 1;
  }
  const { facts } = answer;
  const { rows } = await sql`/* assessments.close */
    WITH closed AS (UPDATE assessment SET state = 'DONE', ended_at = now(), ready = ${answer.ready}, findings = ${json(answer.findings)}, facts = ${json(facts)} ${closed}),
    forgotten AS (UPDATE assessment a SET facts = NULL FROM closed WHERE a.node_id = closed.node_id AND a.assessment_id <> closed.assessment_id AND a.facts IS NOT NULL),
    node_seen AS (UPDATE node SET os_id = ${facts.osId}, os_version = ${facts.osVersion}, os_minor = ${facts.osMinor}, kernel = ${facts.kernelRunning}, facts_at = now(), machine_id = coalesce(node.machine_id, ${facts.machineId}::text)
      FROM closed WHERE node.node_id = closed.node_id)
    SELECT assessment_id FROM closed`.execute(db);
  return rows.length === 1;
}
