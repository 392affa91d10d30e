import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readEnvironment, repositoryRoot } from './environment.ts';
import { parseOptions, startHelp } from './options/parse-options.ts';
import { nodesInChange } from './parts/database.ts';
import { type Stack } from './stack/stack.ts';
import { startStack } from './stack/start-stack.ts';
import { consoleTerminal } from './terminal/console-terminal.ts';
import { explain } from './terminal/explain.ts';
import { handOverSignal } from './stack/supervisor-lock.ts';
import { showSummary } from './terminal/summary.ts';

const terminal = consoleTerminal();
const starting = new AbortController();
let stack: Stack | null = null;
let asked = 0;

/** Once: in order. Again while that goes on: nothing, it is already going on. */
async function stop(signal: NodeJS.Signals): Promise<void> {
  asked += 1;
  if (asked > 1) return;
  terminal.line();
  if (stack === null) return starting.abort(signal);
  const step = terminal.step('stopping');
  const handOver = signal === handOverSignal;
  // The nodes are not the control plane: switched off in the middle of a change they would have to be brought back.
  const changing = handOver ? 0 : await nodesInChange(stack.urls.database);
  step.note(handOver ? 'another npm start takes over; the fleet goes on' : 'api, worker, Temporal, PostgreSQL, fleet');
  await stack.stop(handOver || changing > 0 ? { keepFleet: true } : {});
  step.done(changing === 0 ? 'stopped; npm start continues from here' : `stopped, but for the fleet: ${changing} of its nodes are being changed; npm start continues from here`);
  process.exit(0);
}
const fail = (error: unknown): never => {
  process.stderr.write(`\n${explain(error)}\n\n`);
  process.exit(1);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', handOverSignal] as const) process.on(signal, () => void stop(signal).catch(fail));

try {
  const options = parseOptions(process.argv.slice(2), process.cwd());
  if (options.help) {
    process.stdout.write(startHelp);
    process.exit(0);
  }
  const home = options.home ?? readEnvironment().home;
  const { version } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as { version: string };
  terminal.line(`Skein ${version} on Node ${process.versions.node}; state in ${home}`);
  terminal.line();
  const began = performance.now();
  stack = await startStack({
    home, ports: options.ports, setup: options.setup, keepFleet: options.keepFleet, signal: starting.signal, terminal,
    ...(options.fleet === null ? {} : { fleet: options.fleet }), ...(options.nodes === null ? {} : { nodes: options.nodes }),
  });
  showSummary(terminal, stack, (performance.now() - began) / 1000);
  // Loaded late: a stack that cannot show its demo is still a stack.
  const { prepareWithoutDemo, runDemo } = await import('./demo/run-demo.ts');
  const endedEarly = (error: unknown): void => {
    // While everything is being stopped the demo cannot but fail.
    if (asked > 0) return;
    terminal.line();
    terminal.line(`The demo ended early: ${explain(error)}`);
    terminal.line('Skein keeps running; Ctrl-C stops it.');
  };
  if (options.demo) {
    await runDemo(stack, terminal).catch(endedEarly);
  } else {
    const inventoryFile = await prepareWithoutDemo(stack).catch(endedEarly);
    if (typeof inventoryFile === 'string') terminal.line(`  ${'inventory'.padEnd(16)}${relative(process.cwd(), inventoryFile)}  (the fleet's nodes, ready to be imported)`);
  }
} catch (error) {
  fail(error);
}
