import { type Locale } from '../i18n/locale.ts';
import { type HelpEntry, helpEntries, textOf } from './help-pages.ts';

export interface HelpHit {
  readonly entry: HelpEntry;
  readonly title: string;
  /** Heading that was found; null: the page's own title. */
  readonly heading: { readonly text: string; readonly anchor: string } | null;
}

const hitsMax = 40;
const plain = (text: string): string => text.replaceAll('`', '').toLowerCase();

/** Pages and headings that hold every word, titles first. The titles of the other language are searched too: people remember either. */
export function searchHelp(words: string, locale: Locale): readonly HelpHit[] {
  const wanted = plain(words).split(/\s+/u).filter((word) => word !== '');
  if (wanted.length === 0) return [];
  const holds = (text: string): boolean => wanted.every((word) => plain(text).includes(word));
  const titles = helpEntries.filter((entry) => holds(`${entry.en.title} ${entry.zh?.title ?? ''} ${entry.slug}`)).map((entry): HelpHit => ({ entry, title: textOf(entry, locale).title, heading: null }));
  const headings = helpEntries.flatMap((entry) => {
    const text = textOf(entry, locale);
    return text.headings.filter((heading) => holds(heading.text)).map((heading): HelpHit => ({ entry, title: text.title, heading }));
  });
  return [...titles, ...headings].slice(0, hitsMax);
}
