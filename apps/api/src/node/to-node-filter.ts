import { isRefusal, parseNodeQuery } from '@skein/core';
import { type NodeFilter as RowFilter } from '@skein/persistence';
import { type NodeFilter, type NodeHealth } from '../generated/schema-types.ts';
import { badRequest, GraphqlFailure } from '../platform/graphql-failure.ts';

const healths = { GOOD: 'good', BAD: 'bad', UNKNOWN: 'unknown' } as const satisfies Record<NodeHealth, string>;

/** A list has no userErrors, so a filter that cannot be read is a bad request, which says what and where. */
export function toNodeFilter({ labels, health, query, ...rest }: NodeFilter): RowFilter {
  return {
    ...rest,
    ...(labels === null || labels === undefined ? {} : { labels: Object.fromEntries(labels.map(readLabel)) }),
    ...(health === null || health === undefined ? {} : { health: health.map((value) => healths[value]) }),
    ...(query === null || query === undefined ? {} : { query: readQuery(query) }),
  };
}

function readLabel(label: string): readonly [string, string] {
  const at = label.indexOf('=');
  if (at < 1) throw badRequest(`filter.labels has ${JSON.stringify(label.slice(0, 60))}, which is not of the form key=value`);
  return [label.slice(0, at), label.slice(at + 1)];
}

function readQuery(query: string): NonNullable<RowFilter['query']> {
  const terms = parseNodeQuery(query);
  if (isRefusal(terms)) throw new GraphqlFailure('BAD_REQUEST', `filter.query, ${terms.message}`, { refusal: terms });
  return terms;
}
