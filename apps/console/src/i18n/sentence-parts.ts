/** A part of a sentence: words of the page's language, or what is the same in every language, because it is a name or because a node or a program said it. */
export type SaidPart = string | { readonly foreign: string };

interface Sayer {
  readonly count: (value: number) => string;
  readonly clock: (at: string) => string;
  /** A text of the catalogue, filled in; empty where there is none. */
  readonly phrase: (key: string, values: Readonly<Record<string, string>>) => string;
}

// Stand in for values while a text is filled in, so that what a value brings along is never taken for our words. They are no characters of any text.
const [opening, closing] = ['\uE000', '\uE001'];
const marks = /\uE000(\d+)\uE001/u;

const termGroups: Readonly<Record<string, string>> = { campaignState: 'words.campaignState', waveState: 'words.waveState', runState: 'words.runState', check: 'codes.check', reason: 'codes.reason' };

/** What was sent as a sentence, in the language of the page; null: its code has no text here. It was stored, maybe by another version, so nothing about it is taken for granted. */
export function sentenceParts({ code, values }: { readonly code: string; readonly values: Readonly<Record<string, unknown>> }, sayer: Sayer): readonly SaidPart[] | null {
  const names = Object.keys(values);
  const key = code.startsWith('refusal.') ? `errors.${code}` : `sentences.${code}`;
  const filled = sayer.phrase(key, Object.fromEntries(names.map((name, index) => [name, `${opening}${String(index)}${closing}`])));
  if (filled === '') return null;
  return filled.split(marks).flatMap((part, index) => (index % 2 === 0 ? (part === '' ? [] : [part]) : valueParts(values[names[Number(part)] ?? ''], sayer)));
}

function valueParts(value: unknown, sayer: Sayer): readonly SaidPart[] {
  if (typeof value === 'number') return [sayer.count(value)];
  if (typeof value === 'string') return [{ foreign: value }];
  const { at, term, names, more, code, values } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>;
  if (typeof at === 'string') return [sayer.clock(at)];
  if (typeof term === 'string') return [termText(term, sayer)];
  if (Array.isArray(names)) return listParts(names, typeof more === 'number' ? more : 0, sayer);
  if (typeof code === 'string' && typeof values === 'object' && values !== null) return sentenceParts({ code, values: values as Readonly<Record<string, unknown>> }, sayer) ?? [{ foreign: code }];
  return [{ foreign: JSON.stringify(value ?? null) }];
}

function termText(term: string, { phrase }: Sayer): SaidPart {
  const dot = term.indexOf('.');
  const word = term.slice(dot + 1);
  const text = phrase(`${termGroups[term.slice(0, dot)] ?? ''}.${word.replaceAll('.', '_')}`, {});
  return text === '' ? { foreign: word } : text;
}

function listParts(names: readonly unknown[], more: number, sayer: Sayer): readonly SaidPart[] {
  const between = sayer.phrase('kit.listSeparator', {});
  const listed = names.flatMap((name, index) => [...(index === 0 ? [] : [between]), ...valueParts(name, sayer)]);
  return more > 0 ? [...listed, sayer.phrase('kit.listMore', { count: sayer.count(more) })] : listed;
}
