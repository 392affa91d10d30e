import { describe, expect, it } from 'vitest';
import { checkJson, type JsonSchema } from './check-json.ts';
import { campaignDocumentSchema } from './generated/campaign-document-schema.ts';

const schema: JsonSchema = {
  type: 'object', additionalProperties: false, required: ['name'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 5, pattern: '^[a-z]+$' }, count: { type: 'integer', minimum: 1, maximum: 9 }, share: { type: 'number', exclusiveMinimum: 0 }, mode: { enum: ['merge', 'mirror'] }, note: { type: ['string', 'null'] },
    list: { type: 'array', minItems: 1, maxItems: 2, items: { $ref: '#/$defs/size' } }, either: { anyOf: [{ type: 'string' }, { type: 'integer' }] }, map: { type: 'object', additionalProperties: { type: 'boolean' }, maxProperties: 1 },
  },
  $defs: { size: { type: 'object', additionalProperties: false, properties: { count: { type: 'integer' }, rest: { type: 'boolean' } }, oneOf: [{ required: ['count'] }, { required: ['rest'] }] } },
};
const problems = (value: unknown): string[] => checkJson(value, schema).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('a value against a schema', () => {
  it('fits when nothing is wrong', () => {
    expect(problems({ name: 'abc', count: 9, share: 0.1, mode: 'merge', note: null, list: [{ count: 1 }, { rest: true }], either: 7, map: { a: true } })).toEqual([]);
  });

  it.each([
    [{}, ': name is missing'], [7, ': an object is wanted here, not 7'], [null, ': an object is wanted here, not nothing'], [[], ': an object is wanted here, not a list'],
    [{ name: '' }, 'name: it is empty'], [{ name: 'abcdef' }, 'name: it has more than 5 characters'], [{ name: 'A' }, 'name: "A" does not have the form ^[a-z]+$'],
    [{ name: 'a', count: 0 }, 'count: 0 is less than 1'], [{ name: 'a', count: 10 }, 'count: 10 is more than 9'], [{ name: 'a', count: 1.5 }, 'count: a whole number is wanted here, not 1.5'], [{ name: 'a', share: 0 }, 'share: 0 is not more than 0'],
    [{ name: 'a', share: Number.NaN }, 'share: a number is wanted here, not null'], [{ name: 'a', mode: 'x' }, 'mode: "x" is none of "merge", "mirror"'], [{ name: 'a', note: 7 }, 'note: text or nothing is wanted here, not 7'],
    [{ name: 'a', list: [] }, 'list: it has fewer than 1 entries'], [{ name: 'a', list: [{}] }, 'list.0: exactly one of count, rest is wanted here'], [{ name: 'a', list: [{ count: 'x' }] }, 'list.0.count: a whole number is wanted here, not "x"'],
    [{ name: 'a', either: true }, 'either: text is wanted here, not true'], [{ name: 'a', map: { a: 1 } }, 'map.a: true or false is wanted here, not 1'], [{ name: 'a', map: { a: true, b: true } }, 'map: it has more than 1 entries'],
    [{ name: 'a', cuont: 1 }, 'cuont: there is no "cuont" here; did you mean count?'], [{ name: 'a', toString: 1 }, 'toString: there is no "toString" here; there are name, count, share, mode, note, list, either, map'],
  ])('is told of with its path: %j', (value, problem) => {
    expect(problems(value)).toContain(problem);
  });

  it('is not fooled by keys that every object seems to have', () => {
    expect(checkJson(JSON.parse('{"name":"a","__proto__":1}'), schema).map(({ path, atKey }) => [path, atKey])).toEqual([[['__proto__'], true]]);
    expect(problems(JSON.parse('{"constructor":1}'))).toContain(': name is missing');
  });
});

describe('the schema of campaign documents', () => {
  it('uses no word that the check does not know', () => {
    const known = ['$schema', '$id', '$ref', '$defs', 'title', 'description', 'default', 'type', 'const', 'enum', 'properties', 'required', 'additionalProperties', 'items', 'oneOf', 'anyOf', 'minimum', 'maximum', 'exclusiveMinimum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties', 'pattern'];
    const words = (node: unknown, isMap = false): string[] => (typeof node !== 'object' || node === null ? [] : Array.isArray(node) ? node.flatMap((item) => words(item)) : Object.entries(node).flatMap(([key, value]) => (isMap ? words(value) : [key, ...(['default', 'const', 'enum'].includes(key) ? [] : words(value, ['properties', '$defs'].includes(key)))])));
    expect([...new Set(words(campaignDocumentSchema))].filter((word) => !known.includes(word))).toEqual([]);
  });
});
