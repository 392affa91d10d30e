import { type Interface, createInterface } from 'node:readline';
import { type Paint, paintWith } from '../output/paint.ts';
import { askSecretly } from './ask-secretly.ts';

/** Where data goes, where messages go, and who can be asked. */
export interface Terminal {
  /** Data: standard output, one line. */
  data(line: string): void;
  /** Data as it is; for files and logs. */
  raw(text: string): void;
  /** Messages: standard error, one line. */
  say(line: string): void;
  /** True when a person reads the data as it comes, and things may be drawn over. */
  readonly isInteractive: boolean;
  /** True when there is somebody who can answer. */
  readonly canAsk: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly paintData: Paint;
  readonly paintMessage: Paint;
  /** The answer without its line end; null when the input ended. */
  ask(question: string): Promise<string | null>;
  /** The same, without showing what is typed. */
  askSecret(question: string): Promise<string | null>;
  /** All of standard input. */
  readInput(): Promise<Uint8Array<ArrayBuffer>>;
}

export function openTerminal({ noColour, signal }: { readonly noColour: boolean; readonly signal: AbortSignal }): Terminal {
  const { stdin, stdout, stderr } = process;
  const whole = async (): Promise<Uint8Array<ArrayBuffer>> => {
    const chunks: Buffer[] = [];
    for await (const chunk of stdin) chunks.push(chunk as Buffer);
    return new Uint8Array(Buffer.concat(chunks));
  };
  return {
    data: (line) => { stdout.write(`${line}\n`); },
    raw: (text) => { stdout.write(text); },
    say: (line) => { stderr.write(`${line}\n`); },
    isInteractive: stdout.isTTY,
    canAsk: stdin.isTTY && stderr.isTTY,
    columns: stdout.columns ?? 80,
    rows: stdout.rows ?? 24,
    paintData: paintWith(stdout.isTTY && !noColour),
    paintMessage: paintWith(stderr.isTTY && !noColour),
    ask: (question) => new Promise((resolve) => {
      const lines: Interface = createInterface({ input: stdin, output: stderr });
      let answer: string | null = null;
      const giveUp = (): void => { lines.close(); };
      signal.addEventListener('abort', giveUp, { once: true });
      lines.once('SIGINT', () => { process.kill(process.pid, 'SIGINT'); });
      lines.once('close', () => {
        signal.removeEventListener('abort', giveUp);
        resolve(answer);
      });
      lines.question(question, (text) => {
        answer = text;
        lines.close();
      });
    }),
    askSecret: (question) => askSecretly({ question, stdin, stderr, signal }),
    readInput: whole,
  };
}
