import { describe, expect, it } from 'vitest';
import { changedValues } from './changed-values.ts';

describe('changed values', () => {
  it('are told by path, and what stayed is left out', () => {
    expect(changedValues({ state: { kind: 'RUNNING' }, epoch: 0, name: 'x' }, { state: { kind: 'HALTING', reason: 'operator' }, epoch: 1, name: 'x' })).toEqual([
      { path: 'epoch', before: '0', after: '1' },
      { path: 'state.kind', before: 'RUNNING', after: 'HALTING' },
      { path: 'state.reason', before: null, after: 'operator' },
    ]);
  });

  it('are all values where there was nothing before', () => {
    expect(changedValues(null, { held: true, domains: ['a', 'b'] })).toEqual([
      { path: 'domains', before: null, after: '["a","b"]' },
      { path: 'held', before: null, after: 'true' },
    ]);
  });

  it('are none between equals', () => {
    expect(changedValues({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toEqual([]);
  });
});
