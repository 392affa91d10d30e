import { describe, expect, it } from 'vitest';
import { type WaveStateKind } from '../wave/wave-state.ts';
import { type CampaignState } from './campaign-state.ts';
import { settledCampaignState } from './settled-campaign-state.ts';

const none = { holdingPermit: 0, open: 0, exceptions: 0 };
const final: WaveStateKind[] = ['PASSED', 'OVERRIDDEN', 'SKIPPED'];

describe('a campaign settles by its rows', () => {
  it.each<[string, CampaignState, Partial<typeof none>, WaveStateKind[], CampaignState]>([
    ['HALTING becomes HALTED when the last permit has ended', { kind: 'HALTING', reason: 'nodeLost' }, { open: 3 }, ['ADMITTING'], { kind: 'HALTED', reason: 'nodeLost' }],
    ['HALTING waits for a permit', { kind: 'HALTING', reason: 'operator' }, { holdingPermit: 1 }, ['ADMITTING'], { kind: 'HALTING', reason: 'operator' }],
    ['CANCELLING becomes CANCELLED when no run is open', { kind: 'CANCELLING' }, { exceptions: 2 }, ['ADMITTING'], { kind: 'CANCELLED' }],
    ['CANCELLING waits for a run that soaks', { kind: 'CANCELLING' }, { open: 1 }, ['ADMITTING'], { kind: 'CANCELLING' }],
    ['RUNNING completes when all waves are final', { kind: 'RUNNING' }, {}, final, { kind: 'COMPLETED' }],
    ['RUNNING completes with exceptions and counts them', { kind: 'RUNNING' }, { exceptions: 1 }, final, { kind: 'COMPLETED_WITH_EXCEPTIONS', exceptions: 1 }],
    ['RUNNING goes on while a wave is open', { kind: 'RUNNING' }, {}, ['PASSED', 'SOAKING'], { kind: 'RUNNING' }],
    ['RUNNING goes on while a wave has FAILED', { kind: 'RUNNING' }, {}, ['FAILED'], { kind: 'RUNNING' }],
    ['RUNNING goes on while a run is open', { kind: 'RUNNING' }, { open: 1 }, final, { kind: 'RUNNING' }],
    ['RUNNING without any wave never completes', { kind: 'RUNNING' }, {}, [], { kind: 'RUNNING' }],
    ['PAUSED stays until somebody resumes', { kind: 'PAUSED', reason: 'operator' }, {}, final, { kind: 'PAUSED', reason: 'operator' }],
    ['HALTED stays', { kind: 'HALTED', reason: 'operator' }, {}, final, { kind: 'HALTED', reason: 'operator' }],
  ])('%s', (_name, state, counts, waves, expected) => {
    expect(settledCampaignState(state, { ...none, ...counts }, waves)).toEqual(expected);
  });
});
