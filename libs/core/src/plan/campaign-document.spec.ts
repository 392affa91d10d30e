import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type NodeId, type SiteId, type TargetProfileId } from '../kernel/ids.ts';
import { type CampaignDocument, documentChanges, documentOf, specOfDocument } from './campaign-document.ts';
import { aSpec } from './plan-builders.ts';
import { type CampaignSpec } from './plan.ts';

const names = { targetProfile: (id: string) => `profile ${id}`, site: (id: string) => `site ${id}`, node: (id: string) => `node ${id}` };
const ids = { targetProfile: (name: string) => name.slice(8) as TargetProfileId, site: (name: string) => name.slice(5) as SiteId, node: (name: string) => name.slice(5) as NodeId };
const there = (spec: CampaignSpec): CampaignDocument => documentOf(spec, names);

const specs = fc.record({
  name: fc.string(), seed: fc.integer(), hooks: fc.option(fc.string()), concurrencyMax: fc.nat(), waves: fc.array(fc.oneof(fc.record({ count: fc.nat() }), fc.record({ percent: fc.nat() }), fc.constant({ rest: true as const }))),
  selector: fc.record({ nodeIds: fc.array(fc.string().map((id) => id as NodeId)), siteIds: fc.array(fc.string().map((id) => id as SiteId)), labels: fc.dictionary(fc.string(), fc.string()) }, { requiredKeys: [] }),
}).map((over) => aSpec(over));

describe('the document of a campaign', () => {
  it('says the same again when it is read (property)', () => {
    fc.assert(fc.property(specs, (spec) => {
      const document = there(spec);
      expect(there(specOfDocument(document, ids))).toEqual(document);
      expect(documentChanges(document, there(specOfDocument(document, ids)))).toEqual([]);
    }));
  });

  it('does not depend on the order of nodes, sites and labels', () => {
    const selector = { nodeIds: ['b', 'a', 'b'], siteIds: ['y', 'x'], labels: { tier: 'web', app: 'shop' } } as unknown as CampaignSpec['selector'];
    expect(there(aSpec({ selector })).spec.selector).toEqual({ nodes: ['node a', 'node b'], sites: ['site x', 'site y'], labels: [{ key: 'app', value: 'shop' }, { key: 'tier', value: 'web' }] });
  });

  it('names each value that changed by its path', () => {
    const before = aSpec({ hooks: 'f5' });
    const after = aSpec({ name: 'other', hooks: null, gate: { ...before.gate, soakSeconds: 900 }, waves: [{ rest: true }] });
    expect(documentChanges(there(before), there(after))).toEqual([
      { path: 'metadata.name', before: before.name, after: 'other' }, { path: 'gate.soakSeconds', before: before.gate.soakSeconds, after: 900 },
      { path: 'hooks', before: 'f5', after: undefined }, { path: 'waves', before: before.waves, after: [{ rest: true }] },
    ]);
  });

  it('of a rollback says so, because no document makes one', () => {
    expect(there(aSpec({ kind: 'rollback' })).kind).toBe('Rollback');
  });
});
