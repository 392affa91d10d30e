import { apiLimits } from '@skein/core';
import {
  type ArgumentNode, type FieldNode, type FragmentDefinitionNode, getNamedType, type GraphQLField, type GraphQLNamedType, type GraphQLSchema, isAbstractType, isLeafType, isListType, isNonNullType,
  isObjectType, Kind, type OperationDefinitionNode, type SelectionSetNode, type ValueNode,
} from 'graphql';

/** How much an operation asks for. Counting stops soon after a limit is passed, so a number above it says no more than that. */
export interface OperationSize {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly cost: number;
  /** The largest page that it asks for; null: it asks for none. */
  readonly page: number | null;
}

interface Asked {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragment: (name: string) => FragmentDefinitionNode | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

const pageSizeDefault = 50;
const unpagedListSize = 10;
/** A list of counts or labels is read with what it belongs to, and is small. */
const plainListSize = 1;
/** These cannot be read for all rows of a list at once, so a list may ask for few of them. */
const readOneByOne: ReadonlySet<string> = new Set(['Node.explain', 'Run.log', 'Campaign.availability']);
const readOneByOneCost = 100;

/** Introspection is exempt, since its standard query is deep and touches no rows. */
export function measureOperation(asked: Asked): OperationSize {
  let [fields, depth, aliases] = [0, 0, 0];
  let page: number | null = null;
  const isOver = (): boolean => fields > apiLimits.TOO_MANY_FIELDS.max || depth > apiLimits.TOO_DEEP.max || aliases > apiLimits.TOO_MANY_ALIASES.max;

  const costOf = (set: SelectionSetNode, type: GraphQLNamedType | null, listSize: number | null, level: number, within: readonly string[]): number => {
    depth = Math.max(depth, level);
    let cost = 0;
    for (const selection of set.selections) {
      // Past a limit nothing more is counted: fragments that spread fragments would otherwise take exponential time.
      if (isOver()) return cost;
      if (selection.kind === Kind.FIELD) cost += costOfField(selection, type, listSize, level, within);
      else if (selection.kind === Kind.INLINE_FRAGMENT) cost += costOf(selection.selectionSet, conditionType(selection.typeCondition?.name.value, type), listSize, level, within);
      else {
        const found = within.includes(selection.name.value) ? null : asked.fragment(selection.name.value);
        if (found !== null) cost += costOf(found.selectionSet, conditionType(found.typeCondition.name.value, type), listSize, level, [...within, selection.name.value]);
      }
    }
    return cost;
  };

  const conditionType = (name: string | undefined, otherwise: GraphQLNamedType | null): GraphQLNamedType | null => (name === undefined ? otherwise : asked.schema.getType(name) ?? null);

  const costOfField = (node: FieldNode, parent: GraphQLNamedType | null, listSize: number | null, level: number, within: readonly string[]): number => {
    if (node.name.value.startsWith('__')) return 0;
    fields += 1;
    if (node.alias !== undefined && node.alias.value !== node.name.value) aliases += 1;
    if (node.selectionSet === undefined) return 0;
    const field = fieldOf(parent, node.name.value);
    const type = field === null ? null : getNamedType(field.type);
    if (type !== null && isLeafType(type)) return 0;
    const pageSize = field === null ? null : pageSizeOf(node, field, asked);
    if (pageSize !== null) page = Math.max(page ?? 0, pageSize);
    const isList = field !== null && isListOf(field);
    const held = costOf(node.selectionSet, type, isList ? null : pageSize, level + 1, within) + (readOneByOne.has(`${parent?.name ?? ''}.${node.name.value}`) ? readOneByOneCost : 0);
    return isList ? (pageSize ?? listSize ?? unpagedSizeOf(type)) * (1 + held) : 1 + held;
  };

  const root = asked.schema.getRootType(asked.operation.operation) ?? null;
  const cost = costOf(asked.operation.selectionSet, root, null, 1, []);
  return { depth, fields, aliases, cost, page };
}

function fieldOf(parent: GraphQLNamedType | null, name: string): GraphQLField<unknown, unknown> | null {
  if (parent === null || isAbstractType(parent) || !isObjectType(parent)) return null;
  return parent.getFields()[name] ?? null;
}

const unpagedSizeOf = (type: GraphQLNamedType | null): number =>
  (type !== null && isObjectType(type) && Object.values(type.getFields()).every((field) => isLeafType(getNamedType(field.type))) ? plainListSize : unpagedListSize);

const isListOf = ({ type }: GraphQLField<unknown, unknown>): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** Rows that `page: { first }` or `first` asks for; null: the field has neither argument. */
function pageSizeOf(node: FieldNode, field: GraphQLField<unknown, unknown>, asked: Asked): number | null {
  const given = (name: string): ArgumentNode | undefined => node.arguments?.find((argument) => argument.name.value === name);
  const paged = field.args.some(({ name }) => name === 'page');
  const counted = field.args.find(({ name }) => name === 'first' || name === 'limit');
  if (paged) {
    const page = valueOf(given('page')?.value, asked);
    const first = typeof page === 'object' && page !== null && 'first' in page ? page.first : null;
    return typeof first === 'number' ? first : pageSizeDefault;
  }
  if (counted === undefined) return null;
  const first = valueOf(given(counted.name)?.value, asked);
  if (typeof first === 'number') return first;
  return typeof counted.defaultValue === 'number' ? counted.defaultValue : pageSizeDefault;
}

/** What a literal or a variable says, as far as pages need it. */
function valueOf(node: ValueNode | undefined, asked: Asked): unknown {
  if (node === undefined) return null;
  if (node.kind === Kind.INT) return Number(node.value);
  if (node.kind === Kind.OBJECT) return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, valueOf(value, asked)]));
  if (node.kind !== Kind.VARIABLE) return null;
  const name = node.name.value;
  if (Object.hasOwn(asked.variables, name)) return asked.variables[name];
  const definition = asked.operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  return definition?.defaultValue === undefined ? null : valueOf(definition.defaultValue, asked);
}
