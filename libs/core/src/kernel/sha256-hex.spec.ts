import { describe, expect, it } from 'vitest';
import { sha256Hex } from './sha256-hex.ts';

describe('SHA-256', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
    ['The quick brown fox jumps over the lazy dog', 'd7a8fbb307d7809469ca9abcb0082e4f8d5651e46d3cdb762d02d0bf37c9e592'],
  ])('gives the published digest of "%s"', (text, digest) => {
    expect(sha256Hex(text)).toBe(digest);
  });

  it('gives the published digest of a million letters', () => {
    expect(sha256Hex('a'.repeat(1_000_000))).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
  });

  // Digests of the UTF-8 bytes as coreutils' sha256sum prints them.
  it.each([
    ['é☃😀', 'f3721973be7260bd7814fb504e43c277c2719c0ed8506822c6ee6d846a846add'],
    ['a\ud800b', '05087813392efc16fe8ff448920c6328e53af865df39419436659d9ffda90f7b'],
    ['x'.repeat(55), 'd5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072'],
    ['x'.repeat(56), '04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e'],
    ['x'.repeat(64), '7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c'],
  ])('pads and encodes as everybody else does: %s', (text, digest) => {
    expect(sha256Hex(text)).toBe(digest);
  });
});
