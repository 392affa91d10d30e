import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { workspaceRoot } from '../generated-file.ts';

type Catalogue = { readonly [key: string]: string | Catalogue };

const pages = globSync(['docs/tutorial/*.md', 'docs/how-to/*.md'], { cwd: workspaceRoot }).sort();
const languageOf = (path: string): 'en' | 'zh' => (path.endsWith('.zh.md') ? 'zh' : 'en');

const textsOf = (catalogue: Catalogue): string[] => Object.values(catalogue).flatMap((value) => (typeof value === 'string' ? value.split('||||').map((form) => form.trim()) : textsOf(value)));

/** Names of buttons, screens and fields stand in italics, in paragraphs that begin with the console. */
const labelsOf = (text: string): string[] =>
  text.split('\n').filter((line) => /^(\*\*(Console|控制台)[.。]\*\*|In the console:|控制台：)/u.test(line)).flatMap((line) => [...line.replaceAll(/\*\*[^*]+\*\*/gu, '').matchAll(/\*([^*]+)\*/gu)].map((match) => match[1] ?? ''));

const placeholder = /%\{\w+\}/gu;

/** Whether a text of the catalogue may read like this: its values may be anything, but most of the label must be the text's own. */
function mayRead(text: string, label: string): boolean {
  if (text.replaceAll(placeholder, '').length * 2 < label.length) return false;
  return new RegExp(`^${text.split(placeholder).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('.+')}$`, 'u').test(label);
}

describe('what documents call the parts of the console', () => {
  const known = { en: [] as string[], zh: [] as string[] };
  beforeAll(async () => {
    for (const language of ['en', 'zh'] as const) {
      // By its path: the console is a program and no library.
      const catalogues = await import(pathToFileURL(join(workspaceRoot, `apps/console/src/i18n/${language}.ts`)).href) as Readonly<Record<string, Catalogue>>;
      known[language] = textsOf(catalogues[language] ?? {});
    }
  });

  it.each(pages)('is what the console calls them: %s', async (path) => {
    const labels = labelsOf(await readFile(join(workspaceRoot, path), 'utf8'));
    expect(labels.filter((label) => !known[languageOf(path)].some((text) => mayRead(text, label)))).toEqual([]);
  });

  it('is looked at in every page that shows the console', () => {
    expect(labelsOf('**Console.** *Nodes* → *Import…*, then **Command line.**\nNo *label* here.')).toEqual(['Nodes', 'Import…']);
  });
});
