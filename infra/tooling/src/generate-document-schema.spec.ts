import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documentSchema } from './generate-document-schema.ts';

const schema = documentSchema(buildSchema(`
  type Query { a: Int }
  "A file."
  input CampaignDocumentInput { "Format." apiVersion: String! kind: String! "What." spec: SpecInput! }
  input SpecInput { "Sizes." waves: [SizeInput!]! = [{ count: 1 }, { rest: true }] gate: GateInput! = {} hooks: String, sites: [String!], inner: SpecInput }
  input SizeInput @oneOf { count: Int rest: Boolean }
  input GateInput { percent: Float! = 10 }
`));

describe('the JSON Schema of a document', () => {
  it('demands what has neither a default nor may be null, and nothing that nobody knows', () => {
    expect(schema).toMatchObject({ description: 'A file.', type: 'object', additionalProperties: false, required: ['apiVersion', 'kind', 'spec'] });
    expect(schema).toMatchObject({ properties: { apiVersion: { description: 'Format.', const: 'skein/v1' }, kind: { const: 'Campaign' }, spec: { description: 'What.', $ref: '#/$defs/SpecInput' } } });
    expect(schema).not.toHaveProperty('$defs.SpecInput.required');
  });

  it('keeps defaults, with the defaults inside of them', () => {
    expect(schema).toMatchObject({ $defs: { SpecInput: { properties: {
      waves: { description: 'Sizes.', type: 'array', items: { $ref: '#/$defs/SizeInput' }, default: [{ count: 1 }, { rest: true }] }, gate: { $ref: '#/$defs/GateInput', default: { percent: 10 } },
      hooks: { type: ['string', 'null'] }, sites: { type: ['array', 'null'], items: { type: 'string' } }, inner: { anyOf: [{ $ref: '#/$defs/SpecInput' }, { type: 'null' }] },
    } } } });
  });

  it('lets a oneOf input have one of its fields, which is not null', () => {
    expect(schema).toMatchObject({ $defs: { SizeInput: { additionalProperties: false, oneOf: [{ required: ['count'] }, { required: ['rest'] }], properties: { count: { type: 'integer' }, rest: { type: 'boolean' } } } } });
  });

  it('refuses what JSON has no word for, instead of leaving it out', () => {
    expect(() => documentSchema(buildSchema('type Query { a: Int } scalar Moment input CampaignDocumentInput { at: Moment! }'))).toThrow('Moment');
  });
});
