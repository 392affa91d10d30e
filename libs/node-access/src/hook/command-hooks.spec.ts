import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { commandHooks } from './command-hooks.ts';
import { type HookInput } from './hook.ts';

const directory = mkdtempSync(join(tmpdir(), 'skein-hook-'));
afterAll(() => { rmSync(directory, { recursive: true }); });

function script(name: string, lines: readonly string[]): string {
  const path = join(directory, name);
  writeFileSync(path, `#!/bin/sh\n${lines.join('\n')}\n`);
  chmodSync(path, 0o755);
  return path;
}

const input: HookInput = { hook: 'drain', runId: 'r1', node: { hostname: 'n1', externalId: 'vm-1', address: '10.0.0.1' }, campaignId: 'c1', outcome: null };
const soon = (seconds = 30): number => Date.now() + seconds * 1000;
const gone = (pid: string): boolean => !existsSync(`/proc/${pid}`) || readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');

it('hands the node and the run to the hook, and is done with exit 0', async () => {
  const seen = join(directory, 'seen');
  const hooks = commandHooks({ demo: { drain: [script('keep', ['cat >"$1"; echo drained']), seen] } });
  expect(await hooks.run('demo', input, soon())).toEqual({ kind: 'done', detail: 'exit 0: drained' });
  expect(JSON.parse(readFileSync(seen, 'utf8'))).toEqual(input);
});

it.each([[75, 'tryAgain'], [1, 'refused'], [127, 'refused']] as const)('takes exit %i for %s', async (code, kind) => {
  const hooks = commandHooks({ demo: { drain: [script(`exit-${String(code)}`, ['echo no >&2', `exit ${String(code)}`])] } });
  expect(await hooks.run('demo', input, soon())).toMatchObject({ kind, detail: expect.stringContaining(`exit ${String(code)}: no`) as string });
});

it('is done where no hook is defined, and refuses a set that nobody configured', async () => {
  const hooks = commandHooks({ demo: { drain: ['/bin/false'] } });
  expect((await hooks.run(null, input, soon())).kind).toBe('done');
  expect((await hooks.run('demo', { ...input, hook: 'undrain' }, soon())).kind).toBe('done');
  expect((await hooks.run('other', input, soon())).kind).toBe('refused');
  expect((await hooks.run('constructor', input, soon())).kind).toBe('refused');
});

it('refuses a hook that is not there', async () => {
  expect(await commandHooks({ demo: { drain: [join(directory, 'none')] } }).run('demo', input, soon())).toMatchObject({ kind: 'refused', detail: expect.stringContaining('cannot be run') as string });
});

it('does not begin past its time, neither by the worker\'s clock nor by the wrapper\'s', async () => {
  const begun = join(directory, 'begun');
  const hooks = commandHooks({ demo: { drain: ['touch', begun] } });
  expect((await hooks.run('demo', input, Date.now() - 1)).kind).toBe('tryAgain');
  // Within the second that the wrapper rounds away, the worker still asks and only the wrapper says no.
  const answer = await hooks.run('demo', input, Math.floor(Date.now() / 1000) * 1000 + 999);
  expect(answer).toMatchObject({ kind: 'tryAgain', detail: expect.stringContaining('not started') as string });
  expect(existsSync(begun)).toBe(false);
});

it('is killed at its time with all that it started', async () => {
  const pidFile = join(directory, 'pid');
  const hooks = commandHooks({ demo: { drain: [script('slow', ['sleep 600 & echo $! >"$1"', 'wait']), pidFile] } });
  expect((await hooks.run('demo', input, soon(2))).kind).toBe('tryAgain');
  const pid = readFileSync(pidFile, 'utf8').trim();
  await expect.poll(() => gone(pid)).toBe(true);
});

it('is killed at its time even when the worker died before', async () => {
  const pidFile = join(directory, 'orphan');
  const slow = script('orphan.sh', ['sleep 600 & echo $! >"$1"', 'echo begun >&2', 'wait']);
  const module = new URL('./command-hooks.ts', import.meta.url).href;
  const worker = spawn(process.execPath, ['--input-type=module', '-e', `const { commandHooks } = await import(${JSON.stringify(module)}); await commandHooks({ demo: { drain: [${JSON.stringify(slow)}, ${JSON.stringify(pidFile)}] } }).run('demo', ${JSON.stringify(input)}, Date.now() + 4000);`], { stdio: 'ignore' });
  await expect.poll(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8').trim() !== '', { timeout: 15_000 }).toBe(true);
  const pid = readFileSync(pidFile, 'utf8').trim();
  worker.kill('SIGKILL');
  await once(worker, 'exit');
  await expect.poll(() => gone(pid), { timeout: 15_000 }).toBe(true);
});

it('hands on no environment of the worker', async () => {
  const hooks = commandHooks({ demo: { drain: ['env'] } });
  const { detail } = await hooks.run('demo', input, soon());
  expect(detail).not.toContain('HOME=');
  expect(detail).not.toContain('VITEST');
});
