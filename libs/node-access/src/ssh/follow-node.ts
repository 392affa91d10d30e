import { type NodeTarget } from '@skein/core';
import { runnerProgram } from '../runner/runner-program.ts';
import { type FollowFrame, NodeAccessError } from '../transport/node-transport.ts';
import { type ConnectionPool, nameOf } from './connection-pool.ts';
import { frameReader } from './frame-reader.ts';
import { type GuardedSsh } from './guarded-ssh.ts';
import { readHello } from './read-facts.ts';
import { replyFields } from './reply-fields.ts';
import { RunnerRefusal, type RunnerCaller, runnerCommand } from './runner-caller.ts';
import { decodeFields, decodeReply, encodeRequest } from './runner-wire.ts';

/** The runner beats every 3 s; so much silence means that nobody is there, whatever the connection thinks. */
const silenceMsMax = 20_000;

export async function* followNode(pool: ConnectionPool, caller: RunnerCaller, target: NodeTarget, fromSeq: number, signal: AbortSignal): AsyncGenerator<FollowFrame> {
  if (signal.aborted) return;
  const { ssh, release } = await pool.hold(target);
  try {
    try {
      yield* followOn(ssh, target, fromSeq, signal);
    } catch (error) {
      if (!(error instanceof RunnerMissing)) throw error;
      await caller.install(ssh, target);
      yield* followOn(ssh, target, fromSeq, signal);
    }
  } finally {
    release();
  }
}

/** The runner is not there, or it is another version: nothing was followed yet. */
class RunnerMissing extends NodeAccessError {
  constructor(name: string) {
    super('protocolViolation', `${name}: the runner did not answer`);
  }
}

async function* followOn(ssh: GuardedSsh, target: NodeTarget, fromSeq: number, signal: AbortSignal): AsyncGenerator<FollowFrame> {
  const name = nameOf(target);
  const channel = await ssh.stream(runnerCommand('follow', target.credential.become), encodeRequest('follow', { runner: runnerProgram.digest, from_seq: fromSeq }));
  const read = frameReader(name);
  let quiet: NodeJS.Timeout | undefined;
  const heard = (): void => {
    clearTimeout(quiet);
    // Whatever else waits on this connection waits in vain.
    quiet = setTimeout(() => { ssh.end(); }, silenceMsMax);
  };
  const stop = (): void => { channel.destroy(); };
  signal.addEventListener('abort', stop, { once: true });
  let started = false;
  let before = Buffer.alloc(0);
  try {
    heard();
    for await (const chunk of channel as AsyncIterable<Buffer>) {
      heard();
      before = started ? before : Buffer.concat([before, chunk]);
      if (!started && before.length >= 6 && !before.toString('latin1').startsWith('frame ')) {
        answeredInstead(before, name);
        continue;
      }
      for (const payload of read(chunk)) {
        started = true;
        const frame = parseFrame(payload, name);
        if (frame !== null) yield frame;
        if (signal.aborted) return;
      }
    }
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof NodeAccessError) throw error;
    throw new NodeAccessError('connectionLost', `${name}: the connection was lost`, { cause: error });
  } finally {
    clearTimeout(quiet);
    signal.removeEventListener('abort', stop);
    channel.destroy();
  }
  if (signal.aborted) return;
  if (!started && ssh.open) throw new RunnerMissing(name);
  throw new NodeAccessError('connectionLost', `${name}: the channel ended`);
}

/** A refusal comes as a plain reply instead of frames. */
function answeredInstead(bytes: Buffer, name: string): void {
  const refused = decodeReply(bytes)?.get('refused');
  if (refused === 'runnerOutdated') throw new RunnerMissing(name);
  if (refused !== undefined) throw new RunnerRefusal(name, refused);
  if (bytes.length > 4096) throw new NodeAccessError('protocolViolation', `${name}: what follows is no frame`);
}

function parseFrame(payload: string, name: string): FollowFrame | null {
  const reply = decodeFields(payload);
  if (reply === null) throw new NodeAccessError('protocolViolation', `${name}: a frame breaks the grammar`);
  const fields = replyFields(reply, name);
  switch (reply.get('kind')) {
    case 'hello':
      return { kind: 'hello', hello: readHello(fields) };
    case 'heartbeat':
      return { kind: 'heartbeat', bootId: fields.word('boot_id'), uptimeSeconds: fields.decimal('uptime') };
    case 'job': {
      const [job] = fields.jobs();
      if (job === undefined) throw new NodeAccessError('protocolViolation', `${name}: a job frame without a job`);
      return { kind: 'job', incarnation: fields.integer('incarnation'), job };
    }
    default:
      // A newer runner may have more to say.
      return null;
  }
}
