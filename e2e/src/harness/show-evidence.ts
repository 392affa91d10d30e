import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { evidenceMark } from '@skein/local';
import { afterEach } from 'vitest';
import { openStories } from './story-stack.ts';

const logLinesMax = 25;

/** Level 40 is the first that says that something is wrong. */
function complaintsOf(home: string, part: string): readonly string[] {
  try {
    return readFileSync(join(home, 'log', `${part}.log`), 'utf8').split('\n').filter((line) => /"level":[456]0/.test(line)).slice(-logLinesMax).map((line) => `${part}: ${line.slice(0, 600)}`);
  } catch {
    return [];
  }
}

// A story that failed on somebody else's machine leaves nothing behind but what it printed.
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const { home, story } of openStories) {
    const rows = await story.rows.evidence().catch((error: unknown) => [`the database does not tell: ${String(error)}`]);
    const lines = [`${task.name}: load ${loadavg().map((load) => load.toFixed(1)).join(' ')}`, ...rows, ...complaintsOf(home, 'worker'), ...complaintsOf(home, 'api')];
    process.stderr.write(`${lines.map((line) => `  ${evidenceMark} ${line}`).join('\n')}\n`);
  }
});
