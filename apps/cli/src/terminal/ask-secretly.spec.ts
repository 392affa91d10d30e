import { PassThrough } from 'node:stream';
import { type ReadStream } from 'node:tty';
import { describe, expect, it } from 'vitest';
import { askSecretly } from './ask-secretly.ts';

/** A terminal as far as asking needs one: what is typed, and whether it would be shown. */
function fakeTerminal() {
  const typed = new PassThrough();
  const shown = new PassThrough();
  const modes: boolean[] = [];
  const stdin = Object.assign(typed, { setRawMode: (raw: boolean) => { modes.push(raw); return stdin; } }) as unknown as ReadStream;
  const interruption = new AbortController();
  return { typed, shown, modes, interruption, answer: askSecretly({ question: 'Password: ', stdin, stderr: shown, signal: interruption.signal }) };
}

describe('a secret that is asked for', () => {
  it('is read to the end of its line and shown nowhere', async () => {
    const { typed, shown, modes, answer } = fakeTerminal();
    typed.write('pass');
    typed.write('wörd\r');
    expect(await answer).toBe('passwörd');
    expect(String(shown.read())).toBe('Password: \n');
    expect(modes).toEqual([true, false]);
  });

  it('is shown to nobody who answers as soon as the question stands there', () => {
    const events: string[] = [];
    const stdin = Object.assign(new PassThrough(), { setRawMode: (raw: boolean) => { events.push(raw ? 'hidden' : 'shown'); return stdin; } }) as unknown as ReadStream;
    const stderr = Object.assign(new PassThrough(), { write: (text: string) => { events.push(text); return true; } });
    void askSecretly({ question: 'Password: ', stdin, stderr, signal: new AbortController().signal });
    expect(events).toEqual(['hidden', 'Password: ']);
  });

  it('may be corrected while it is typed, whole characters at a time', async () => {
    const { typed, answer } = fakeTerminal();
    typed.write('ab😀\u007f\u007fc\n');
    expect(await answer).toBe('ac');
  });

  it('is none when the input ends or somebody interrupts, and the terminal is as before', async () => {
    const ended = fakeTerminal();
    ended.typed.write('\u0004');
    expect(await ended.answer).toBeNull();
    const interrupted = fakeTerminal();
    interrupted.typed.write('half');
    interrupted.interruption.abort();
    expect([await interrupted.answer, interrupted.modes]).toEqual([null, [true, false]]);
  });
});
