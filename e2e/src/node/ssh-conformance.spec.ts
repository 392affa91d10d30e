import { type TransportWorld, transportConformance } from '@skein/node-access';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type LabForSpec, type LabSite, openLabForSpec } from './lab-for-spec.ts';

let lab: LabForSpec;
beforeAll(async () => { lab = await openLabForSpec(); }, 120_000);
afterAll(async () => { await lab.close(); });

const world = (site: LabSite): TransportWorld => ({
  transport: lab.transport,
  target: lab.target,
  sourceIdentityPackages: ['centos-gpg-keys', 'centos-linux-release', 'centos-linux-repos'],
  strangerKey: lab.strangerKey,
  async freshNode() {
    const target = await lab.fresh({ site });
    return { target, stop: () => lab.lab.power(target.nodeId, 'cut') };
  },
});

describe.each([['as root', 'direct'], ['through a bastion, with sudo', 'behind']] as const)('the ssh transport on real nodes, %s', (_how, site) => {
  for (const one of transportConformance) it(one.name, () => one.run(world(site)), 120_000);
});
