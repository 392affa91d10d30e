// Control characters move cursors, clear screens and set titles; format characters turn text around or hide it. Whatever a node or a file says
// may hold them. Lone surrogates are no text at all.
const hostile = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

const asCode = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
};

/** For one line of a terminal: what could act on the terminal or on the reader's eye is shown as a code. */
export const escapeHostile = (text: string): string => text.replaceAll(hostile, asCode);

/** For a log: line ends and tabs stay, everything else of that kind is shown as a code. */
export const escapeHostileLines = (text: string): string => text.replaceAll(hostile, (character) => (character === '\n' || character === '\t' ? character : asCode(character)));

/** For JSON and double-quoted YAML: the same value, written in ASCII where it could act on a terminal. */
export const escapeHostileQuoted = (text: string): string => text.replaceAll(hostile, (character) => {
  if (character === '\n') return character;
  return [...Array(character.length).keys()].map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
});

export const holdsHostile = (text: string): boolean => text.search(hostile) !== -1;
