import { randomUUID } from 'node:crypto';
import { type Api, ApiError, createApi, type TypedDocument } from '@skein/client';
import { type Destination } from '../context/resolve-connection.ts';
import { CommandFailure } from '../failure/command-failure.ts';
import { exitCodes } from '../failure/exit-code.ts';
import { type World } from '../world.ts';

export interface ConnectionOptions {
  readonly world: World;
  readonly destination: Destination;
  readonly timeoutSeconds: number;
  readonly debug: boolean;
}

/** The way to one control plane. */
export interface Connection {
  readonly destination: Destination;
  /** The api's own client, for what is streamed beside it. */
  readonly token: string | null;
  ask<Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables): Promise<Result>;
  /**
   * Changes something under one idempotency key. When the answer is lost it asks again under the same key, so what is done is done once; when
   * every answer is lost it says that, and how to ask later.
   */
  change<Result, Variables extends { readonly input: object }>(document: TypedDocument<Result, Variables>, input: Omit<Variables['input'], 'idempotencyKey'>, options?: { readonly idempotencyKey?: string | undefined }): Promise<Result>;
}

const repetitionsMax = 3;

export function connect({ world, destination, timeoutSeconds, debug }: ConnectionOptions): Connection {
  const api: Api = createApi({ endpoint: `${destination.endpoint}/graphql`, token: destination.token, fetch: world.fetch, timeoutSeconds });
  const note = (line: string): void => { if (debug) world.terminal.say(`debug: ${line}`); };
  const ask = async <Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables): Promise<Result> => {
    note(`${document.name} to ${destination.endpoint} (document ${document.id.slice(0, 12)})`);
    return api.request(document, variables, { signal: world.signal });
  };
  return {
    destination, token: destination.token, ask,
    async change(document, input, { idempotencyKey = randomUUID() } = {}) {
      note(`idempotency key ${idempotencyKey}`);
      const variables = { input: { ...input, idempotencyKey } } as never;
      for (let repetition = 0; ; repetition += 1) {
        try {
          return await ask(document, variables);
        } catch (error) {
          const lost = error instanceof ApiError && (error.kind === 'network' || (error.retryable && error.code !== 'RATE_LIMITED'));
          if (!lost) throw error;
          if (repetition === repetitionsMax) {
            throw new CommandFailure(`${error.message}; asked ${String(repetitionsMax + 1)} times`, {
              exitCode: exitCodes.failed, code: error.code, correlationId: error.correlationId,
              hint: `Whether it was done is not known. Give the same command again with --idempotency-key ${idempotencyKey}: it does nothing twice, within 24 hours.`,
            }, error);
          }
          const pauseSeconds = error.retryAfterSeconds ?? 2 ** repetition;
          world.terminal.say(`The answer was lost (${error.code}); asking again under the same key in ${String(pauseSeconds)} s, so nothing is done twice.`);
          await world.sleep(pauseSeconds * 1000);
        }
      }
    },
  };
}
