/** Says where a page comes from; renderers show nothing of it. */
export const pageHead = (title: string, introduction: string): string => `<!-- Made from the sources by \`npm run codegen\`: do not edit. -->\n\n# ${title}\n\n${introduction}\n`;

/** One cell: a line break or a pipe would end it, also within backticks. */
const cell = (text: string): string => text.replaceAll(/\s*\n\s*/gu, ' ').replaceAll('|', '\\|').trim();

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** The anchor that GitHub and the console give a heading. */
export const anchorOf = (heading: string): string => heading.toLowerCase().replaceAll('`', '').replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(/\s/gu, '-');
