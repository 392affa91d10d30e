import { documentApiVersion } from '@skein/core';
import { buildASTSchema, type GraphQLInputField, type GraphQLInputObjectType, type GraphQLInputType, type GraphQLSchema, isInputObjectType, isListType, isNonNullType, isRequiredInputField, isScalarType } from 'graphql';
import { readSchema } from './generate-graphql-types.ts';
import { type GeneratedFile, report, writeGenerated } from './generated-file.ts';

const root = 'CampaignDocumentInput';

type JsonSchema = { readonly [keyword: string]: unknown };

/** What the api checks of these two is more than their type. */
const constants: Readonly<Record<string, string>> = { [`${root}.apiVersion`]: documentApiVersion, [`${root}.kind`]: 'Campaign' };

const scalars: Readonly<Record<string, JsonSchema>> = {
  String: { type: 'string' }, ID: { type: 'string' }, Boolean: { type: 'boolean' }, Float: { type: 'number' }, Int: { type: 'integer', minimum: -2_147_483_648, maximum: 2_147_483_647 },
};

/** The JSON Schema of campaign documents, for editors and for the command line. The api's schema is the only place where the format is written down. */
export function documentSchema(schema: GraphQLSchema): JsonSchema {
  const definitions = new Map<string, JsonSchema>();
  const type = schema.getType(root);
  if (!isInputObjectType(type)) throw new Error(`${root} is not an input type of the schema`);
  const body = objectSchema(type, definitions);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema', $id: 'skein-campaign.schema.json', title: 'Skein campaign', ...body,
    $defs: Object.fromEntries([...definitions].sort(([left], [right]) => (left < right ? -1 : 1))),
  };
}

function objectSchema(type: GraphQLInputObjectType, definitions: Map<string, JsonSchema>): JsonSchema {
  const fields = Object.values(type.getFields());
  const required = fields.filter(isRequiredInputField).map(({ name }) => name);
  return {
    ...described(type.description), type: 'object', additionalProperties: false,
    // A oneOf input has one of its fields, and that is not null.
    ...(type.isOneOf ? { oneOf: fields.map(({ name }) => ({ required: [name] })) } : required.length > 0 ? { required } : {}),
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(type, field, definitions)])),
  };
}

function fieldSchema(parent: GraphQLInputObjectType, field: GraphQLInputField, definitions: Map<string, JsonSchema>): JsonSchema {
  const constant = constants[`${parent.name}.${field.name}`];
  const value = constant === undefined ? typeSchema(field.type, !parent.isOneOf, definitions) : { const: constant };
  return { ...described(field.description), ...value, ...(field.defaultValue === undefined ? {} : { default: field.defaultValue }) };
}

function typeSchema(type: GraphQLInputType, mayBeNull: boolean, definitions: Map<string, JsonSchema>): JsonSchema {
  if (isNonNullType(type)) return typeSchema(type.ofType, false, definitions);
  if (isListType(type)) return { ...orNull('array', mayBeNull), items: typeSchema(type.ofType, true, definitions) };
  if (isInputObjectType(type)) {
    if (!definitions.has(type.name)) {
      // Entered before it is made, so that a type that contains itself ends.
      definitions.set(type.name, {});
      definitions.set(type.name, objectSchema(type, definitions));
    }
    const reference = { $ref: `#/$defs/${type.name}` };
    return mayBeNull ? { anyOf: [reference, { type: 'null' }] } : reference;
  }
  const scalar = isScalarType(type) ? scalars[type.name] : undefined;
  if (scalar === undefined) throw new Error(`a document cannot hold a ${String(type)}: teach generate-document-schema.ts what it is in JSON`);
  return { ...scalar, ...orNull(String(scalar['type']), mayBeNull) };
}

const orNull = (type: string, mayBeNull: boolean): JsonSchema => ({ type: mayBeNull ? [type, 'null'] : type });
const described = (description: string | null | undefined): JsonSchema => (description === null || description === undefined ? {} : { description });

export async function generateDocumentSchema(): Promise<GeneratedFile[]> {
  const text = JSON.stringify(documentSchema(buildASTSchema(await readSchema())), null, 2);
  return [
    { path: 'docs/reference/skein-campaign.schema.json', content: `${text}\n` },
    { path: 'apps/api/src/generated/skein-campaign.schema.json', content: `${text}\n` },
    {
      path: 'libs/client/src/generated/campaign-document-schema.ts',
      content: `// Made from the .graphql files of apps/api by \`npm run codegen\`: do not edit.\n/** The same as docs/reference/skein-campaign.schema.json. */\nexport const campaignDocumentSchema = ${text} as const;\n`,
    },
  ];
}

if (import.meta.main) report(await writeGenerated(await generateDocumentSchema()));
