const lastWords = /Kernel panic - not syncing|Unable to mount root fs|dracut-emergency|No bootable device/i;
/** What only a boot after that can have printed. */
const bootedSince = /Linux version \d|\blogin:\s*$/;
const textMax = 1000;

/**
 * The last thing that a kernel says when it cannot go on; null: the console shows none. A console remembers earlier boots, so a panic
 * with a boot behind it is history, not evidence: a node that was brought back and is tried again still shows it.
 */
export function panicIn(console: string): string | null {
  const lines = console.split('\n');
  const at = lines.findLastIndex((line) => lastWords.test(line));
  if (at === -1 || lines.slice(at + 1).some((line) => bootedSince.test(line))) return null;
  return lines.slice(at, at + 5).join('\n').slice(0, textMax);
}
