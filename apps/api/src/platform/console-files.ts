import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { consolePolicy } from './security-headers.ts';
import { type WebSettings } from './web-settings.ts';

/** A file whose name holds the digest of its content never changes; the folder is where the build puts them. */
const hashedFile = /\/assets\/[^/]+-[\w-]{8,}\.\w+$/;
const encodings = [['br', '.br'], ['gzip', '.gz']] as const;

/** The built files of the console, but not its page; what is no such file goes on. */
export function consoleFiles(folder: string | null): RequestHandler {
  if (folder === null || !existsSync(folder)) return (_request, _response, next) => { next(); };
  const serve = express.static(folder, {
    index: false, redirect: false, dotfiles: 'ignore', cacheControl: false, etag: true,
    setHeaders(response, path) {
      const plain = path.replace(/\.(br|gz)$/, '');
      response.setHeader('Cache-Control', hashedFile.test(plain) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (request, response, next) => {
    if (!['GET', 'HEAD'].includes(request.method) || request.path.endsWith('.html') || request.path.endsWith('/')) {
      next();
      return;
    }
    servePacked(folder, request, response);
    serve(request, response, next);
  };
}

/** Sends the file that was packed while building, if there is one that the browser can read. */
function servePacked(folder: string, request: Request, response: Response): void {
  const path = request.path;
  if (!/^(\/[\w.@-]+)+$/.test(path) || path.includes('..')) return;
  if (!encodings.some(([, extension]) => existsSync(join(folder, `${path}${extension}`)))) return;
  response.vary('Accept-Encoding');
  const found = encodings.find(([encoding, extension]) => request.acceptsEncodings(encoding) === encoding && existsSync(join(folder, `${path}${extension}`)));
  if (found === undefined) return;
  const [encoding, extension] = found;
  response.type(path.slice(path.lastIndexOf('.')));
  response.setHeader('Content-Encoding', encoding);
  request.url = `${path}${extension}`;
}

/** What the console's page leaves open for each request. */
const places = { nonce: '__SKEIN_CSP_NONCE__', environmentName: '__SKEIN_ENVIRONMENT__', isProtected: '__SKEIN_ENVIRONMENT_PROTECTED__' } as const;

/** The console's one page, for each address that its own router knows. */
export class ConsolePage {
  readonly #html: string | null;

  constructor({ consoleFolder, environmentName, isProtected }: WebSettings) {
    const path = consoleFolder === null ? null : join(consoleFolder, 'index.html');
    // Names have no signs that mean something in HTML; the environment is refused otherwise.
    this.#html = path !== null && existsSync(path) ? readFileSync(path, 'utf8').replaceAll(places.environmentName, environmentName).replaceAll(places.isProtected, String(isProtected)) : null;
  }

  send(response: Response): void {
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Security-Policy', consolePolicy(nonce));
    response.status(this.#html === null ? 503 : 200).type('html').send(this.#html === null ? notBuilt : this.#html.replaceAll(places.nonce, nonce));
  }
}

const notBuilt = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Skein</title></head><body>
<h1>The console is not built</h1>
<p>The api runs and answers at <code>/graphql</code>, but the folder with the console's files is not there. Build it with <code>npx nx build @skein/console</code>, or say where it is in <code>SKEIN_CONSOLE_FOLDER</code>, and start the api again.</p>
</body></html>
`;
