import { KillSuite } from './kill-suite.ts';

const suite = new KillSuite();
const result = await suite.run();
for (const line of result.problems) process.stdout.write(`  ${line}\n`);
process.stdout.write(`kills ${result.kills} · lost ${result.lost} · doubled ${result.doubled} · differences ${result.differences}\n`);
process.exitCode = result.lost + result.doubled + result.differences === 0 && result.kills === suite.killsPlanned ? 0 : 1;
