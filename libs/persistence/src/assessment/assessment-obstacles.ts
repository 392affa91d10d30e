import { blockingFindings, type Finding, names, type NodeId, sentence, silenceSentence, type TargetProfileId } from '@skein/core';
import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { obstacle } from '../views/explain-node.ts';
import { type NodeExplanation } from '../views/view.ts';

interface AssessedRow { readonly nodeId: NodeId; readonly endedAt: Date; readonly findings: readonly Finding[]; readonly message: string | null }

/**
 * What the newest assessment of each node for this target says against it. It may be old, so it says when it was made; nodes that were never
 * assessed have no obstacle, since their preflight will look.
 */
export async function assessmentObstacles(db: Queries, nodeIds: readonly NodeId[], targetProfileId: TargetProfileId): Promise<ReadonlyMap<NodeId, NodeExplanation['obstacles']>> {
  const { rows } = await sql<AssessedRow>`/* assessmentObstacles */
    SELECT a.node_id AS "nodeId", a.ended_at AS "endedAt", a.findings, a.message FROM unnest(${texts(nodeIds)}) AS wanted (node_id) CROSS JOIN LATERAL (
      SELECT x.* FROM assessment x JOIN assessment_batch b ON b.assessment_batch_id = x.assessment_batch_id
      WHERE x.node_id = wanted.node_id AND x.ended_at IS NOT NULL AND b.target_profile_id = ${targetProfileId} ORDER BY x.requested_at DESC, x.assessment_id LIMIT 1) a
    WHERE a.ready IS NOT TRUE`.execute(db);
  return new Map(rows.map((row) => [row.nodeId, [obstacleOf(row)]]));
}

function obstacleOf({ endedAt, findings, message }: AssessedRow): NodeExplanation['obstacles'][number] {
  const when = { at: endedAt.toISOString() };
  if (message !== null) return obstacle({ kind: 'assessmentFailed' }, sentence('obstacle.assessmentFailed', { when, message: silenceSentence(message) ?? message }));
  const checks = [...new Set(blockingFindings(findings).map(({ checkId }) => checkId))];
  return obstacle({ kind: 'preflightBlocks' }, sentence('obstacle.preflightBlocks', { when, checks: names(checks.map((check) => ({ term: `check.${check}` as const }))) }));
}
