import { describe, expect, it } from 'vitest';
import { csvOf } from './csv-of.ts';
import { logTokens } from './log-tokens.ts';

const shown = (line: string): string => logTokens(line).map((token) => (token.kind === 'text' ? token.text : `[${token.name}]`)).join('');

describe('a line of a log', () => {
  it.each([
    ['an escape sequence', 'dracut: \u001b[1;31mFAILED\u001b[0m now', 'dracut: [ESC[1;31m]FAILED[ESC[0m] now'],
    ['a title for the terminal', 'a\u001b]0;evil\u0007b', 'a[ESC]0;evil]b'],
    ['a bell', 'missing\u0007', 'missing[BEL]'],
    ['text that turns around', 'http://10.8.0.4/\u202efdp.exe', 'http://10.8.0.4/[U+202E]fdp.exe'],
    ['letters that cannot be seen', 'pass\u200bword\ufeff', 'pass[U+200B]word[U+FEFF]'],
    ['a return that would overwrite', 'ok\rFAILED', 'ok[CR]FAILED'],
    ['tags of another plane', 'x\u{e0041}y', 'x[U+E0041]y'],
  ])('shows %s instead of doing it', (_what, line, text) => {
    expect(shown(line)).toBe(text);
  });

  it('leaves markup, tabs, Chinese and pictures as they are', () => {
    const line = '<script>alert(1)</script>\t已完成 🚀';
    expect(logTokens(line)).toEqual([{ kind: 'text', text: line }]);
  });

  it('loses nothing', () => {
    expect(shown('')).toBe('');
    expect(logTokens('\u0000a\u0000').map((token) => token.kind)).toEqual(['control', 'text', 'control']);
  });
});

describe('an export', () => {
  it('runs nothing in a spreadsheet', () => {
    expect(csvOf(['host'], [['=HYPERLINK("http://evil")'], ['@sum'], ['-2+3'], ['-5'], ['a,"b"\n']])).toBe('host\r\n"\'=HYPERLINK(""http://evil"")"\r\n\'@sum\r\n\'-2+3\r\n-5\r\n"a,""b""\n"');
  });
});
