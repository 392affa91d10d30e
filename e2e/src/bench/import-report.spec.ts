import { describe, expect, it } from 'vitest';
import { importContent } from './import-content.ts';
import { growsWithFile, growthOf, peakOverIdle, reportImports } from './import-report.ts';
import { type ImportMeasure } from './measure-import.ts';

const measure = (rows: number, peakMebibytes: number): ImportMeasure => ({ format: 'csv', rows, idleMebibytes: 200, dryRun: { seconds: 1, peakMebibytes: 210 }, merge: { seconds: 2, peakMebibytes } });

describe('the report of imports', () => {
  it('compares what both files took over what the api had before', () => {
    const all = [measure(10_000, 250), measure(100_000, 300)];
    expect(all.map(peakOverIdle)).toEqual([50, 100]);
    expect(all.map((one) => growthOf(one, all))).toEqual([null, { rows: 10, memory: 2 }]);
    expect(reportImports(all).at(-1)).toMatch(/^csv +100000 +200 +210 +300 +100 +10\.0 +2\.00 +1\.0 +2\.0$/);
  });

  it('says so when memory grows with the file', () => {
    const all = [measure(10_000, 250), measure(50_000, 300), measure(100_000, 400)];
    expect(all.map((one) => growsWithFile(one, all))).toEqual([false, false, true]);
    expect(reportImports(all).at(-1)).toMatch(/GROWS$/);
  });
});

describe('the files that are imported', () => {
  const textOf = (format: 'csv' | 'json' | 'yaml', rows: number): string => Buffer.concat([...importContent(format, rows, 's')]).toString();

  it('name each node once, whatever the format', () => {
    expect(textOf('csv', 1200).trimEnd().split('\n')).toHaveLength(1201);
    expect((JSON.parse(textOf('json', 1200)) as readonly { readonly externalId: string }[]).map(({ externalId }) => externalId)).toHaveLength(1200);
    expect(textOf('yaml', 1200).match(/^- externalId: /gm)).toHaveLength(1200);
  });

  it('come in pieces', () => {
    expect([...importContent('csv', 1200, 's')]).toHaveLength(3);
  });
});
