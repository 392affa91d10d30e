import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { type NodeQueryTerm, nodeQueryTermsMax, parseNodeQuery } from './parse-node-query.ts';
import { nodeHealths, stateClasses } from './state-class.ts';

const quote = (value: string): string => (/^[^\s"=!(),]+$/u.test(value) && !/^(and|in)$/iu.test(value) ? value : `"${value}"`);

function written(term: NodeQueryTerm): string {
  if (term.key === 'word') return quote(term.word);
  if ('wanted' in term) return `${term.key}=${String(term.wanted)}`;
  const key = term.key === 'label' ? `label.${term.label}` : term.key;
  return term.values.length === 1 ? `${key}${term.negated ? '!=' : '='}${quote(term.values[0] ?? '')}` : `${key} in (${term.values.map(quote).join(', ')})`;
}

const value = fc.string({ maxLength: 12 }).filter((text) => !text.includes('"'));
const listed = <Value>(of: fc.Arbitrary<Value>) => fc.oneof(fc.record({ negated: fc.boolean(), values: fc.array(of, { minLength: 1, maxLength: 1 }) }), fc.record({ negated: fc.constant(false), values: fc.array(of, { minLength: 2, maxLength: 5 }) }));
const term: fc.Arbitrary<NodeQueryTerm> = fc.oneof(
  fc.record({ key: fc.constant('word' as const), word: value.filter((text) => text !== '') }),
  fc.tuple(fc.constantFrom('site' as const, 'os' as const, 'domain' as const, 'campaign' as const), listed(value)).map(([key, rest]) => ({ key, ...rest })),
  listed(fc.constantFrom(...stateClasses)).map((rest) => ({ key: 'state' as const, ...rest })),
  listed(fc.constantFrom(...nodeHealths)).map((rest) => ({ key: 'health' as const, ...rest })),
  fc.tuple(fc.stringMatching(/^[a-z][a-z0-9./-]{0,8}$/), listed(value)).map(([label, rest]) => ({ key: 'label' as const, label, ...rest })),
  fc.record({ key: fc.constantFrom('protected' as const, 'held' as const, 'quarantined' as const, 'missing' as const, 'retired' as const), wanted: fc.boolean() }),
);

describe('the query language of nodes', () => {
  it('reads back what was written, joined by and or by nothing', () => {
    fc.assert(fc.property(fc.array(term, { maxLength: nodeQueryTermsMax }), fc.constantFrom(' and ', ' AND ', '\n'), (terms, joined) => {
      expect(parseNodeQuery(terms.map(written).join(joined))).toEqual(terms);
    }));
  });

  it('answers every text with terms or with a refusal that names a character of it', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 60 }), fc.array(fc.constantFrom('site', '=', '!=', 'in', '(', ')', ',', 'and', '"', 'x', ' ', '!', 'state', 'held'), { maxLength: 20 }).map((parts) => parts.join(''))), (query) => {
      const answer = parseNodeQuery(query);
      if (!isRefusal(answer)) return;
      const at = Number(/^character (\d+): /.exec(answer.message)?.[1]);
      expect(at).toBeGreaterThanOrEqual(1);
      expect(at).toBeLessThanOrEqual(query.length + 1);
    }));
  });

  it.each([
    ['site=', 6, 'a value follows ='], ['site in (a', 11, 'a list goes on with , or ends with )'], ['site in ()', 10, 'a value is expected'], ['web and', 8, 'a term follows'], ['and web', 1, 'stands between two terms'],
    ['web and and x', 9, 'stands between'], ['state=FALSE', 7, 'is none of NOT_STARTED'], ['held=maybe', 6, 'is none of true, false'], ['colour=red', 1, 'there is no key "colour"'], ['label.=x', 1, 'there is no key'],
    ['site="a', 6, 'never closed'], ['a ! b', 3, '! stands only in !='], ['=a', 1, 'begins with a word'], ['web or db', 5, 'there is no `or`'], ['not web', 1, 'there is no `not`'], ['site:sz', 1, 'follows site=, not site:'], ['a label.app:web', 3, 'follows label.app='], ['held in (true,false)', 1, 'not a list'],
  ])('says where %s is wrong: character %i', (query, at, message) => {
    expect(parseNodeQuery(query)).toMatchObject({ code: 'badQuery', message: expect.stringMatching(new RegExp(`^character ${String(at)}: `)) as string });
    expect(parseNodeQuery(query)).toMatchObject({ message: expect.stringContaining(message) as string });
  });

  it('takes classes and health in any case, and no terms from an empty text', () => {
    expect(parseNodeQuery('state=failed health=GOOD')).toEqual([{ key: 'state', negated: false, values: ['FAILED'] }, { key: 'health', negated: false, values: ['good'] }]);
    expect(parseNodeQuery('  ')).toEqual([]);
  });

  it('refuses what is too long', () => {
    expect(parseNodeQuery('x'.repeat(2001))).toMatchObject({ code: 'badQuery' });
    expect(parseNodeQuery(Array.from({ length: 31 }, () => 'x').join(' '))).toMatchObject({ code: 'badQuery' });
  });
});
