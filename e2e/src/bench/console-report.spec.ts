import { describe, expect, it } from 'vitest';
import { isMissed, percentile, type Reading, reportConsole } from './console-report.ts';

const aReading = (samples: readonly number[], below: number | null = 300): Reading => ({ part: 'list', what: 'by host name', unit: 'ms', samples, below });

describe('the benchmark report of the console', () => {
  it('takes the sample that nineteen of twenty do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([percentile(hundred, 0.5), percentile(hundred, 0.95), percentile([7], 0.95)]).toEqual([50, 95, 7]);
  });

  it('judges by the slow answers and not by the usual one', () => {
    expect(isMissed(aReading([...Array<number>(94).fill(10), ...Array<number>(6).fill(400)]))).toBe(true);
    expect(isMissed(aReading([...Array<number>(95).fill(10), ...Array<number>(5).fill(400)]))).toBe(false);
    expect(isMissed(aReading([4000], null))).toBe(false);
  });

  it('takes what was not measured for missed', () => {
    expect([isMissed(aReading([])), isMissed(aReading([Number.NaN]))]).toEqual([true, true]);
  });

  it('says how much slower a large fleet is', () => {
    const lines = reportConsole([aReading([40])], [aReading([10])], 1000);
    expect(lines.find((line) => line.startsWith('  by host name'))?.trim().split(/\s{2,}/)).toEqual(['by host name', '1', '40.0', '40.0', '< 300', 'ms', '10.0', '4.00']);
  });
});
