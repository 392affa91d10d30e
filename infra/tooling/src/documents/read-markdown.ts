/** What the checks need of a page; a parser of our own would be one more thing to be wrong. */
export interface MarkdownPage {
  /** Level and text of each heading, in order. */
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** Each fenced block with the word behind its opening fence. */
  readonly codeBlocks: readonly { readonly language: string; readonly text: string }[];
  /** Addresses of links and pictures, outside of code. */
  readonly links: readonly string[];
}

export function readMarkdown(text: string): MarkdownPage {
  const headings: { level: number; text: string }[] = [];
  const codeBlocks: { language: string; text: string }[] = [];
  const prose: string[] = [];
  let open: { language: string; lines: string[] } | null = null;
  for (const line of text.split('\n')) {
    const fence = /^```(\w*)\s*$/u.exec(line);
    if (fence !== null && open === null) open = { language: fence[1] ?? '', lines: [] };
    else if (fence !== null && open !== null) {
      codeBlocks.push({ language: open.language, text: open.lines.join('\n') });
      open = null;
    } else if (open !== null) open.lines.push(line);
    else {
      const heading = /^(#{1,6})\s+(.+)$/u.exec(line);
      if (heading !== null) headings.push({ level: heading[1]?.length ?? 0, text: heading[2] ?? '' });
      prose.push(line.replaceAll(/`[^`]*`/gu, '`'));
    }
  }
  if (open !== null) throw new Error('a code block is opened and never closed');
  return { headings, codeBlocks, links: [...prose.join('\n').matchAll(/\]\(([^()\s]+)\)/gu)].map((match) => match[1] ?? '') };
}
