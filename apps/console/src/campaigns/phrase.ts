import { type en } from '../i18n/en.ts';
import { type ValuesOf } from '../i18n/catalogue.ts';
import { type TextKey } from '../i18n/use-text.ts';

/** What a sentence says, apart from the language that it is said in. */
export interface Phrase {
  readonly key: TextKey;
  readonly values?: Readonly<Record<string, PhraseValue>>;
}

/** Numbers get their separators, moments the clock and the day, and phrases the language, when the sentence is said. `count` also chooses the plural. */
export type PhraseValue = string | number | Date | Phrase;

/** What a text with a plural is asked for is `count`; the catalogue's `smart_count` follows from it. */
type Names<Record> = Exclude<keyof Record, 'smart_count'> | ('smart_count' extends keyof Record ? 'count' : never);
type Named<Values> = Values extends readonly [infer Record] ? [values: { readonly [Name in Names<Record>]: PhraseValue }] : [];

export const phrase = <Key extends TextKey>(key: Key, ...[values]: Named<ValuesOf<typeof en, Key>>): Phrase => (values === undefined ? { key } : { key, values });
