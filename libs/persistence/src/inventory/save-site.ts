import { can, type CredentialId, type Refusal, refuse, type SiteId, sha256Hex, canonicalJson, type TargetProfileId } from '@skein/core';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { appendAudit } from '../audit/append-audit.ts';
import { idempotent } from '../database/idempotent.ts';
import { type Database } from '../database/database.ts';
import { json, texts, type Tx } from '../database/transaction.ts';
import { type InventoryCommands, type StoredRoute } from './inventory-command.ts';

const invalid = (field: string, message: string): Refusal => refuse('invalidInput', message, { field: [field] });

export const saveCredential = (database: Database): InventoryCommands['saveCredential'] => (request) => {
  const refusal = can(request.principal, 'credential:write')
    ?? (request.name.trim() === '' ? invalid('name', 'a credential needs a name') : null)
    ?? (request.privateKey.includes('PRIVATE KEY') ? null : invalid('privateKey', 'this is not a private key in OpenSSH or PEM format'));
  if (refusal !== null) return Promise.resolve(refusal);
  const { privateKey, ...open } = request;
  // The key's digest stands in for the key wherever a request is remembered.
  return idempotent(database.db, 'credential.save', { ...open, privateKeyDigest: sha256Hex(privateKey) } as typeof open, async (tx) => {
    const { rows: [known] } = await sql<{ credential_id: string }>`/* saveCredential known */ SELECT credential_id FROM credential WHERE name = ${request.name} FOR NO KEY UPDATE`.execute(tx);
    const credentialId = (known?.credential_id ?? randomUUID()) as CredentialId;
    const envelope = database.secrets.seal(privateKey, `credential/${credentialId}`);
    await sql`/* saveCredential */ INSERT INTO credential (credential_id, name, login_user, become, envelope) VALUES (${credentialId}, ${request.name}, ${request.user}, ${request.become}, ${envelope})
      ON CONFLICT (credential_id) DO UPDATE SET login_user = excluded.login_user, become = excluded.become, envelope = excluded.envelope, version = credential.version + 1, rotated_at = now()`.execute(tx);
    await appendAudit(tx, request.principal, { action: 'credential.save', objectKind: 'credential', objectId: credentialId, after: { name: request.name, user: request.user, become: request.become }, reason: request.reason });
    return { credentialId };
  });
};

async function credentialIds(tx: Tx, names: readonly string[]): Promise<Map<string, CredentialId>> {
  const { rows } = await sql<{ credential_id: CredentialId; name: string }>`/* credentialIds */ SELECT credential_id, name FROM credential WHERE name = ANY (${texts(names)})`.execute(tx);
  return new Map(rows.map((row) => [row.name, row.credential_id]));
}

export const saveSite = (database: Database): InventoryCommands['saveSite'] => (request) => {
  const refusal = can(request.principal, 'inventory:write') ?? (request.name.trim() === '' ? invalid('name', 'a site needs a name') : null);
  if (refusal !== null) return Promise.resolve(refusal);
  return idempotent(database.db, 'site.save', request, async (tx) => {
    const hops = request.route.kind === 'ssh' ? request.route.bastions : [];
    const wanted = [...hops.map((hop) => hop.credential), ...(request.credential === null ? [] : [request.credential])];
    const ids = await credentialIds(tx, wanted);
    const missing = wanted.find((name) => !ids.has(name));
    if (missing !== undefined) return refuse('credentialNotFound', `there is no credential named ${missing}`, { field: ['credential'] });
    const keyless = hops.find((hop) => hop.hostKeys.length === 0);
    if (keyless !== undefined) return invalid('bastions', `bastion ${keyless.address} has no pinned host key; an unknown bastion is never trusted`);
    const route: StoredRoute = request.route.kind === 'simulated' ? request.route
      : { kind: 'ssh', proxy: request.route.proxy, bastions: hops.map(({ credential, ...hop }) => ({ ...hop, credentialId: ids.get(credential) as CredentialId })) };
    const credentialId = request.credential === null ? null : ids.get(request.credential) ?? null;
    const { rows: [row] } = await sql<{ site_id: SiteId }>`/* saveSite */ INSERT INTO site (name, route, credential_id, provider) VALUES (${request.name}, ${json(route)}, ${credentialId}, ${request.provider})
      ON CONFLICT (name) DO UPDATE SET route = excluded.route, credential_id = excluded.credential_id, provider = excluded.provider RETURNING site_id`.execute(tx);
    if (row === undefined) throw new Error('a site that was just saved has no id');
    await appendAudit(tx, request.principal, { action: 'site.save', objectKind: 'site', objectId: row.site_id, after: { name: request.name, route, provider: request.provider }, reason: request.reason });
    return { siteId: row.site_id };
  });
};

