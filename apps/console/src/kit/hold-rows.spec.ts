import { describe, expect, it } from 'vitest';
import { type HeldRows, holdRows, takeRows } from './hold-rows.ts';

interface Row { readonly id: string; readonly state: string }
const rows = (text: string): readonly Row[] => text.split(' ').filter((part) => part !== '').map((part) => ({ id: part.charAt(0), state: part.slice(1) }));
const texts = (held: HeldRows<Row>): string => held.rows.map(({ id, state }) => `${id}${state}`).join(' ');
const hold = (before: HeldRows<Row> | null, answer: string, of = 'all'): HeldRows<Row> => holdRows(before, of, rows(answer), ({ id }) => id);
const first = takeRows('all', rows('a1 b1 c1'));

describe('rows that are looked at', () => {
  it('change where they stand', () => {
    const held = hold(first, 'a1 b2 c1');
    expect([texts(held), held.changed, held.fresh, held.left.size]).toEqual(['a1 b2 c1', false, 0, 0]);
  });

  it.each([
    ['new rows in front', 'x1 y1 a2 b1 c1', 'a2 b1 c1', 2, ''], ['a new row at the end', 'a1 b1 c1 x1', 'a1 b1 c1', 1, ''], ['a row that goes', 'a1 c2', 'a1 b1 c2', 0, 'b'],
    ['another order', 'c1 a1 b2', 'a1 b2 c1', 0, ''], ['a row that pushes another one off the page', 'x1 a1 b1', 'a1 b1 c1', 1, 'c'], ['nobody left', '', 'a1 b1 c1', 0, 'abc'],
  ])('are not moved by %s', (_what, answer, shown, fresh, left) => {
    const held = hold(first, answer);
    expect([texts(held), held.changed, held.fresh, [...held.left].join('')]).toEqual([shown, true, fresh, left]);
  });

  it('keep what was known last of a row that left, and are whole when it comes back', () => {
    const without = hold(hold(first, 'a1 b2 c1'), 'a1 c1');
    expect([texts(without), [...without.left]]).toEqual(['a1 b2 c1', ['b']]);
    expect(hold(without, 'a1 b3 c1')).toMatchObject({ changed: false, fresh: 0, rows: rows('a1 b3 c1') });
  });

  it('are taken as they come for another question, in an empty list, and when somebody asks for it', () => {
    expect(hold(first, 'x1', 'failed')).toEqual(takeRows('failed', rows('x1')));
    expect(hold(takeRows('all', []), 'x1')).toEqual(takeRows('all', rows('x1')));
    const changed = hold(first, 'x1 a1');
    expect(texts(takeRows(changed.of, changed.answer))).toBe('x1 a1');
  });
});
