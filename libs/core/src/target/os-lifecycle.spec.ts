import { describe, expect, it } from 'vitest';
import { osFamily, osLifecycles } from './os-lifecycle.ts';

describe('lifecycles of systems', () => {
  it.each([
    ['centos-7.9', 'CentOS 7', '2024-06-30'], ['centos-8.5', 'CentOS 8', '2021-12-31'], ['centos-8', 'CentOS 8', '2021-12-31'], ['opencloudos-8.8', 'OpenCloudOS 8', null],
    ['rocky-9.4', 'rocky 9', null], ['unknown', 'unknown', null], ['', 'unknown', null],
  ])('puts %s into %s, maintained until %s', (osName, family, endOfLife) => {
    expect(osFamily(osName)).toMatchObject({ family, endOfLife });
  });

  it('lists each family once, with days that are days', () => {
    expect(new Set(osLifecycles.map((known) => known.family)).size).toBe(osLifecycles.length);
    for (const { endOfLife } of osLifecycles) expect(endOfLife === null || new Date(endOfLife).toISOString().startsWith(endOfLife)).toBe(true);
  });
});
