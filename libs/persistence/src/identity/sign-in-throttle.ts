import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { type Database } from '../database/database.ts';

/** Counts failed sign-ins for five minutes, for all api processes together. */
export interface SignInThrottle {
  /**
   * Takes the place of one attempt before its password is looked at, so that a thousand guesses at once are still counted one by one.
   * False: too many failed; what is refused is not counted, or strangers could keep somebody locked out by asking on.
   */
  take(name: string, address: string): Promise<boolean>;
  /** The password was right: the pair is forgotten, and the attempt is given back to the address and the name. */
  succeed(name: string, address: string): Promise<void>;
}

const windowSeconds = 300;
const prunedAtOnceMax = 100;

/**
 * Five failures per name and address, thirty per address, a hundred per name from anywhere. The last is high: a stranger must not lock an
 * operator out with a handful of guesses. Rows are bounded by the second: an address makes at most sixty in five minutes.
 */
export const createSignInThrottle = (database: Database): SignInThrottle => ({
  async take(name, address) {
    const limits = limitsOf(name, address);
    const keys = limits.map(({ key }) => key);
    const { rows: closed } = await sql`/* signInThrottle.look */ SELECT 1 FROM sign_in_failure f JOIN unnest(${keys}::bytea[], ${limits.map(({ max }) => max)}::int[]) AS l (key, most) ON l.key = f.key_sha256
      WHERE f.since > now() - make_interval(secs => ${windowSeconds}) AND f.failures >= l.most LIMIT 1`.execute(database.urgent);
    if (closed.length > 0) return false;
    // In the order of the keys, or two sign-ins at once could wait for each other.
    const { rows } = await sql<{ key: Buffer; failures: number }>`/* signInThrottle.take */
      WITH old AS (DELETE FROM sign_in_failure WHERE key_sha256 IN (SELECT key_sha256 FROM sign_in_failure
        WHERE since <= now() - make_interval(secs => ${windowSeconds}) AND NOT key_sha256 = ANY (${keys}::bytea[]) ORDER BY since LIMIT ${prunedAtOnceMax} FOR UPDATE SKIP LOCKED))
      INSERT INTO sign_in_failure AS f (key_sha256, failures) SELECT key, 1 FROM unnest(${keys}::bytea[]) AS key ORDER BY key
      ON CONFLICT (key_sha256) DO UPDATE SET failures = CASE WHEN f.since <= now() - make_interval(secs => ${windowSeconds}) THEN 1 ELSE f.failures + 1 END,
        since = CASE WHEN f.since <= now() - make_interval(secs => ${windowSeconds}) THEN now() ELSE f.since END RETURNING key_sha256 AS key, failures`.execute(database.urgent);
    return limits.every(({ key, max }) => (rows.find((row) => row.key.equals(key))?.failures ?? 1) <= max);
  },
  async succeed(name, address) {
    const [pair, ...others] = limitsOf(name, address).map(({ key }) => key);
    await sql`/* signInThrottle.succeed */ WITH pair AS (DELETE FROM sign_in_failure WHERE key_sha256 = ${pair}),
      last AS (DELETE FROM sign_in_failure WHERE key_sha256 = ANY (${others}::bytea[]) AND failures = 1)
      UPDATE sign_in_failure SET failures = failures - 1 WHERE key_sha256 = ANY (${others}::bytea[]) AND failures > 1`.execute(database.urgent);
  },
});

function limitsOf(name: string, address: string): readonly { readonly key: Buffer; readonly max: number }[] {
  const lower = name.toLowerCase();
  return [{ key: digest('pair', address, lower), max: 5 }, { key: digest('address', address), max: 30 }, { key: digest('name', lower), max: 100 }];
}

const digest = (...parts: readonly string[]): Buffer => createHash('sha256').update(JSON.stringify(parts)).digest();
