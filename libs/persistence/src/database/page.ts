export interface PageRequest {
  /** Rows, 1 to 200. */
  readonly first: number;
  /** `endCursor` of the page before. */
  readonly after?: string | null | undefined;
  /** Rows to skip in place of `after`. */
  readonly offset?: number | null | undefined;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

export const pageSizeMax = 200;
/** Skipped rows are read all the same, so nobody skips more than this. */
export const pageOffsetMax = 10_000;

export const pageSize = (request: PageRequest): number => Math.min(Math.max(1, Math.trunc(request.first)), pageSizeMax);

export const pageOffset = (request: PageRequest): number => Math.min(Math.max(0, Math.trunc(request.offset ?? 0)), pageOffsetMax);

/** The sort key of the last row, opaque to clients. */
export const encodeCursor = (key: readonly (string | number)[]): string => Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');

interface PartTypes { readonly text: string; readonly number: number }
type KeyOf<Parts extends readonly (keyof PartTypes)[]> = { readonly [Index in keyof Parts]: PartTypes[Parts[Index]] };

// PostgreSQL takes no NUL in a text, and all numbers that our lists are sorted by are whole and not negative.
const fits = { text: (part: unknown): boolean => typeof part === 'string' && !part.includes('\0'), number: (part: unknown): boolean => Number.isSafeInteger(part) && Number(part) >= 0 };

/** null for no cursor and for one that this list never gave: the page then begins at the start. */
export function decodeCursor<const Parts extends readonly (keyof PartTypes)[]>(after: string | null | undefined, parts: Parts): KeyOf<Parts> | null {
  if (after === null || after === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    return Array.isArray(key) && key.length === parts.length && parts.every((part, index) => fits[part](key[index])) ? (key as unknown as KeyOf<Parts>) : null;
  } catch {
    return null;
  }
}

/** Makes a page of one row more than was asked for. */
export function pageOf<Row>(rows: readonly Row[], size: number, keyOf: (row: Row) => readonly (string | number)[]): Page<Row> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown, endCursor: last === undefined ? null : encodeCursor(keyOf(last)), hasNextPage: rows.length > size };
}
