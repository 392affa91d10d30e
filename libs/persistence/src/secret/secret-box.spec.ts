import { describe, expect, it } from 'vitest';
import { secretBox } from './secret-box.ts';

const box = secretBox(new Uint8Array(32).fill(1));

describe('a secret box', () => {
  it('opens what it sealed, and never seals the same text to the same bytes', () => {
    const [one, two] = [box.seal('the key', 'credential/a'), box.seal('the key', 'credential/a')];
    expect(one.equals(two)).toBe(false);
    expect([box.open(one, 'credential/a'), box.open(two, 'credential/a')]).toEqual(['the key', 'the key']);
    expect(one.includes('the key')).toBe(false);
  });
  it('does not open for another owner, with another key, or after a change of any byte', () => {
    const sealed = box.seal('the key', 'credential/a');
    expect(() => box.open(sealed, 'credential/b')).toThrow();
    expect(() => secretBox(new Uint8Array(32).fill(2)).open(sealed, 'credential/a')).toThrow();
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => box.open(changed, 'credential/a')).toThrow();
    }
  });
  it('refuses a key of another length', () => {
    expect(() => secretBox(new Uint8Array(16))).toThrow('32 bytes');
  });
});
