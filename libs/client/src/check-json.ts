/** The part of JSON Schema that our published schemas use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly pattern?: string;
  readonly default?: unknown;
}

/** Something that a schema does not allow, and where. */
export interface JsonProblem {
  /** Keys and indexes from the root. */
  readonly path: readonly (string | number)[];
  /** Whether the key itself is wrong, and not its value. */
  readonly atKey: boolean;
  readonly message: string;
}

type Path = readonly (string | number)[];

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeOf(value) === 'object';
const articles: Readonly<Record<string, string>> = { object: 'an object', array: 'a list', string: 'text', number: 'a number', integer: 'a whole number', boolean: 'true or false', null: 'nothing' };
const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};
const isOfType = (value: unknown, type: string): boolean => (type === 'integer' ? Number.isInteger(value) : type === 'number' ? typeof value === 'number' && Number.isFinite(value) : typeOf(value) === type);

/** Follows a reference into `$defs` of the root. */
export function resolveSchema(schema: JsonSchema, root: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const found = root.$defs?.[schema.$ref.replace('#/$defs/', '')];
  if (found === undefined) throw new Error(`the schema refers to ${schema.$ref}, which it does not have`);
  // What stands beside a reference (a description, a default) says more than what is referred to.
  const { $ref: _reference, ...beside } = schema;
  return { ...resolveSchema(found, root), ...beside };
}

/** Everything that is wrong with a value, in the order of the schema. Empty: it fits. */
export const checkJson = (value: unknown, root: JsonSchema): readonly JsonProblem[] => check(value, root, root, []);

function check(value: unknown, wanted: JsonSchema, root: JsonSchema, path: Path): readonly JsonProblem[] {
  const schema = resolveSchema(wanted, root);
  const problem = (message: string): JsonProblem => ({ path, atKey: false, message });
  const types = schema.type === undefined ? [] : typeof schema.type === 'string' ? [schema.type] : schema.type;
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) return [problem(`${types.map((type) => articles[type] ?? type).join(' or ')} is wanted here, not ${typeof value === 'object' ? articles[typeOf(value)] ?? '' : shown(value)}`)];
  if (schema.const !== undefined && value !== schema.const) return [problem(`only ${shown(schema.const)} is allowed here, not ${shown(value)}`)];
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [problem(`${shown(value)} is none of ${schema.enum.map(shown).join(', ')}`)];
  return [
    ...checkLimits(value, schema).map(problem),
    ...(Array.isArray(value) && schema.items !== undefined ? value.flatMap((item: unknown, index) => (schema.items === undefined ? [] : [...check(item, schema.items, root, [...path, index])])) : []),
    ...(isObject(value) ? checkObject(value, schema, root, path) : []),
    ...checkAlternatives(value, schema, root, path),
  ];
}

function checkObject(value: Readonly<Record<string, unknown>>, schema: JsonSchema, root: JsonSchema, path: Path): readonly JsonProblem[] {
  const { properties = {}, required = [], additionalProperties } = schema;
  const known = Object.keys(properties);
  const missing = required.filter((key) => !Object.hasOwn(value, key)).map((key): JsonProblem => ({ path, atKey: false, message: `${key} is missing` }));
  const inside = Object.entries(value).flatMap(([key, part]): readonly JsonProblem[] => {
    const at = [...path, key];
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (property !== undefined) return check(part, property, root, at);
    if (typeof additionalProperties === 'object') return check(part, additionalProperties, root, at);
    if (additionalProperties !== false) return [];
    const close = closest(key, known);
    return [{ path: at, atKey: true, message: `there is no ${shown(key)} here${close === null ? known.length === 0 ? '' : `; there are ${known.join(', ')}` : `; did you mean ${close}?`}` }];
  });
  return [...missing, ...inside];
}

/** Of alternatives that all fail, the one that fits best says what is wrong; a value that fits several is as wrong as one that fits none. */
function checkAlternatives(value: unknown, schema: JsonSchema, root: JsonSchema, path: Path): readonly JsonProblem[] {
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives === undefined) return [];
  const tried = alternatives.map((alternative) => check(value, alternative, root, path));
  const fitting = tried.filter((problems) => problems.length === 0).length;
  if (fitting === 1 || (fitting > 1 && schema.oneOf === undefined)) return [];
  const keys = alternatives.flatMap((alternative) => resolveSchema(alternative, root).required ?? []);
  const given = isObject(value) ? keys.filter((key) => Object.hasOwn(value, key)) : [];
  if (keys.length > 0 && isObject(value) && given.length !== 1) return [{ path, atKey: false, message: `exactly one of ${[...new Set(keys)].join(', ')} is wanted here` }];
  const chosen = given.length === 1 ? tried.find((_problems, index) => { const alternative = alternatives[index]; return alternative !== undefined && (resolveSchema(alternative, root).required ?? []).includes(given[0] ?? ''); }) : undefined;
  return chosen ?? [...tried].sort((left, right) => left.length - right.length)[0] ?? [];
}

function checkLimits(value: unknown, schema: JsonSchema): string[] {
  const problems: string[] = [];
  if (typeof value === 'number') {
    if (schema.minimum !== undefined && value < schema.minimum) problems.push(`${String(value)} is less than ${String(schema.minimum)}`);
    if (schema.maximum !== undefined && value > schema.maximum) problems.push(`${String(value)} is more than ${String(schema.maximum)}`);
    if (schema.exclusiveMinimum !== undefined && value <= schema.exclusiveMinimum) problems.push(`${String(value)} is not more than ${String(schema.exclusiveMinimum)}`);
  } else if (typeof value === 'string') {
    if (schema.minLength !== undefined && value.length < schema.minLength) problems.push(schema.minLength === 1 ? 'it is empty' : `it has fewer than ${String(schema.minLength)} characters`);
    if (schema.maxLength !== undefined && value.length > schema.maxLength) problems.push(`it has more than ${String(schema.maxLength)} characters`);
    if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) problems.push(`${shown(value)} does not have the form ${schema.pattern}`);
  } else if (Array.isArray(value)) {
    if (schema.minItems !== undefined && value.length < schema.minItems) problems.push(`it has fewer than ${String(schema.minItems)} entries`);
    if (schema.maxItems !== undefined && value.length > schema.maxItems) problems.push(`it has more than ${String(schema.maxItems)} entries`);
  } else if (isObject(value)) {
    const count = Object.keys(value).length;
    if (schema.minProperties !== undefined && count < schema.minProperties) problems.push(`it has fewer than ${String(schema.minProperties)} entries`);
    if (schema.maxProperties !== undefined && count > schema.maxProperties) problems.push(`it has more than ${String(schema.maxProperties)} entries`);
  }
  return problems;
}

/** The known word that differs by at most two letters. */
function closest(word: string, known: readonly string[]): string | null {
  const ranked = known.map((candidate) => ({ candidate, distance: distanceOf(word.toLowerCase(), candidate.toLowerCase()) })).sort((left, right) => left.distance - right.distance);
  return ranked[0] !== undefined && ranked[0].distance <= 2 ? ranked[0].candidate : null;
}

function distanceOf(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_value, index) => index);
  for (let index = 1; index <= left.length; index += 1) {
    const next = [index];
    for (let other = 1; other <= right.length; other += 1) next.push(Math.min((row[other] ?? 0) + 1, (next[other - 1] ?? 0) + 1, (row[other - 1] ?? 0) + (left[index - 1] === right[other - 1] ? 0 : 1)));
    row = next;
  }
  return row[right.length] ?? 0;
}
