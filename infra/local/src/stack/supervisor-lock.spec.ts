import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeProcessFile } from '../process/process-file.ts';
import { identifyProcess, isAlive, type ProcessIdentity } from '../process/process-identity.ts';
import { silentTerminal } from '../terminal/console-terminal.ts';
import { type Home, openHome } from './home.ts';
import { takeHome } from './supervisor-lock.ts';

let home: Home;
const children: ChildProcess[] = [];
beforeEach(async () => { home = await openHome(await mkdtemp(join(tmpdir(), 'skein-lock-'))); });
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(home.directory, { recursive: true, force: true });
});

function somebody(): ProcessIdentity {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  children.push(child);
  const identity = child.pid === undefined ? null : identifyProcess(child.pid);
  if (identity === null) throw new Error('the other process did not start');
  return identity;
}
const take = () => takeHome(home, silentTerminal.step(''));

describe('a home', () => {
  it('has one supervisor at a time', async () => {
    const other = somebody();
    writeProcessFile(home.supervisorFile, { ...other, launcher: other });
    await expect(take()).rejects.toThrow(new RegExp(`already runs with ${home.directory}[\\s\\S]*kill ${other.pid}`));
    expect(isAlive(other)).toBe(true);
  });

  it('is taken from a supervisor that died', async () => {
    writeProcessFile(home.supervisorFile, { pid: process.pid, startTicks: '1' });
    (await take())();
    expect(existsSync(home.supervisorFile)).toBe(false);
  });

  it('is taken from a supervisor whose terminal was killed, which is stopped first', async () => {
    const other = somebody();
    writeProcessFile(home.supervisorFile, { ...other, launcher: { pid: other.pid, startTicks: '1' } });
    const release = await take();
    expect(isAlive(other)).toBe(false);
    release();
  });
});
