import { describe, expect, it } from 'vitest';
import { emptyDraft, formatOf, importBytesMax, type ImportDraft, inputOf, problemOf } from './import-draft.ts';

const draft: ImportDraft = { ...emptyDraft, source: ' cmdb ', file: { name: 'fleet.csv', bytes: 20, content: 'externalId\ni-1\n' } };

describe('the form of an import', () => {
  it('tells the format by the name of the file', () => {
    expect(['a.csv', 'b.JSON', 'c.yml', 'c.yaml', 'd.txt', 'e'].map(formatOf)).toEqual(['CSV', 'JSON', 'YAML', 'YAML', null, null]);
  });

  it.each([
    ['no file', { ...draft, file: null }, 'fileMissing'],
    ['a file that one request cannot carry', { ...draft, file: { name: 'a.csv', bytes: importBytesMax + 1, content: '' } }, 'fileTooLarge'],
    ['no source', { ...draft, source: ' ' }, 'sourceMissing'],
    ['a mirror with a limit that is none', { ...draft, mode: 'MIRROR' as const, missingPercentMax: 'all' }, 'percentWrong'],
    ['nothing', draft, null],
  ])('finds fault with %s', (_what, given, problem) => {
    expect(problemOf(given)).toBe(problem);
  });

  it('sends a limit for missing nodes only where nodes can go missing', () => {
    expect(inputOf(draft, true)).toEqual({ content: 'externalId\ni-1\n', format: 'CSV', source: 'cmdb', mode: 'MERGE', dryRun: true });
    expect(inputOf({ ...draft, mode: 'MIRROR', missingPercentMax: '7.5' }, false)).toMatchObject({ mode: 'MIRROR', missingPercentMax: 7.5, dryRun: false });
  });
});
