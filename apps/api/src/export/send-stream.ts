import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Response } from 'express';

export interface StreamHead {
  readonly type: string;
  /** Name under which a browser saves it; null: it is shown. */
  readonly fileName: string | null;
  readonly policy?: string;
}

/**
 * Sends text piece by piece, as fast as the client takes it. The first piece is made before anything is sent, so that a failure still has a
 * status of its own; a later one cuts the answer off, which no client takes for its end. When the client goes, `pieces` is ended.
 */
export async function sendStream(response: Response, head: StreamHead, pieces: AsyncGenerator<string>): Promise<void> {
  const first = await pieces.next();
  response.status(200).setHeader('Content-Type', `${head.type}; charset=utf-8`).setHeader('Cache-Control', 'no-store');
  if (head.fileName !== null) response.setHeader('Content-Disposition', `attachment; filename="${head.fileName}"`);
  if (head.policy !== undefined) response.setHeader('Content-Security-Policy', head.policy);
  if (first.done === true) {
    response.end();
    return;
  }
  try {
    await pipeline(Readable.from(following(first.value, pieces), { highWaterMark: 1 }), response);
  } catch (cause) {
    if (!clientHasGone(cause)) throw cause;
  }
}

async function* following(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

const clientHasGone = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && (cause.code === 'ERR_STREAM_PREMATURE_CLOSE' || cause.code === 'ECONNRESET' || cause.code === 'EPIPE');
