import { type Column, drawTable } from './draw-table.ts';
import { escapeHostile, escapeHostileQuoted } from './escape-hostile.ts';
import { type Paint } from './paint.ts';
import { toYaml } from './to-yaml.ts';

export const outputFormats = ['table', 'wide', 'json', 'jsonl', 'yaml', 'name'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** Version of what `-o json` and `-o yaml` print; fields are only ever added to it. */
export const outputVersion = 'skein/v1';

export interface PageInfo {
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** What a command has to say, in every format. One thing is a list of one. */
export interface Listing<Row> {
  /** Such as `NodeList` or `Campaign`. */
  readonly kind: string;
  readonly items: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** What `-o name` prints, and what other commands take. */
  readonly name: (row: Row) => string;
  readonly pageInfo?: PageInfo;
  /** Instead of a table, for one thing with many sides. */
  readonly detail?: (row: Row, paint: Paint) => readonly string[];
}

const whole: PageInfo = { endCursor: null, hasNextPage: false };

/** The lines of a listing, without line ends. */
export function drawListing<Row>(listing: Listing<Row>, format: OutputFormat, { paint, headers }: { readonly paint: Paint; readonly headers: boolean }): string[] {
  const { kind, items, columns, name, pageInfo = whole, detail } = listing;
  switch (format) {
    case 'table':
      if (detail !== undefined) return items.flatMap((row) => [...detail(row, paint)]);
      return items.length === 0 ? [] : drawTable(items, columns.filter((column) => column.wide !== true), { paint, headers });
    case 'wide': return items.length === 0 ? [] : drawTable(items, columns, { paint, headers });
    case 'json': return [escapeHostileQuoted(JSON.stringify({ apiVersion: outputVersion, kind, items, pageInfo }, null, 2))];
    case 'jsonl': return items.map((item) => escapeHostileQuoted(JSON.stringify(item)));
    case 'yaml': return [toYaml({ apiVersion: outputVersion, kind, items, pageInfo }).trimEnd()];
    case 'name': return items.map((item) => escapeHostile(name(item)));
  }
}
