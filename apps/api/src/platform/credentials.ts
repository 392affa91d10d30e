import { type IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { type Response } from 'express';
import { bearerTokenOf } from '../identity/bearer-token.ts';
import { type SessionCookie } from './request-scope.ts';
import { type WebSettings } from './web-settings.ts';

/** What a request proves itself with; null: nothing. */
export type Credentials = { readonly carrier: 'bearer' | 'cookie'; readonly secret: string } | null;

/** `__Host-` makes browsers refuse the cookie unless it is Secure, for `/` and for this host alone. */
export const cookieName = ({ secure }: Pick<WebSettings, 'secure'>): string => (secure ? '__Host-skein' : 'skein');

/** A bearer token goes before a cookie: whoever sends one means it. */
export function credentialsOf({ headers }: Pick<IncomingMessage, 'headers'>, web: WebSettings): Credentials {
  const bearer = bearerTokenOf(headers.authorization);
  if (bearer !== null) return { carrier: 'bearer', secret: bearer };
  if (headers.authorization !== undefined) return null;
  const secret = cookieOf(headers.cookie, cookieName(web));
  return secret === null ? null : { carrier: 'cookie', secret };
}

function cookieOf(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return bearerTokenOf(`Bearer ${pair.slice(at + 1).trim()}`);
  }
  return null;
}

/** Whether a page of another site sent this. Browsers say so themselves, and programs say nothing. */
export function comesFromElsewhere({ headers }: Pick<IncomingMessage, 'headers'>, web: WebSettings): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site';
  if (web.origins.includes(origin)) return false;
  return URL.parse(origin)?.host !== host;
}

/**
 * Where a request came from. Behind a proxy every connection is the proxy's own, and one stranger who guesses passwords would lock everybody
 * out; so its last word on the address is taken, which is the only one that no client can write.
 */
export function remoteAddressOf({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, { secure }: WebSettings): string {
  const forwarded = secure ? String(headers['x-forwarded-for'] ?? '').split(',').at(-1)?.trim() ?? '' : '';
  return isIP(forwarded) === 0 ? socket.remoteAddress ?? 'unknown' : forwarded;
}

export const csrfHeader = 'x-skein-csrf';

export function sessionCookie(response: Response, web: WebSettings): SessionCookie {
  const write = (value: string, seconds: number): void => {
    response.append('Set-Cookie', `${cookieName(web)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${String(seconds)}${web.secure ? '; Secure' : ''}`);
  };
  return { set: write, clear: () => { write('', 0); } };
}
