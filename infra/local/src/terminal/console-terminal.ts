import { type Step, type Terminal } from './terminal.ts';

const nameWidth = 16;
// Where nothing can be overwritten, only a step that takes long says what it does, and then every so often that it is alive.
const firstNoteSeconds = 5;
const nextNoteSeconds = 20;

export const inWords = (seconds: number): string =>
  seconds < 10 ? `${seconds.toFixed(1)} s` : seconds < 60 ? `${Math.round(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;

interface Running {
  readonly name: string;
  readonly since: number;
  note: string;
  noteDueSeconds: number;
}

/** Done lines stay; on a terminal the steps that still run share one line at the bottom. */
export function consoleTerminal(stream: NodeJS.WriteStream = process.stdout): Terminal {
  const interactive = stream.isTTY === true;
  const running = new Set<Running>();
  let ticker: NodeJS.Timeout | null = null;
  // A closed pipe at the other end must not take the stack down.
  stream.on('error', () => undefined);

  const elapsed = (step: Running) => (performance.now() - step.since) / 1000;
  const erase = () => { if (interactive && running.size > 0) stream.write('\r\x1b[K'); };
  const draw = () => {
    if (!interactive || running.size === 0) return;
    const text = [...running].map((step) => `${step.name}: ${step.note === '' ? '…' : step.note} (${inWords(elapsed(step))})`).join('  ·  ');
    const room = (stream.columns || 80) - 4;
    stream.write(`\r\x1b[K  ${text.length > room ? `${text.slice(0, room - 1)}…` : text}`);
  };
  const line = (text = '') => {
    erase();
    stream.write(`${text}\n`);
    draw();
  };
  const row = (name: string, text: string) => line(`  ${name.padEnd(nameWidth)}${text}`);
  const tick = () => {
    if (interactive) return draw();
    for (const step of running) {
      if (step.note === '' || elapsed(step) < step.noteDueSeconds) continue;
      step.noteDueSeconds = elapsed(step) + nextNoteSeconds;
      row(step.name, `${step.note} … (${inWords(elapsed(step))})`);
    }
  };

  return {
    interactive,
    line,
    step(name): Step {
      const step: Running = { name, since: performance.now(), note: '', noteDueSeconds: firstNoteSeconds };
      const end = (text: string) => {
        erase();
        running.delete(step);
        if (running.size === 0 && ticker !== null) {
          clearInterval(ticker);
          ticker = null;
        }
        row(name, text);
      };
      const enter = () => {
        running.add(step);
        ticker ??= setInterval(tick, interactive ? 200 : 1000).unref();
      };
      return {
        note(text) {
          step.note = text;
          enter();
          draw();
        },
        done: (text) => end(elapsed(step) < 0.3 ? text : `${text} (${inWords(elapsed(step))})`),
        failed: (text) => end(`FAILED: ${text}`),
      };
    },
  };
}

const nothing: Step = { note: () => undefined, done: () => undefined, failed: () => undefined };

/** For programs that start a stack without anybody looking. */
export const silentTerminal: Terminal = { interactive: false, line: () => undefined, step: () => nothing };
