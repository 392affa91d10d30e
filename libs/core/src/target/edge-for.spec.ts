import { describe, expect, it } from 'vitest';
import { edgeFor, parseOsName } from './edge-for.ts';
import { osEdges } from './os-edge.ts';

describe('ways between systems', () => {
  it.each([
    ['centos-8.5', 'ours'], ['centos-8.4', 'vendorTool'], ['centos-8.3', 'vendorTool'], ['centos-8.2', 'vendorTool'], ['centos-8.1', 'ours'], ['centos-8.0', 'vendorTool'], ['centos-8', 'ours'],
    ['centos-8.5.2111', 'ours'],
  ])('leads from %s to OpenCloudOS 8 on the basis %s', (source, basis) => {
    expect(edgeFor(source, 'opencloudos', '8.5', 'x86_64')).toMatchObject({ basis, edge: { kind: 'swap', kernelFrom: '4.18', kernelTo: '5.4' } });
    expect(edgeFor(source, 'opencloudos', '8', 'aarch64')).not.toBeNull();
  });

  it.each([
    ['centos-7.9', 'opencloudos', '8', 'x86_64'], ['centos-8.5', 'opencloudos', '9.2', 'x86_64'], ['centos-8.5', 'tencentos', '3.1', 'x86_64'],
    ['rocky-8.5', 'opencloudos', '8', 'x86_64'], ['centos-8.5', 'opencloudos', '8', 's390x'], ['opencloudos-8.5', 'opencloudos', '8', 'x86_64'], ['', 'opencloudos', '8', 'x86_64'],
    ['centos', 'opencloudos', '8', 'x86_64'], ['centos-88', 'opencloudos', '8', 'x86_64'],
  ])('does not lead from %s to %s-%s on %s', (source, targetOs, version, architecture) => {
    expect(edgeFor(source, targetOs, version, architecture)).toBeNull();
  });

  it('asks the architecture again later when it is not known yet', () => {
    expect(edgeFor('centos-8.5', 'opencloudos', '8', null)).not.toBeNull();
  });

  it('reads names of systems', () => {
    expect(parseOsName('centos-8.5')).toEqual({ osId: 'centos', major: 8, minor: 5 });
    expect(parseOsName('opencloudos-8.10')).toEqual({ osId: 'opencloudos', major: 8, minor: 10 });
    expect(parseOsName('centos-8')).toEqual({ osId: 'centos', major: 8, minor: null });
    expect(parseOsName('$(reboot)-8')).toBeNull();
  });

  it('names every way once', () => {
    expect(new Set(osEdges.map((edge) => edge.id)).size).toBe(osEdges.length);
  });
});
