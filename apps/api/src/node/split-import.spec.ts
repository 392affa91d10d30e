import { type ImportEntry } from '@skein/persistence';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { type ImportFormat } from '../generated/schema-types.ts';
import { parseNodeImport } from './parse-node-import.ts';
import { splitCsv } from './split-csv.ts';
import { splitJson } from './split-json.ts';
import { splitYaml } from './split-yaml.ts';

/** Cut wherever chance wants, also in the middle of quotes, line ends and characters. */
function* cut<Text extends string | Uint8Array>(text: Text, places: readonly number[]): Generator<Text> {
  const sorted = [...new Set(places.map((place) => place % (text.length + 1)))].sort((one, other) => one - other);
  let from = 0;
  for (const place of [...sorted, text.length]) {
    yield text.slice(from, place) as Text;
    from = place;
  }
}

async function all<Piece>(pieces: AsyncIterable<Piece>): Promise<Piece[]> {
  const read: Piece[] = [];
  for await (const piece of pieces) read.push(piece);
  return read;
}

async function* later<Piece>(pieces: Iterable<Piece>): AsyncGenerator<Piece> {
  yield* pieces;
}

const cuts = fc.array(fc.nat(5000), { maxLength: 12 });
const cell = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n', '\r', ' ', 'ß', '💾', ';', '='), maxLength: 8 });
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

describe('text that comes in pieces', () => {
  it('is the same CSV wherever it is cut, and the one that another reader sees', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), cuts, async (rows, end, places) => {
      const text = rows.map((row) => row.map(quoted).join(',')).join(end);
      const records = await all(splitCsv(later(cut(text, places))));
      expect(records.map((record) => ('cells' in record ? record.cells : record))).toEqual(parse(text, { relax_column_count: true, record_delimiter: ['\n', '\r\n'] }));
    }));
  });

  it('is the same CSV wherever it is cut, whatever it is', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '\t'), maxLength: 60 }), cuts, async (text, places) => {
      expect(await all(splitCsv(later(cut(text, places))))).toEqual(await all(splitCsv(later([text]))));
    }));
  });

  it('is the same JSON wherever it is cut', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 8 }), fc.constantFrom(0, 1), cuts, async (items, indent, places) => {
      const pieces = await all(splitJson(later(cut(JSON.stringify(items, null, indent), places))));
      expect(pieces.map((piece) => (piece.kind === 'item' ? JSON.parse(piece.text) as unknown : piece))).toEqual(JSON.parse(JSON.stringify(items)));
    }));
  });

  it('is JSON only if it is JSON', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: fc.constantFrom('[', ']', '{', '}', '"', ',', ':', '1', ' ', '\\', 'a'), maxLength: 24 }), cuts, async (text, places) => {
      const pieces = await all(splitJson(later(cut(text, places))));
      expect(pieces).toEqual(await all(splitJson(later([text]))));
      const taken = pieces.every((piece) => piece.kind === 'item' && isJson(piece.text));
      expect(taken).toBe(isJson(text) && Array.isArray(JSON.parse(text)));
    }), { numRuns: 2000 });
  });

  it('is the same YAML wherever it is cut', async () => {
    const value = fc.oneof(fc.string({ unit: fc.constantFrom('a', '-', ' ', '\n', ':', '#', '"', "'", '|'), maxLength: 30 }), fc.integer(), fc.boolean(), fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }));
    await fc.assert(fc.asyncProperty(fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c d'), value, { minKeys: 1 }), { minLength: 1, maxLength: 5 }), cuts, async (items, places) => {
      const text = stringify(items);
      const pieces = await all(splitYaml(later(cut(text, places))));
      expect(pieces.map((piece) => (piece.kind === 'item' ? parseDocument(piece.text).toJS() as unknown : piece))).toEqual(parseDocument(text).toJS());
    }));
  });

  it('never breaks an import, and never lets through what no host is called', async () => {
    const format = fc.constantFrom<ImportFormat[]>('CSV', 'JSON', 'YAML');
    const start = fc.constantFrom('', 'externalId,hostname,site,address\n', '[{"externalId":"i","hostname":"', '- externalId: i\n  hostname: ');
    await fc.assert(fc.asyncProperty(format, start, fc.uint8Array({ maxLength: 200 }), cuts, async (kind, text, bytes, places) => {
      const whole = Buffer.concat([Buffer.from(text), bytes]);
      const entries = await all<ImportEntry>(parseNodeImport(kind, cut(whole, places)).entries);
      for (const entry of entries) if (!('code' in entry)) expect(entry.hostname).toMatch(/^[a-z0-9.-]+$/);
      expect(entries).toEqual(await all(parseNodeImport(kind, [whole]).entries));
    }), { numRuns: 500 });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
