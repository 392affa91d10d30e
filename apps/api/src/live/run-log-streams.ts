import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { apiLimits } from '@skein/core';
import { type Response } from 'express';
import { type Logger } from 'pino';
import { type SignedInScope } from '../platform/caller.ts';
import { GraphqlFailure } from '../platform/graphql-failure.ts';
import { LOG } from '../platform/injection-tokens.ts';
import { Persistence } from '../platform/persistence.ts';

interface Followed {
  readonly runId: string;
  readonly jobId: string;
  readonly offset: number;
  readonly caller: SignedInScope;
  readonly response: Response;
}

const batchMilliseconds = 100;
/** Who follows a job that says nothing for minutes need not ask ten times a second. */
const idleMilliseconds = 500;
const lookMilliseconds = 10_000;
const slowMillisecondsMax = 15_000;

/** Follows logs by what PostgreSQL has of them, until the job has ended or its reader has gone, is too slow or may not read on. */
@Injectable()
export class RunLogStreams implements OnModuleDestroy {
  readonly #open = new Map<Response, SignedInScope>();
  readonly #timer = setInterval(() => { void this.lookAround(); }, lookMilliseconds).unref();

  constructor(private readonly persistence: Persistence, @Inject(LOG) private readonly log: Logger) {}

  onModuleDestroy(): void {
    clearInterval(this.#timer);
    for (const response of this.#open.keys()) response.destroy();
  }

  async follow(followed: Followed): Promise<void> {
    const { caller, caller: { principal, correlationId }, response } = followed;
    const open = [...this.#open.values()].filter((other) => other.principal.personId === principal.personId).length;
    if (open >= apiLimits.TOO_MANY_STREAMS.max) throw new GraphqlFailure('TOO_MANY_STREAMS', `one person follows at most ${String(apiLimits.TOO_MANY_STREAMS.max)} logs at a time`, { retryable: true, retryAfterSeconds: 5 });
    this.#open.set(response, caller);
    response.once('close', () => { this.#open.delete(response); });
    await this.persistence.readFor(`person ${principal.personId}`, () => this.#tell(followed)).catch((cause: unknown) => {
      if (!response.headersSent) {
        this.#open.delete(response);
        throw cause;
      }
      this.log.warn({ err: cause, correlationId }, 'a log could not be followed any more');
      // Cut off and not ended, so that the reader comes back.
      response.destroy();
    });
  }

  async #tell({ runId, jobId, offset: from, response }: Followed): Promise<void> {
    const { campaignViews } = this.persistence;
    let offset = from;
    let pause = batchMilliseconds;
    let hasEnded = false;
    while (!response.destroyed) {
      const piece = await campaignViews.runLog(runId, jobId, offset);
      if (piece === null) throw new GraphqlFailure('NOT_FOUND', 'there is no such job in this run');
      begin(response);
      if (piece.bytes.length > 0) {
        const text = Buffer.from(piece.bytes).toString('utf8');
        await write(response, `id: ${String(piece.nextOffset)}\ndata: ${JSON.stringify({ offset: piece.offset, nextOffset: piece.nextOffset, totalBytes: piece.totalBytes, text })}\n\n`);
        [offset, pause] = [piece.nextOffset, batchMilliseconds];
      } else if (hasEnded) {
        await write(response, `event: end\nid: ${String(offset)}\ndata: {}\n\n`);
        response.end();
        return;
      } else {
        // Read once more after the end was seen: what a job wrote before it ended may have come after the last piece.
        hasEnded = await this.#hasEnded(runId, jobId);
        pause = hasEnded ? 0 : Math.min(pause * 2, idleMilliseconds);
      }
      await new Promise((resolve) => { setTimeout(resolve, pause); });
    }
  }

  async #hasEnded(runId: string, jobId: string): Promise<boolean> {
    const job = (await this.persistence.runViews.jobs([runId])).get(runId)?.find((found) => found.jobId === jobId);
    return job === undefined || (job.state !== 'UNCONFIRMED' && job.state !== 'RUNNING');
  }

  /** Whoever may no longer read on is cut off, and everybody else hears that somebody is there. */
  async lookAround(): Promise<void> {
    const tokens = [...this.#open.values()].flatMap(({ tokenSha256 }) => (tokenSha256 === null ? [] : [tokenSha256]));
    if (tokens.length === 0) return;
    try {
      const principals = await this.persistence.tokens.principalsByTokens(tokens);
      for (const [response, { tokenSha256, principal }] of this.#open) {
        // Who came while the question was under way was looked up then.
        if (tokenSha256 === null || !tokens.includes(tokenSha256)) continue;
        if (principals.get(Buffer.from(tokenSha256).toString('hex'))?.role !== principal.role) response.destroy();
        else if (response.headersSent) response.write(': still here\n\n');
      }
    } catch (cause) {
      // Nobody can read on either while the database is away.
      this.log.warn({ err: cause }, 'the readers of logs could not be looked up');
    }
  }
}

function begin(response: Response): void {
  if (response.headersSent) return;
  response.status(200).set({ 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
}

/** Resolves when the reader takes more. One that takes nothing for fifteen seconds is cut off. */
function write(response: Response, text: string): Promise<void> {
  if (response.write(text)) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => { response.destroy(); }, slowMillisecondsMax);
    const go = (): void => {
      clearTimeout(timer);
      response.off('drain', go);
      response.off('close', go);
      resolve();
    };
    response.once('drain', go);
    response.once('close', go);
  });
}
