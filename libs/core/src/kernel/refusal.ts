import { type Sentence } from '../sentence/sentence.ts';
import { type RefusalCode } from './refusal-catalogue.ts';

/**
 * A "no" that a caller can act on. Refusals are values, never thrown; what is thrown is a bug or a broken dependency.
 * `code` is stable and public (GraphQL userErrors, CLI), with cause and remedy in the catalogue; `message` says what and where, `hint` what to do next.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  readonly message: string;
  readonly field?: readonly string[];
  readonly hint?: string;
  /** What `message` says, in any language; left out where the code says enough. */
  readonly sentence?: Sentence;
}

/** A refusal in any language: what it says itself, else what its code means. */
export const refusalSentence = ({ code, sentence }: Refusal): Sentence => sentence ?? { code: `refusal.${code}`, values: {} };

export const refuse = (code: RefusalCode, message: string, more: { field?: readonly string[]; hint?: string; sentence?: Sentence } = {}): Refusal => ({ refused: true, code, message, ...more });

export const isRefusal = (value: unknown): value is Refusal => typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
