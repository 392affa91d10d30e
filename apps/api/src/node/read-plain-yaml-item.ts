export type YamlEntry = readonly [string, unknown];

// Words of letters, digits and signs that mean nothing in YAML wherever they stand behind the first character, one blank apart.
const word = '[A-Za-z0-9][A-Za-z0-9._/@+=-]*';
const value = `(?:(${word}(?: ${word})*)|"([A-Za-z0-9._/@+= -]+)")`;
const key = '([a-z][A-Za-z0-9._/-]*)';
const valueLine = new RegExp(`^( +)${key}: ${value}$`);
const headLine = new RegExp(`^( +)${key}:$`);
const itemLine = new RegExp(`^( +)- ${value}$`);
/** These are no texts, as a value or as a key. */
const meansMore: ReadonlySet<string> = new Set(['null', 'Null', 'NULL', 'true', 'false']);

interface Nested { readonly column: string; indent: number; readonly items: string[]; readonly pairs: Map<string, string> }

/**
 * An item as nearly all are: columns with plain words, lists and labels of them, nothing that needs understanding. Null: the parser of YAML
 * has to say what it is. It makes a document of every item, which of a hundred thousand is minutes of work and hundreds of MiB of garbage.
 */
export function readPlainYamlItem(text: string): readonly YamlEntry[] | null {
  const entries = new Map<string, unknown>();
  let indent: number | null = null;
  let nested: Nested | null = null;
  const end = (): boolean => {
    if (nested === null) return true;
    const { column, items, pairs } = nested;
    nested = null;
    if ((items.length === 0) === (pairs.size === 0)) return false;
    entries.set(column, items.length > 0 ? items : Object.fromEntries(pairs));
    return true;
  };
  for (const line of text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n')) {
    const pair = valueLine.exec(line);
    const head = pair === null ? headLine.exec(line) : null;
    const item = pair === null && head === null ? itemLine.exec(line) : null;
    const found = pair ?? head ?? item;
    if (found === null) return null;
    const depth = found[1]?.length ?? 0;
    indent ??= depth;
    const [, , name = '', plain, quoted] = item === null ? found : [found[0], found[1], '', found[2], found[3]];
    const said = plain ?? quoted ?? '';
    if (plain === 'null' || plain === 'Null' || plain === 'NULL' || meansMore.has(name)) return null;
    if (depth === indent && item === null) {
      if (!end() || name === 'probes' || entries.has(name)) return null;
      if (pair === null) nested = { column: name, indent: 0, items: [], pairs: new Map() };
      else entries.set(name, said);
      continue;
    }
    const open: Nested | null = nested;
    if (open === null || depth <= indent || head !== null) return null;
    if (open.indent === 0) open.indent = depth;
    if (open.indent !== depth) return null;
    if (item !== null) open.items.push(said);
    else if (open.pairs.has(name)) return null;
    else open.pairs.set(name, said);
  }
  return end() && entries.size > 0 ? [...entries] : null;
}
