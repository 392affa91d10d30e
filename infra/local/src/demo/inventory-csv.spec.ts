import { describe, expect, it } from 'vitest';
import { type DemoNode } from './demo-fleet.ts';
import { inventoryCsv } from './inventory-csv.ts';

const node: DemoNode = { externalId: 'e1', hostname: 'n01', site: 'north', address: '10.0.0.1', port: 22, hostKeys: ['ssh-ed25519 AAAA', 'ssh-rsa BBBB'], domains: ['north', 'north/r1'], labels: { demo: 'yes', tier: 'web' }, protected: false, probes: [] };

describe('the inventory as CSV', () => {
  it('has one column per property that an import takes, and one line per node', () => {
    expect(inventoryCsv([node])).toBe('externalId,hostname,site,address,port,hostKeys,machineId,domains,labels,protected,role,probes\ne1,n01,north,10.0.0.1,22,ssh-ed25519 AAAA;ssh-rsa BBBB,,north;north/r1,demo=yes;tier=web,false,,\n');
  });

  it('quotes what would end a cell', () => {
    expect(inventoryCsv([{ ...node, probes: [{ kind: 'tcp', port: 80 }] }])).toContain(',"[{""kind"":""tcp"",""port"":80}]"\n');
  });
});
