import { useTranslate } from 'ra-core';
import { useCallback } from 'react';
import { type PathOf, type ValuesOf } from './catalogue.ts';
import { type en } from './en.ts';

export type TextKey = PathOf<typeof en>;
/** A text by its key; keys and the values that they need are checked by the compiler. */
export type Text = <Key extends TextKey>(key: Key, ...values: ValuesOf<typeof en, Key>) => string;

export function useText(): Text {
  const translate = useTranslate();
  return useCallback((key, ...values) => translate(key, values[0] ?? {}), [translate]);
}
