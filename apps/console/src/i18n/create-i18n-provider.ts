import { type I18nProvider } from 'ra-core';
import englishOfReactAdmin from 'ra-language-english';
import { en } from './en.ts';
import { fillText } from './fill-text.ts';
import { isLocale, languageTagOf, type Locale, localeNames } from './locale.ts';

type Messages = Readonly<Record<string, unknown>>;
const english: Messages = { ...englishOfReactAdmin, ...en };

async function messagesOf(locale: Locale): Promise<Messages> {
  if (locale === 'en') return english;
  const [{ zh }, { sentences }, { reactAdmin }] = await Promise.all([import('./zh.ts'), import('./zh/sentences.ts'), import('./zh/react-admin.ts')]);
  return { ra: reactAdmin, ...zh, sentences };
}

function phraseAt(messages: unknown, path: string): string | null {
  let here = messages;
  for (const part of path.split('.')) here = typeof here === 'object' && here !== null ? (here as Messages)[part] : undefined;
  return typeof here === 'string' ? here : null;
}

/** Chinese is fetched only when asked for; the first language must be there before the first render. */
export async function createI18nProvider(first: Locale): Promise<I18nProvider> {
  let locale = first;
  let messages = await messagesOf(first);
  return {
    translate: (key: string, options: Readonly<Record<string, unknown>> = {}) => {
      const phrase = phraseAt(messages, key) ?? (typeof options['_'] === 'string' ? options['_'] : key);
      return fillText(phrase, options, languageTagOf(locale));
    },
    async changeLocale(next: string) {
      if (!isLocale(next)) throw new Error(`there is no language ${next}`);
      messages = await messagesOf(next);
      locale = next;
    },
    getLocale: () => locale,
    getLocales: () => Object.entries(localeNames).map(([name, title]) => ({ locale: name, name: title })),
  };
}
