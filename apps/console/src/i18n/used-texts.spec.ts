import { describe, expect, it } from 'vitest';
import { en } from './en.ts';

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.spec.{ts,tsx}', '!../**/testing/**', '!../generated/**', '!./en/**', '!./zh/**'], { query: '?raw', import: 'default', eager: true });

type Tree = { readonly [key: string]: string | Tree };
const keysOf = (tree: Tree, path = ''): string[] => Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`)));

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** `'a' | 'b'` in a type says which; what an expression gives is one step of the path. */
const stepsOf = (expression: string): string => {
  const names = /^\s*'[^']*'(?:\s*\|\s*'[^']*')*\s*$/.test(expression) ? [...expression.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '') : null;
  return names === null ? '[^.]+' : `(?:${names.map(escaped).join('|')})`;
};

/** Every text in quotes, and every template as a pattern; templates that begin with anything at all, such as addresses, say nothing of keys. */
function mentionsIn(texts: readonly string[]): (key: string) => boolean {
  const plain = new Set<string>();
  const patterns = new Set<string>();
  for (const text of texts) {
    for (const [, name] of text.matchAll(/'([A-Za-z][\w.-]*)'/g)) if (name !== undefined) plain.add(name);
    for (const [, template = ''] of text.matchAll(/`((?:[\w.-]|\$\{[^{}`]*\})+)`/g)) {
      const pattern = template.split(/\$\{([^{}]*)\}/).map((part, index) => (index % 2 === 0 ? escaped(part) : stepsOf(part))).join('');
      if (/^(?:[a-z]\w*|\(\?:[^)]*\))\\\./i.test(pattern)) patterns.add(pattern);
    }
  }
  const templates = [...patterns].map((pattern) => new RegExp(`^${pattern}$`));
  return (key) => plain.has(key) || templates.some((pattern) => pattern.test(key));
}

describe('the texts of the console', () => {
  it('are all shown somewhere', () => {
    const mentioned = mentionsIn(Object.values(sources));
    expect(Object.keys(sources).length).toBeGreaterThan(100);
    expect(keysOf(en).filter((key) => !mentioned(key))).toEqual([]);
  });

  it.each([
    ['words.role.ADMIN', "t('words.role.ADMIN')", true], ['words.role.ADMIN', 't(`words.role.${role}`)', true], ['words.role.ADMIN', "`words.${'role' | 'health'}.ADMIN`", true],
    ['words.role.ADMIN', "t('words.role')", false], ['words.role.ADMIN', "`words.${'health'}.ADMIN`", false], ['words.role.ADMIN', 't(`words.${role}`)', false], ['words.role.ADMIN', '`${what}.ADMIN`', false],
  ])('%s is used by %s: %s', (key, source, used) => {
    expect(mentionsIn([source])(key)).toBe(used);
  });
});
