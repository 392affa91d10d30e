import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { databaseUrlOf, startStack } from '@skein/local';
import { freePort } from '../harness/free-port.ts';
import { type ImportFormatName } from './import-content.ts';
import { isUnbounded, reportImports } from './import-report.ts';
import { type ImportMeasure, measureImport } from './measure-import.ts';

const help = `Usage: npm run bench:import -- [options]

Starts an api on a PostgreSQL of its own, imports inventories as CSV, JSON and YAML, and
prints how long that took and how much memory. Fails when the memory grows with the file.

  --rows 100000    rows of the large file
  --small 10000    rows of the small one that it is compared with, in the same format
  --formats csv,json,yaml
  --help           this text
`;

const formats: readonly ImportFormatName[] = ['csv', 'json', 'yaml'];
const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' }, small: { type: 'string', default: '10000' }, formats: { type: 'string', default: formats.join(',') }, help: { type: 'boolean', default: false } } });

function countOf(name: 'rows' | 'small', most: number): number {
  const count = Number(values[name]);
  if (!Number.isInteger(count) || count < 1 || count > most) throw new Error(`--${name} ${values[name]}: it is a whole number, ${String(most)} at most`);
  return count;
}

if (values.help) {
  process.stdout.write(help);
} else {
  const rows = countOf('rows', 100_000);
  const small = countOf('small', rows - 1);
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
        for (const count of [small, rows]) {
          measures.push(await measureImport(stack, database, format, count));
          process.stderr.write(`  ${String(count)} rows of ${format} are measured\n`);
        }
      }
    } finally {
      await database.end();
    }
    process.stdout.write(`${reportImports(measures).join('\n')}\n`);
    if (measures.some((measure) => isUnbounded(measure, measures))) process.exitCode = 1;
  } finally {
    await stack.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
