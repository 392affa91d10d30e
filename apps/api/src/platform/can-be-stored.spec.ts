import { expect, it } from 'vitest';
import { canBeStored } from './can-be-stored.ts';

it.each<[boolean, unknown]>([
  [true, { a: ['b', { c: '😀', d: null, e: 1 }] }], [true, 'a\n\t'], [false, 'a\0'], [false, ['\ud83d']], [false, { a: { 'b\0': 1 } }], [false, { a: [{ b: 'c\udc00' }] }],
])('it is %s that PostgreSQL stores %j', (stored, value) => {
  expect(canBeStored(value)).toBe(stored);
});
