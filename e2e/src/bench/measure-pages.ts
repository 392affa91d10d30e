import { setTimeout as sleep } from 'node:timers/promises';
import { type Page } from 'playwright-core';
import type pg from 'pg';
import { openBrowser, openPage, signInAt } from '../harness/browser.ts';
import { type Reading } from './console-report.ts';

const mapMillisecondsMax = 500;
const nowMillisecondsMax = 1000;
const deltaMillisecondsMax = 10;
const deltaNodes = 500;
const waitMillisecondsMax = 20_000;

interface Seen {
  /** Milliseconds since the page was asked for. */
  readonly start: number;
  readonly end: number;
  readonly detail: number | null;
}

/** What the console measured of itself under this name, as soon as there are `count` of them. */
async function untilMeasured(page: Page, name: string, count: number): Promise<readonly Seen[]> {
  await page.waitForFunction(([wanted, least]) => performance.getEntriesByName(wanted, 'measure').length >= least, [name, count] as const, { timeout: waitMillisecondsMax, polling: 50 });
  return page.evaluate((wanted) => performance.getEntriesByName(wanted, 'measure').map((entry) => ({ start: entry.startTime, end: entry.startTime + entry.duration, detail: (entry as PerformanceMeasure).detail as number | null })), name);
}

/** In a browser without a window: how long the console takes to show the fleet, its changes, and what needs a person. */
export async function measurePages(address: string, person: { readonly name: string; readonly password: string }, database: pg.Client, loads: number, say: (line: string) => void): Promise<readonly Reading[]> {
  const browser = await openBrowser();
  try {
    const { page } = await openPage(browser, { width: 'desktop', theme: 'light', language: 'en' });
    await signInAt(page, address, person.name, person.password);
    const now = await repeatLoads(page, `${address}/`, loads, async () => (await untilMeasured(page, 'skein:now-painted', 1))[0]?.end ?? Number.NaN);
    say('Now is measured');
    const map = await repeatLoads(page, `${address}/fleet`, loads, () => mapDrawn(page));
    say('the fleet map is measured');
    const { applied, arrived } = await measureDeltas(page, `${address}/fleet`, database, loads);
    return [
      { part: 'Now', what: 'from asking for the page to the painted screen, warm', unit: 'ms', samples: now, below: nowMillisecondsMax },
      { part: 'fleet map', what: 'from the answer to the painted map', unit: 'ms', samples: map, below: mapMillisecondsMax },
      { part: 'fleet map', what: `${String(deltaNodes)} changes applied and drawn`, unit: 'ms', samples: applied, below: deltaMillisecondsMax },
      { part: 'fleet map', what: `${String(deltaNodes)} changes from commit to drawn`, unit: 'ms', samples: arrived, below: null },
    ];
  } finally {
    await browser.close();
  }
}

async function repeatLoads(page: Page, url: string, loads: number, read: () => Promise<number>): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let load = 0; load <= loads; load += 1) {
    await page.goto(url);
    const sample = await read();
    // The first one fills the browser's cache: warm is what people meet every day but the first.
    if (load > 0) samples.push(sample);
  }
  return samples;
}

/** From the last byte of the largest answer of the api, which is the map. Later drawings (a new width) do not count. */
async function mapDrawn(page: Page): Promise<number> {
  const [drawn] = await untilMeasured(page, 'skein:fleet-map-drawn', 1);
  const answered = await page.evaluate(() => (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).filter(({ name }) => name.endsWith('/graphql')).sort((left, right) => right.decodedBodySize - left.decodedBodySize)[0]?.responseEnd);
  return drawn === undefined || answered === undefined ? Number.NaN : drawn.end - answered;
}

/** Opens the map; resolves when its subscription has said that it counts changes from now on. */
async function untilWatched(page: Page, url: string): Promise<void> {
  const watched = new Promise<void>((resolve) => {
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => { if (String(payload).includes('"topic":"fleet"')) resolve(); }));
  });
  await page.goto(url);
  await untilMeasured(page, 'skein:fleet-map-drawn', 1);
  const late = sleep(waitMillisecondsMax, 'late', { ref: false }).then(() => { throw new Error(`the open map was not told within ${String(waitMillisecondsMax / 1000)} s that it is watched`); });
  await Promise.race([watched, late]);
}

/** Changes the class of 500 nodes that nothing has happened to yet in one transaction and waits until the open map has heard and drawn it; back and forth. */
async function measureDeltas(page: Page, url: string, database: pg.Client, rounds: number): Promise<{ readonly applied: readonly number[]; readonly arrived: readonly number[] }> {
  const { rows } = await database.query<{ node_id: string }>('SELECT node_id FROM node_status WHERE state_class = 0 AND NOT retired ORDER BY md5(node_id) LIMIT $1', [deltaNodes]);
  const nodeIds = rows.map((row) => row.node_id);
  const applied: number[] = [];
  const arrived: number[] = [];
  await untilWatched(page, url);
  for (let round = 1; round <= rounds; round += 1) {
    await database.query('UPDATE node SET quarantined = $2 WHERE node_id = ANY ($1)', [nodeIds, round % 2 === 1]);
    const committed = await page.evaluate(() => performance.now());
    const seen = (await untilMeasured(page, 'skein:fleet-delta-applied', round)).at(-1);
    if (seen?.detail !== deltaNodes) throw new Error(`wanted ${String(deltaNodes)} changes in one message, got ${String(seen?.detail)}`);
    applied.push(seen.end - seen.start);
    arrived.push(seen.end - committed);
    await sleep(700);
  }
  return { applied, arrived };
}
