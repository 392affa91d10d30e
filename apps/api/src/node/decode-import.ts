import { type ImportRowError } from '../generated/schema-types.ts';

const startBytesMax = 4096;

/**
 * Bytes to text, chunk by chunk. UTF-8 and nothing else: a byte order mark is taken off, UTF-16 is recognised with and without one, and NUL
 * or broken bytes are reported with their line. After a problem nothing more comes.
 */
export async function* decodeImport(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, report: (problem: ImportRowError) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let held: Uint8Array | null = new Uint8Array();
  const problemOf = (bytes: Uint8Array, last: boolean): ImportRowError | string => {
    const text = decode(decoder, bytes, last);
    if (text === null) return { row: line + linesBeforeBroken(bytes), column: null, code: 'badUtf8', message: 'the text is not UTF-8 here; save the file as UTF-8' };
    const nul = text.indexOf('\0');
    if (nul >= 0) return { row: line + linesIn(text.slice(0, nul)), column: null, code: 'nulCharacter', message: 'the text contains a NUL character here; save the file as UTF-8 text' };
    line += linesIn(text);
    return text;
  };
  for await (const chunk of chunks) {
    let bytes = chunk;
    if (held !== null) {
      // The first chunk of a slow client may be a few bytes; what kind of text it is shows only with some more.
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      if (held.length < startBytesMax) continue;
      bytes = held;
      held = null;
      if (isUtf16(bytes)) return report(utf16);
    }
    const text = problemOf(bytes, false);
    if (typeof text !== 'string') return report(text);
    yield text;
  }
  if (held !== null && isUtf16(held)) return report(utf16);
  const text = problemOf(held ?? new Uint8Array(), true);
  if (typeof text === 'string') yield text;
  else report(text);
}

const utf16: ImportRowError = { row: 1, column: null, code: 'utf16', message: 'the text is UTF-16; save the file as UTF-8' };

/** By its byte order mark or, without one, because every other byte of plain text is NUL. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, startBytesMax);
  const nuls = [0, 0];
  start.forEach((byte, index) => { if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1; });
  const [even = 0, odd = 0] = nuls;
  return start.length >= 4 && Math.max(even, odd) > start.length / 4 && Math.min(even, odd) < start.length / 16;
}

function decode(decoder: { decode(bytes: Uint8Array, options: { readonly stream: boolean }): string }, bytes: Uint8Array, last: boolean): string | null {
  try {
    return decoder.decode(bytes, { stream: !last });
  } catch {
    return null;
  }
}

/** A chunk may begin in the middle of a character whose first half was good. */
function linesBeforeBroken(bytes: Uint8Array): number {
  const start = bytes.findIndex((byte) => (byte & 0xc0) !== 0x80);
  const text = new TextDecoder().decode(bytes.subarray(Math.max(0, start)));
  return linesIn(text.slice(0, Math.max(0, text.indexOf('\uFFFD'))));
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
