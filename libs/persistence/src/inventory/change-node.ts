import { type AuditAction, can, type NodeId, type Refusal, refuse } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import { type CommandContext, idempotent } from '../database/idempotent.ts';
import { type Database } from '../database/database.ts';
import { type Tx } from '../database/transaction.ts';
import { inKinds, openKinds } from '../run/run-kinds.ts';
import { type InventoryCommands } from './inventory-command.ts';

interface NodeFlags { readonly node_id: NodeId; readonly protected: boolean; readonly held: boolean; readonly retired: boolean; readonly quarantined: boolean; readonly open_run: string | null }
type NodeRequest = CommandContext & { readonly nodeId: NodeId };

/** One flag of one node. Runs and waves that this may let go on, or stop, are poked. */
function changeNode(database: Database, action: AuditAction, request: NodeRequest, assignment: RawBuilder<unknown>, check: (node: NodeFlags) => Refusal | null, also?: (tx: Tx) => Promise<void>): Promise<{ readonly nodeId: NodeId } | Refusal> {
  const forbidden = can(request.principal, 'inventory:write');
  if (forbidden !== null) return Promise.resolve(forbidden);
  return idempotent(database.db, action, request, async (tx) => {
    const read = () => sql<NodeFlags>`/* changeNode read */ SELECT n.node_id, n.protected, n.held, n.retired, n.quarantined,
        (SELECT r.run_id FROM node_run r WHERE r.node_id = n.node_id AND r.state_kind ${inKinds(openKinds)}) AS open_run
      FROM node n WHERE n.node_id = ${request.nodeId} FOR NO KEY UPDATE`.execute(tx);
    const [before] = (await read()).rows;
    if (before === undefined) return refuse('nodeNotFound', `there is no node ${request.nodeId}`, { field: ['nodeId'] });
    const refusal = check(before);
    if (refusal !== null) return refusal;
    await sql`/* changeNode */ UPDATE node SET ${assignment}, version = version + 1, updated_at = now() WHERE node_id = ${request.nodeId}`.execute(tx);
    await also?.(tx);
    await sql`/* changeNode pokes */ INSERT INTO outbox (driver)
      SELECT 'nodeRun/' || run_id FROM node_run WHERE node_id = ${request.nodeId} AND state_kind ${inKinds(openKinds)}
      UNION SELECT 'wave/' || campaign_id || '/' || number FROM wave WHERE state_kind = 'ADMITTING'`.execute(tx);
    const [after] = (await read()).rows;
    await appendAudit(tx, request.principal, { action, objectKind: 'node', objectId: request.nodeId, before, after, reason: request.reason });
    return { nodeId: request.nodeId };
  });
}

const anyNode = (): null => null;

export const protectNode = (database: Database): InventoryCommands['protectNode'] => (request) => changeNode(database, 'node.protect', request, sql`protected = ${request.protected}`, anyNode);

export const holdNode = (database: Database): InventoryCommands['holdNode'] => (request) =>
  changeNode(database, 'node.hold', request, sql`held = ${request.held}, held_reason = ${request.held ? (request.reason ?? null) : null}`, anyNode);

/** Dead for good: it leaves every budget, and what the ledger still holds open about it ends now. */
export const retireNode = (database: Database): InventoryCommands['retireNode'] => (request) =>
  changeNode(database, 'node.retire', request, sql`retired = true`,
    (node) => (node.open_run === null ? null : refuse('runOpen', `run ${node.open_run} of this node has not ended`, { hint: 'Cancel its campaign, or wait for the run to end.' })),
    async (tx) => {
      await sql`/* retireNode lease */ UPDATE lease SET released_at = now() WHERE node_id = ${request.nodeId} AND released_at IS NULL`.execute(tx);
      await sql`/* retireNode availability */ UPDATE availability_interval SET until_at = now() WHERE node_id = ${request.nodeId} AND until_at IS NULL`.execute(tx);
    });

export const clearQuarantine = (database: Database): InventoryCommands['clearQuarantine'] => (request) =>
  changeNode(database, 'node.clearQuarantine', request, sql`quarantined = false`, anyNode, async (tx) => {
    await sql`/* clearQuarantine availability */ UPDATE availability_interval SET until_at = now() WHERE node_id = ${request.nodeId} AND source = 'lease' AND until_at IS NULL`.execute(tx);
  });
