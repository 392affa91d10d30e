import { parseArgs } from 'node:util';
import { isMissed, type Reading, reportConsole } from './console-report.ts';
import { withConsoleStack } from './console-stack.ts';
import { measureFairness, measureRefusals } from './measure-limits.ts';
import { measureLists } from './measure-lists.ts';
import { measurePages } from './measure-pages.ts';

const help = `Usage: npm run bench:console -- [options]

Starts a stack of its own with a large fleet in its database, asks what the console asks,
opens the console in a browser without a window, and prints how long that took. Fails when
a limit is missed.

  --nodes 100000   nodes in the database, 2000 at least
  --small 1000     nodes of the fleet that is measured first, to see what grows; 0: none
  --requests 100   requests per list, facet and limit
  --loads 20       loads per page, and rounds of 500 changes
  --help           this text
`;

const { values } = parseArgs({ options: { nodes: { type: 'string', default: '100000' }, small: { type: 'string', default: '1000' }, requests: { type: 'string', default: '100' }, loads: { type: 'string', default: '20' }, help: { type: 'boolean', default: false } } });
const say = (line: string): void => { process.stderr.write(`  ${line}\n`); };

function countOf(name: 'nodes' | 'small' | 'requests' | 'loads', least: number): number {
  const count = Number(values[name]);
  if (!Number.isInteger(count) || count < least) throw new Error(`--${name} ${values[name]}: it is a whole number, ${String(least)} at least`);
  return count;
}

if (values.help) {
  process.stdout.write(help);
} else {
  const [nodes, small, requests, loads] = [countOf('nodes', 2000), countOf('small', 0), countOf('requests', 1), countOf('loads', 1)];
  const before = small === 0 ? [] : await withConsoleStack(small, say, ({ operator }) => measureLists(operator, requests, say));
  const readings = await withConsoleStack(nodes, say, async ({ stack, database, operator, approver }): Promise<readonly Reading[]> => {
    const lists = await measureLists(operator, requests, say);
    const fairness = await measureFairness(approver, operator, requests);
    const refusals = await measureRefusals(operator, () => stack.pids.api, requests);
    say('limits are measured');
    const pages = await measurePages(stack.urls.api, { name: 'operator', password: stack.people.operator }, database, loads, say).catch((error: unknown): readonly Reading[] => {
      // What was measured by then is still worth showing; what was not counts as missed.
      say(String(error));
      return [{ part: 'Now', what: 'pages in a browser, not measured to the end', unit: 'ms', samples: [], below: 0 }];
    });
    return [...lists, ...pages, ...fairness, ...refusals].sort((left, right) => partPlace(left) - partPlace(right));
  });
  process.stdout.write(`${reportConsole(readings, before, small).join('\n')}\n`);
  const missed = readings.filter(isMissed);
  for (const { part, what } of missed) process.stdout.write(`missed: ${part}: ${what}\n`);
  if (missed.length > 0) process.exitCode = 1;
}

/** Parts in the order of the screens; what belongs to one part stays together. */
function partPlace({ part }: Reading): number {
  const place = ['list', 'facets', 'numbers', 'Now', 'fleet map'].indexOf(part);
  return place === -1 ? 9 : place;
}
