import { createReadStream, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { normalize, join } from 'node:path';

export type MirrorFault = 'mirror-503' | 'mirror-hang' | 'mirror-corrupt';

export interface MirrorOptions {
  /** Folder with `repos` and `keys`. */
  readonly folder: string;
  /** What is wrong for the node with this address; null: nothing. */
  readonly faultFor: (address: string) => { readonly fault: MirrorFault; readonly argument: string } | null;
}

/** Serves the repositories and, under /keys/, the public keys; a node may be given a broken mirror of its own. */
export function createMirror(options: MirrorOptions): Server {
  return createServer((request, response) => {
    const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
    const broken = brokenFor(options.faultFor(address), request.url ?? '/');
    if (broken?.fault === 'mirror-hang') return; // Accepted, and never answered.
    if (broken?.fault === 'mirror-503') {
      response.writeHead(503, { 'content-type': 'text/plain' }).end('Service Unavailable\n');
      return;
    }
    const corrupt = broken?.fault === 'mirror-corrupt' ? (broken.argument === 'metadata' ? /primary\.xml\.gz$/ : /\.rpm$/) : null;
    void serveFile(options.folder, request, response, corrupt).catch(() => { response.destroy(); });
  });
}

/** With the argument `packages` metadata is well and packages are not: a mirror that falls ill between a look and a download. */
function brokenFor(broken: ReturnType<MirrorOptions['faultFor']>, url: string): ReturnType<MirrorOptions['faultFor']> {
  return broken?.argument === 'packages' && !/\.rpm(\?|$)/.test(url) ? null : broken;
}

async function serveFile(folder: string, request: IncomingMessage, response: ServerResponse, corrupt: RegExp | null): Promise<void> {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://mirror.lab').pathname));
  const file = path.startsWith('/keys/') ? join(folder, path) : join(folder, 'repos', path);
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined || !status.isFile() || !['GET', 'HEAD'].includes(request.method ?? '')) {
    response.writeHead(404).end();
    return;
  }
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const from = range === null ? 0 : Number(range[1]);
  const to = range === null || range[2] === '' ? status.size - 1 : Math.min(Number(range[2]), status.size - 1);
  response.writeHead(range === null ? 200 : 206, {
    'content-length': Math.max(0, to - from + 1), 'accept-ranges': 'bytes', 'last-modified': status.mtime.toUTCString(),
    ...(range === null ? {} : { 'content-range': `bytes ${from}-${to}/${status.size}` }),
  });
  if (request.method === 'HEAD') { response.end(); return; }
  if (corrupt?.test(path) === true) {
    // One flipped byte in the payload: right length, wrong checksum.
    const bytes = await readFile(file);
    const at = Math.floor(bytes.length * 0.75);
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    response.end(bytes.subarray(from, to + 1));
    return;
  }
  createReadStream(file, { start: from, end: Math.max(from, to) }).pipe(response);
}
