import { afterAll, beforeAll, describe, it } from 'vitest';
import { simulatedProvider } from '../provider/simulated-provider.ts';
import { type FleetForSpec, openFleetForSpec } from '../simulated/fleet-for-spec.ts';
import { hostKeyLine } from '../simulated/node-identity.ts';
import { simulatedTarget, sourceIdentityPackages } from '../simulated/package-catalogue.ts';
import { providerConformance } from './provider-conformance.ts';
import { transportConformance } from './transport-conformance.ts';
import { type TransportWorld } from './transport-world.ts';

let fleet: FleetForSpec;
beforeAll(async () => { fleet = await openFleetForSpec(); });
afterAll(async () => { await fleet.close(); });

describe('the simulated transport', () => {
  const world = (): TransportWorld => ({
    transport: fleet.transport,
    target: { repositoryUrl: simulatedTarget.repositoryUrl, repositoryKey: simulatedTarget.repositoryKey, targetOsId: simulatedTarget.osId, kernelPrefix: simulatedTarget.kernelPrefix },
    sourceIdentityPackages,
    strangerKey: hostKeyLine(4711, 1, 0),
    freshNode() {
      const target = fleet.fresh();
      return Promise.resolve({ target, stop: () => fleet.control.power(target.address, 'off') });
    },
  });
  for (const one of transportConformance) it(one.name, () => one.run(world()));
});

describe('the simulated provider', () => {
  for (const one of providerConformance) {
    it(one.name, async () => {
      const provider = simulatedProvider(fleet.options.socket);
      let changes = 0;
      await one.run({
        provider,
        freshMachine: () => Promise.resolve(fleet.fresh().nodeId),
        async changeDisk(externalId) {
          changes += 1;
          const target = { ...fleet.fresh(), address: externalId, hostKeys: [hostKeyLine(fleet.options.seed, Number(externalId.slice(4)), 0)] };
          const { bootId, incarnation } = await whenUp(target);
          await fleet.transport.adopt(target, { incarnation: incarnation + 1, fence: BigInt(changes), bootId });
        },
        async diskOf(externalId) {
          const { incarnation, packages, jobs } = await fleet.control.truth(externalId);
          return JSON.stringify({ incarnation, packages, jobs });
        },
      });
      provider.close();
    });
  }

  async function whenUp(target: Parameters<typeof fleet.transport.hello>[0]): ReturnType<typeof fleet.transport.hello> {
    for (;;) {
      try {
        return await fleet.transport.hello(target);
      } catch {
        // It boots.
      }
    }
  }
});
