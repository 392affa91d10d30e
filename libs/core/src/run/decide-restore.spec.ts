import { describe, expect, it } from 'vitest';
import { type BrokenEvidence, decideRestore, type RestoreDecision, type RestoreQuestion } from './decide-restore.ts';

const panic: BrokenEvidence = { kind: 'consolePanic', text: 'Kernel panic - not syncing' };
const question: RestoreQuestion = { evidence: [panic], restorePoint: { state: 'READY' }, reverseStaged: true, undrained: false };

describe('the way back', () => {
  it('is never taken for silence, whatever is ready', () => {
    for (const restorePoint of [null, { state: 'READY' }, { state: 'STALE' }, { state: 'CONSUMED' }] as const) {
      for (const reverseStaged of [true, false]) {
        for (const undrained of [true, false]) expect(decideRestore({ evidence: [], restorePoint, reverseStaged, undrained })).toEqual({ kind: 'wait' });
      }
    }
  });

  it.each<BrokenEvidence>([
    panic, { kind: 'powerOff', detail: 'off since 12:00' }, { kind: 'runnerReport', reason: 'transactionFailed' }, { kind: 'secondVantage', detail: 'unreachable from site b' },
    { kind: 'verification', problems: ['kernel 4.18 is running'] }, { kind: 'operator', personId: 'p1' },
  ])('is taken for evidence of kind $kind', (evidence) => {
    expect(decideRestore({ ...question, evidence: [evidence] })).toEqual({ kind: 'restore', strategy: 'providerSnapshot' });
  });

  it.each<[string, Partial<RestoreQuestion>, RestoreDecision]>([
    ['the whole disk, while nothing was written after it', {}, { kind: 'restore', strategy: 'providerSnapshot' }],
    ['the packages, once the node served again', { undrained: true }, { kind: 'restore', strategy: 'reverseSync' }],
    ['the packages, when the disk is stale', { restorePoint: { state: 'STALE' } }, { kind: 'restore', strategy: 'reverseSync' }],
    ['the packages, when there is no disk', { restorePoint: null }, { kind: 'restore', strategy: 'reverseSync' }],
    ['the packages, when the disk was used already', { restorePoint: { state: 'CONSUMED' } }, { kind: 'restore', strategy: 'reverseSync' }],
    ['a person\'s decision, when only a disk is left that would lose what was written', { undrained: true, reverseStaged: false }, { kind: 'person', reason: 'restorePointStale' }],
    ['a person\'s decision, when only a stale disk is left', { restorePoint: { state: 'STALE' }, reverseStaged: false }, { kind: 'person', reason: 'restorePointStale' }],
    ['a person\'s decision, when nothing is left', { restorePoint: null, reverseStaged: false }, { kind: 'person', reason: 'noWayBack' }],
    ['a person\'s decision, when the disk was used already and no packages are staged', { restorePoint: { state: 'CONSUMED' }, reverseStaged: false }, { kind: 'person', reason: 'noWayBack' }],
  ])('is %s', (_name, over, expected) => {
    expect(decideRestore({ ...question, ...over })).toEqual(expected);
  });
});
