import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type NodeHealth, nodeHealths, type StateClass, stateClasses } from './state-class.ts';

const textKeys = ['site', 'os', 'domain', 'campaign'] as const;
const flagKeys = ['protected', 'held', 'quarantined', 'missing', 'retired'] as const;
const keysShown = [...['site', 'os', 'state', 'health', 'domain', 'campaign'], ...flagKeys, 'label.<key>'].join(', ');

/** One term of a query; all of them must hold. `negated`: none of the values. */
export type NodeQueryTerm =
  | { readonly key: 'word'; readonly word: string }
  | { readonly key: (typeof textKeys)[number]; readonly negated: boolean; readonly values: readonly string[] }
  | { readonly key: 'state'; readonly negated: boolean; readonly values: readonly StateClass[] }
  | { readonly key: 'health'; readonly negated: boolean; readonly values: readonly NodeHealth[] }
  | { readonly key: 'label'; readonly label: string; readonly negated: boolean; readonly values: readonly string[] }
  | { readonly key: (typeof flagKeys)[number]; readonly wanted: boolean };

export const nodeQueryLengthMax = 2000;
export const nodeQueryTermsMax = 30;
const valuesMax = 200;

interface Token { readonly kind: 'text' | 'sign'; readonly text: string; readonly quoted: boolean; readonly at: number }

/** Thrown and caught within this file: where the reader stopped, and why. */
class BadQuery extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/**
 * `site in (dc-01, dc-02) and state=FAILED and label.app!=db and web`: terms joined by `and`, or by nothing. A value with spaces or signs in it
 * stands in double quotes. Refuses with `badQuery`, which names the character, counted from 1.
 */
export function parseNodeQuery(query: string): readonly NodeQueryTerm[] | Refusal {
  try {
    if (query.length > nodeQueryLengthMax) throw new BadQuery(nodeQueryLengthMax, `a query has at most ${String(nodeQueryLengthMax)} characters`);
    return readTerms(readTokens(query), query.length);
  } catch (error) {
    if (!(error instanceof BadQuery)) throw error;
    return refuse('badQuery', `character ${String(error.at + 1)}: ${error.message}`, { field: ['filter', 'query'], hint: 'Such as: site=dc-01 and state in (FAILED,ATTENTION) and label.app=web' });
  }
}

function readTokens(query: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < query.length;) {
    const space = /^\s+/u.exec(query.slice(at))?.[0].length ?? 0;
    at += space;
    if (at >= query.length) break;
    const rest = query.slice(at);
    const sign = /^(!=|=|\(|\)|,)/u.exec(rest)?.[0];
    const quoted = /^"([^"]*)"/u.exec(rest);
    const plain = /^[^\s"=!(),]+/u.exec(rest)?.[0];
    if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, quoted: false, at });
    else if (quoted !== null) tokens.push({ kind: 'text', text: quoted[1] ?? '', quoted: true, at });
    else if (plain !== undefined) tokens.push({ kind: 'text', text: plain, quoted: false, at });
    else throw new BadQuery(at, rest.startsWith('"') ? 'the quotation mark is never closed' : '! stands only in !=');
    at += sign?.length ?? quoted?.[0].length ?? plain?.length ?? 1;
  }
  return tokens;
}

const isWord = (token: Token | undefined, word: string): boolean => token?.kind === 'text' && !token.quoted && token.text.toLowerCase() === word;
const isSign = (token: Token | undefined, sign: string): boolean => token?.kind === 'sign' && token.text === sign;

function readTerms(tokens: readonly Token[], length: number): readonly NodeQueryTerm[] {
  const terms: NodeQueryTerm[] = [];
  let next = 0;
  while (next < tokens.length) {
    if (terms.length > 0 && isWord(tokens[next], 'and')) {
      next += 1;
      if (next === tokens.length) throw new BadQuery(length, 'a term follows `and`');
    }
    const first = tokens[next];
    if (first === undefined) break;
    if (first.kind === 'sign') throw new BadQuery(first.at, `a term begins with a word, not with ${first.text}`);
    if (isWord(first, 'and')) throw new BadQuery(first.at, '`and` stands between two terms');
    const read = readTerm(tokens, next, length);
    terms.push(read.term);
    if (terms.length > nodeQueryTermsMax) throw new BadQuery(first.at, `a query has at most ${String(nodeQueryTermsMax)} terms`);
    next = read.next;
  }
  return terms;
}

