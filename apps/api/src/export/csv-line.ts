export type CsvValue = string | number | boolean | null;

/**
 * A line of RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front, which spreadsheets show as text;
 * what Skein itself imports never begins like that.
 */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(csvCell).join(',')}\r\n`;

function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
