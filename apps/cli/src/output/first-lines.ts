/** The first of them, and how many more there are: a list that is quietly cut would be weighed as whole. */
export const firstLines = (lines: readonly string[], max: number, what: string): readonly string[] => (lines.length <= max ? lines : [...lines.slice(0, max), `… and ${String(lines.length - max)} more ${what}`]);
