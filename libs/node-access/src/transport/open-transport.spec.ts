import { expect, it } from 'vitest';
import { type NodeId, type NodeTarget, type SiteId } from '@skein/core';
import { openSimulatedTransport } from '../simulated/simulated-transport.ts';
import { NodeAccessError, type NodeTransport } from './node-transport.ts';
import { openTransport } from './open-transport.ts';

const target = (id: string, route: NodeTarget['route']): NodeTarget => ({ nodeId: id as NodeId, siteId: 's' as SiteId, route, address: id, port: 22, hostKeys: [], credential: { user: 'root', privateKey: '', become: 'none' } });
const overSsh = (id: string): NodeTarget => target(id, { kind: 'ssh', proxy: null, bastions: [] });
const simulated = (id: string): NodeTarget => target(id, { kind: 'simulated', socket: '/none' });

const answering = (bootId: string): NodeTransport => ({
  ...openSimulatedTransport(),
  ping: ({ address }) => (address === 'off' ? Promise.reject(new NodeAccessError('unreachable', 'x')) : Promise.resolve({ bootId: `${bootId} ${address}`, uptimeSeconds: 1 })),
});

it('takes the adapter that the node\'s route names', async () => {
  const transport = openTransport({ ssh: answering('ssh'), simulated: answering('simulated') });
  expect((await transport.ping(overSsh('a'))).bootId).toBe('ssh a');
  expect((await transport.ping(simulated('a'))).bootId).toBe('simulated a');
});

it('pings many over both, in the order of the targets', async () => {
  const bulk: NodeTransport = { ...answering('simulated'), pingMany: (targets) => Promise.resolve(targets.map(({ address }) => ({ bootId: `bulk ${address}`, uptimeSeconds: 1 }))) };
  const ssh = answering('ssh');
  delete ssh.pingMany;
  const answers = await openTransport({ ssh, simulated: bulk }).pingMany?.([simulated('a'), overSsh('b'), overSsh('off'), simulated('c')]);
  expect(answers?.map((answer) => (typeof answer === 'string' ? answer : answer.bootId))).toEqual(['bulk a', 'ssh b', 'unreachable', 'bulk c']);
});
