import { type LoginCredential, type NodeTarget, type Probe, type SiteRoute } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { type StoredRoute } from '../inventory/inventory-command.ts';

/** How to reach a node, with credentials opened: keep the answer in memory, never in a log or a history. */
export interface NodeDirectory {
  /** Throws when there is no such node, or when neither it nor its site has a credential. */
  targetOf(nodeId: string): Promise<{ readonly target: NodeTarget; readonly provider: string | null; readonly probes: readonly Probe[] }>;
}

export interface TargetRow {
  readonly node_id: string;
  readonly address: string;
  readonly port: number;
  readonly host_keys: string[];
  readonly credential_id: string | null;
  readonly site_id: string;
  readonly route: StoredRoute;
  readonly provider: string | null;
}

/** Select list of a TargetRow; needs `node` and `site`. */
export const targetColumns = sql.raw(`node.node_id, node.address, node.port, node.host_keys, coalesce(node.credential_id, site.credential_id) AS credential_id, node.site_id, site.route, site.provider`);

export const createNodeDirectory = (database: Database): NodeDirectory => {
  const open = targetOpener(database);
  return {
    async targetOf(nodeId) {
      const { rows: [row] } = await sql<TargetRow & { readonly probes: Probe[] }>`/* nodeDirectory.targetOf */
        SELECT ${targetColumns}, node.probes FROM node JOIN site ON site.site_id = node.site_id WHERE node.node_id = ${nodeId}`.execute(database.db);
      if (row === undefined) throw new Error(`node ${nodeId} does not exist`);
      return { target: await open(row), provider: row.provider, probes: row.probes };
    },
  };
};

/** Simulated nodes have no login; adapters for them never read this. */
const noCredential: LoginCredential = { user: 'nobody', privateKey: '', become: 'none' };
const credentialSecondsMax = 30;

/** Opens targets; an opened credential is kept for half a minute, so that one round over a site opens it once. */
export function targetOpener(database: Database): (row: TargetRow) => Promise<NodeTarget> {
  const opened = new Map<string, { readonly at: number; readonly credential: Promise<LoginCredential> }>();
  const credentialOf = (credentialId: string): Promise<LoginCredential> => {
    const known = opened.get(credentialId);
    if (known !== undefined && performance.now() - known.at < credentialSecondsMax * 1000) return known.credential;
    const credential = readCredential(database, credentialId);
    opened.set(credentialId, { at: performance.now(), credential });
    credential.catch(() => opened.delete(credentialId));
    return credential;
  };
  return async (row) => {
    if (row.credential_id === null && row.route.kind === 'ssh') throw new Error(`node ${row.node_id} has no credential, and neither has its site`);
    const route: SiteRoute = row.route.kind === 'simulated' ? row.route : {
      kind: 'ssh', proxy: row.route.proxy,
      bastions: await Promise.all(row.route.bastions.map(async ({ credentialId, ...hop }) => ({ ...hop, credential: await credentialOf(credentialId) }))),
    };
    return {
      nodeId: row.node_id as NodeTarget['nodeId'], siteId: row.site_id as NodeTarget['siteId'], route,
      address: row.address, port: row.port, hostKeys: row.host_keys,
      credential: row.credential_id === null ? noCredential : await credentialOf(row.credential_id),
    };
  };
}

async function readCredential(database: Database, credentialId: string): Promise<LoginCredential> {
  const row = await database.db.selectFrom('credential').select(['login_user', 'become', 'envelope']).where('credential_id', '=', credentialId).executeTakeFirstOrThrow();
  return { user: row.login_user, become: row.become === 'sudo' ? 'sudo' : 'none', privateKey: database.secrets.open(row.envelope, `credential/${credentialId}`) };
}
