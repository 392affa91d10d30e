import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandFailure } from '../failure/command-failure.ts';
import { type Context, readConfig, withContext, withoutContext, writeConfig } from './config-file.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skein-config-'));
  path = join(folder, 'deep', 'config.yaml');
});
afterEach(() => rm(folder, { recursive: true }));

const prod: Context = { name: 'prod', endpoint: 'https://skein.example', protected: true, token: 'secret', person: 'olga', expiresAt: '2026-03-01T12:00:00.000Z' };

describe('the file of contexts', () => {
  it('is nothing where there is none', async () => {
    expect(await readConfig(path)).toEqual({ current: null, contexts: [] });
  });

  it('is read as it was written, by its owner alone', async () => {
    const config = withContext({ current: null, contexts: [] }, prod);
    await writeConfig(path, config);
    expect(await readConfig(path)).toEqual({ current: 'prod', contexts: [prod] });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'deep'))).mode & 0o777).toBe(0o700);
  });

  it('is refused when others can read the tokens in it', async () => {
    await writeConfig(path, withContext({ current: null, contexts: [] }, prod));
    await chmod(path, 0o644);
    const refused = await readConfig(path).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CommandFailure);
    expect((refused as CommandFailure).parts).toMatchObject({ code: 'configIsOpen', hint: `chmod 600 ${path}` });
  });

  it.each([['no YAML', 'a: [1'], ['another document', 'contexts: 7'], ['a context without an endpoint', 'contexts: [{ name: x }]']])('says what is wrong with %s', async (_what, text) => {
    await writeConfig(path, { current: null, contexts: [] });
    await writeFile(path, text);
    await expect(readConfig(path)).rejects.toThrow(path);
  });

  it('forgets a context, and that it was the current one', () => {
    expect(withoutContext({ current: 'prod', contexts: [prod] }, 'prod')).toEqual({ current: null, contexts: [] });
  });
});
