import { type AuditAction, can, type PersonId, refuse, type Refusal, type Role } from '@skein/core';
import { sql } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import { type CommandContext, idempotent } from '../database/idempotent.ts';
import { type Database } from '../database/database.ts';
import { type Tx } from '../database/transaction.ts';
import { type PeopleCommands } from './identity-store.ts';

interface PersonRow { readonly person_id: PersonId; readonly name: string; readonly role: Role; readonly disabled: boolean }

export const peopleCommands = (database: Database): PeopleCommands => ({
  // Hashes and secrets differ at each try and say nothing about what was asked, so they are no part of what a repeated key must repeat.
  create({ passwordHash, ...request }) {
    return onceWithSecret(database, 'person.create', request, async (tx) => {
      const { rows: [row] } = await sql<{ person_id: PersonId }>`/* createPerson */ INSERT INTO person (name, role, password_hash, changed_at)
        VALUES (${request.name}, ${request.role}, ${passwordHash}, now()) ON CONFLICT (name) DO NOTHING RETURNING person_id`.execute(tx);
      if (row === undefined) return refuse('nameTaken', `there is a person named ${request.name} already`, { field: ['name'] });
      await appendAudit(tx, request.principal, { action: 'person.create', objectKind: 'person', objectId: row.person_id, after: { name: request.name, role: request.role }, reason: request.reason });
      return { personId: row.person_id };
    });
  },
  change(request) {
    return keeping(request) ?? idempotent(database.db, 'person.change', request, async (tx) => {
      const before = await lockPerson(tx, request.personId);
      if (before === null) return noSuchPerson(request.personId);
      const after = { role: request.role ?? before.role, disabled: request.disabled ?? before.disabled };
      if (before.role === 'admin' && !before.disabled && (after.role !== 'admin' || after.disabled) && !await anotherAdmin(tx, before.person_id)) {
        return refuse('lastAdmin', `${before.name} is the last admin, and nobody could keep people afterwards`, { field: ['personId'], hint: 'Make somebody else an admin first.' });
      }
      await sql`/* changePerson */ UPDATE person SET role = ${after.role}, disabled_at = ${after.disabled ? sql`coalesce(disabled_at, now())` : null}, changed_at = now() WHERE person_id = ${before.person_id}`.execute(tx);
      if (after.disabled) {
        await endSessions(tx, before.person_id);
        await sql`/* changePerson tokens */ UPDATE api_token SET revoked_at = now() WHERE person_id = ${before.person_id} AND revoked_at IS NULL`.execute(tx);
      }
      await appendAudit(tx, request.principal, { action: 'person.change', objectKind: 'person', objectId: before.person_id, before: { role: before.role, disabled: before.disabled }, after, reason: request.reason });
      return { personId: before.person_id };
    });
  },
  resetPassword({ passwordHash, ...request }) {
    const refusal = keeping(request);
    if (refusal !== null) return refusal;
    return onceWithSecret(database, 'person.resetPassword', request, async (tx) => {
      const person = await lockPerson(tx, request.personId);
      if (person === null) return noSuchPerson(request.personId);
      await savePassword(tx, person.person_id, passwordHash);
      await endSessions(tx, person.person_id);
      await appendAudit(tx, request.principal, { action: 'person.resetPassword', objectKind: 'person', objectId: person.person_id, after: { name: person.name }, reason: request.reason });
      return { personId: person.person_id };
    });
  },
  changePassword({ passwordHash, keepSha256, ...request }) {
    return idempotent(database.db, 'person.changePassword', request, async (tx) => {
      const person = await lockPerson(tx, request.principal.personId);
      if (person === null) return noSuchPerson(request.principal.personId);
      await savePassword(tx, person.person_id, passwordHash);
      await sql`/* changePassword sessions */ DELETE FROM session_token WHERE person_id = ${person.person_id} AND token_sha256 <> ${Buffer.from(keepSha256)}`.execute(tx);
      await appendAudit(tx, request.principal, { action: 'person.changePassword', objectKind: 'person', objectId: person.person_id });
      return { personId: person.person_id };
    });
  },
  revokeSession(request) {
    return idempotent(database.db, 'session.revoke', request, async (tx) => {
      const { rows: [row] } = await sql<{ session_id: string }>`/* revokeSession */ DELETE FROM session_token WHERE session_id = ${request.sessionId} AND person_id = ${request.principal.personId} RETURNING session_id`.execute(tx);
      if (row === undefined) return refuse('sessionNotFound', 'there is no such session of yours', { field: ['sessionId'], hint: 'It may have ended already.' });
      await appendAudit(tx, request.principal, { action: 'session.revoke', objectKind: 'session', objectId: row.session_id, reason: request.reason });
      return { sessionId: row.session_id };
    });
  },
});

async function onceWithSecret(database: Database, command: AuditAction, request: CommandContext, work: (tx: Tx) => Promise<{ readonly personId: PersonId } | Refusal>): Promise<{ readonly personId: PersonId; readonly replayed: boolean } | Refusal> {
  const forbidden = can(request.principal, 'people:manage');
  if (forbidden !== null) return forbidden;
  let made = false;
  const answer = await idempotent(database.db, command, request, async (tx) => {
    made = true;
    return work(tx);
  });
  return 'personId' in answer ? { ...answer, replayed: !made } : answer;
}

/** Nobody changes their own rights, and nobody locks themselves out; null: goes on. */
function keeping(request: CommandContext & { readonly personId: string }): Promise<Refusal> | null {
  const forbidden = can(request.principal, 'people:manage');
  if (forbidden !== null) return Promise.resolve(forbidden);
  if (request.personId !== request.principal.personId) return null;
  return Promise.resolve(refuse('notToYourself', 'nobody does this to themselves', { field: ['personId'], hint: 'Ask another admin; change your own password with passwordChange.' }));
}

const noSuchPerson = (personId: string): Refusal => refuse('personNotFound', `there is no person ${personId}`, { field: ['personId'] });

/** Admins are locked with the person, in one order: two admins who demote each other at the same time must not both succeed. */
async function lockPerson(tx: Tx, personId: string): Promise<PersonRow | null> {
  const { rows } = await sql<PersonRow>`/* lockPerson */ SELECT person_id, name, role, disabled_at IS NOT NULL AS disabled FROM person
    WHERE person_id = ${personId} OR (role = 'admin' AND disabled_at IS NULL) ORDER BY person_id FOR NO KEY UPDATE`.execute(tx);
  return rows.find((row) => row.person_id === personId) ?? null;
}

async function anotherAdmin(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql`/* anotherAdmin */ SELECT 1 FROM person WHERE role = 'admin' AND disabled_at IS NULL AND person_id <> ${personId} LIMIT 1`.execute(tx);
  return rows.length > 0;
}

const savePassword = (tx: Tx, personId: string, passwordHash: string): Promise<unknown> =>
  sql`/* savePassword */ UPDATE person SET password_hash = ${passwordHash}, changed_at = now() WHERE person_id = ${personId}`.execute(tx);

const endSessions = (tx: Tx, personId: string): Promise<unknown> => sql`/* endSessions */ DELETE FROM session_token WHERE person_id = ${personId}`.execute(tx);
