import { type ConsoleClient } from './console-client.ts';
import { type Reading } from './console-report.ts';

const listMillisecondsMax = 300;
const mapKilobytesMax = 60;
const orders = ['HOSTNAME', 'MAP', 'SITE', 'OS', 'STATE_CLASS', 'STATE_SINCE', 'HEALTH'] as const;

interface Filter {
  readonly what: string;
  readonly filter: Readonly<Record<string, unknown>>;
}

/** Names that the seeded fleet has; `large-3` is a campaign in the middle of its work. */
const filters: readonly Filter[] = [
  { what: 'class FAILED', filter: { stateClasses: ['FAILED'] } },
  { what: 'health UNKNOWN', filter: { health: ['UNKNOWN'] } },
  { what: 'two sites, an os', filter: { sites: ['dc-03', 'dc-04'], osIn: ['centos-8.5'] } },
  { what: 'a failure domain', filter: { domain: 'region-1/az-2' } },
  { what: 'a campaign, class FAILED', filter: { campaignId: 'large-3', stateClasses: ['FAILED'] } },
  { what: 'query of a word that few have', filter: { query: '000999' } },
  { what: 'query of a word that none has', filter: { query: 'nowhere' } },
  { what: 'query of a label', filter: { query: 'label.app=web' } },
  { what: 'query of four terms', filter: { query: 'site in (dc-01,dc-02) and state!=MIGRATED and label.app=db and held=false' } },
];
const facetFilters: readonly Filter[] = [
  { what: 'everything', filter: {} },
  { what: 'two sites, two classes, an os', filter: { sites: ['dc-03', 'dc-04'], stateClasses: ['FAILED', 'MIGRATED'], osIn: ['centos-8.5'] } },
  { what: 'query of a word that many have', filter: { query: 'web' } },
  { what: 'query of a label', filter: { query: 'label.app=web' } },
];

/** As the console's list asks: fifty rows with their total. */
export const listVariables = (filter: Filter['filter'], field = 'HOSTNAME', direction = 'ASC', page: Readonly<Record<string, unknown>> = { first: 50 }): Readonly<Record<string, unknown>> => ({ filter, orderBy: { field, direction }, page });

/** What the screens of nodes and of the fleet ask, over and over. */
export async function measureLists(client: ConsoleClient, requests: number, say: (line: string) => void): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  const measure = async (part: string, what: string, ask: () => Promise<{ readonly milliseconds: number }>, below: number | null = listMillisecondsMax): Promise<void> => {
    const samples: number[] = [];
    // The first one pays for plans and for what is not in memory yet; people meet it once.
    await ask();
    for (let request = 0; request < requests; request += 1) samples.push((await ask()).milliseconds);
    readings.push({ part, what, unit: 'ms', samples, below });
  };
  const list = (variables: Readonly<Record<string, unknown>>) => () => client.ask('NodeList', variables);
  for (const field of orders) for (const direction of ['ASC', 'DESC'] as const) await measure('list', `by ${field} ${direction}`, list(listVariables({}, field, direction)));
  await measure('list', '200 rows, by STATE_CLASS, from row 9,800', list(listVariables({}, 'STATE_CLASS', 'ASC', { first: 200, offset: 9800 })));
  for (const { what, filter } of filters) await measure('list', what, list(listVariables(filter)));
  say('lists are measured');
  for (const { what, filter } of facetFilters) await measure('facets', what, () => client.ask('NodeFacets', { by: ['STATE_CLASS', 'SITE', 'OS', 'HEALTH'], filter }));
  await measure('numbers', 'of the fleet', () => client.ask('FleetNow'));
  await measure('numbers', 'Now, whole', () => client.ask('NowPage'), null);
  say('facets and numbers are measured');
  const { bytes } = await client.ask('FleetMapPage', { filter: null });
  readings.push({ part: 'fleet map', what: 'answer, packed', unit: 'kB', samples: [bytes / 1000], below: mapKilobytesMax });
  await measure('fleet map', 'answer', () => client.ask('FleetMapPage', { filter: null }), null);
  await measure('fleet map', 'answer to a query', () => client.ask('FleetMapPage', { filter: { query: 'label.app=web' } }), null);
  return readings;
}
