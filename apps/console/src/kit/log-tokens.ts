/** A piece of a line: text as it is, or a character that would do something, by name. */
export type LogToken = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'control'; readonly name: string };

// What a terminal or a browser would act on: control characters but tab, escape sequences as one token, and what turns the direction of text.
// eslint would call the control characters a mistake in a literal, so they are written as escapes of a string.
const hostile = new RegExp(
  ['\\u001b\\[[0-9;?]*[ -/]*[@-~]', '\\u001b\\][^\\u0007\\u001b]*(?:\\u0007|\\u001b\\\\)', '[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f]', '[\\u00ad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ufff9-\\ufffb]', '[\\u{e0000}-\\u{e007f}]'].join('|'), 'gu',
);
const names: Readonly<Record<number, string>> = { 0: 'NUL', 7: 'BEL', 8: 'BS', 11: 'VT', 12: 'FF', 13: 'CR', 27: 'ESC', 127: 'DEL' };

const nameOf = (match: string): string => {
  const code = match.codePointAt(0) ?? 0;
  if (match.length > 2 && code === 27) return `ESC${match.slice(1).replace(/[^\x20-\x7e]/g, '')}`;
  return names[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
};

/** Takes a line of a node's log apart so that nothing in it can act: markup stays text, and what is invisible gets a name. */
export function logTokens(line: string): LogToken[] {
  const tokens: LogToken[] = [];
  let from = 0;
  for (const match of line.matchAll(hostile)) {
    if (match.index > from) tokens.push({ kind: 'text', text: line.slice(from, match.index) });
    tokens.push({ kind: 'control', name: nameOf(match[0]) });
    from = match.index + match[0].length;
  }
  if (from < line.length) tokens.push({ kind: 'text', text: line.slice(from) });
  return tokens;
}
