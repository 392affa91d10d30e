import { coerceInputValue, type GraphQLSchema, isInputObjectType } from 'graphql';
import { type NodeFilter } from '../generated/schema-types.ts';
import { badRequest } from '../platform/graphql-failure.ts';

/** The filter of the query `nodes`, as JSON: read by the same type, so a list and its export cannot mean different rows. */
export function readFilterParameter(schema: GraphQLSchema, text: string): NodeFilter {
  const type = schema.getType('NodeFilter');
  if (!isInputObjectType(type)) throw new Error('the schema has no input NodeFilter');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw badRequest(`the parameter filter is not JSON: ${cause instanceof Error ? cause.message : 'it cannot be read'}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badRequest('the parameter filter is not a JSON object such as {"sites":["sz1"]}');
  // A text with NUL was refused before; JSON can write one with an escape.
  if (text.includes('\\u0000')) throw badRequest('the parameter filter has a NUL, which no text of a node can have');
  return coerceInputValue(value, type, (path, _invalid, error) => { throw badRequest(`the parameter filter${path.length === 0 ? '' : `, ${path.join('.')}`}: ${error.message}`); }) as NodeFilter;
}
