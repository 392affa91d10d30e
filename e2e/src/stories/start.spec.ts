import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack, type Stack } from '@skein/local';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAll } from '../harness/campaigns.ts';
import { freePort } from '../harness/free-port.ts';

let home: string;
let stack: Stack;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'skein-story-'));
  stack = await startStack({ home, fleet: 'simulated', nodes: 12, ports: { api: await freePort(), worker: await freePort() } });
});
afterAll(async () => {
  await stack?.stop();
  rmSync(home, { recursive: true, force: true });
});

const ask = async (authorization: string, query: string): Promise<unknown> =>
  (await fetch(`${stack.urls.api}/graphql`, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify({ query }) })).json();

describe('a stack that was just started', () => {
  it('takes the token that it wrote, as the README says, and no other', async () => {
    const token = readFileSync(stack.tokenFile, 'utf8').trim();
    expect(await ask(`Bearer ${token}`, '{ campaigns { nodes { name state counts { state count } } } }')).toEqual({ data: { campaigns: { nodes: [] } } });
    expect(await ask(`Bearer ${token.slice(0, -1)}${token.endsWith('a') ? 'b' : 'a'}`, '{ campaigns { nodes { name } } }')).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    expect(statSync(stack.tokenFile).mode & 0o777).toBe(0o600);
  });

  it('lets the three people of its passwords file in', async () => {
    const passwords = readFileSync(stack.passwordsFile, 'utf8');
    for (const password of Object.values(stack.people)) expect(passwords).toContain(password);
    await expect(signInAll(stack.urls.api, stack.people)).resolves.toBeDefined();
  });
});
