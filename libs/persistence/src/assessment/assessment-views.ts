import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { decodeCursor, pageOf, pageSize } from '../database/page.ts';
import { texts } from '../database/transaction.ts';
import { type AssessmentBatchView, type AssessmentView, type AssessmentViews } from './assessment-store.ts';

const checksShownMax = 50;

const columns = sql`a.assessment_id AS "assessmentId", a.node_id AS "nodeId", b.target_profile_id AS "targetProfileId", a.state, a.requested_at AS "requestedAt", a.ended_at AS "endedAt", a.ready, a.findings, a.message`;

export const createAssessmentViews = ({ db }: Database): AssessmentViews => ({
  async batch(assessmentBatchId) {
    const { rows: [row] } = await sql<AssessmentBatchView>`/* assessmentViews.batch */
      SELECT b.assessment_batch_id AS "assessmentBatchId", b.requested_at AS "requestedAt", b.nodes, counted.*,
        coalesce((SELECT jsonb_agg(jsonb_build_object('check', c.check_id, 'nodes', c.nodes) ORDER BY c.nodes DESC, c.check_id) FROM (
          SELECT f.finding ->> 'checkId' AS check_id, count(DISTINCT a.assessment_id)::int AS nodes FROM assessment a, jsonb_array_elements(a.findings) AS f (finding)
          WHERE a.assessment_batch_id = b.assessment_batch_id AND f.finding ->> 'checkId' IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${checksShownMax}) c), '[]') AS "byCheck"
      FROM assessment_batch b, LATERAL (SELECT count(*) FILTER (WHERE ended_at IS NULL)::int AS open, count(*) FILTER (WHERE ready)::int AS ready, count(*) FILTER (WHERE NOT ready)::int AS blocked,
        count(*) FILTER (WHERE state = 'FAILED')::int AS failed FROM assessment a WHERE a.assessment_batch_id = b.assessment_batch_id) counted
      WHERE b.assessment_batch_id = ${assessmentBatchId}`.execute(db);
    return row ?? null;
  },
  async ofBatch(assessmentBatchId, page) {
    const size = pageSize(page);
    const after = decodeCursor(page.after, ['text', 'text']);
    const { rows } = await sql<AssessmentView & { readonly hostname: string }>`/* assessmentViews.ofBatch */
      SELECT ${columns}, n.hostname FROM assessment a JOIN assessment_batch b ON b.assessment_batch_id = a.assessment_batch_id JOIN node n ON n.node_id = a.node_id
      WHERE a.assessment_batch_id = ${assessmentBatchId} AND ${after === null ? sql`true` : sql`(n.hostname, a.assessment_id) > (${after[0]}, ${after[1]})`}
      ORDER BY n.hostname, a.assessment_id LIMIT ${size + 1}`.execute(db);
    return pageOf(rows, size, (row) => [row.hostname, row.assessmentId]);
  },
  async lastOf(nodeIds) {
    const { rows } = await sql<AssessmentView>`/* assessmentViews.lastOf */
      SELECT ${columns} FROM unnest(${texts(nodeIds)}) AS wanted (node_id)
      JOIN LATERAL (SELECT * FROM assessment x WHERE x.node_id = wanted.node_id ORDER BY x.requested_at DESC, x.assessment_id DESC LIMIT 1) a ON true
      JOIN assessment_batch b ON b.assessment_batch_id = a.assessment_batch_id`.execute(db);
    return new Map(rows.map((row) => [row.nodeId, row]));
  },
});
