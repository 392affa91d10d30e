import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workspaceRoot } from '../generated-file.ts';
import { anchorOf } from '../reference/markdown.ts';
import { type MarkdownPage, readMarkdown } from './read-markdown.ts';

const read = new Map<string, Promise<MarkdownPage>>();
const pageAt = (path: string): Promise<MarkdownPage> => {
  const page = read.get(path) ?? readFile(join(workspaceRoot, path), 'utf8').then(readMarkdown);
  read.set(path, page);
  return page;
};
const forOperators = globSync(['docs/tutorial/*.md', 'docs/how-to/*.md'], { cwd: workspaceRoot }).filter((path) => !path.endsWith('.zh.md')).sort();
const everyPage = globSync(['*.md', 'docs/**/*.md', 'libs/*/README.md'], { cwd: workspaceRoot }).sort();

describe('documents for operators', () => {
  it('are a tutorial and six how-tos', () => {
    expect(forOperators.map((path) => basename(path, '.md'))).toEqual(['bastion-and-sudo', 'import-a-fleet', 'read-a-verdict', 'roll-back', 'stop-everything', 'write-hooks', 'first-campaign']);
  });

  it.each(forOperators)('have the same sections and the same code in both languages: %s', async (path) => {
    const english = await pageAt(path);
    const chinese = await pageAt(path.replace(/\.md$/u, '.zh.md'));
    expect(chinese.headings.map(({ level }) => level)).toEqual(english.headings.map(({ level }) => level));
    expect(chinese.codeBlocks).toEqual(english.codeBlocks);
    expect(chinese.headings.filter(({ text }) => !/\p{Script=Han}|^GraphQL$/u.test(text))).toEqual([]);
  });

  it.each(forOperators)('lead readers of Chinese to Chinese pages: %s', async (path) => {
    const chinese = path.replace(/\.md$/u, '.zh.md');
    const elsewhere = (await pageAt(chinese)).links.filter((link) => !link.endsWith('.zh.md') && existsSync(join(workspaceRoot, dirname(chinese), link.replace(/\.md$/u, '.zh.md'))));
    expect(elsewhere).toEqual([]);
  });
});

describe('links between documents', () => {
  it.each(everyPage)('lead to files and headings that exist: %s', async (path) => {
    const broken: string[] = [];
    for (const link of (await pageAt(path)).links.filter((address) => !/^[a-z]+:/u.test(address))) {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      if (!existsSync(join(workspaceRoot, target))) broken.push(link);
      else if (anchor !== undefined && !(await pageAt(target)).headings.some(({ text }) => anchorOf(text) === anchor)) broken.push(link);
    }
    expect(broken).toEqual([]);
  });
});
