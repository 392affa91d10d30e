import { type PersonId, type Principal, refuse, type Role } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import { idempotent } from '../database/idempotent.ts';
import { type Database } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { type ApiTokenRow, type IdentityStore, type Person, type PersonView, type SessionView } from './identity-store.ts';

const personColumns = sql.raw(`person_id AS "personId", name, role`);
const personViewColumns = sql.raw(`person_id AS "personId", name, role, disabled_at AS "disabledAt", last_sign_in_at AS "lastSignInAt"`);
const tokenDaysMax = 365;
const peopleMax = 200;
const sessionsMax = 200;

/** Tokens that are accepted, with when each was last used. */
const accepted = (condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  SELECT token_sha256, person_id, 'session' AS via, last_used_at FROM session_token WHERE ${condition} AND expires_at > now()
  UNION ALL SELECT token_sha256, person_id, 'token', last_used_at FROM api_token WHERE ${condition} AND expires_at > now() AND revoked_at IS NULL`;

export const createIdentityStore = (database: Database): IdentityStore => ({
  savePerson: (person) => database.db.transaction().execute(async (tx) => {
    const { rows: [row] } = await sql<Person>`/* savePerson */ INSERT INTO person (name, role, password_hash) VALUES (${person.name}, ${person.role}, ${person.passwordHash})
      ON CONFLICT (name) DO UPDATE SET role = excluded.role, password_hash = coalesce(excluded.password_hash, person.password_hash) RETURNING ${personColumns}`.execute(tx);
    if (row === undefined) throw new Error('a person who was just saved has no id');
    await appendAudit(tx, 'system/installation', { action: 'person.save', objectKind: 'person', objectId: row.personId, after: { name: row.name, role: row.role, password: person.passwordHash !== null } });
    return row;
  }),
  async personByName(name) {
    const { rows: [row] } = await sql<Person & { passwordHash: string | null }>`/* personByName */ SELECT ${personColumns}, password_hash AS "passwordHash" FROM person WHERE name = ${name} AND disabled_at IS NULL`.execute(database.db);
    return row ?? null;
  },
  async isKeptByPeople(name) {
    return (await sql`/* isKeptByPeople */ SELECT 1 FROM person WHERE name = ${name} AND (changed_at IS NOT NULL OR disabled_at IS NOT NULL)`.execute(database.db)).rows.length > 0;
  },
  async person(personId) {
    return (await sql<PersonView>`/* person */ SELECT ${personViewColumns} FROM person WHERE person_id = ${personId}`.execute(database.db)).rows[0] ?? null;
  },
  async peopleById(personIds) {
    const { rows } = await sql<PersonView>`/* peopleById */ SELECT ${personViewColumns} FROM person WHERE person_id = ANY (${texts(personIds)})`.execute(database.db);
    return new Map(rows.map((row) => [row.personId, row]));
  },
  async people() {
    return (await sql<PersonView>`/* people */ SELECT ${personViewColumns} FROM person ORDER BY name LIMIT ${peopleMax}`.execute(database.db)).rows;
  },
  async openSession(personId, tokenSha256, seconds) {
    const { rows: [row] } = await sql<{ expiresAt: Date }>`/* openSession */
      WITH old AS (DELETE FROM session_token WHERE person_id = ${personId} AND expires_at < now()), seen AS (UPDATE person SET last_sign_in_at = now() WHERE person_id = ${personId})
      INSERT INTO session_token (token_sha256, person_id, expires_at) VALUES (${Buffer.from(tokenSha256)}, ${personId}, now() + make_interval(secs => ${seconds})) RETURNING expires_at AS "expiresAt"`.execute(database.db);
    if (row === undefined) throw new Error('a session that was just opened is not there');
    return row;
  },
  async endSession(tokenSha256) {
    return (await sql<{ person_id: string }>`/* endSession */ DELETE FROM session_token WHERE token_sha256 = ${Buffer.from(tokenSha256)} RETURNING person_id`.execute(database.db)).rows.length === 1;
  },
  async sessions(personId, current) {
    return (await sql<SessionView>`/* sessions */ SELECT session_id AS "sessionId", created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt", token_sha256 IS NOT DISTINCT FROM ${current === null ? null : Buffer.from(current)} AS current
      FROM session_token WHERE person_id = ${personId} AND expires_at > now() ORDER BY created_at DESC, session_id LIMIT ${sessionsMax}`.execute(database.db)).rows;
  },
  async principalByToken(tokenSha256) {
    const token = Buffer.from(tokenSha256);
    const { rows: [row] } = await sql<PrincipalRow & { stale: boolean }>`/* principalByToken */
      SELECT p.person_id, p.name, p.role, t.via, t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute' AS stale
      FROM (${accepted(sql`token_sha256 = ${token}`)}) t JOIN person p ON p.person_id = t.person_id WHERE p.disabled_at IS NULL`.execute(database.db);
    if (row === undefined) return null;
    if (row.stale) await sql`/* principalByToken used */ UPDATE ${sql.table(row.via === 'session' ? 'session_token' : 'api_token')} SET last_used_at = now() WHERE token_sha256 = ${token}`.execute(database.db);
    return principalOf(row);
  },
  async principalsByTokens(tokensSha256) {
    const { rows } = await sql<PrincipalRow & { token: string }>`/* principalsByTokens */ SELECT p.person_id, p.name, p.role, t.via, encode(t.token_sha256, 'hex') AS token
      FROM (${accepted(sql`token_sha256 = ANY (${tokensSha256.map((token) => Buffer.from(token))}::bytea[])`)}) t JOIN person p ON p.person_id = t.person_id WHERE p.disabled_at IS NULL`.execute(database.db);
    return new Map(rows.map((row) => [row.token, principalOf(row)]));
  },
  createApiToken: async ({ tokenSha256, ...request }) => {
    if (request.name.trim() === '') return refuse('invalidInput', 'a token needs a name', { field: ['name'] });
    if (request.expiresInDays < 1 || request.expiresInDays > tokenDaysMax) return refuse('invalidInput', `a token lives 1 to ${String(tokenDaysMax)} days`, { field: ['expiresInDays'] });
    let made = false;
    // The secret is another one each time, so it is no part of the request that must be the same.
    const answer = await idempotent(database.db, 'token.create', request, async (tx) => {
      const { rows: [row] } = await sql<{ api_token_id: string }>`/* createApiToken */ INSERT INTO api_token (token_sha256, person_id, name, expires_at)
        VALUES (${Buffer.from(tokenSha256)}, ${request.ownerId}, ${request.name}, now() + make_interval(days => ${request.expiresInDays})) ON CONFLICT (person_id, name) DO NOTHING RETURNING api_token_id`.execute(tx);
      if (row === undefined) return refuse('tokenNameTaken', `there is a token named ${request.name} already`, { field: ['name'] });
      await appendAudit(tx, request.principal, { action: 'token.create', objectKind: 'apiToken', objectId: row.api_token_id, after: { name: request.name, owner: request.ownerId, expiresInDays: request.expiresInDays }, reason: request.reason });
      made = true;
      return { apiTokenId: row.api_token_id };
    });
    return 'apiTokenId' in answer ? { ...answer, replayed: !made } : answer;
  },
  revokeApiToken: (request) => idempotent(database.db, 'token.revoke', request, async (tx) => {
    const { rows: [row] } = await sql<{ api_token_id: string }>`/* revokeApiToken */ UPDATE api_token SET revoked_at = coalesce(revoked_at, now())
      WHERE api_token_id = ${request.apiTokenId} AND (person_id = ${request.principal.personId} OR ${request.principal.role === 'admin'}) RETURNING api_token_id`.execute(tx);
    if (row === undefined) return refuse('tokenNotFound', 'there is no such token of yours', { field: ['tokenId'] });
    await appendAudit(tx, request.principal, { action: 'token.revoke', objectKind: 'apiToken', objectId: row.api_token_id, reason: request.reason });
    return { apiTokenId: row.api_token_id };
  }),
  async apiTokens(principal) {
    const { rows } = await sql<Omit<ApiTokenRow, 'owner'> & { person_id: PersonId; owner_name: string; role: Role }>`/* apiTokens */
      SELECT t.api_token_id AS "apiTokenId", t.name, t.created_at AS "createdAt", t.expires_at AS "expiresAt", t.last_used_at AS "lastUsedAt", t.revoked_at AS "revokedAt", p.person_id, p.name AS owner_name, p.role
      FROM api_token t JOIN person p ON p.person_id = t.person_id WHERE t.person_id = ${principal.personId} OR ${principal.role === 'admin'} ORDER BY t.created_at DESC, t.api_token_id LIMIT 200`.execute(database.db);
    return rows.map(({ person_id, owner_name, role, ...token }) => ({ ...token, owner: { personId: person_id, name: owner_name, role } }));
  },
});

interface PrincipalRow { readonly person_id: PersonId; readonly name: string; readonly role: Role; readonly via: Principal['via'] }

const principalOf = (row: PrincipalRow): Principal => ({ personId: row.person_id, name: row.name, role: row.role, via: row.via });
