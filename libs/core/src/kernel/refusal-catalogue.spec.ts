import { describe, expect, it } from 'vitest';
import { failureCatalogue } from './failure-catalogue.ts';
import { refusalCatalogue } from './refusal-catalogue.ts';

describe.each([['refusals', refusalCatalogue], ['failures', failureCatalogue]] as const)('the catalogue of %s', (_name, catalogue) => {
  it('is sorted, so that two people who add a code seldom add it in the same place', () => {
    expect(Object.keys(catalogue)).toEqual(Object.keys(catalogue).sort());
  });

  it('says of each code in sentences why it comes and what to do next', () => {
    for (const { cause, remedy } of Object.values(catalogue)) for (const sentence of [cause, remedy]) expect(sentence).toMatch(/^[A-Z].{10,}\.$/);
  });
});
