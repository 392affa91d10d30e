/** Words of a command line as a shell would see them; enough for what documents show. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/gu)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** The parts of a line that are run one after the other. */
const partsOf = (line: string): string[] => line.split(/\s(?:\|\||&&|\||;)\s/u);

/** Every `skein …` that a block of shell shows, lines that end in a backslash joined. */
export const commandLinesOf = (block: string): string[] =>
  block.replaceAll(/\s*\\\n\s*/gu, ' ').split('\n').flatMap(partsOf).map((part) => part.trim()).filter((part) => part.startsWith('skein '));
