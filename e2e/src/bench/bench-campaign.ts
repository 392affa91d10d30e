import { parseArgs } from 'node:util';
import { detailOf, report } from './bench-report.ts';
import { measureCampaign, type Measurement } from './measure-campaign.ts';

const help = `Usage: npm run bench:campaign -- [options]

Starts a stack of its own for each measurement, migrates a simulated fleet with it and
prints what that cost per node.

  --sizes 500,1000,2000  nodes per campaign
  --runs 3               measurements per size, interleaved; the table shows medians
  --idle-seconds 40      how long an idle campaign is watched for time-driven work, once
                         per size; 0: not at all, and nothing is taken off the counts
  --detail               activities and statements by name, after each measurement
  --help                 this text
`;

/** Counts per node may grow by so much between the smallest and the largest campaign; more is a defect. */
const growthMax = 1.02;

function numbersOf(text: string): number[] {
  const numbers = text.split(',').map(Number);
  if (!numbers.every((number) => Number.isInteger(number) && number >= 0)) throw new Error(`"${text}" is no list of whole numbers`);
  return numbers;
}

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '500,1000,2000' }, runs: { type: 'string', default: '3' }, 'idle-seconds': { type: 'string', default: '40' }, detail: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } });
const say = (line: string): void => { process.stderr.write(`${line}\n`); };

if (values.help) {
  process.stdout.write(help);
} else {
  const sizes = numbersOf(values.sizes);
  const [runs = 1] = numbersOf(values.runs);
  const [idleSeconds = 0] = numbersOf(values['idle-seconds']);
  const measurements: Measurement[] = [];
  // Interleaved: whatever else the machine does in these minutes meets all sizes alike.
  for (let run = 1; run <= runs; run += 1) {
    for (const size of sizes) {
      const measured = await measureCampaign(size, run === 1 ? idleSeconds : 0, (line) => say(`  ${line}`));
      measurements.push(measured);
      say(`run ${String(run)} of ${String(runs)}, ${String(size)} nodes: ${measured.outcome} after ${measured.seconds.toFixed(0)} s`);
      if (values.detail) for (const line of detailOf(measured)) say(line);
    }
  }
  const { lines, growth } = report(measurements, sizes);
  process.stdout.write(`${lines.join('\n')}\n`);
  if (growth > growthMax) {
    process.stdout.write(`a count per node grows with the campaign: ${growth.toFixed(3)} times, at most ${String(growthMax)} is wanted\n`);
    process.exitCode = 1;
  }
}
