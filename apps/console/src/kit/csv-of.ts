/** Cells that a spreadsheet would run get an apostrophe in front: names come from nodes and people. */
const neutral = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text);
const cell = (value: string | number | null): string => {
  if (value === null) return '';
  const text = neutral(String(value));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180, with formulas neutralised. */
export const csvOf = (columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string => [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
