/** Letters of other scripts that look like ASCII ones (Unicode's confusables, the single letters that keyboards have), by what they look like. */
const lookAlikes: Readonly<Record<string, string>> = {
  a: 'аɑα', b: 'Ьв', c: 'сϲ', d: 'ԁ', e: 'еҽ', g: 'ɡ', h: 'һ', i: 'іıι', j: 'јϳ', k: 'κк', l: 'ⅼӏ', m: 'м', n: 'ոп', o: 'оοօ', p: 'рρ', q: 'ԛ', r: 'г', s: 'ѕ', t: 'т', u: 'υս', v: 'νѵ', w: 'ԝω', x: 'хχ', y: 'уγ', z: 'ᴢ',
  A: 'АΑ', B: 'ВΒ', C: 'СϹ', E: 'ЕΕ', H: 'НΗ', I: 'ІΙ', J: 'Ј', K: 'КΚ', M: 'МΜ', N: 'Ν', O: 'ОΟ', P: 'РΡ', S: 'Ѕ', T: 'ТΤ', X: 'ХΧ', Y: 'УΥ', Z: 'Ζ', '-': '‐‑‒–—−', '.': '․。', _: '＿', 0: '０', 1: '１',
};

const asciiOf = new Map(Object.entries(lookAlikes).flatMap(([ascii, others]) => [...others].map((other) => [other, ascii] as const)));

/** What is not ASCII in a text, or null: the first such character, its place from 1, and the ASCII character that it passes for. */
export function firstNonAscii(text: string): { readonly character: string; readonly codePoint: string; readonly place: number; readonly looksLike: string | null } | null {
  const characters = [...text];
  const index = characters.findIndex((character) => character > '\u007e');
  const character = characters[index];
  if (character === undefined) return null;
  const full = character.normalize('NFKC');
  const looksLike = asciiOf.get(character) ?? (/^[\x21-\x7e]+$/.test(full) ? full : null);
  return { character, codePoint: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`, place: index + 1, looksLike };
}
