import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, matchesGlob } from 'node:path';
import { type GeneratedFile, workspaceRoot } from '../generated-file.ts';
import { anchorOf } from '../reference/markdown.ts';
import { readMarkdown } from './read-markdown.ts';

/** In the order in which a reader wants them. */
const kinds = { tutorial: 'docs/tutorial/*.md', howTo: 'docs/how-to/*.md', reference: 'docs/reference/*.md', background: 'docs/{glossary,integrations,runner-protocol}.md' } as const;

function indexOf(path: string, text: string) {
  const { headings } = readMarkdown(text);
  const [title, ...others] = headings;
  if (title === undefined) throw new Error(`${path} has no heading`);
  return { title: title.text, headings: others.map((heading) => ({ text: heading.text, anchor: anchorOf(heading.text) })) };
}

/** Titles and headings of the pages that the console shows as help, so that searching them loads no page. `made`: pages that were just generated and may not be written yet. */
export async function helpIndex(made: readonly GeneratedFile[]): Promise<GeneratedFile> {
  const textAt = async (path: string): Promise<string> => made.find((file) => file.path === path)?.content ?? readFile(join(workspaceRoot, path), 'utf8');
  const pages: unknown[] = [];
  for (const [kind, pattern] of Object.entries(kinds)) {
    const paths = new Set([...globSync(pattern, { cwd: workspaceRoot }), ...made.map(({ path }) => path).filter((path) => matchesGlob(path, pattern))]);
    for (const path of [...paths].filter((file) => !file.endsWith('.zh.md')).sort()) {
      const chinese = path.replace(/\.md$/u, '.zh.md');
      pages.push({
        slug: basename(path, '.md'), kind, path: path.replace(/\.md$/u, ''), en: indexOf(path, await textAt(path)),
        zh: existsSync(join(workspaceRoot, chinese)) ? indexOf(chinese, await textAt(chinese)) : null,
      });
    }
  }
  return { path: 'apps/console/src/generated/help-index.json', content: `${JSON.stringify(pages, null, 1)}\n` };
}
