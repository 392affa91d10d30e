import { type NodeFacts, type VerificationFacts } from '@skein/core';
import { describe, expect, it } from 'vitest';
import { packageChangesOf } from './package-changes.ts';

const prediction = { install: ['opencloudos-release-8.8-1.x86_64', 'kernel-5.4.119-20.x86_64', 'new-tool-1.0-2.noarch'], upgrade: ['bash-5.1.8-6.x86_64'], downgrade: ['glibc-2.28-200.x86_64'], remove: ['centos-release-8.5-1.noarch', 'new-tool-0.9-1.noarch'], downloadKib: 1, installedKib: 1, problem: null };
const facts = (more: object = {}): NodeFacts => ({ prediction: { ...prediction, ...more } }) as unknown as NodeFacts;
const verified = {} as VerificationFacts;

describe('what became of packages', () => {
  it('tells which came, went and have another version', () => {
    expect(packageChangesOf({ facts: facts(), verification: verified })).toEqual({
      added: 2, removed: 1, changed: 3,
      packages: [
        { name: 'bash', before: null, after: '5.1.8-6' }, { name: 'centos-release', before: '8.5-1', after: null }, { name: 'glibc', before: null, after: '2.28-200' }, { name: 'kernel', before: null, after: '5.4.119-20' },
        { name: 'new-tool', before: '0.9-1', after: '1.0-2' }, { name: 'opencloudos-release', before: null, after: '8.8-1' },
      ],
    });
  });

  it('tells nothing before the verification, or when the solver did not say', () => {
    expect(packageChangesOf(undefined)).toBeNull();
    expect(packageChangesOf({ facts: facts(), verification: null })).toBeNull();
    expect(packageChangesOf({ facts: facts({ problem: 'no solution' }), verification: verified })).toBeNull();
    expect(packageChangesOf({ facts: null, verification: verified })).toBeNull();
  });

  it('leaves out what is no name of a package', () => {
    expect(packageChangesOf({ facts: facts({ install: ['$(reboot)'], upgrade: [], downgrade: [], remove: [] }), verification: verified })).toMatchObject({ added: 0, packages: [] });
  });
});
