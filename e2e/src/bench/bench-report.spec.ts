import { describe, expect, it } from 'vitest';
import { median, report } from './bench-report.ts';
import { type Measurement } from './measure-campaign.ts';
import { type StackCounters } from './stack-counters.ts';

const noParts = { postgres: 0, temporal: 0, worker: 0, api: 0, fleet: 0 };
const counters = (more: Partial<StackCounters>): StackCounters => ({ atMilliseconds: 0, activities: 0, pokes: 0, statements: 0, events: {}, cpuMilliseconds: noParts, detail: {}, ...more });

/** A campaign of a minute, beside which the clock alone sends 600 statements a minute. */
const aMeasurement = (nodes: number, statements: number): Measurement => ({
  nodes, seconds: 60, outcome: 'COMPLETED', peakMebibytes: noParts,
  before: counters({}), after: counters({ atMilliseconds: 60_000, statements, activities: 3 * nodes, cpuMilliseconds: { ...noParts, worker: 50 * nodes, fleet: 1000 * nodes } }),
  idle: { before: counters({}), after: counters({ atMilliseconds: 30_000, statements: 300 }) },
});
const lineOf = (lines: readonly string[], label: string): string[] => lines.find((line) => line.startsWith(label))?.slice(label.length).trim().split(/\s+/) ?? [];

describe('the benchmark report', () => {
  it('takes off what the clock did and shows it apart', () => {
    const { lines } = report([aMeasurement(100, 4600)], [100]);
    expect(lineOf(lines, 'SQL statements per node')).toEqual(['40.0']);
    expect(lineOf(lines, '  SQL statements')).toEqual(['600']);
  });

  it('says how much the worst count grew with the campaign', () => {
    const { lines, growth } = report([aMeasurement(100, 4600), aMeasurement(400, 600 + 400 * 44)], [100, 400]);
    expect(lineOf(lines, 'SQL statements per node')).toEqual(['40.0', '44.0', '1.100']);
    expect(growth).toBeCloseTo(1.1);
  });

  it('charges the control plane, and not the nodes', () => {
    expect(lineOf(report([aMeasurement(100, 4600)], [100]).lines, 'CPU ms per node: control plane')).toEqual(['50']);
  });

  it('shows medians', () => {
    expect(median([3, 100, 1])).toBe(3);
    const { lines } = report([4600, 5600, 9600].map((statements) => aMeasurement(100, statements)), [100]);
    expect(lineOf(lines, 'SQL statements per node')).toEqual(['50.0']);
  });
});
