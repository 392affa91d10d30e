import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bundleWorkflows } from './workflow-bundle.ts';

const [outFile] = process.argv.slice(2);
if (outFile === undefined) {
  process.stderr.write('Say where the bundle goes: node infra/tooling/src/bundle-workflows.ts OUT\n');
  process.exit(2);
}
const code = await bundleWorkflows();
await mkdir(dirname(outFile), { recursive: true });
await writeFile(outFile, code);
process.stdout.write(`${outFile} ${Math.round(code.length / 1024)} KiB\n`);
