import { describe, expect, it } from 'vitest';
import { draftOf, emptyBastion, inputOf, problemOf } from './site-draft.ts';

const site = {
  id: 's1', name: 'sz', routeKind: 'SSH', proxy: null, socket: null, credential: 'web', provider: null, nodeCount: 3, unattended: false, unattendedSince: null,
  bastions: [{ address: 'jump', port: 22, credential: 'jump', hostKeys: ['ssh-ed25519 AAAA', 'ssh-rsa BBBB'] }],
} as const;

describe('the form of a site', () => {
  it('saves what it was opened with', () => {
    expect(inputOf(draftOf(site))).toEqual({ name: 'sz', routeKind: 'SSH', credential: 'web', provider: null, proxy: null, socket: null, bastions: [{ address: 'jump', port: 22, credential: 'jump', hostKeys: ['ssh-ed25519 AAAA', 'ssh-rsa BBBB'] }] });
  });

  it('sends no way in over ssh for simulated nodes, and the other way round', () => {
    expect(inputOf({ ...draftOf(site), routeKind: 'SIMULATED', socket: '/run/fleet.sock' })).toMatchObject({ proxy: null, socket: '/run/fleet.sock', bastions: [] });
    expect(inputOf({ ...draftOf(site), socket: '/run/fleet.sock' })).toMatchObject({ socket: null });
  });

  it.each([
    ['no name', { ...draftOf(null) }, 'nameMissing'],
    ['a simulated site without its socket', { ...draftOf(null), name: 'x', routeKind: 'SIMULATED' as const }, 'socketMissing'],
    ['a bastion without host keys', { ...draftOf(null), name: 'x', bastions: [{ ...emptyBastion('1'), address: 'jump', credential: 'jump', hostKeys: ' \n' }] }, 'bastionHostKeysMissing'],
    ['a bastion with a port that is none', { ...draftOf(null), name: 'x', bastions: [{ ...emptyBastion('1'), address: 'jump', credential: 'jump', port: '70000', hostKeys: 'k' }] }, 'bastionPortWrong'],
    ['nothing', draftOf(site), null],
  ])('finds fault with %s', (_what, draft, problem) => {
    expect(problemOf(draft)).toBe(problem);
  });
});
