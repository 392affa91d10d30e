import { type ReadStream } from 'node:tty';

/** Reads a line from the terminal without showing it. Null when the input ended or Ctrl-C was pressed. */
export function askSecretly({ question, stdin, stderr, signal }: { readonly question: string; readonly stdin: ReadStream; readonly stderr: NodeJS.WritableStream; readonly signal: AbortSignal }): Promise<string | null> {
  return new Promise((resolve) => {
    let typed = '';
    const end = (answer: string | null): void => {
      stdin.off('data', read);
      stdin.setRawMode(false);
      stdin.pause();
      signal.removeEventListener('abort', giveUp);
      stderr.write('\n');
      resolve(answer);
    };
    const giveUp = (): void => { end(null); };
    const read = (chunk: Buffer | string): void => {
      for (const character of chunk.toString()) {
        if (character === '\r' || character === '\n') return end(typed);
        if (character === '\u0004') return end(typed === '' ? null : typed);
        if (character === '\u0003') {
          // Raw mode took the meaning out of the key. The signal gives it back, and ends the question.
          process.kill(process.pid, 'SIGINT');
          return;
        }
        typed = character === '\u007f' || character === '\b' ? [...typed].slice(0, -1).join('') : typed + character;
      }
    };
    stdin.setRawMode(true);
    stdin.resume();
    stdin.on('data', read);
    signal.addEventListener('abort', giveUp, { once: true });
    // Last: who answers as soon as it stands there, such as a password manager, must not be shown.
    stderr.write(question);
  });
}
