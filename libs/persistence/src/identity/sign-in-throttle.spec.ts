import { startPostgres } from '@skein/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createSignInThrottle, type SignInThrottle } from './sign-in-throttle.ts';

describe('the sign-in throttle', () => {
  let test: TestDatabase;
  let throttle: SignInThrottle;
  beforeAll(async () => { test = await openTestDatabase(await startPostgres()); });
  afterAll(() => test.stop());
  beforeEach(async () => {
    await sql`DELETE FROM sign_in_failure`.execute(test.database.db);
    throttle = createSignInThrottle(test.database);
  });

  const fail = async (times: number, name: string, address: string): Promise<void> => {
    for (let time = 0; time < times; time += 1) await throttle.take(name, address);
  };
  const later = (seconds: number): Promise<unknown> => sql`UPDATE sign_in_failure SET since = since - make_interval(secs => ${seconds})`.execute(test.database.db);
  const rows = async (): Promise<number> => (await sql<{ rows: number }>`SELECT count(*)::int AS rows FROM sign_in_failure`.execute(test.database.db)).rows[0]?.rows ?? 0;

  it('closes for a name and address after five failures, whatever the case of the name, and not for the name from elsewhere', async () => {
    await fail(4, 'Olga', '10.0.0.1');
    expect([await throttle.take('olga', '10.0.0.1'), await throttle.take('OLGA', '10.0.0.1'), await throttle.take('olga', '10.0.0.2')]).toEqual([true, false, true]);
  });

  it('lets no more than five through of many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => throttle.take('olga', '10.0.0.1')));
    expect(answers.filter(Boolean)).toHaveLength(5);
  });

  it('closes for an address that tries many names', async () => {
    for (let name = 0; name < 30; name += 1) await throttle.take(`name-${String(name)}`, '10.0.0.1');
    expect([await throttle.take('olga', '10.0.0.1'), await throttle.take('olga', '10.0.0.2')]).toEqual([false, true]);
  });

  it('counts nothing that it refuses, so that nobody is kept out by asking on', async () => {
    await fail(200, 'olga', '10.0.0.1');
    expect(await throttle.take('olga', '10.0.0.2')).toBe(true);
  });

  it('opens again after five minutes', async () => {
    await fail(5, 'olga', '10.0.0.1');
    await later(299);
    expect(await throttle.take('olga', '10.0.0.1')).toBe(false);
    await later(2);
    expect(await throttle.take('olga', '10.0.0.1')).toBe(true);
  });

  it('forgets failures of the pair after a success, and gives back only its own to the address and the name', async () => {
    await fail(4, 'olga', '10.0.0.1');
    await throttle.take('olga', '10.0.0.1');
    await throttle.succeed('olga', '10.0.0.1');
    await fail(4, 'olga', '10.0.0.1');
    expect(await throttle.take('olga', '10.0.0.1')).toBe(true);
    // Four before, five since: twenty-one others are let through, and no more.
    for (let name = 0; name < 21; name += 1) expect(await throttle.take(`name-${String(name)}`, '10.0.0.1')).toBe(true);
    expect(await throttle.take('other', '10.0.0.1')).toBe(false);
  });

  it('removes what is over', async () => {
    for (let address = 0; address < 40; address += 1) await throttle.take('olga', `10.0.0.${String(address)}`);
    expect(await rows()).toBe(81);
    await later(301);
    await throttle.take('vera', '10.0.1.1');
    expect(await rows()).toBe(3);
  });
});
