import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Catalogue = { readonly [key: string]: string | Catalogue };
/** A text of the console by its key, as the page shows it. */
export type ConsoleText = (key: string) => string;

/** What the console calls things in a language; by the path of its catalogue, as the console is a program and no library. */
export async function consoleTexts(language: 'en' | 'zh'): Promise<ConsoleText> {
  const path = join(import.meta.dirname, `../../../apps/console/src/i18n/${language}.ts`);
  const { [language]: catalogue } = await import(pathToFileURL(path).href) as Readonly<Record<string, Catalogue>>;
  return (key) => {
    const text = key.split('.').reduce<Catalogue | string | undefined>((part, name) => (typeof part === 'object' ? part[name] : undefined), catalogue);
    if (typeof text !== 'string') throw new Error(`the console has no text ${key}`);
    return text;
  };
}
