import { type RequestHandler } from 'express';
import helmet from 'helmet';
import { type WebSettings } from './web-settings.ts';

/** What is no page of the console is data: nothing may be loaded by it, framed or guessed. The console's own policy replaces this one. */
export const securityHeaders = ({ secure }: WebSettings): RequestHandler => helmet({
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
});

/** Scripts and styles of our own files only; a style that is made while running carries the nonce of its page. */
export const consolePolicy = (nonce: string): string => [
  "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "worker-src 'self'", "manifest-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');
