import { describe, expect, it } from 'vitest';
import { type CampaignId } from '../kernel/ids.ts';
import { aSpec } from './plan-builders.ts';
import { type CampaignSpec } from './plan.ts';
import { validateSpec } from './validate-spec.ts';

const spec = aSpec();
const gate = (over: Partial<CampaignSpec['gate']>): Partial<CampaignSpec> => ({ gate: { ...spec.gate, ...over } });
const deadlines = (over: Partial<CampaignSpec['deadlines']>): Partial<CampaignSpec> => ({ deadlines: { ...spec.deadlines, ...over } });
const parentId = 'c1' as CampaignId;

describe('a campaign document', () => {
  it('is accepted when nothing is wrong with it', () => {
    expect(validateSpec(spec)).toEqual([]);
    expect(validateSpec(aSpec({ kind: 'rollback', rollback: { parentId, scope: { kind: 'wave', wave: 1 } } }))).toEqual([]);
  });

  it('of a rollback has whatever name its campaign has', () => {
    expect(validateSpec(aSpec({ name: 'spring\u202e: rollback', kind: 'rollback', rollback: { parentId, scope: { kind: 'campaign' } } }))).toEqual([]);
  });

  it.each<[string, Partial<CampaignSpec>]>([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(201) }],
    ['name', { name: 'spring\u202egnirps' }],
    ['name', { name: 'spring\u001b[2J' }],
    ['seed', { seed: 0.5 }],
    ['selector.nodeIds', { selector: { nodeIds: [] } }],
    ['selector.siteIds', { selector: { siteIds: [] } }],
    ['waves', { waves: [] }],
    ['waves', { waves: [...Array.from({ length: 50 }, () => ({ count: 1 })), { rest: true }] }],
    ['waves.0.count', { waves: [{ count: 0 }, { rest: true }] }],
    ['waves.0.count', { waves: [{ count: 1.5 }, { rest: true }] }],
    ['waves.0.percent', { waves: [{ percent: 0 }, { rest: true }] }],
    ['waves.0.percent', { waves: [{ percent: 101 }, { rest: true }] }],
    ['waves.0.percent', { waves: [{ percent: Number.NaN }, { rest: true }] }],
    ['waves.0.rest', { waves: [{ rest: true }, { rest: true }] }],
    ['waves.1', { waves: [{ count: 1 }, { count: 5 }] }],
    ['gate.failurePercentMax', gate({ failurePercentMax: 101 })],
    ['gate.failurePercentMax', gate({ failurePercentMax: -1 })],
    ['gate.verifiedPercentMin', gate({ verifiedPercentMin: 0 })],
    ['gate.verifiedPercentMin', gate({ verifiedPercentMin: 100.1 })],
    ['gate.soakSeconds', gate({ soakSeconds: -1 })],
    ['gate.firstLook', gate({ firstLook: 0 })],
    ['gate.inconclusiveSecondsMax', gate({ inconclusiveSecondsMax: 0 })],
    ['gate.lostMax', gate({ lostMax: 0 })],
    ['concurrencyMax', { concurrencyMax: 0 }],
    ['stagingMax', { stagingMax: 0 }],
    ['exposureMax', { exposureMax: 9 }],
    ['deadlines.apply', deadlines({ apply: 0 })],
    ['deadlines.restore', deadlines({ restore: Number.NaN })],
    ['deadlines.rebootSilence', deadlines({ rebootSilence: 601 })],
    ['rollback', { kind: 'rollback' }],
    ['rollback', { rollback: { parentId, scope: { kind: 'campaign' } } }],
    ['rollback.scope.wave', { kind: 'rollback', rollback: { parentId, scope: { kind: 'wave', wave: 0 } } }],
    ['rollback.scope.nodeIds', { kind: 'rollback', rollback: { parentId, scope: { kind: 'nodes', nodeIds: [] } } }],
  ])('is refused at %s: %j', (field, over) => {
    const problems = validateSpec(aSpec(over));
    expect(problems.map((problem) => problem.field?.join('.'))).toEqual([field]);
    expect(problems[0]).toMatchObject({ refused: true, code: 'specInvalid' });
  });

  it('names all its problems at once', () => {
    expect(validateSpec(aSpec({ name: '', concurrencyMax: 0, ...gate({ firstLook: 0 }) })).length).toBe(3);
  });
});
