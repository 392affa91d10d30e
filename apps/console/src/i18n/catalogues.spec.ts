import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { fillText } from './fill-text.ts';
import { zh } from './zh.ts';

const references = import.meta.glob<string>('../../../../docs/reference/*.md', { query: '?raw', import: 'default', eager: true });
const reference = (name: string): string => {
  const text = Object.entries(references).find(([path]) => path.endsWith(`/${name}.md`))?.[1];
  if (text === undefined) throw new Error(`there is no reference ${name}`);
  return text;
};

type Tree = { readonly [key: string]: string | Tree };
const flat = (tree: Tree, path = ''): (readonly [string, string])[] => Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as const] : flat(value, `${path}${key}.`)));
const places = (text: string): string[] => [...new Set([...text.matchAll(/%\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();
const english = new Map(flat(en));
const chinese = new Map(flat(zh));

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('need the same values for each text', () => {
    const different = [...english].filter(([key, text]) => places(text).join() !== places(chinese.get(key) ?? '').join()).map(([key]) => key);
    expect(different).toEqual([]);
  });

  it('have words for every code that the reference lists', () => {
    const [, refusals = '', failures = ''] = reference('errors').split(/^## /m);
    const codes = (text: string): string[] => [...text.matchAll(/^### `([^`]+)`/gm)].map((match) => match[1] ?? '');
    expect(codes(refusals).filter((code) => !(code in en.errors.refusal))).toEqual([]);
    expect(codes(failures).filter((code) => !(code in en.errors.code))).toEqual([]);
    expect(codes(reference('preflight-checks')).filter((check) => !(check.replaceAll('.', '_') in en.codes.check))).toEqual([]);
    const actions = [...(reference('events').split(/^## /m)[1] ?? '').matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '');
    expect(actions.length).toBeGreaterThan(20);
    expect(actions.filter((action) => !(action.replaceAll('.', '_') in en.codes.auditAction))).toEqual([]);
  });
});

describe('a text', () => {
  it.each([[1, '1 node'], [0, '0 nodes'], [12_431, '12,431 nodes']])('is in the right number for %i', (smart_count, text) => {
    expect(fillText('%{smart_count} node |||| %{smart_count} nodes', { smart_count }, 'en-GB')).toBe(text);
  });

  it('keeps what it was not given, so that a mistake is seen', () => {
    expect(fillText('Halt %{name}?', {}, 'en-GB')).toBe('Halt %{name}?');
  });

  it('does not fill in what a value brings along', () => {
    expect(fillText('Halt %{name}?', { name: '%{name} |||| $&' }, 'en-GB')).toBe('Halt %{name} |||| $&?');
  });
});
