import { randomUUID } from 'node:crypto';
import { type Api, createApi, type TypedDocument } from '@skein/client';
import { type Destination } from '../context/resolve-connection.ts';
import { type World } from '../world.ts';
import { repeatWhenLost } from './repeat-when-lost.ts';

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
      return repeatWhenLost(world, idempotencyKey, () => ask(document, variables));
    },
  };
}
