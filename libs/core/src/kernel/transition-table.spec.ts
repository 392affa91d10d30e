import { describe, expect, it } from 'vitest';
import { campaignTransitions } from '../campaign/campaign-state.ts';
import { runTransitions } from '../run/run-state.ts';
import { waveTransitions } from '../wave/wave-state.ts';
import { mayFollow, unreachableStates } from './transition-table.ts';

describe('transition tables', () => {
  it('promise no state that nothing leads to', () => {
    expect(unreachableStates(campaignTransitions, 'DRAFT')).toEqual([]);
    expect(unreachableStates(waveTransitions, 'PENDING')).toEqual([]);
    expect(unreachableStates(runTransitions, 'PLANNED')).toEqual([]);
  });

  it('notice a state that nothing leads to', () => {
    expect(unreachableStates<'A' | 'B' | 'C'>({ A: ['B'], B: [], C: ['B'] }, 'A')).toEqual(['C']);
  });

  it('allow only what they list', () => {
    expect(mayFollow(runTransitions, 'PROTECTING', 'APPLYING')).toBe(true);
    expect(mayFollow(runTransitions, 'DRAINING', 'APPLYING')).toBe(false);
    expect(mayFollow(runTransitions, 'SUCCEEDED', 'PLANNED')).toBe(false);
  });

  it('list every state once at most as a successor', () => {
    const successors: readonly (readonly string[])[] = [...Object.values(campaignTransitions), ...Object.values(waveTransitions), ...Object.values(runTransitions)];
    for (const next of successors) expect(new Set(next).size).toBe(next.length);
  });
});
