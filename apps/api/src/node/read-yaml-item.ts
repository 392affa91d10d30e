import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';

export type YamlItem = { readonly kind: 'entries'; readonly entries: readonly (readonly [string, unknown])[] | null } | { readonly kind: 'fault'; readonly message: string };

/**
 * One mapping as pairs of column and value. Anchors, aliases and tags are refused: they make a small file large or a text something else. A
 * number or date keeps the text that was written, since an id of digits is an id; only inside `probes` numbers are numbers.
 */
export function readYamlItem(text: string, firstLine: number): YamlItem {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.2', schema: 'core', customTags: [], merge: false, uniqueKeys: true, strict: true, prettyErrors: false, lineCounter: lines, logLevel: 'silent' });
  const lineOf = (offset: number): number => firstLine + Math.max(0, lines.linePos(offset).line - 1);
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined) return { kind: 'fault', message: `line ${String(lineOf(problem.pos[0]))}: ${problem.message.slice(0, 200)}` };
  const trick = firstTrick(document);
  if (trick !== null) return { kind: 'fault', message: `line ${String(lineOf(trick.offset))}: anchors, aliases and tags are not allowed; write the value out` };
  const { contents } = document;
  if (!isMap(contents)) return { kind: 'entries', entries: null };
  const entries = contents.items.map(({ key, value }): readonly [string, unknown] => {
    const column = isScalar(key) ? key.source ?? '' : '';
    return [column, column === 'probes' ? plain(value, false) : plain(value, true)];
  });
  return { kind: 'entries', entries };
}

function firstTrick(document: Document): { readonly offset: number } | null {
  let found: { readonly offset: number } | null = null;
  visit(document, {
    Node(_key, node) {
      if (!isAlias(node) && node.anchor === undefined && node.tag === undefined) return undefined;
      found = { offset: node.range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return found;
}

function plain(node: unknown, asWritten: boolean): unknown {
  if (isScalar(node)) return node.value === null ? null : asWritten ? node.source ?? '' : node.value;
  if (isSeq(node)) return node.items.map((item) => plain(item, asWritten));
  // Made from pairs, so that a key called __proto__ is a key.
  if (isMap(node)) return Object.fromEntries(node.items.map(({ key, value }) => [isScalar(key) ? key.source ?? '' : '', plain(value, asWritten)]));
  return null;
}
