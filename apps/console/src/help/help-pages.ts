import { type Locale } from '../i18n/locale.ts';
import index from '../generated/help-index.json' with { type: 'json' };

export type HelpKind = 'tutorial' | 'howTo' | 'reference' | 'background';

interface HelpText {
  readonly title: string;
  readonly headings: readonly { readonly text: string; readonly anchor: string }[];
}

export interface HelpEntry {
  /** Last part of the address that shows it. */
  readonly slug: string;
  readonly kind: HelpKind;
  /** Path of the document in the repository, without its ending. */
  readonly path: string;
  readonly en: HelpText;
  /** null: in English only. */
  readonly zh: HelpText | null;
}

export const helpEntries = index as readonly HelpEntry[];
export const helpKinds: readonly HelpKind[] = ['tutorial', 'howTo', 'reference', 'background'];

export const helpEntryOf = (slug: string): HelpEntry | null => helpEntries.find((entry) => entry.slug === slug) ?? null;

/** The language in which a page can be shown to somebody who reads `locale`. */
export const languageOf = (entry: HelpEntry, locale: Locale): Locale => (locale === 'zh' && entry.zh !== null ? 'zh' : 'en');
export const textOf = (entry: HelpEntry, locale: Locale): HelpText => (locale === 'zh' ? entry.zh : null) ?? entry.en;

// Each page is a file of its own, fetched when it is opened; the documents are part of the build, so nothing is asked of any other host.
const sources = import.meta.glob<string>(['../../../../docs/{tutorial,how-to,reference}/*.md', '../../../../docs/{glossary,integrations,runner-protocol}.md'], { query: '?raw', import: 'default' });

/** The text of a page. Throws when it cannot be fetched. */
export async function loadHelpPage(entry: HelpEntry, language: Locale): Promise<string> {
  const load = sources[`../../../../${entry.path}${language === 'zh' ? '.zh' : ''}.md`];
  if (load === undefined) throw new Error(`the page ${entry.slug} is not part of this build`);
  return load();
}

export interface HelpTarget {
  readonly slug: string;
  readonly anchor: string | null;
}

/** Where a link within a page leads; null: to something that is not part of the help, such as a file of the sources. */
export function targetOf(from: HelpEntry, link: string): HelpTarget | null {
  const [file = '', anchor = null] = link.split('#') as [string?, string?];
  if (file === '') return { slug: from.slug, anchor };
  const path = new URL(file, `file:///${from.path}.md`).pathname.slice(1).replace(/(\.zh)?\.md$/u, '');
  const entry = helpEntries.find((candidate) => candidate.path === path);
  return entry === undefined ? null : { slug: entry.slug, anchor };
}
