import { type JsonSchema, resolveSchema } from '@skein/client';
import { escapeHostile } from '../output/escape-hostile.ts';
import { type Paint } from '../output/paint.ts';

/** A field of a document, as its schema tells it. */
export interface FieldExplanation {
  readonly path: string;
  readonly type: string;
  readonly description: string;
  readonly required: boolean;
  readonly default: unknown;
  readonly fields: readonly { readonly name: string; readonly type: string; readonly description: string; readonly required: boolean; readonly default: unknown }[];
}

function typeName(schema: JsonSchema, root: JsonSchema): string {
  const resolved = resolveSchema(schema, root);
  if (resolved.const !== undefined) return JSON.stringify(resolved.const);
  if (resolved.enum !== undefined) return resolved.enum.map((value) => JSON.stringify(value)).join(' or ');
  const types = resolved.type === undefined ? ['anything'] : typeof resolved.type === 'string' ? [resolved.type] : resolved.type.filter((type) => type !== 'null');
  const name = types.map((type) => ({ array: 'list', string: 'text', integer: 'whole number' })[type] ?? type).join(' or ');
  return resolved.items === undefined ? name : `${name} of ${typeName(resolved.items, root)}`;
}

/** Null: there is no such field. `campaign` is the document; lists are stepped through without an index. */
export function explainField(path: string, root: JsonSchema): FieldExplanation | null {
  const [first, ...rest] = path.split('.');
  if (first !== 'campaign') return null;
  let schema = resolveSchema(root, root);
  let required = true;
  for (const key of rest.filter((part) => !/^\d+$/.test(part))) {
    const inside = schema.items === undefined ? schema : resolveSchema(schema.items, root);
    const next = inside.properties !== undefined && Object.hasOwn(inside.properties, key) ? inside.properties[key] : undefined;
    if (next === undefined) return null;
    required = inside.required?.includes(key) === true;
    schema = resolveSchema(next, root);
  }
  const inside = schema.items === undefined ? schema : resolveSchema(schema.items, root);
  return {
    path, type: typeName(schema, root), description: schema.description ?? '', required, default: schema.default ?? null,
    fields: Object.entries(inside.properties ?? {}).map(([name, field]) => {
      const resolved = resolveSchema(field, root);
      return { name, type: typeName(resolved, root), description: resolved.description ?? '', required: inside.required?.includes(name) === true, default: resolved.default ?? null };
    }),
  };
}

export function drawField(field: FieldExplanation, paint: Paint): string[] {
  const mark = (entry: { readonly required: boolean; readonly default: unknown }): string => (entry.required ? ', required' : entry.default === null ? '' : `, ${JSON.stringify(entry.default)} when left out`);
  return [
    `${paint(escapeHostile(field.path), 'strong')}  ${field.type}${mark(field)}`, `  ${field.description}`,
    ...(field.fields.length === 0 ? [] : ['', ...field.fields.flatMap((entry) => [`  ${paint(entry.name, 'strong')}  ${entry.type}${mark(entry)}`, `    ${entry.description}`])]),
  ];
}
