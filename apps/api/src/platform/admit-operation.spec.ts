import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createAdmission } from './admit-operation.ts';

const schema = buildSchema(readFileSync(new URL('../generated/schema.graphql', import.meta.url), 'utf8'));
const shipped = JSON.parse(readFileSync(new URL('../generated/trusted-documents.json', import.meta.url), 'utf8')) as Readonly<Record<string, string>>;
const codes = (answer: ReturnType<ReturnType<typeof createAdmission>>): readonly unknown[] => ('operation' in answer ? [] : answer.map(({ extensions }) => extensions['code']));

describe('documents that ship with Skein', () => {
  it('are taken by their id, and no others', () => {
    const admit = createAdmission(() => schema, { known: 'query Who { me { via } }' });
    expect(admit({ documentId: 'known', operationName: 'Who', variables: null })).toMatchObject({ text: 'query Who { me { via } }', operationName: 'Who', variables: {} });
    expect(codes(admit({ documentId: 'unknown' }))).toEqual(['DOCUMENT_NOT_FOUND']);
    expect(codes(admit({ documentId: '__proto__' }))).toEqual(['DOCUMENT_NOT_FOUND']);
    expect(codes(admit({ documentId: 'known', query: '{ me { via } }' }))).toEqual(['BAD_REQUEST']);
  });

  it('are read once', () => {
    const admit = createAdmission(() => schema, { known: '{ me { via } }' });
    const [first, again] = [admit({ documentId: 'known' }), admit({ documentId: 'known' })];
    expect('document' in first && 'document' in again && first.document === again.document).toBe(true);
  });

  it('fit the schema and the limits, also with pages of 100 rows', () => {
    const admit = createAdmission(() => schema, shipped);
    const refused = Object.entries(shipped).flatMap(([id, text]) => {
      const answers = [undefined, { page: { first: 100 }, first: 100 }].flatMap((variables) => codes(admit({ documentId: id, variables })));
      return answers.length === 0 && createHash('sha256').update(text).digest('hex') === id ? [] : [[/\w+ \w+/.exec(text)?.[0], ...answers]];
    });
    expect(refused).toEqual([]);
  });
});

describe('a request', () => {
  it.each([
    ['an array', []], ['nothing', null], ['a text', 'query'], ['a query that is none', { query: 1 }], ['neither query nor id', {}], ['variables that are a list', { query: '{ me { via } }', variables: [] }], ['a name that is none', { query: '{ me { via } }', operationName: {} }],
  ])('that is %s is refused', (_name, request) => {
    expect(codes(createAdmission(() => schema, {})(request))).toEqual(['BAD_REQUEST']);
  });

  it('says what is wrong with it without telling names of the schema', () => {
    const answer = createAdmission(() => schema, {})({ query: '{ camapigns { nodes { id } } }' });
    expect('operation' in answer ? '' : answer[0]?.message).toBe('Cannot query field "camapigns" on type "Query".');
  });
});
