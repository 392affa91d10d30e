import { describe, expect, it } from 'vitest';
import { breakingSchemaChanges } from './breaking-schema-changes.ts';

const released = 'type Query { node(id: ID!): String nodes: [String!]! }';

describe('a schema', () => {
  it('may gain things', () => {
    expect(breakingSchemaChanges(released, 'type Query { node(id: ID!, deep: Boolean): String! nodes: [String!]! fleet: Int }', [])).toEqual({ breaking: [], needless: [] });
  });

  it.each([
    ['lose a field', 'type Query { node(id: ID!): String }', 'Query.nodes was removed.'],
    ['ask for more', 'type Query { node(id: ID!, site: ID!): String nodes: [String!]! }', 'A required arg site on Query.node was added.'],
    ['promise less', 'type Query { node(id: ID!): String nodes: [String!] }', 'Query.nodes changed type from [String!]! to [String!].'],
  ])('may not %s, unless that is allowed for a reason', (_what, current, change) => {
    expect(breakingSchemaChanges(released, current, [])).toEqual({ breaking: [change], needless: [] });
    expect(breakingSchemaChanges(released, current, [{ change, reason: 'nobody can use it' }])).toEqual({ breaking: [], needless: [] });
    expect(() => breakingSchemaChanges(released, current, [{ change, reason: ' ' }])).toThrow('without a reason');
  });

  it('keeps no permission that is not needed', () => {
    expect(breakingSchemaChanges(released, released, [{ change: 'Query.gone was removed.', reason: 'once' }])).toEqual({ breaking: [], needless: ['Query.gone was removed.'] });
  });
});
