import { type sentenceTexts } from './sentence-texts.ts';

/**
 * What a sentence says, apart from the language that it is said in: a stable name and what is filled in. It is stored and sent beside the
 * English text, which `tell` makes of it, so that a screen may say the same in another language.
 */
export interface Sentence {
  readonly code: string;
  readonly values: SentenceValues;
}

/** A word of a closed set that screens have names for, such as `runState.STAGED`; English shows what follows the first dot. */
export interface Term {
  readonly term: `${TermGroup}.${string}`;
}
export type TermGroup = 'campaignState' | 'waveState' | 'runState' | 'check' | 'reason';

/** A list for people: enough to see the pattern, and how many it leaves out. */
export interface Names {
  readonly names: readonly (string | Sentence | Term)[];
  readonly more: number;
}

/** A moment. */
export interface Moment {
  readonly at: string;
}

/** A plain text is a name, or what a node or a program said: it is never translated. */
export type SentenceValue = string | number | Names | Moment | Term | Sentence;
export type SentenceValues = Readonly<Record<string, SentenceValue>>;

type Texts = typeof sentenceTexts;
/** `group.name` of all sentences. */
export type SentenceCode = { [Group in keyof Texts]: `${Group}.${keyof Texts[Group] & string}` }[keyof Texts];

type TextOf<Code> = Code extends `${infer Group}.${infer Name}` ? (Group extends keyof Texts ? (Name extends keyof Texts[Group] ? Texts[Group][Name] : never) : never) : never;
type NamesIn<Text> = Text extends `${string}%{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type ValuesOf<Code> = [NamesIn<TextOf<Code>>] extends [never] ? [] : [values: { readonly [Name in NamesIn<TextOf<Code>>]: SentenceValue }];

/** A sentence by its code; codes and the values that they need are checked by the compiler. */
export const sentence = <Code extends SentenceCode>(code: Code, ...[values]: ValuesOf<Code>): Sentence => ({ code, values: values ?? {} });

// Enough to see the pattern, and what a node says must not fill a screen.
const namesMaxDefault = 10;

export const names = (all: Names['names'], max: number = namesMaxDefault): Names => ({ names: all.slice(0, max), more: Math.max(0, all.length - max) });
