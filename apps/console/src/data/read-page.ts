/** Rows that can be skipped: the api refuses more, and asks for a narrower filter. */
export const offsetMax = 10_000;

/** The page that an address names; the deepest that the pager leads to where it names one beyond, so that a list never says it shows rows that it does not. */
export function readPage(text: string | null, perPage: number): number {
  const page = Number(text);
  return Number.isInteger(page) && page > 0 ? Math.min(page, Math.floor(offsetMax / perPage)) : 1;
}
