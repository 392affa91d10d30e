import { type Formats } from '../i18n/formats.ts';
import { type Phrase, type PhraseValue } from './phrase.ts';

type Translate = (key: string, values: Readonly<Record<string, string | number>>) => string;

/** A phrase in a language. `count` picks the plural and is written with separators, like every other number. */
export function say(translate: Translate, formats: Pick<Formats, 'count' | 'clock'>, { key, values }: Phrase): string {
  const shown: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values ?? {})) shown[name] = shownValue(translate, formats, value);
  const count = values?.['count'];
  if (typeof count === 'number') shown['smart_count'] = count;
  return translate(key, shown);
}

function shownValue(translate: Translate, formats: Pick<Formats, 'count' | 'clock'>, value: PhraseValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formats.count(value);
  return value instanceof Date ? formats.clock(value) : say(translate, formats, value);
}
