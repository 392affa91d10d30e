import { can, refuse } from '@skein/core';
import { sql } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import { idempotent } from '../database/idempotent.ts';
import { readTargetProfile } from '../campaign/read-inventory.ts';
import { type Database } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { nodeIdsOf } from '../views/list-nodes.ts';
import { type AssessmentCommands } from './assessment-store.ts';

const nodesMax = 10_000;

export const createAssessmentCommands = (database: Database): AssessmentCommands => ({
  async request(request) {
    const forbidden = can(request.principal, 'campaign:draft');
    if (forbidden !== null) return forbidden;
    // Asked before the transaction, since it needs a connection of its own.
    const nodeIds = await nodeIdsOf(database, { ...request.filter, retired: false });
    return idempotent(database.db, 'node.assess', request, async (tx) => {
      if ((await readTargetProfile(tx, request.targetProfileId)) === null) return refuse('targetProfileNotFound', `there is no target profile ${request.targetProfileId}`, { field: ['targetProfileId'] });
      if (nodeIds.length === 0) return refuse('noNodes', 'no node matches the filter', { field: ['filter'] });
      if (nodeIds.length > nodesMax) return refuse('tooManyNodes', `${String(nodeIds.length)} nodes match the filter, at most ${String(nodesMax)} may`, { field: ['filter'], hint: 'Narrow it, by site for example.' });
      if (request.expectedCount !== undefined && request.expectedCount !== nodeIds.length) return refuse('countChanged', `${String(nodeIds.length)} nodes match by now, not ${String(request.expectedCount)}`, { field: ['expectedCount'], hint: 'Look at the list again.' });
      const { rows: [batch] } = await sql<{ assessment_batch_id: string }>`/* assessments request */
        WITH batch AS (INSERT INTO assessment_batch (target_profile_id, requested_by, nodes) VALUES (${request.targetProfileId}, ${request.principal.personId}, ${nodeIds.length}) RETURNING assessment_batch_id),
        requested AS (INSERT INTO assessment (assessment_batch_id, node_id, site_id) SELECT batch.assessment_batch_id, n.node_id, n.site_id FROM batch, node n WHERE n.node_id = ANY (${texts(nodeIds)}) ORDER BY n.hostname, n.node_id)
        SELECT assessment_batch_id FROM batch`.execute(tx);
      if (batch === undefined) throw new Error('a batch of assessments was not written');
      await appendAudit(tx, request.principal, {
        action: 'node.assess', objectKind: 'inventory', objectId: batch.assessment_batch_id, after: { nodes: nodeIds.length, targetProfileId: request.targetProfileId, filter: request.filter }, reason: request.reason,
      });
      return { assessmentBatchId: batch.assessment_batch_id };
    });
  },
});
