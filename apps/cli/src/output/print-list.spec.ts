import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { displayWidth } from './draw-table.ts';
import { paintWith } from './paint.ts';
import { drawListing, type Listing } from './print-list.ts';

interface Row {
  readonly name: string;
  readonly count: number | null;
}

const hostile = 'evil\u001b[2J\u202e';
const listing: Listing<Row> = {
  kind: 'RowList', items: [{ name: 'web-01', count: 7 }, { name: hostile, count: null }, { name: '上海', count: 12 }], pageInfo: { endCursor: 'c', hasNextPage: true }, name: (row) => row.name,
  columns: [{ header: 'NAME', text: (row) => row.name, tone: () => 'bad' }, { header: 'COUNT', text: (row) => row.count, right: true }, { header: 'MORE', text: () => 'x', wide: true }],
};
const plain = { paint: paintWith(false), headers: true };

describe('a listing', () => {
  it('is a table whose columns stand under each other, in every script', () => {
    const lines = drawListing(listing, 'table', plain);
    expect(lines).toEqual(['NAME                 COUNT', 'web-01                   7', 'evil\\x1b[2J\\u{202e}      -', '上海                    12']);
    expect(new Set(lines.slice(1).map(displayWidth)).size).toBe(1);
  });

  it('shows more when it is wide, and no head when none is wanted', () => {
    expect(drawListing(listing, 'wide', plain)[0]).toMatch(/MORE$/);
    expect(drawListing(listing, 'table', { ...plain, headers: false })[0]).toMatch(/^web-01/);
  });

  it('says nothing when there is nothing', () => {
    expect(drawListing({ ...listing, items: [] }, 'table', plain)).toEqual([]);
  });

  it.each(['json', 'yaml'] as const)('keeps its contract in %s, and acts on no terminal', (format) => {
    const text = drawListing(listing, format, plain).join('\n');
    expect(format === 'json' ? JSON.parse(text) : parse(text)).toEqual({ apiVersion: 'skein/v1', kind: 'RowList', items: listing.items, pageInfo: { endCursor: 'c', hasNextPage: true } });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it('is one object a line as jsonl, and one name a line as name', () => {
    expect(drawListing(listing, 'jsonl', plain).map((line) => JSON.parse(line) as unknown)).toEqual(listing.items);
    expect(drawListing(listing, 'name', plain)).toEqual(['web-01', 'evil\\x1b[2J\\u{202e}', '上海']);
  });

  it('is coloured only by a painter that colours', () => {
    expect(drawListing(listing, 'table', { paint: paintWith(true), headers: true })[1]).toContain('\u001b[31;1mweb-01');
    expect(drawListing(listing, 'table', plain).join('')).not.toContain('\u001b');
  });
});