export const saveBudget = (database: Database): InventoryCommands['saveBudget'] => (request) => {
  const refusal = can(request.principal, 'inventory:write')
    ?? (request.domain.trim() === '' ? invalid('domain', 'a budget needs a domain') : null)
    ?? (Number.isInteger(request.unavailableMax) && request.unavailableMax >= 0 ? null : invalid('unavailableMax', 'a budget is a whole number of nodes, at least 0'));
  if (refusal !== null) return Promise.resolve(refusal);
  return idempotent(database.db, 'budget.save', request, async (tx) => {
    await sql`/* saveBudget */ INSERT INTO disruption_budget (domain, max_unavailable) VALUES (${request.domain}, ${request.unavailableMax})
      ON CONFLICT (domain) DO UPDATE SET max_unavailable = excluded.max_unavailable, updated_at = now()`.execute(tx);
    await sql`/* saveBudget pokes */ INSERT INTO outbox (driver) SELECT 'wave/' || campaign_id || '/' || number FROM wave WHERE state_kind = 'ADMITTING'`.execute(tx);
    await appendAudit(tx, request.principal, { action: 'budget.save', objectKind: 'domain', objectId: request.domain, after: { unavailableMax: request.unavailableMax }, reason: request.reason });
    return { domain: request.domain };
  });
};

export const saveTargetProfile = (database: Database): InventoryCommands['saveTargetProfile'] => (request) => {
  const refusal = can(request.principal, 'inventory:write') ?? profileProblem(request);
  if (refusal !== null) return Promise.resolve(refusal);
  return idempotent(database.db, 'targetProfile.save', request, async (tx) => {
    const { name, osId, osVersion, repositoryUrl, repositoryKey, kernelPrefix } = request;
    const content = { name, osId, osVersion, repositoryUrl, repositoryKey, kernelPrefix };
    const digest = sha256Hex(canonicalJson(content));
    const targetProfileId = digest.slice(0, 32) as TargetProfileId;
    // The same description is the same profile; another one under the same name stands beside it.
    await sql`/* saveTargetProfile */ INSERT INTO target_profile (target_profile_id, name, digest, document) VALUES (${targetProfileId}, ${name}, ${digest}, ${json({ id: targetProfileId, ...content })}) ON CONFLICT (digest) DO NOTHING`.execute(tx);
    await appendAudit(tx, request.principal, { action: 'targetProfile.save', objectKind: 'targetProfile', objectId: targetProfileId, after: { name, osId, osVersion, repositoryUrl, digest }, reason: request.reason });
    return { targetProfileId };
  });
};

function profileProblem(profile: { readonly name: string; readonly osId: string; readonly osVersion: string; readonly repositoryUrl: string; readonly repositoryKey: string; readonly kernelPrefix: string }): Refusal | null {
  for (const field of ['name', 'osId', 'osVersion', 'kernelPrefix'] as const) if (profile[field].trim() === '') return invalid(field, `${field} is empty`);
  if (!/^https?:\/\/\S+$/.test(profile.repositoryUrl)) return invalid('repositoryUrl', 'the repository is reached by http or https');
  return profile.repositoryKey.includes('PGP PUBLIC KEY BLOCK') ? null : invalid('repositoryKey', 'this is not an armoured OpenPGP public key');
}
