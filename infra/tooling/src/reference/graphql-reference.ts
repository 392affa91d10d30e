import {
  type GraphQLArgument, type GraphQLField, type GraphQLInputField, type GraphQLNamedType, type GraphQLType, astFromValue, buildASTSchema, getNamedType, isEnumType, isInputObjectType, isObjectType, isScalarType,
  isSpecifiedScalarType, isIntrospectionType, print,
} from 'graphql';
import { readSchema } from '../generate-graphql-types.ts';
import { anchorOf, pageHead, table } from './markdown.ts';
import { permissionsOfOperations } from './permissions-of-operations.ts';

const introduction = `All operations, types and arguments of the api at \`/graphql\`. The schema itself is [schema.graphql](../../apps/api/src/generated/schema.graphql).

A mutation answers with its noun, or with \`userErrors\`: refusals, whose codes are in [errors](errors.md). GraphQL's own \`errors\` are for the way there (sign-in, limits, outages) and carry \`code\`, \`correlationId\` and \`retryable\`. "Needs" names the permission; which role has it is told by the query \`roles\`.`;

const oneLine = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s*\n\s*/gu, ' ').trim();
const byName = (left: { readonly name: string }, right: { readonly name: string }): number => (left.name < right.name ? -1 : 1);

/** The type as it is written, leading to its section. */
function linked(type: GraphQLType): string {
  const named = getNamedType(type);
  const text = String(type);
  return isSpecifiedScalarType(named) ? `\`${text}\`` : `[\`${text}\`](#${anchorOf(named.name)})`;
}

function inputRow(field: GraphQLArgument | GraphQLInputField): string[] {
  const standard = field.defaultValue === undefined ? null : astFromValue(field.defaultValue, field.type);
  return [`\`${field.name}\``, linked(field.type), standard === null || standard === undefined ? '' : `\`${print(standard)}\``, oneLine(field.description)];
}

const inputHead = ['name', 'type', 'left out', 'meaning'];

function operation(kind: string, field: GraphQLField<unknown, unknown>, needs: string | undefined): string {
  return [
    `### \`${field.name}\` ${kind}`,
    oneLine(field.description),
    `Answers ${linked(field.type)}.${needs === undefined ? '' : ` Needs ${needs}.`}`,
    ...(field.args.length === 0 ? [] : [table(inputHead, field.args.map(inputRow))]),
  ].join('\n\n');
}

function describeType(type: GraphQLNamedType): string {
  const head = `### \`${type.name}\`\n\n${oneLine(type.description)}`;
  if (isEnumType(type)) return `${head}\n\n${table(['value', 'meaning'], type.getValues().map((value) => [`\`${value.name}\``, oneLine(value.description)]))}`;
  if (isInputObjectType(type)) return `${head}${type.isOneOf ? ' Exactly one of its parts is given.' : ''}\n\n${table(inputHead, Object.values(type.getFields()).map(inputRow))}`;
  if (!isObjectType(type)) return head;
  const argumentsOf = (field: GraphQLField<unknown, unknown>): string => (field.args.length === 0 ? '' : `(${field.args.map((argument) => `${argument.name}: ${String(argument.type)}`).join(', ')})`);
  return `${head}\n\n${table(['field', 'type', 'meaning'], Object.values(type.getFields()).map((field) => [`\`${field.name}${argumentsOf(field)}\``, linked(field.type), oneLine(field.description)]))}`;
}

/** Every operation and type of the api, from the descriptions in its schema. */
export async function graphqlReference(): Promise<string> {
  const schema = buildASTSchema(await readSchema());
  const needs = await permissionsOfOperations();
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => type !== null && type !== undefined);
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !roots.some((root) => root.name === type.name)).sort(byName);
  const operations = roots.map((root) => [`## ${root.name}`, oneLine(root.description), ...Object.values(root.getFields()).sort(byName).map((field) => operation(root.name.toLowerCase(), field, needs.get(field.name)))].join('\n\n'));
  const kinds: readonly (readonly [string, (type: GraphQLNamedType) => boolean])[] = [['What is answered', isObjectType], ['What is given', isInputObjectType], ['Words', isEnumType], ['Scalars', isScalarType]];
  const sections = kinds.map(([title, is]) => [`## ${title}`, ...types.filter(is).map(describeType)].join('\n\n'));
  return `${pageHead('GraphQL reference', introduction)}\n${[...operations, ...sections].join('\n\n')}\n`;
}
