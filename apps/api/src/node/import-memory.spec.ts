import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type ImportEntry } from '@skein/persistence';
import { startPostgres, type TestPostgres } from '@skein/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNodes, createPopulatedDatabase, newKey, startApi, type TestApi } from '../testing/start-api.ts';
import { parseNodeImport } from './parse-node-import.ts';

let postgres: TestPostgres;
let api: TestApi;

beforeAll(async () => {
  postgres = await startPostgres();
  api = await startApi(await createPopulatedDatabase(postgres));
  await addNodes(api, await api.signIn('olga'), 1);
});
afterAll(async () => {
  await api.close();
  await postgres.stop();
});

const rows = 20_000;
const labels = 'owner of this node and a text that would be missed'.replaceAll(' ', '-');

function* contentOf(format: 'CSV' | 'JSON' | 'YAML'): Generator<Uint8Array> {
  yield Buffer.from(format === 'CSV' ? 'externalId,hostname,site,address,labels\n' : format === 'JSON' ? '[' : '');
  for (let index = 0; index < rows; index += 1) {
    const [id, host] = [`m-${String(index)}`, `m-${String(index)}.example`];
    yield Buffer.from(format === 'CSV' ? `${id},${host},sz,10.1.0.1,about=${labels}\n` : format === 'JSON' ? `${index === 0 ? '' : ','}${JSON.stringify({ externalId: id, hostname: host, site: 'sz', address: '10.1.0.1', labels: { about: labels } })}`
      : `- externalId: ${id}\n  hostname: ${host}\n  site: sz\n  address: 10.1.0.1\n  labels:\n    about: ${labels}\n`);
  }
  if (format === 'JSON') yield Buffer.from(']');
}

/** What is still needed, once everything else was collected. */
function liveMebibytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

describe('an import', () => {
  it.each(['CSV', 'JSON', 'YAML'] as const)('of %s keeps nothing of the rows that went before', async (format) => {
    const live: number[] = [];
    const { entries } = parseNodeImport(format, contentOf(format));
    async function* watched(): AsyncGenerator<ImportEntry> {
      let read = 0;
      for await (const entry of entries) {
        read += 1;
        if (read === 2500 || read === rows - 500) live.push(liveMebibytes());
        yield entry;
      }
    }
    const report = await api.persistence.inventory.importNodes({ principal: { personId: 'p', name: 'olga', role: 'operator', via: 'session' }, idempotencyKey: newKey(), source: 'memory', rows: watched(), dryRun: true });
    expect(report).toMatchObject({ rows, created: rows, problemCount: 0 });
    const [early = Number.NaN, late = Number.NaN] = live;
    // The rows between them are some ten MiB.
    expect(late - early).toBeLessThan(4);
  }, 60_000);
});
