import { createHash } from 'node:crypto';
import { type ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../conformance/conformance-case.ts';
import { frameReader } from '../ssh/frame-reader.ts';
import { encodeRequest } from '../ssh/runner-wire.ts';
import { type RunnerForSpec, kill, openRunnerForSpec, stop } from './runner-for-spec.ts';
import { runnerProgram } from './runner-program.ts';

const shells = [['dash', ['dash']], ['busybox ash', ['busybox', 'sh']], ['bash', ['bash', '--posix']]] as const;

/** Lines with a digest that is right: what is wrong is the lines. */
const sealed = (body: string): Buffer => Buffer.from(`${body}digest=${createHash('sha256').update(body).digest('hex')}\n`, 'latin1');
const refusal = (reply: string): string | undefined => /^refused=(\w+)$/m.exec(reply)?.[1];

it('is small enough to be sent to every node', () => {
  expect(runnerProgram.bytes.length).toBeLessThan(64 * 1024);
});

describe.each(shells)('the runner under %s', (_name, interpreter) => {
  let runner: RunnerForSpec;
  beforeAll(async () => { runner = await openRunnerForSpec([...interpreter]); });
  afterAll(async () => { await runner.close(); });

  it('answers a ping', async () => {
    const reply = await runner.reply('ping');
    expect(reply.word('boot_id')).toBe(runner.bootId);
  });

  it.each([
    ['an unknown key', 'skein=1\nverb=ping\nx=1\n'],
    ['a key in capitals', 'skein=1\nverb=ping\nJOB=1\n'],
    ['a command in a value', 'skein=1\nverb=status\njob_id=$(reboot)\n'],
    ['a quote in a value', "skein=1\nverb=status\njob_id=a'b\n"],
    ['a space in a value', 'skein=1\nverb=status\njob_id=a b\n'],
    ['a path as a job id', 'skein=1\nverb=status\njob_id=../etc\n'],
    ['a key given twice', 'skein=1\nverb=status\njob_id=a\njob_id=b\n'],
    ['a line without a value', 'skein=1\nverb=ping\nhello\n'],
    ['a number that is none', 'skein=1\nverb=follow\nfrom_seq=1x\n'],
    ['base64 that is none', 'skein=1\nverb=inspect\nrepository_url.b64=a-b\n'],
    ['a repository that is no address', `skein=1\nverb=inspect\nrepository_url.b64=${Buffer.from('http://a/$(id)').toString('base64')}\n`],
    ['an empty line', 'skein=1\n\nverb=ping\n'],
  ])('refuses %s, whole', async (_what, body) => {
    const verb = /^verb=(\w+)$/m.exec(body)?.[1] ?? 'ping';
    expect(refusal(await runner.send(verb, sealed(body)))).toBe('requestMalformed');
  });

  it('refuses a request that was changed, cut or continued', async () => {
    const good = encodeRequest('ping', {}).toString('latin1');
    expect(refusal(await runner.send('ping', Buffer.from(good.replace('skein=1\n', 'skein=1\nfence=1\n'))))).toBe('requestDigest');
    expect(refusal(await runner.send('ping', Buffer.from(good.slice(0, -1))))).toBe('requestMalformed');
    expect(refusal(await runner.send('ping', Buffer.from('skein=1\nverb=ping\n')))).toBe('requestMalformed');
    expect(refusal(await runner.send('ping', Buffer.from(`${good}fence=1\n`)))).toBe('requestMalformed');
    expect(refusal(await runner.send('hello', Buffer.from(good)))).toBe('requestMalformed');
    expect(refusal(await runner.send('hello', encodeRequest('hello', { runner: 'a'.repeat(64) })))).toBe('runnerOutdated');
  });

  it('refuses a request above 64 KiB', async () => {
    expect(refusal(await runner.send('inspect', sealed(`skein=1\nverb=inspect\nrepository_key.b64=${'A'.repeat(70_000)}\n`)))).toBe('requestTooLong');
  });

  it('starts a job once, says busy to another, and refuses a lower fence and incarnation', async () => {
    const request = runner.stageRequest('one.1.stage');
    const first = await runner.reply('launch', request);
    expect([first.word('answer'), first.jobs()[0]?.state]).toEqual(['started', 'alive']);
    const again = await runner.reply('launch', { ...request, fence: 11 });
    expect(again.word('answer')).toBe('known');
    expect(await runner.ask('launch', runner.stageRequest('two.1.stage'))).toBe('busy');
    expect(await runner.ask('launch', runner.stageRequest('two.1.stage', { fence: 9 }))).toBe('fenceSuperseded');
    expect(await runner.ask('launch', runner.stageRequest('two.1.stage', { incarnation: 0 }))).toBe('incarnationOld');
    expect(await runner.ask('launch', runner.stageRequest('two.1.stage', { boot_id: 'another' }))).toBe('bootChanged');
    expect((await runner.reply('status', { job_id: 'two.1.stage' })).jobs()).toEqual([]);
  });

  it('calls a job alive while anything it started lives, and dead when nothing does', async () => {
    const id = 'one.1.stage';
    const status = async (): Promise<string | undefined> => (await runner.reply('status', { job_id: id })).jobs()[0]?.state;
    // Stopped, so that it lives as long as we look, however slow this machine is.
    const [shell, child] = await eventually('the job to have started something', () => {
      const [first = 0, ...rest] = runner.processesOf(id);
      const stopped = rest.find(stop);
      return Promise.resolve(stopped === undefined ? null : [first, stopped] as const);
    });
    kill(shell);
    expect(await status()).toBe('alive');
    for (const pid of [child, ...runner.processesOf(id)]) kill(pid);
    await eventually('the job to be dead', async () => ((await status()) === 'dead' ? true : null));
    const dead = (await runner.reply('hello')).jobs().find((job) => job.jobId === id);
    expect(dead).toMatchObject({ state: 'dead', phase: 'download', bootId: runner.bootId, exitCode: null, transactions: 0 });
  });

  it('goes on following after the last event that was seen', async () => {
    const all = await framesOf(runner.follow(0), 5);
    expect(all[0]).toContain('kind=hello\n');
    const seqs = (frames: readonly string[]): number[] => frames.flatMap((frame) => Number(/^job\.1=[^:]+:\w+:\w+:\w+:[\w-]+:(\d+):/m.exec(frame.startsWith('kind=job') ? frame : '')?.[1] ?? NaN)).filter((seq) => !Number.isNaN(seq));
    expect(seqs(all)).toEqual([1, 2, 3, 4]);
    expect(seqs(await framesOf(runner.follow(3), 2))).toEqual([4]);
  });

  it('ends a stage whose mirror never answers', async () => {
    const id = 'slow.1.stage';
    await runner.reply('launch', runner.stageRequest(id, { fence: 20 }));
    const job = await eventually('the stage to end', async () => {
      const [seen] = (await runner.reply('status', { job_id: id })).jobs();
      return seen?.state === 'exited' ? seen : null;
    });
    expect(job).toMatchObject({ exitCode: 1, reason: 'mirrorFailed', transactions: 0 });
    const log = (await runner.reply('log', { job_id: id, offset: 0 })).bytes('bytes').toString('utf8');
    expect(log).toContain('failed: mirrorFailed');
  }, 60_000);
});

describe.each(shells)('a job that wakes up late under %s', (_name, interpreter) => {
  let runner: RunnerForSpec;
  // Launched jobs are never started here, so that the spec can wake them when it wants.
  beforeAll(async () => { runner = await openRunnerForSpec([...interpreter], { jobInterpreter: 'true' }); });
  afterAll(async () => { await runner.close(); });

  it('is refused by itself, and by whoever looks', async () => {
    const request = runner.stageRequest('late.1.stage', { not_after_uptime: runner.uptime() + 4 });
    const launched = await runner.reply('launch', request);
    expect(launched.jobs()[0]).toMatchObject({ state: 'alive', phase: 'launched' });
    await eventually('its time to pass', () => Promise.resolve(runner.uptime() > Number(request['not_after_uptime']) ? true : null));
    await runner.send('job late.1.stage', new Uint8Array());
    const [job] = (await runner.reply('status', { job_id: 'late.1.stage' })).jobs();
    expect(job).toMatchObject({ state: 'refused', reason: 'tooLate', exitCode: null, transactions: 0 });
    expect(await runner.ask('launch', runner.stageRequest('later.1.stage', { not_after_uptime: 1 }))).toBe('tooLate');
  }, 30_000);

  it('is refused when a higher fence came meanwhile', async () => {
    await runner.reply('launch', runner.stageRequest('fenced.1.stage', { fence: 30 }));
    await runner.reply('adopt', { boot_id: runner.bootId, incarnation: 1, fence: 31 });
    await runner.send('job fenced.1.stage', new Uint8Array());
    const [job] = (await runner.reply('status', { job_id: 'fenced.1.stage' })).jobs();
    expect(job).toMatchObject({ state: 'refused', reason: 'fenceSuperseded' });
  }, 30_000);
});

/** The first `count` frames; ends the follow. */
function framesOf(child: ChildProcess, count: number): Promise<string[]> {
  const read = frameReader('the runner');
  const frames: string[] = [];
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      frames.push(...read(chunk));
      if (frames.length >= count) child.kill('SIGKILL');
    });
    child.on('close', () => {
      if (frames.length >= count) resolve(frames);
      else reject(new Error(`only ${String(frames.length)} frames`));
    });
  });
}
