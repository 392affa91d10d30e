import { describe, expect, it } from 'vitest';
import { filterOf, readAuditSearch, writeAuditSearch } from './audit-search.ts';

describe('the audit\'s filter', () => {
  it('comes out of an address as it went in, without what is empty', () => {
    const search = readAuditSearch(new URLSearchParams('actor=olga&action=campaign.halt&after=abc'));
    expect(writeAuditSearch(search).toString()).toBe('actor=olga&action=campaign.halt');
  });

  it('asks only for what was chosen', () => {
    expect(filterOf(readAuditSearch(new URLSearchParams('actor=%20olga%20')))).toEqual({ actor: 'olga' });
  });

  it('takes a local time as a moment, and leaves out one that is none', () => {
    expect(filterOf(readAuditSearch(new URLSearchParams('from=2026-11-21T18:05&until=yesterday')))).toEqual({ from: new Date('2026-11-21T18:05').toISOString() });
  });
});
