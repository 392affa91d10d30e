import { setTimeout as sleep } from 'node:timers/promises';
import { type ConsoleClient } from './console-client.ts';
import { percentile, type Reading } from './console-report.ts';
import { listVariables } from './measure-lists.ts';
import { cpuMilliseconds } from './process-usage.ts';

const refusalCpuMillisecondsMax = 50;
const slowdownMax = 2;
/** As many as one person may have under way. */
const greedyLoops = 8;
const rounds = 5;

const repeat = (count: number, of: (index: number) => string): string => Array.from({ length: count }, (_, index) => of(index)).join(' ');
const query = (text: string): string => JSON.stringify({ query: text });

/** For each limit that a request alone decides, one request that is a little too much. */
const refused: readonly (readonly [string, string])[] = [
  ['BODY_TOO_LARGE', query(`{ me { via } } # ${'x'.repeat(1_100_000)}`)],
  ['TOO_MANY_TOKENS', query(`{ ${repeat(4001, () => 'x')} }`)],
  ['TOO_DEEP', query(`{ campaigns { nodes { ${'run { '.repeat(11)} id ${'}'.repeat(11)} } } }`)],
  ['TOO_MANY_ALIASES', query(`{ ${repeat(16, (index) => `a${String(index)}: fleet { total }`)} }`)],
  ['TOO_MANY_FIELDS', query(`{ ${repeat(251, () => 'fleet { total }')} }`)],
  ['PAGE_TOO_LARGE', query('{ nodes(page: { first: 201 }) { nodes { id } } }')],
  ['TOO_COSTLY', query('{ nodes(page: { first: 200 }) { nodes { runs { steps { name } outcomes { kind } } } } }')],
];

/** Processor time of the api for one refusal, measured over many of the same, because the kernel counts in hundredths of a second. */
export async function measureRefusals(client: ConsoleClient, apiPid: () => number | null, requests: number): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  for (const [code, body] of refused) {
    const ask = async (): Promise<void> => {
      const { codes } = await client.send(body);
      if (!codes.includes(code)) throw new Error(`wanted a refusal with ${code}, got ${codes.join(', ') || 'an answer'}`);
    };
    await ask();
    const before = cpuMilliseconds(apiPid() ?? 0);
    for (let request = 0; request < requests; request += 1) await ask();
    readings.push({ part: 'refusal', what: code, unit: 'ms CPU', samples: [(cpuMilliseconds(apiPid() ?? 0) - before) / requests], below: refusalCpuMillisecondsMax });
  }
  return readings;
}

/**
 * What one person's list takes while another asks for the heaviest things that are allowed, as many at a time as are allowed. With and
 * without by turns: whatever else the machine does meets both alike.
 */
export async function measureFairness(quiet: ConsoleClient, greedy: ConsoleClient, requests: number): Promise<readonly Reading[]> {
  const [alone, beside]: [number[], number[]] = [[], []];
  const sample = async (samples: number[]): Promise<void> => {
    for (let request = 0; request < Math.ceil(requests / rounds); request += 1) {
      samples.push((await quiet.ask('NodeList', listVariables({}, 'STATE_CLASS'))).milliseconds);
      // People look before they ask again.
      await sleep(20);
    }
  };
  await sample([]);
  for (let round = 0; round < rounds; round += 1) {
    await sample(alone);
    const stopGreed = beginGreed(greedy);
    await sleep(500);
    await sample(beside);
    if (await stopGreed() === 0) throw new Error('the heavy reader was never answered, so nothing was measured beside it');
  }
  const part = 'list while somebody else reads all that one person may';
  return [
    { part, what: 'alone', unit: 'ms', samples: alone, below: null },
    { part, what: 'beside', unit: 'ms', samples: beside, below: null },
    { part, what: 'p95 beside / p95 alone', unit: 'times', samples: [percentile(beside, 0.95) / percentile(alone, 0.95)], below: slowdownMax },
  ];
}

/** What is returned ends it and says how many heavy answers there were. */
function beginGreed(greedy: ConsoleClient): () => Promise<number> {
  let isOver = false;
  let answers = 0;
  const loop = async (): Promise<void> => {
    for (let turn = 0; !isOver; turn += 1) {
      await (turn % 2 === 0 ? greedy.ask('NodeFacets', { by: ['STATE_CLASS', 'SITE', 'OS', 'HEALTH', 'REGION'], filter: { query: 'label.app=web' } })
        : greedy.ask('NodeList', listVariables({ query: 'label.app=db' }, 'STATE_SINCE', 'DESC', { first: 200, offset: 9800 })));
      answers += 1;
    }
  };
  const loops = Promise.all(Array.from({ length: greedyLoops }, loop));
  return async () => {
    isOver = true;
    await loops;
    return answers;
  };
}
