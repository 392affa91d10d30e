import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { databaseUrlOf, startStack } from '@skein/local';
import { freePort } from '../harness/free-port.ts';
import { type ImportFormatName } from './import-content.ts';
import { growsWithFile, reportImports } from './import-report.ts';
import { type ImportMeasure, measureImport } from './measure-import.ts';

const help = `Usage: npm run bench:import -- [options]

Starts an api on a PostgreSQL of its own, imports inventories as CSV, JSON and YAML, and
prints how long that took and how much memory. Fails when the memory grows with the file.

  --rows 10000,50000,100000   rows of the files; each is compared with the smallest
  --formats csv,json,yaml
  --help                      this text
`;

const formats: readonly ImportFormatName[] = ['csv', 'json', 'yaml'];
const { values } = parseArgs({ options: { rows: { type: 'string', default: '10000,50000,100000' }, formats: { type: 'string', default: formats.join(',') }, help: { type: 'boolean', default: false } } });

const rowsMax = 100_000;

function sizesOf(text: string): readonly number[] {
  const sizes = text.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1 || size > rowsMax)) throw new Error(`--rows ${text}: whole numbers between commas, ${String(rowsMax)} at most`);
  return sizes.sort((one, other) => one - other);
}

if (values.help) {
  process.stdout.write(help);
} else {
  const sizes = sizesOf(values.rows);
  const wanted = formats.filter((format) => values.formats.split(',').includes(format));
  if (wanted.length === 0) throw new Error(`--formats ${values.formats}: some of ${formats.join(', ')}`);
  const home = mkdtempSync(join(tmpdir(), 'skein-bench-'));
  const stack = await startStack({ home, fleet: 'none', ports: { api: await freePort(), worker: await freePort() } });
  try {
    // What else runs would share the machine with it; the api imports without them.
    await stack.stopPart('worker');
    await stack.stopPart('temporal');
    const database = new pg.Client({ connectionString: await databaseUrlOf(home) });
    await database.connect();
    const measures: ImportMeasure[] = [];
    try {
      for (const format of wanted) {
        for (const count of sizes) {
          measures.push(await measureImport(stack, database, format, count));
          process.stderr.write(`  ${String(count)} rows of ${format} are measured\n`);
        }
      }
    } finally {
      await database.end();
    }
    process.stdout.write(`${reportImports(measures).join('\n')}\n`);
    if (measures.some((measure) => growsWithFile(measure, measures))) process.exitCode = 1;
  } finally {
    await stack.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
