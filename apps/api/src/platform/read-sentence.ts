import { type Sentence } from '@skein/core';

/** What was stored as a sentence, maybe by another version; null: it is none, and only its English text is known. */
export function readSentence(value: unknown): Sentence | null {
  if (typeof value !== 'object' || value === null || !('code' in value) || !('values' in value)) return null;
  const { code, values } = value;
  return typeof code === 'string' && typeof values === 'object' && values !== null ? { code, values: values as Sentence['values'] } : null;
}

/** The sentences of as many texts, in the same order; null where only the text is known. */
export const readSentences = (texts: readonly string[], stored: readonly unknown[] | undefined): (Sentence | null)[] => texts.map((_text, index) => readSentence(stored?.[index]));
