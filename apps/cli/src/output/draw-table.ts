import { escapeHostile } from './escape-hostile.ts';
import { type Paint, type Tone } from './paint.ts';

export interface Column<Row> {
  readonly header: string;
  readonly text: (row: Row) => string | number | null;
  readonly tone?: (row: Row) => Tone | null;
  /** Shown by `-o wide` only. */
  readonly wide?: boolean;
  readonly right?: boolean;
}

/** Han, kana, Hangul and full-width forms take two cells. */
const isWide = (code: number): boolean => code >= 0x1100 && (code <= 0x115f || (code >= 0x2e80 && code <= 0xa4cf) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) || (code >= 0x1f300 && code <= 0x1faff) || (code >= 0x20000 && code <= 0x3fffd));

export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  return width;
}

/** Lines of a table without borders, two spaces between columns; hostile bytes shown as codes. */
export function drawTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[], { paint, headers }: { readonly paint: Paint; readonly headers: boolean }): string[] {
  const cells = rows.map((row) => columns.map((column) => {
    const value = column.text(row);
    return { text: value === null || value === '' ? '-' : escapeHostile(String(value)), tone: column.tone?.(row) ?? null };
  }));
  const head = columns.map((column) => ({ text: column.header, tone: 'quiet' as const }));
  const lines = headers ? [head, ...cells] : cells;
  const widths = columns.map((_column, index) => Math.max(0, ...lines.map((line) => displayWidth(line[index]?.text ?? ''))));
  return lines.map((line) => line.map(({ text, tone }, index) => {
    const gap = ' '.repeat((widths[index] ?? 0) - displayWidth(text));
    const painted = tone === null ? text : paint(text, tone);
    if (columns[index]?.right === true) return gap + painted;
    return index === line.length - 1 ? painted : painted + gap;
  }).join('  ').trimEnd());
}
