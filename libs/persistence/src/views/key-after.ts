import { decodeCursor, type PageRequest } from '../database/page.ts';

interface PartTypes { readonly text: string; readonly number: number }
type KeyOf<Parts extends readonly (keyof PartTypes)[]> = { readonly [Index in keyof Parts]: PartTypes[Parts[Index]] };

// A NUL is no text to PostgreSQL, and a number beyond these loses digits: neither was ever in a cursor of ours.
const is = { text: (part: unknown) => typeof part === 'string' && !part.includes('\0'), number: (part: unknown) => Number.isSafeInteger(part) };

/** The sort key after which a page begins; null at the start, and for a cursor that this list never gave. */
export function keyAfter<const Parts extends readonly (keyof PartTypes)[]>(page: PageRequest, ...parts: Parts): KeyOf<Parts> | null {
  const key = decodeCursor(page.after, parts.length);
  return key !== null && parts.every((part, index) => is[part](key[index])) ? (key as KeyOf<Parts>) : null;
}
