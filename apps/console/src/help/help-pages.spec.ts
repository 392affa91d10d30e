import { describe, expect, it } from 'vitest';
import { helpEntries, helpEntryOf, languageOf, loadHelpPage, targetOf } from './help-pages.ts';
import { searchHelp } from './search-help.ts';

const entry = (slug: string) => {
  const found = helpEntryOf(slug);
  if (found === null) throw new Error(`there is no page ${slug}`);
  return found;
};

describe('the pages of the help', () => {
  it('are all part of the build, in every language that they have', async () => {
    for (const page of helpEntries) {
      expect(await loadHelpPage(page, 'en')).toContain(`# ${page.en.title}`);
      if (page.zh !== null) expect(await loadHelpPage(page, 'zh')).toContain(`# ${page.zh.title}`);
    }
  });

  it('are shown in English where there is no other language', () => {
    expect(languageOf(entry('first-campaign'), 'zh')).toBe('zh');
    expect(languageOf(entry('graphql'), 'zh')).toBe('en');
  });

  it.each([
    ['roll-back', 'read-a-verdict.md', { slug: 'read-a-verdict', anchor: null }],
    ['roll-back', '../reference/errors.md#staleversion', { slug: 'errors', anchor: 'staleversion' }],
    ['roll-back', 'read-a-verdict.zh.md', { slug: 'read-a-verdict', anchor: null }],
    ['graphql', '#node', { slug: 'graphql', anchor: 'node' }],
    ['graphql', '../../apps/api/src/generated/schema.graphql', null],
  ])('lead from %s by %s to a page, or to nothing that the console has', (from, link, target) => {
    expect(targetOf(entry(from), link)).toEqual(target);
  });
});

describe('the search of the help', () => {
  it('finds titles before headings, in the reader\'s language', () => {
    const [first] = searchHelp('回滚', 'zh');
    expect(first).toMatchObject({ title: '回滚', heading: null });
  });

  it('finds a code where it is explained', () => {
    expect(searchHelp('staleVersion', 'en')).toMatchObject([{ entry: { slug: 'errors' }, heading: { anchor: 'staleversion' } }]);
  });

  it('wants every word, and finds nothing for none', () => {
    expect(searchHelp('stop zebra', 'en')).toEqual([]);
    expect(searchHelp('  ', 'en')).toEqual([]);
  });
});
