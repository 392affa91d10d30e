import { generateAll } from './generate-all.ts';
import { staleFiles } from './generated-file.ts';

const stale = await staleFiles(await generateAll());
if (stale.length === 0) {
  process.stdout.write('Generated files are what their sources give.\n');
} else {
  process.stderr.write(`These files are not what their sources give now:\n${stale.map(({ path }) => `  ${path}\n`).join('')}Run \`npm run codegen\` and commit what it changes.\n`);
  process.exitCode = 1;
}
