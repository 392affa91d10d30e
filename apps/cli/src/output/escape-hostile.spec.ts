import { describe, expect, it } from 'vitest';
import { escapeHostile, escapeHostileLines, escapeHostileQuoted } from './escape-hostile.ts';

describe('what a node says', () => {
  it.each([
    ['a colour', '\u001b[31mred', '\\x1b[31mred'], ['a cleared screen', '\u001bc', '\\x1bc'], ['a control character of eight bits', '\u009b2J', '\\x9b2J'], ['a carriage return that hides what was before', 'bad\rgood', 'bad\\x0dgood'],
    ['text that is turned around', 'a\u202eb', 'a\\u{202e}b'], ['an invisible letter', 'web\u200b-01', 'web\\u{200b}-01'], ['half a character', 'a\ud800b', 'a\\u{d800}b'], ['a new line', 'a\nb', 'a\\x0ab'],
  ])('is shown as a code when it is %s', (_what, said, shown) => {
    expect(escapeHostile(said)).toBe(shown);
  });

  it('stays as it is when it is text, in whatever language', () => {
    expect(escapeHostile('节点 web-01 «größer» 😀')).toBe('节点 web-01 «größer» 😀');
  });

  it('keeps lines and tabs where it is a log', () => {
    expect(escapeHostileLines('one\ttwo\r\nthree\u001b]0;title\u0007')).toBe('one\ttwo\\x0d\nthree\\x1b]0;title\\x07');
  });

  it('is the same value in JSON, and acts on no terminal', () => {
    const value = { name: 'a\u009bb\u202ec\u{e0041}\u001b' };
    const text = escapeHostileQuoted(JSON.stringify(value));
    expect(JSON.parse(text)).toEqual(value);
    expect(text).toMatch(/^[\u0020-\u007e]*$/);
  });
});
