import { type Step, type Terminal } from './terminal.ts';

const nameWidth = 16;
// Where nothing can be overwritten, a long step says every so often that it is alive.
const noteIntervalSeconds = 20;

export const inWords = (seconds: number): string =>
  seconds < 10 ? `${seconds.toFixed(1)} s` : seconds < 60 ? `${Math.round(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;

/** Done lines stay; on a terminal the steps that still run share one line at the bottom. */
export function consoleTerminal(stream: NodeJS.WriteStream = process.stdout): Terminal {
  const interactive = stream.isTTY === true;
  const running = new Map<string, { readonly since: number; note: string }>();
  let ticker: NodeJS.Timeout | null = null;
  // A closed pipe at the other end must not take the stack down.
  stream.on('error', () => undefined);

  const erase = () => { if (interactive) stream.write('\r\x1b[K'); };
  const draw = () => {
    if (!interactive || running.size === 0) return;
    const text = [...running].map(([name, step]) => `${name}: ${step.note === '' ? '…' : step.note} (${inWords((performance.now() - step.since) / 1000)})`).join('  ·  ');
    const room = (stream.columns || 80) - 4;
    stream.write(`\r\x1b[K  ${text.length > room ? `${text.slice(0, room - 1)}…` : text}`);
  };
  const line = (text = '') => {
    erase();
    stream.write(`${text}\n`);
    draw();
  };
  const finish = (name: string) => {
    running.delete(name);
    if (running.size === 0 && ticker !== null) {
      clearInterval(ticker);
      ticker = null;
    }
    erase();
  };
  return {
    interactive,
    line,
    step(name): Step {
      const since = performance.now();
      let notedAt = since;
      running.set(name, { since, note: '' });
      if (interactive && ticker === null) ticker = setInterval(draw, 200).unref();
      const row = (text: string) => line(`  ${name.padEnd(nameWidth)}${text}`);
      const elapsed = () => (performance.now() - since) / 1000;
      return {
        note(text) {
          const entry = running.get(name);
          if (entry === undefined) return;
          const first = entry.note === '';
          entry.note = text;
          if (interactive) return draw();
          if (!first && performance.now() - notedAt < noteIntervalSeconds * 1000) return;
          notedAt = performance.now();
          row(elapsed() < 1 ? `${text} …` : `${text} … (${inWords(elapsed())})`);
        },
        done(text) {
          finish(name);
          row(elapsed() < 0.3 ? text : `${text} (${inWords(elapsed())})`);
        },
        failed(text) {
          finish(name);
          row(`FAILED: ${text}`);
        },
      };
    },
  };
}

const nothing: Step = { note: () => undefined, done: () => undefined, failed: () => undefined };

/** For programs that start a stack without anybody looking. */
export const silentTerminal: Terminal = { interactive: false, line: () => undefined, step: () => nothing };
