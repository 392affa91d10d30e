import { chmod, mkdtemp, readFile, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Home, openHome } from './home.ts';
import { type Bootstrap, ensureSecrets } from './secrets.ts';

let home: Home;
beforeEach(async () => { home = await openHome(join(await mkdtemp(join(tmpdir(), 'skein-secrets-')), 'home')); });
afterEach(() => rm(join(home.directory, '..'), { recursive: true, force: true }));

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);

describe('secrets of a stack', () => {
  it('can be read by their owner only', async () => {
    await ensureSecrets(home);
    for (const path of [home.passwordsFile, home.tokenFile, home.secretKeyFile, home.bootstrapFile]) expect(await modeOf(path), path).toBe('600');
  });

  it('are closed again when somebody opened them', async () => {
    await ensureSecrets(home);
    await chmod(home.passwordsFile, 0o644);
    await ensureSecrets(home);
    expect(await modeOf(home.passwordsFile)).toBe('600');
  });

  it('are different for each person and each home, and long enough', async () => {
    const { people, token } = await ensureSecrets(home);
    const other = await ensureSecrets(await openHome(join(home.directory, '..', 'other')));
    const all = [...Object.values(people), token, ...Object.values(other.people), other.token];
    expect(new Set(all).size).toBe(8);
    for (const secret of all) expect(secret.length).toBeGreaterThanOrEqual(20);
  });

  it('stay the same at the second start', async () => {
    const [first, key] = [await ensureSecrets(home), await readFile(home.secretKeyFile, 'utf8')];
    expect(await ensureSecrets(home)).toEqual(first);
    expect(await readFile(home.secretKeyFile, 'utf8')).toBe(key);
  });

  it('stand in a file that a person can read, and in one that the api reads', async () => {
    const { people, token } = await ensureSecrets(home);
    expect(await readFile(home.passwordsFile, 'utf8')).toMatch(new RegExp(`^operator +${people.operator}$`, 'm'));
    const bootstrap = JSON.parse(await readFile(home.bootstrapFile, 'utf8')) as Bootstrap;
    expect(bootstrap.people.map(({ name, role }) => [name, role])).toEqual([['operator', 'operator'], ['approver', 'approver'], ['admin', 'admin']]);
    expect(bootstrap.apiToken).toEqual({ token, owner: 'operator' });
    expect(token).toMatch(/^skein_[\w-]{43}$/);
  });

  it('are 64 hexadecimal digits where they are a key', async () => {
    await ensureSecrets(home);
    expect((await readFile(home.secretKeyFile, 'utf8')).trim()).toMatch(/^[0-9a-f]{64}$/);
  });

  it('replace a token that the api would not take', async () => {
    await writeFile(home.tokenFile, 'skein_too-short\n');
    expect((await ensureSecrets(home)).token).toMatch(/^skein_[\w-]{43}$/);
  });

  it('are made anew for a file that was removed', async () => {
    const first = await ensureSecrets(home);
    await unlink(home.passwordsFile);
    const second = await ensureSecrets(home);
    expect(second.people).not.toEqual(first.people);
    expect(second.token).toBe(first.token);
  });
});
