import { expect, it } from 'vitest';
import { expectedWaveSeconds } from './expected-wave-seconds.ts';
import { aSpec } from './plan-builders.ts';

it.each([[1, 400, 460], [10, 400, 460], [11, 400, 860], [95, 400, 4060], [5, null, null]])('a wave of %d at %s seconds a run, ten at a time and 60 s of soak, takes %s', (members, median, expected) => {
  expect(expectedWaveSeconds(aSpec({ concurrencyMax: 10 }), members, median)).toBe(expected);
});
