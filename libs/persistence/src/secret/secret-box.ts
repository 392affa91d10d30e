import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Seals a secret for one owner. Each envelope has a key of its own, which the box's key wraps; both layers are AES-256-GCM and
 * bound to `owner`, so an envelope that is copied to another row does not open there.
 */
export interface SecretBox {
  seal(plain: string, owner: string): Buffer;
  /** Throws when the envelope was changed, belongs to another owner, or was sealed by another key. */
  open(envelope: Uint8Array, owner: string): string;
}

const format = 1;
const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;

export function secretBox(key: Uint8Array): SecretBox {
  if (key.length !== keyBytes) throw new Error(`a secret key has ${String(keyBytes)} bytes, not ${String(key.length)}`);
  return {
    seal(plain, owner) {
      const dataKey = randomBytes(keyBytes);
      return Buffer.concat([Buffer.of(format), encrypt(key, dataKey, owner), encrypt(dataKey, Buffer.from(plain, 'utf8'), owner)]);
    },
    open(envelope, owner) {
      if (envelope[0] !== format) throw new Error('open a secret: unknown envelope format');
      const wrapped = 1 + nonceBytes + keyBytes + tagBytes;
      const dataKey = decrypt(key, envelope.subarray(1, wrapped), owner);
      return decrypt(dataKey, envelope.subarray(wrapped), owner).toString('utf8');
    },
  };
}

function encrypt(key: Uint8Array, plain: Uint8Array, owner: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner, 'utf8'));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Uint8Array, sealed: Uint8Array, owner: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(owner, 'utf8'))
    .setAuthTag(sealed.subarray(sealed.length - tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes)), decipher.final()]);
}
