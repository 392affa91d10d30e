import { type AuditAction, type Principal } from '@skein/core';
import { sql } from 'kysely';
import { type Tx, json } from '../database/transaction.ts';

export interface AuditEntry {
  readonly action: AuditAction;
  readonly objectKind: string;
  readonly objectId: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string | null | undefined;
}

/** Part of Skein that decided by itself, in place of a person. */
export type SystemActor = 'system/worker' | 'system/watcher' | 'system/installation';

/** Takes the lock of the one chain, so it comes last in its transaction. */
export async function appendAudit(tx: Tx, actor: Principal | SystemActor, entry: AuditEntry): Promise<void> {
  const [id, name, via] = typeof actor === 'string' ? [actor, actor, 'system'] : [actor.personId, actor.name, actor.via];
  await sql`/* appendAudit */
    SELECT audit_append(${id}, ${name}, ${via}, ${entry.action}, ${entry.objectKind}, ${entry.objectId},
      ${entry.before === undefined ? null : json(entry.before)}, ${entry.after === undefined ? null : json(entry.after)}, ${entry.reason ?? null})`.execute(tx);
}
