import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainYamlItem } from './read-plain-yaml-item.ts';
import { parseYamlItem } from './read-yaml-item.ts';

const ordinary = `  externalId: i-0001
  hostname: web-1.example
  address: 10.0.0.1
  port: 22
  protected: true
  hostKeys:
    - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==
  domains:
    - region-1/az-2/rack-7
    - region-1
  labels:
    app: web
    tier: "2"
`;

const parsed = (text: string): unknown => {
  const item = parseYamlItem(text, 1);
  return item.kind === 'entries' ? item.entries : null;
};

describe('an item of a YAML inventory that needs no parser', () => {
  it('is read as the parser reads it', () => {
    expect(readPlainYamlItem(ordinary)).not.toBeNull();
    expect(readPlainYamlItem(ordinary)).toEqual(parsed(ordinary));
  });

  it.each([
    ['nothing at all', '\n'], ['an empty value', '  role:\n  port: 22\n'], ['null', '  role: null\n'], ['a comment', '  role: web # of old\n'], ['a text that goes on in the next line', '  role: web\n    server\n'],
    ['an address with colons', '  address: 2001:db8::1\n'], ['a key twice', '  port: 22\n  port: 23\n'], ['a label twice', '  labels:\n    app: a\n    app: b\n'], ['an anchor', '  role: &a web\n'], ['an alias', '  role: *a\n'],
    ['a tag', '  role: !!str web\n'], ['a flow list', '  domains: [a, b]\n'], ['a literal', '  role: |\n    web\n'], ['probes', '  probes:\n    - tcp\n'], ['a list and pairs in one', '  labels:\n    - a\n    app: web\n'],
    ['a list in a list', '  domains:\n    - - a\n'], ['pairs in a list', '  domains:\n    - a: b\n'], ['columns that are not below each other', '  port: 22\n role: web\n'], ['lists that are not below each other', '  domains:\n    - a\n     - b\n'],
    ['a list that is not deeper', '  domains:\n  - a\n'], ['a tab', '  role:\tweb\n'], ['an escape', '  role: "we\\u0062"\n'], ['single quotes', "  role: 'web'\n"], ['a key that is no text', '  labels:\n    true: web\n'], ['blanks at the end', '  role: web \n'],
  ])('is left to the parser when it has %s', (_what, text) => {
    expect(readPlainYamlItem(text)).toBeNull();
  });

  it('never says anything else than the parser, whatever lines there are', () => {
    const name = fc.constantFrom('role', 'port', 'labels', 'domains', 'app', 'x.y', 'null', 'true', 'Null', '1', 'probes', '__proto__', 'n', 'y', 'on');
    const text = fc.constantFrom('web', '22', '0x1f', '1e3', '2026-01-01', '-', 'a b', '"a b"', '""', 'null', 'Null', '~', 'true', 'no', 'a:b', 'a: b', 'a #b', 'a#b', '- a', '1_000', '.inf', '=', 'a=', '@a', "'a'", 'a-', 'ssh-ed25519 AAAA+/=', '"1"', '{}', '[]');
    const line = fc.oneof(fc.tuple(name, text).map(([key, value]) => `${key}: ${value}`), name.map((key) => `${key}:`), text.map((value) => `- ${value}`), text);
    const item = fc.array(fc.tuple(fc.constantFrom('  ', '  ', '    ', '   ', ' ', '      '), line).map(([blanks, rest]) => `${blanks}${rest}`), { minLength: 1, maxLength: 6 }).map((lines) => `${lines.join('\n')}\n`);
    let read = 0;
    fc.assert(fc.property(item, (generated) => {
      const plain = readPlainYamlItem(generated);
      if (plain === null) return;
      read += 1;
      expect(plain).toEqual(parsed(generated));
    }), { numRuns: 20_000 });
    expect(read).toBeGreaterThan(100);
  });
});
