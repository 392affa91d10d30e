/** Scrambles 32 bits so that neighbouring inputs end far apart (the finaliser of MurmurHash3). */
function scramble(bits: number): number {
  let mixed = bits | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** A stream of numbers in [0, 1): the same seed gives the same stream. Not for secrets. */
export function seededRandom(seed: number): () => number {
  let position = scramble(seed);
  return () => {
    position = (position + 0x9e3779b9) | 0;
    return scramble(position) / 0x1_0000_0000;
  };
}

/**
 * A place in [0, 1) that depends on nothing but seed and text. Sorting by it shuffles a set in a way that neither the order of
 * the input nor a member more or less changes for the others.
 */
export function seededRank(seed: number, text: string): number {
  let high = scramble(seed ^ 0x5bd1e995);
  let low = scramble(seed);
  for (let index = 0; index < text.length; index += 1) {
    low = scramble(low ^ text.charCodeAt(index));
    high = scramble(high + Math.imul(low, 0x9e3779b1));
  }
  return (high * 0x20_0000 + (low >>> 11)) / 0x20_0000_0000_0000;
}
