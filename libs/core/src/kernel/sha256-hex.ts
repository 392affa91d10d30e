// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4 §4.2.2).
const roundConstants = new Uint32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

const initialState = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19] as const;

const rotateRight = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

const blockBytes = 64;
/** The padding's first byte and the length in bits, as 64 bits. */
const trailerBytes = 9;

/** The text's UTF-8 bytes, padded to whole blocks. Core imports nothing, not even TextEncoder; lone surrogates become U+FFFD, as everywhere else. */
function paddedBytes(text: string): DataView {
  // Three bytes are the most that one UTF-16 unit can need.
  const bytes = new Uint8Array(Math.ceil((text.length * 3 + trailerBytes) / blockBytes) * blockBytes);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    let code = text.codePointAt(index) ?? 0;
    if (code > 0xffff) index += 1;
    else if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    if (code < 0x800) {
      bytes[length++] = 0xc0 | (code >> 6);
    } else {
      if (code < 0x10000) {
        bytes[length++] = 0xe0 | (code >> 12);
      } else {
        bytes[length++] = 0xf0 | (code >> 18);
        bytes[length++] = 0x80 | ((code >> 12) & 63);
      }
      bytes[length++] = 0x80 | ((code >> 6) & 63);
    }
    bytes[length++] = 0x80 | (code & 63);
  }
  bytes[length] = 0x80;
  const padded = new DataView(bytes.buffer, 0, Math.ceil((length + trailerBytes) / blockBytes) * blockBytes);
  padded.setUint32(padded.byteLength - 8, Math.floor(length / 0x2000_0000));
  padded.setUint32(padded.byteLength - 4, (length * 8) >>> 0);
  return padded;
}

/** SHA-256 of the text's UTF-8 bytes, in lower-case hex. For digests of plans; not for secrets. */
export function sha256Hex(text: string): string {
  const input = paddedBytes(text);
  const state = Uint32Array.from(initialState);
  const schedule = new Uint32Array(64);
  // Every index below is within bounds by construction; a check in the innermost loop would double its cost.
  const at = (array: Uint32Array, index: number): number => array[index] as number;
  for (let block = 0; block < input.byteLength; block += blockBytes) {
    for (let t = 0; t < 16; t += 1) schedule[t] = input.getUint32(block + t * 4);
    for (let t = 16; t < 64; t += 1) {
      const near = at(schedule, t - 15);
      const far = at(schedule, t - 2);
      const sigma0 = rotateRight(near, 7) ^ rotateRight(near, 18) ^ (near >>> 3);
      const sigma1 = rotateRight(far, 17) ^ rotateRight(far, 19) ^ (far >>> 10);
      schedule[t] = at(schedule, t - 16) + sigma0 + at(schedule, t - 7) + sigma1;
    }
    let a = at(state, 0), b = at(state, 1), c = at(state, 2), d = at(state, 3), e = at(state, 4), f = at(state, 5), g = at(state, 6), h = at(state, 7);
    for (let t = 0; t < 64; t += 1) {
      const sum1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
      const sum0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
      const first = (h + sum1 + ((e & f) ^ (~e & g)) + at(roundConstants, t) + at(schedule, t)) | 0;
      const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = at(state, index) + word;
  }
  return [...state].map((word) => word.toString(16).padStart(8, '0')).join('');
}
