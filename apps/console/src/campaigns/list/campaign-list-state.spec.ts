import { describe, expect, it } from 'vitest';
import { type CampaignState } from '../../generated/documents.ts';
import { listSearch, listVariables, readListState, stateGroups } from './campaign-list-state.ts';

describe('the address of the list', () => {
  it.each(['', 'state=running', 'state=ended&text=edge&kind=ROLLBACK&sort=NAME&order=DESC&page=3', 'sort=STATE&order=ASC'])('says the same after reading: %s', (search) => {
    expect(listSearch(readListState(new URLSearchParams(search)))).toBe(search);
  });

  it('falls back to the plain list where it means nothing', () => {
    expect(listSearch(readListState(new URLSearchParams('state=toString&kind=x&sort=AGE&page=-1')))).toBe('');
  });

  it('asks the api for exactly that', () => {
    expect(listVariables(readListState(new URLSearchParams('state=waiting&text=edge&sort=NAME&order=ASC&page=2')))).toEqual({
      filter: { states: ['AWAITING_APPROVAL', 'SCHEDULED'], text: 'edge' }, orderBy: { field: 'NAME', direction: 'ASC' }, page: { first: 50, offset: 50 },
    });
  });

  it('has every state in exactly one group, so that the counts add up', () => {
    const grouped: readonly CampaignState[] = Object.values(stateGroups).flat();
    expect(new Set(grouped).size).toBe(grouped.length);
    expect(grouped).toHaveLength(13);
  });
});
