import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits behind a prefix that scanners of leaked secrets can look for. Only the SHA-256 is ever stored. */
export function newBearerToken(kind: 'session' | 'token'): { readonly secret: string; readonly sha256: Uint8Array } {
  const secret = `${kind === 'session' ? 'skein_session_' : 'skein_'}${randomBytes(32).toString('base64url')}`;
  return { secret, sha256: bearerTokenSha256(secret) };
}

export const bearerTokenSha256 = (secret: string): Uint8Array => createHash('sha256').update(secret, 'utf8').digest();

/** The token of an Authorization header; null: none, or nothing that we ever gave. */
export function bearerTokenOf(header: string | undefined): string | null {
  const found = /^Bearer (skein_[A-Za-z0-9_-]{20,200})$/i.exec(header ?? '');
  return found?.[1] ?? null;
}
