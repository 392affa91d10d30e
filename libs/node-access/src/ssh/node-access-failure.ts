import { NodeAccessError, type NodeAccessFailure } from '../transport/node-transport.ts';

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Keeps what is already classified and gives everything else this class. */
export const asNodeAccessError = (error: unknown, failure: NodeAccessFailure, what: string): NodeAccessError =>
  error instanceof NodeAccessError ? error : new NodeAccessError(failure, `${what}: ${messageOf(error)}`, { cause: error });

/** Rejects with `failure` when `work` takes longer; `onLate` cleans up. The work itself goes on and its end is ignored. */
export async function withDeadline<Result>(work: Promise<Result>, milliseconds: number, failure: () => NodeAccessError, onLate: () => void): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onLate();
      reject(failure());
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