/** What other query languages write would be looked for in host names here, and quietly find nothing. In quotes it is a word like any other. */
function refuseForeign({ text, at }: Token): void {
  const word = text.toLowerCase();
  if (word === 'or') throw new BadQuery(at, 'there is no `or`; values of one key stand in a list, as in site in (a,b)');
  if (word === 'not') throw new BadQuery(at, 'there is no `not`; write key!=value');
  const key = /^([^:]+):/u.exec(text)?.[1];
  if (key !== undefined && (isKnownKey(key) || key.startsWith('label.'))) throw new BadQuery(at, `a value follows ${key}=, not ${key}:`);
}

interface Read { readonly term: NodeQueryTerm; readonly next: number }

function readTerm(tokens: readonly Token[], start: number, length: number): Read {
  const first = tokens[start] as Token;
  const sign = tokens[start + 1];
  if (isSign(sign, '=') || isSign(sign, '!=')) {
    const value = tokens[start + 2];
    if (value?.kind !== 'text') throw new BadQuery(value?.at ?? length, `a value follows ${sign?.text ?? '='}`);
    return { term: termOf(first, isSign(sign, '!='), [value]), next: start + 3 };
  }
  if (isWord(sign, 'in') && isSign(tokens[start + 2], '(')) {
    const { values, next } = readList(tokens, start + 3, length);
    return { term: termOf(first, false, values), next };
  }
  if (first.text === '') throw new BadQuery(first.at, 'an empty word is part of every name');
  if (!first.quoted) refuseForeign(first);
  return { term: { key: 'word', word: first.text }, next: start + 1 };
}

function readList(tokens: readonly Token[], start: number, length: number): { readonly values: readonly Token[]; readonly next: number } {
  const values: Token[] = [];
  for (let next = start; ;) {
    const value = tokens[next];
    if (value?.kind !== 'text') throw new BadQuery(value?.at ?? length, 'a value is expected in the list');
    values.push(value);
    if (values.length > valuesMax) throw new BadQuery(value.at, `a list has at most ${String(valuesMax)} values`);
    const after = tokens[next + 1];
    if (isSign(after, ')')) return { values, next: next + 2 };
    if (!isSign(after, ',')) throw new BadQuery(after?.at ?? length, 'a list goes on with , or ends with )');
    next += 2;
  }
}

const isKnownKey = (key: string): boolean => isOneOf([...textKeys, ...flagKeys, 'state', 'health'], key);

const isOneOf = <Key extends string>(keys: readonly Key[], key: string): key is Key => (keys as readonly string[]).includes(key);

function termOf(name: Token, negated: boolean, tokens: readonly Token[]): NodeQueryTerm {
  const values = tokens.map((token) => token.text);
  const key = name.text;
  if (isOneOf(textKeys, key)) return { key, negated, values };
  if (key === 'state') return { key, negated, values: tokens.map((token) => choice(token, stateClasses, token.text.toUpperCase())) };
  if (key === 'health') return { key, negated, values: tokens.map((token) => choice(token, nodeHealths, token.text.toLowerCase())) };
  if (key.startsWith('label.') && key.length > 'label.'.length) return { key: 'label', label: key.slice('label.'.length), negated, values };
  if (isOneOf(flagKeys, key)) {
    const [value] = tokens;
    if (tokens.length !== 1 || value === undefined) throw new BadQuery(name.at, `${key} is true or false, not a list`);
    return { key, wanted: (choice(value, ['true', 'false'], value.text.toLowerCase()) === 'true') !== negated };
  }
  throw new BadQuery(name.at, `there is no key ${JSON.stringify(key.slice(0, 60))}; the keys are ${keysShown}`);
}

function choice<Value extends string>(token: Token, values: readonly Value[], text: string): Value {
  if (!isOneOf(values, text)) throw new BadQuery(token.at, `${JSON.stringify(token.text.slice(0, 60))} is none of ${values.join(', ')}`);
  return text;
}
