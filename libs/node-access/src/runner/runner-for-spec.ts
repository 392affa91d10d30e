import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ReplyFields, replyFields } from '../ssh/reply-fields.ts';
import { type RunnerValue, decodeReply, encodeRequest, packed } from '../ssh/runner-wire.ts';

const file = fileURLToPath(new URL('./skein-runner.sh', import.meta.url));

/** The runner on this machine, with a state directory of its own and a mirror that accepts everybody and answers nobody. */
export interface RunnerForSpec {
  /** What came back, whatever it is. */
  send(verb: string, input: Uint8Array): Promise<string>;
  /** The word of a refusal, or the reply. */
  ask(verb: string, fields?: Readonly<Record<string, RunnerValue>>): Promise<string | ReplyFields>;
  reply(verb: string, fields?: Readonly<Record<string, RunnerValue>>): Promise<ReplyFields>;
  stageRequest(jobId: string, more?: Readonly<Record<string, RunnerValue>>): Record<string, RunnerValue>;
  follow(fromSeq: number): ChildProcess;
  /** Processes whose command line names this state directory's job, oldest first. */
  processesOf(jobId: string): number[];
  readonly bootId: string;
  uptime(): number;
  close(): Promise<void>;
}

export async function openRunnerForSpec(interpreter: readonly [string, ...string[]], settings: { readonly jobInterpreter?: string } = {}): Promise<RunnerForSpec> {
  const state = mkdtempSync(join(tmpdir(), 'skein-runner-'));
  const sockets = new Set<Socket>();
  const mirror = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => { mirror.listen(0, '127.0.0.1', resolve); });
  const { port } = mirror.address() as AddressInfo;
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', SKEIN_STATE_DIR: state, SKEIN_INTERPRETER: settings.jobInterpreter ?? interpreter.join(' '), SKEIN_MIRROR_LIMIT: '6' };
  const [command, ...rest] = interpreter;
  const start = (verb: string): ChildProcess => spawn(command, [...rest, file, ...verb.split(' ')], { env, stdio: ['pipe', 'pipe', 'ignore'] });
  const bootId = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const uptime = (): number => Math.floor(Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]));

  const send = (verb: string, input: Uint8Array): Promise<string> => new Promise((resolve) => {
    const child = start(verb);
    let out = '';
    child.stdout?.on('data', (chunk: Buffer) => { out += chunk.toString('latin1'); });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
    child.on('close', () => { resolve(out); });
  });
  const ask = async (verb: string, fields: Readonly<Record<string, RunnerValue>> = {}): Promise<string | ReplyFields> => {
    const out = await send(verb, encodeRequest(verb, fields));
    const reply = decodeReply(Buffer.from(out, 'latin1'));
    if (reply === null) throw new Error(`no reply to ${verb}: ${out}`);
    return reply.get('refused') ?? replyFields(reply, 'the runner');
  };
  const processesOf = (jobId: string): number[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      const words = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8');
      return words.includes(`job\0${jobId}`) || words.includes(`${state}/jobs/${jobId}/`);
    } catch {
      return false;
    }
  });
  return {
    send, ask, bootId, uptime, processesOf,
    async reply(verb, fields) {
      const answer = await ask(verb, fields);
      if (typeof answer === 'string') throw new Error(`${verb} was refused: ${answer}`);
      return answer;
    },
    stageRequest: (jobId, more = {}) => ({
      job_id: jobId, kind: 'stage', boot_id: bootId, not_after_uptime: uptime() + 15, incarnation: 1, fence: 10, target_os_id: 'opencloudos', kernel_prefix: '5.4',
      'repository_url.b64': packed(`http://127.0.0.1:${String(port)}/target`), 'repository_key.b64': packed('no key'), ...more,
    }),
    follow(fromSeq) {
      const child = start('follow');
      child.stdin?.end(encodeRequest('follow', { from_seq: fromSeq }));
      return child;
    },
    async close() {
      // Only what this state directory's jobs started.
      for (const jobId of readdirSync(join(state, 'jobs'), { withFileTypes: true }).map((entry) => entry.name)) for (const pid of processesOf(jobId)) kill(pid);
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => { mirror.close(() => { resolve(); }); });
      rmSync(state, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

/** Whether it is stopped now: a process that has just ended cannot be. */
export function stop(pid: number): boolean {
  try {
    process.kill(pid, 'SIGSTOP');
    for (const until = Date.now() + 1000; Date.now() < until;) {
      const state = /\) (\S)/.exec(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'))?.[1];
      if (state === 'T') return true;
      if (state === 'Z' || state === 'X') return false;
    }
  } catch {
    // It ended by itself.
  }
  return false;
}
