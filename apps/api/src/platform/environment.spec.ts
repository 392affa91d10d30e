import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { EnvironmentError, parseEnvironment } from './environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'skein-environment-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

function file(name: string, content: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

const site = join(folder, 'site');
mkdirSync(site);
writeFileSync(join(site, 'index.html'), '<!doctype html>');

const usable = {
  SKEIN_CONSOLE_FOLDER: site,
  SKEIN_API_PORT: '4000', SKEIN_DATABASE_URL: 'postgres://skein:hush@127.0.0.1:5432/skein', SKEIN_TEMPORAL_ADDRESS: '127.0.0.1:7233', SKEIN_SECRET_KEY_FILE: file('key', 'ab'.repeat(32)),
};
const problemsOf = (variables: Readonly<Record<string, string | undefined>>): readonly string[] => {
  try {
    parseEnvironment(variables);
    return [];
  } catch (error) {
    return error instanceof EnvironmentError ? error.problems : [`threw ${String(error)}`];
  }
};

describe('the environment of the api', () => {
  it('is read whole, and listens on loopback unless told otherwise', () => {
    expect(parseEnvironment(usable)).toEqual({
      port: 4000, host: '127.0.0.1', databaseUrl: usable.SKEIN_DATABASE_URL, temporalAddress: '127.0.0.1:7233', temporalNamespace: 'skein', secretKey: Buffer.alloc(32, 0xab), bootstrapFile: null,
      web: { secure: false, origins: [], consoleFolder: site, environmentName: '', isProtected: false },
    });
  });

  it('says how browsers come when a proxy stands in front', () => {
    expect(parseEnvironment({ ...usable, SKEIN_API_HOST: '0.0.0.0', SKEIN_API_BEHIND_TLS: 'yes', SKEIN_API_ORIGINS: 'https://skein.example https://other.example/', SKEIN_ENVIRONMENT: 'Production', SKEIN_ENVIRONMENT_PROTECTED: 'yes' }).web)
      .toEqual({ secure: true, origins: ['https://skein.example', 'https://other.example'], consoleFolder: site, environmentName: 'Production', isProtected: true });
  });

  it('tells all problems at once', () => {
    expect(problemsOf({})).toEqual(['SKEIN_DATABASE_URL is not set', 'SKEIN_TEMPORAL_ADDRESS is not set', 'SKEIN_SECRET_KEY_FILE is not set', 'SKEIN_API_PORT is not set']);
  });

  it.each([
    ['a port out of range', { SKEIN_API_PORT: '70000' }, 'SKEIN_API_PORT: 70000 is not a port number'],
    ['another database', { SKEIN_DATABASE_URL: 'mysql://hush@db/skein' }, 'SKEIN_DATABASE_URL: is not an address such as postgres://user@host:5432/skein'],
    ['tokens in the clear', { SKEIN_API_HOST: '0.0.0.0' }, expect.stringContaining('SKEIN_API_HOST is 0.0.0.0: tokens would cross the network in the clear')],
    ['a key that others can read', { SKEIN_SECRET_KEY_FILE: file('open-key', 'ab'.repeat(32), 0o644) }, expect.stringContaining('can be read by others (mode 644)')],
    ['an origin that is none', { SKEIN_API_ORIGINS: 'skein.example' }, 'SKEIN_API_ORIGINS: skein.example is not an origin such as https://skein.example'],
    ['a console that is not there', { SKEIN_CONSOLE_FOLDER: folder }, expect.stringContaining('has no index.html; build the console first')],
    ['a short key', { SKEIN_SECRET_KEY_FILE: file('short-key', 'abcd') }, expect.stringContaining('must hold 32 bytes')],
    ['passwords that others can read', { SKEIN_BOOTSTRAP_FILE: file('bootstrap', '{}', 0o640) }, expect.stringContaining('can be read by others (mode 640)')],
    ['a missing file', { SKEIN_SECRET_KEY_FILE: join(folder, 'nothing') }, expect.stringContaining('SKEIN_SECRET_KEY_FILE: ENOENT')],
  ])('refuses %s', (_name, change, problem) => {
    expect(problemsOf({ ...usable, ...change })).toEqual([problem]);
  });

  it('never repeats the database address, which may hold a password', () => {
    expect(problemsOf({ ...usable, SKEIN_DATABASE_URL: 'mysql://skein:hush@db/skein' }).join()).not.toContain('hush');
  });
});
