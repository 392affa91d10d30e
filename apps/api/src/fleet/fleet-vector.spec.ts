import { stateClasses } from '@skein/core';
import { describe, expect, it } from 'vitest';
import { FleetVector } from './fleet-vector.ts';

const vectorOf = (states: string): FleetVector => new FleetVector({
  layout: 'first', revision: 7, states, nodeIds: [...states].map((_digit, index) => `n${String(index)}`),
  groups: [{ site: 'a', domain: 'a/1', count: 2 }, { site: 'b', domain: '', count: states.length - 2 }],
});

const changesOf = (base64: string): readonly (readonly [number, string | undefined])[] => {
  const bytes = Buffer.from(base64, 'base64');
  return Array.from({ length: bytes.length / 5 }, (_unused, index) => [bytes.readUInt32LE(index * 5), stateClasses[bytes.readUInt8(index * 5 + 4)]] as const);
};

describe('the fleet as one byte per node', () => {
  it('says each class as its number, and where each block begins', () => {
    const vector = vectorOf('01234');
    expect([...Buffer.from(vector.statesBase64(), 'base64')]).toEqual([0, 1, 2, 3, 4]);
    expect(vector.groups).toEqual([{ site: 'a', domain: 'a/1', start: 0, count: 2 }, { site: 'b', domain: '', start: 2, count: 3 }]);
  });

  it('marks matching nodes with bits, the lowest first, and forgets those that it does not have', () => {
    const { matches, matchCount } = vectorOf('0000000000').matchesBase64(['n0', 'n3', 'n9', 'nobody']);
    expect([...Buffer.from(matches, 'base64')]).toEqual([0b0000_1001, 0b0000_0010]);
    expect(matchCount).toBe(3);
  });

  it('tells what changed since any revision that it has seen, each node once with its last class', () => {
    const vector = vectorOf('00000');
    vector.apply(8, [{ nodeId: 'n1', stateClass: 1 }, { nodeId: 'n2', stateClass: 1 }]);
    vector.apply(9, [{ nodeId: 'n2', stateClass: 2 }, { nodeId: 'nobody', stateClass: 2 }]);
    const [all, last, none] = [7, 8, 9].map((revision) => vector.deltaSince('first', revision));
    expect(changesOf(all?.changes ?? '')).toEqual([[1, 'IN_FLIGHT'], [2, 'MIGRATED']]);
    expect(changesOf(last?.changes ?? '')).toEqual([[2, 'MIGRATED']]);
    expect([all?.fromRevision, all?.revision, last?.fromRevision, none?.changes]).toEqual([7, 9, 8, '']);
    expect(all?.byStateClass.filter(({ count }) => count > 0)).toEqual([{ stateClass: 'NOT_STARTED', count: 3 }, { stateClass: 'IN_FLIGHT', count: 1 }, { stateClass: 'MIGRATED', count: 1 }]);
    expect([...Buffer.from(vector.statesBase64(), 'base64')]).toEqual([0, 1, 2, 0, 0]);
  });

  it('leads from a map that was asked at any moment to what is now', () => {
    const vector = vectorOf('0'.repeat(40));
    const shown = { states: [...Buffer.from(vector.statesBase64(), 'base64')], revision: vector.revision };
    for (let step = 1; step <= 20; step += 1) {
      vector.apply(7 + step, Array.from({ length: 3 }, (_unused, index) => ({ nodeId: `n${String((step * 7 + index * 11) % 40)}`, stateClass: (step + index) % 7 })));
      if (step % 3 !== 0) continue;
      const delta = vector.deltaSince('first', shown.revision);
      for (const [ordinal, stateClass] of changesOf(delta?.changes ?? '')) shown.states[ordinal] = (stateClasses as readonly (string | undefined)[]).indexOf(stateClass);
      shown.revision = delta?.revision ?? shown.revision;
      expect(shown.states).toEqual([...Buffer.from(vector.statesBase64(), 'base64')]);
    }
  });

  it('knows nothing of another layout, of the future, and of what was before it', () => {
    const vector = vectorOf('000');
    expect([vector.deltaSince('second', 7), vector.deltaSince('first', 6), vector.deltaSince('first', 8)]).toEqual([null, null, null]);
  });
});
