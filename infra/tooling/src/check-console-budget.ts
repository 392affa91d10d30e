import { join } from 'node:path';
import { overBudget, weighSite } from './console-budget.ts';
import { workspaceRoot } from './generated-file.ts';

const weight = weighSite(join(workspaceRoot, 'apps/console/dist/site'));
const problems = overBudget(weight);
const named = (parts: typeof weight.routes): string => parts.slice(0, 3).map(({ name, bytes }) => `${name} ${(bytes / 1000).toFixed(1)} kB`).join(', ');
console.log(`console: first load ${(weight.firstLoad / 1000).toFixed(1)} kB; heaviest routes: ${named(weight.routes)}; on demand: ${named(weight.onDemand)} (gzip)`);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}
