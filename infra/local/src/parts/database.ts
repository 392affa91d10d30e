import { Client } from 'pg';
import { PersonCanFix } from '../person-can-fix.ts';

export interface PostgresAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** `require` and stronger: Temporal is told to use TLS too. */
  readonly tls?: boolean;
}

export function postgresUrl(address: PostgresAddress): string {
  const part = encodeURIComponent;
  return `postgresql://${part(address.user)}:${part(address.password)}@${address.host}:${address.port}/${part(address.database)}`;
}

export function parsePostgresUrl(text: string): PostgresAddress {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new PersonCanFix('DATABASE_URL is not a URL\n  it looks like:  postgresql://user:password@host:5432/skein');
  }
  const database = decodeURIComponent(url.pathname.slice(1));
  if (!/^postgres(ql)?:$/.test(url.protocol) || url.hostname === '' || database === '') {
    throw new PersonCanFix('DATABASE_URL must name host and database\n  it looks like:  postgresql://user:password@host:5432/skein');
  }
  const mode = url.searchParams.get('sslmode');
  return {
    host: url.hostname, port: url.port === '' ? 5432 : Number(url.port), user: decodeURIComponent(url.username), password: decodeURIComponent(url.password), database,
    tls: mode !== null && mode !== 'disable' && mode !== 'allow' && mode !== 'prefer',
  };
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  // A server that stops tells idle clients so; unheard, that would end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Nodes that somebody may have taken out of service now: to switch them off would be a power cut. 0 when nobody can tell. */
export async function nodesInChange(url: string): Promise<number> {
  try {
    const { rows } = await withClient(url, (client) => client.query<{ nodes: number }>('SELECT count(*)::int AS nodes FROM lease WHERE released_at IS NULL'));
    return rows[0]?.nodes ?? 0;
  } catch {
    return 0;
  }
}

export async function canConnect(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query('SELECT 1'));
    return true;
  } catch {
    return false;
  }
}

/** Through a database that exists on the same server. */
export async function ensureDatabase(existingUrl: string, name: string): Promise<void> {
  try {
    await withClient(existingUrl, async (client) => {
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    });
  } catch (cause) {
    throw new PersonCanFix(`the database "${name}" is missing and cannot be made: ${(cause as Error).message}\n  make it as a superuser:  CREATE DATABASE "${name}";`, { cause });
  }
}

export async function dropDatabase(existingUrl: string, name: string): Promise<void> {
  await withClient(existingUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`));
}

/** What `markDatabase` wrote on it; null: nothing, or there is no such database. */
export async function databaseMark(existingUrl: string, name: string): Promise<string | null> {
  return withClient(existingUrl, async (client) => {
    const found = await client.query<{ mark: string | null }>("SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = $1", [name]);
    return found.rows[0]?.mark ?? null;
  });
}

export async function markDatabase(existingUrl: string, name: string, mark: string): Promise<void> {
  await withClient(existingUrl, (client) => client.query(`COMMENT ON DATABASE ${client.escapeIdentifier(name)} IS ${client.escapeLiteral(mark)}`));
}

/** Whether a Temporal store was begun in this database. */
export async function hasTemporalSchema(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const found = await client.query<{ there: boolean }>("SELECT to_regclass('public.schema_version') IS NOT NULL AS there");
    return found.rows[0]?.there === true;
  });
}
