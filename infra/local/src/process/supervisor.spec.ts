import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startProcess } from './running-process.ts';
import { type Part, type PartEvent, supervise, type Supervised } from './supervisor.ts';
import { readProcessFile, writeProcessFile } from './process-file.ts';
import { identifyProcess } from './process-identity.ts';

let directory: string;
let events: PartEvent[];
const open: Supervised[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'skein-supervisor-'));
  events = [];
});
afterEach(async () => {
  for (const part of open.splice(0)) await part.stop();
  await rm(directory, { recursive: true, force: true });
});

/** `program` runs in Node; it is healthy when it has made the file `up`. */
function part(program: string): Supervised {
  const files = { logFile: join(directory, 'log'), processFile: join(directory, 'process.json') };
  const definition: Part = {
    name: 'part', ...files, stopSignal: 'SIGTERM', stopSeconds: 5, healthSeconds: 20,
    healthy: async () => existsSync(join(directory, 'up')),
    start: () => startProcess({ argv: [process.execPath, '-e', program], environment: { DIRECTORY: directory }, directory, ...files }),
  };
  const supervised = supervise(definition, (event) => events.push(event));
  open.push(supervised);
  return supervised;
}
const lives = "require('fs').writeFileSync(process.env.DIRECTORY + '/up', ''); setInterval(() => undefined, 1000);";
const until = async (condition: () => boolean) => expect.poll(condition, { timeout: 20_000 }).toBe(true);

describe('a supervised part', { timeout: 60_000 }, () => {
  it('comes back by itself after kill -9, as another process', async () => {
    const supervised = part(lives);
    await supervised.start();
    const before = supervised.pid;
    await supervised.kill();
    await until(() => events.some(({ kind }) => kind === 'restarted'));
    expect(supervised.pid).not.toBe(before);
    expect(supervised.pid).not.toBeNull();
  });

  it('stays down when it is told to stop, and can be started again', async () => {
    const supervised = part(lives);
    await supervised.start();
    await supervised.stop();
    expect(supervised.pid).toBeNull();
    expect(existsSync(join(directory, 'process.json'))).toBe(false);
    await supervised.start();
    expect(supervised.pid).not.toBeNull();
  });

  it('is killed when it does not listen to being told', async () => {
    const supervised = part(`process.on('SIGTERM', () => undefined); ${lives}`);
    await supervised.start();
    await supervised.stop();
    expect(supervised.pid).toBeNull();
  });

  it('that dies at its first start is an error with its last words, not a loop', async () => {
    const supervised = part("console.error('SKEIN_DATABASE_URL is not set'); process.exit(3);");
    await expect(supervised.start()).rejects.toThrow(/exit code 3[\s\S]*SKEIN_DATABASE_URL is not set/);
    expect(supervised.pid).toBeNull();
    expect(events).toEqual([]);
  });

  it('that keeps dying is started later each time', async () => {
    // It dies when it is told to, and from then on at once: a first start that dies early would be told, not repeated.
    const supervised = part(`${lives} setInterval(() => { if (require('fs').existsSync(process.env.DIRECTORY + '/die')) process.exit(1); }, 20);`);
    await supervised.start();
    writeFileSync(join(directory, 'die'), '');
    const delays = () => events.flatMap((event) => (event.kind === 'died' ? [event.restartInSeconds] : []));
    await until(() => delays().length >= 3);
    expect(delays().slice(0, 3)).toEqual([0.5, 1, 2]);
  });
});

describe('a process file', () => {
  it('is not believed when its process id belongs to a process that began at another time', async () => {
    const own = identifyProcess(process.pid);
    if (own === null) throw new Error('this process is not in /proc');
    const path = join(directory, 'hint.json');
    writeProcessFile(path, own);
    expect(await readProcessFile(path)).toEqual(own);
    writeProcessFile(path, { ...own, startTicks: '1' });
    expect(await readProcessFile(path)).toBeNull();
  });
});
