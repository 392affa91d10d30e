import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';

const schema = buildSchema(readFileSync(new URL('../generated/schema.graphql', import.meta.url), 'utf8'));

interface Described { readonly name: string; readonly description: string | null | undefined }

/** Everything that the reference shows. */
function everything(): readonly Described[] {
  return Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type)).flatMap((type): Described[] => {
    const own = { name: type.name, description: type.description };
    const within = ({ name, description }: Described): Described => ({ name: `${type.name}.${name}`, description });
    if (isEnumType(type)) return [own, ...type.getValues().map(within)];
    if (isInputObjectType(type)) return [own, ...Object.values(type.getFields()).map(within)];
    if (!isObjectType(type) && !isInterfaceType(type)) return [own];
    return [own, ...Object.values(type.getFields()).flatMap((field) => [within(field), ...field.args.map((argument) => ({ name: `${type.name}.${field.name}(${argument.name}:)`, description: argument.description }))])];
  });
}

// What every list and every command takes is described where its type is.
const saysItself = /\((input|page|filter|sort|id):\)$/;

describe('the schema', () => {
  it('describes every type, field, argument and value', () => {
    const all = everything();
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter(({ name, description }) => (description ?? '').trim() === '' && !saysItself.test(name)).map(({ name }) => name)).toEqual([]);
  });

  it('describes in sentences', () => {
    expect(everything().filter(({ description }) => (description ?? '') !== '' && !/[.:]$/.test((description ?? '').trim())).map(({ name }) => name)).toEqual([]);
  });

  it('has one input for each mutation that takes one, with a key to repeat it safely', () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    const without = ['signIn', 'signOut'];
    for (const { name, args } of mutations.filter((field) => !without.includes(field.name))) {
      expect([name, args.map((argument) => argument.name)]).toEqual([name, ['input']]);
      const input = args[0] === undefined ? null : schema.getType(String(args[0].type).replace('!', ''));
      expect([name, isInputObjectType(input) && 'idempotencyKey' in input.getFields()]).toEqual([name, true]);
    }
  });

  it('answers each mutation with its refusals', () => {
    for (const { name, type } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const payload = schema.getType(String(type).replace('!', ''));
      expect([name, isObjectType(payload) && 'userErrors' in payload.getFields()]).toEqual([name, true]);
    }
  });
});
