import { describe, expect, it } from 'vitest';
import { overBudget, weighConsole } from './console-budget.ts';

const manifest = {
  'index.html': { file: 'main.js', isEntry: true, imports: ['react.js'], css: ['main.css'], dynamicImports: ['fleet.tsx'] },
  'react.js': { file: 'react.js', dynamicImports: ['now.tsx'] },
  'fleet.tsx': { file: 'fleet.js', isDynamicEntry: true, imports: ['react.js', 'chart.js'] },
  'now.tsx': { file: 'now.js', isDynamicEntry: true, imports: ['chart.js'], dynamicImports: ['editor.tsx'] },
  'editor.tsx': { file: 'editor.js', isDynamicEntry: true, imports: ['react.js'] },
  'chart.js': { file: 'chart.js', imports: ['react.js'] },
};
const bytes = (sizes: Readonly<Record<string, number>>) => (file: string) => sizes[file] ?? 0;

describe('the weight of the console', () => {
  it('counts to the first load what the entry imports, and to a route only what it adds', () => {
    expect(weighConsole(manifest, bytes({ 'main.js': 100, 'main.css': 10, 'react.js': 200, 'fleet.js': 30, 'chart.js': 5, 'now.js': 1, 'editor.js': 40 }))).toEqual({
      firstLoad: 310, routes: [{ name: 'fleet.tsx', bytes: 35 }, { name: 'now.tsx', bytes: 6 }], onDemand: [{ name: 'editor.tsx', bytes: 40 }],
    });
  });

  it('says which part is over its budget', () => {
    expect(overBudget({ firstLoad: 450_001, routes: [{ name: 'fleet.tsx', bytes: 120_001 }, { name: 'now.tsx', bytes: 120_000 }], onDemand: [{ name: 'editor.tsx', bytes: 160_000 }] })).toEqual([
      'the first load is 450.0 kB, allowed are 450.0 kB', 'fleet.tsx adds 120.0 kB, allowed are 120.0 kB', 'editor.tsx adds 160.0 kB, allowed are 150.0 kB',
    ]);
  });
});
