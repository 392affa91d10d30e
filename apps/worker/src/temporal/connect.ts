import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';

/** The SDK does not retry a first connection; a worker that starts before its server waits for it. */
export async function withBackOff<T>(connect: () => Promise<T>, stopped: () => boolean, onFailure: (error: Error) => void): Promise<T> {
  for (let seconds = 0.25; ; seconds = Math.min(seconds * 2, 5)) {
    try {
      return await connect();
    } catch (cause) {
      if (stopped()) throw cause;
      onFailure(cause as Error);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}

export const connectWorker = (address: string): Promise<NativeConnection> => NativeConnection.connect({ address });

export function openClient(address: string, namespace: string): { client: Client; connection: Connection } {
  const connection = Connection.lazy({ address });
  return { client: new Client({ connection, namespace }), connection };
}
