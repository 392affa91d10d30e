import { type FleetConnection, openFleetConnection } from '../simulated/fleet-connection.ts';
import { type PowerState, type Provider } from './provider.ts';

/** The hypervisor of a simulated fleet. `close` lets go of the connection; a later call opens none. */
export function simulatedProvider(socket: string): Provider & { close(): void } {
  const connection: FleetConnection = openFleetConnection(socket);
  const ask = (verb: string, externalId: string, a: Readonly<Record<string, unknown>> = {}): Promise<unknown> => connection.call({ v: verb, n: externalId, a });
  return {
    power: async (externalId) => (await ask('power', externalId)) as PowerState,
    console: async (externalId) => (await ask('console', externalId)) as string,
    async setPower(externalId, wanted, key) {
      await ask('setPower', externalId, { wanted, key });
    },
    snapshot: async (externalId, key) => ({ snapshotId: (await ask('snapshot', externalId, { key })) as string }),
    async restore(externalId, snapshotId, key) {
      await ask('restore', externalId, { snapshotId, key });
    },
    async deleteSnapshot(externalId, snapshotId) {
      await ask('deleteSnapshot', externalId, { snapshotId });
    },
    close() { connection.close(); },
  };
}
