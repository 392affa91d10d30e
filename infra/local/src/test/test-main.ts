import { readEnvironment } from '../environment.ts';
import { ensureTemporalPrograms } from '../parts/temporal-programs.ts';
import { browserPackages, ensurePackages, labPackages } from '../setup/debian-packages.ts';
import { explain } from '../terminal/explain.ts';
import { consoleTerminal } from '../terminal/console-terminal.ts';
import { showStage, stopRunners } from './run-tests.ts';
import { stages } from './stages.ts';
import { addTallies, countSkippedAsFailed, type Tally, tallyLine } from './tally.ts';

const terminal = consoleTerminal();
const environment = readEnvironment();
const names = process.argv.slice(2);
const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no stage called ${unknown.join(', ')}. There are: ${stages.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}
// Runners in the middle of their work would go on alone.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopRunners();
    terminal.line('stopped before the end');
    process.exit(1);
  });
}
try {
  // Before anything with a time limit needs it; built once per machine.
  const step = terminal.step('Temporal');
  await ensureTemporalPrograms(environment, step);
  step.done('the server is built');
  const wanted = stages.filter(({ name }) => names.length === 0 || names.includes(name));
  if (wanted.some(({ kind }) => kind === 'vitest' || kind === 'program')) await ensurePackages('Tests need real nodes and a real browser, which come as Debian packages', [...labPackages, ...browserPackages], terminal);
  const tallies: Tally[] = [];
  for (const stage of wanted) tallies.push(await showStage(stage, terminal));
  const sum = addTallies(tallies);
  const judged = environment.ci ? countSkippedAsFailed(sum) : sum;
  terminal.line();
  terminal.line(tallyLine(judged));
  process.exitCode = judged.failures.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`\n${explain(error)}\n`);
  terminal.line('0 passed, 1 failed');
  process.exitCode = 1;
}
