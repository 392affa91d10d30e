import { createFormats } from '../../i18n/formats.ts';
import { en } from '../../i18n/en.ts';
import { fillText } from '../../i18n/fill-text.ts';
import { type Phrase } from '../phrase.ts';
import { say } from '../say.ts';

const formats = createFormats('en-GB');
const textAt = (key: string): string => key.split('.').reduce<unknown>((part, name) => (part as Readonly<Record<string, unknown>>)[name], en) as string;

/** What an English reader reads. Moments are said in UTC, whatever the machine's zone. */
export const sayEnglish = (what: Phrase | string | null): string | null =>
  (what === null || typeof what === 'string' ? what : say((key, values) => fillText(textAt(key), values, 'en-GB'), { count: formats.count, clock: (at) => new Date(at).toISOString().slice(0, 16) }, what));
