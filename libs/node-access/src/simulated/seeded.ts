import { createHash } from 'node:crypto';

/** A number in [0, 1) that the same seed and words always give. */
export function seededUnit(seed: number, ...words: readonly (string | number)[]): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (const word of words) {
    const text = String(word);
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
    hash = Math.imul(hash ^ 0x1f, 16777619);
  }
  // FNV leaves neighbours close together; the finaliser of MurmurHash3 spreads them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

/** `base` seconds, longer or shorter by up to `jitter` (a share of it). */
export const seededSeconds = (base: number, jitter: number, unit: number): number => base * (1 + jitter * (2 * unit - 1));

export const seededDigest = (...words: readonly (string | number)[]): Buffer => createHash('sha256').update(words.join('\n')).digest();

/** In the form of a boot id; says nothing, but never repeats for other words. */
export function seededUuid(...words: readonly (string | number)[]): string {
  const hex = seededDigest(...words).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
