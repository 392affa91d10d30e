/** One `- ` item of the outermost sequence, as text that is YAML by itself; or why there is none. */
export type YamlPiece = { readonly kind: 'item'; readonly text: string; readonly line: number } | { readonly kind: 'fault'; readonly line: number; readonly message: string };

const itemLengthMax = 65_536;

/**
 * Cuts a block sequence into its items as it comes in. In YAML a line that begins with a dash at the indentation of the sequence is always its
 * next item, whatever the item before contains, so nothing must be understood here. Holds one item and one chunk; the first fault ends it.
 */
export async function* splitYaml(chunks: AsyncIterable<string>): AsyncGenerator<YamlPiece> {
  let indent: string | null = null;
  let item: string[] = [];
  let length = 0;
  let itemLine = 1;
  let number = 0;
  let ended = false;
  for await (const line of linesOf(chunks)) {
    number += 1;
    const fault = line === null ? `a line is longer than ${String(itemLengthMax)} characters` : null;
    if (fault !== null || line === null) {
      yield { kind: 'fault', line: number, message: fault ?? '' };
      return;
    }
    const [, blanks = '', rest = ''] = /^( *)(.*)$/s.exec(line) ?? [];
    const isEmpty = rest === '' || rest.startsWith('#');
    if (/^(---|\.\.\.)(\s|$)/.test(line) || line.startsWith('%')) {
      if (line.startsWith('%') || (line.startsWith('---') && (indent !== null || !/^---\s*(#.*)?$/.test(line)))) {
        yield { kind: 'fault', line: number, message: 'one document without directives is read, a sequence of mappings' };
        return;
      }
      ended = ended || line.startsWith('...');
      continue;
    }
    if (ended && !isEmpty) {
      yield { kind: 'fault', line: number, message: 'something stands behind the end of the document' };
      return;
    }
    if (indent === null && isEmpty) continue;
    const isItem = /^-(\s|$)/.test(rest) && (indent === null || blanks === indent);
    if (!isItem && (indent === null || (!isEmpty && blanks.length <= indent.length))) {
      yield { kind: 'fault', line: number, message: indent === null ? 'the text is not a sequence of mappings that begin with "- "' : 'this line belongs to no item: it is not indented deeper than the dashes' };
      return;
    }
    if (isItem) {
      if (indent !== null) yield { kind: 'item', text: `${item.join('\n')}\n`, line: itemLine };
      indent = blanks;
      item = [];
      length = 0;
      itemLine = number;
    }
    // The dash becomes a blank, and what is left is the mapping alone.
    item.push(isItem ? `${blanks} ${rest.slice(1)}` : line);
    length += line.length;
    if (length > itemLengthMax) {
      yield { kind: 'fault', line: itemLine, message: `the item is longer than ${String(itemLengthMax)} characters` };
      return;
    }
  }
  if (indent !== null) yield { kind: 'item', text: `${item.join('\n')}\n`, line: itemLine };
}

/** Null: a line that never ends. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string | null> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
    if (rest.length > itemLengthMax) {
      yield null;
      return;
    }
  }
  if (rest !== '') yield rest;
}
