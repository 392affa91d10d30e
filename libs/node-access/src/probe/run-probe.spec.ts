import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { type AddressInfo, type Server, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Probe, type ProbeResult } from '@skein/core';
import { NodeAccessError, type NodeAccessFailure } from '../transport/node-transport.ts';
import { dialDirect } from './dial-direct.ts';
import { type Dial, runProbe } from './run-probe.ts';

const servers: Server[] = [];
const listening = async (server: Server): Promise<number> => {
  servers.push(server);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return (server.address() as AddressInfo).port;
};
const answers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>([
  ['/ok', (request, response) => { response.end(JSON.stringify(request.headers)); }],
  ['/busy', (_request, response) => { response.writeHead(503).end(); }],
  ['/endless', (_request, response) => {
    response.on('error', () => undefined);
    const more = (): void => { if (!response.destroyed) response.write('x'.repeat(65_536), more); };
    more();
  }],
  ['/cut', (_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => { response.destroy(); });
  }],
  ['/silent', () => undefined],
]);
let port: number;
let gibberish: number;
beforeAll(async () => {
  port = await listening(createServer((request, response) => { answers.get(request.url ?? '')?.(request, response); }));
  gibberish = await listening(createTcpServer((socket) => {
    socket.on('error', () => undefined);
    socket.end('SSH-2.0-OpenSSH_8.0\r\n');
  }));
});
afterAll(() => { for (const server of servers) server.close(); });

const context = { host: '127.0.0.1', dial: dialDirect };
const http = (path: string, more: Partial<Extract<Probe, { kind: 'http' }>> = {}): Promise<ProbeResult> =>
  runProbe({ kind: 'http', port, path, expectStatus: 200, timeoutSeconds: 5, ...more }, context);

const failing = (failure: NodeAccessFailure): Dial => () => Promise.reject(new NodeAccessError(failure, 'x'));

describe('an HTTP probe', () => {
  it('is good with the expected status', async () => {
    expect(await http('/ok')).toEqual({ verdict: 'good', detail: 'http: status 200' });
    expect((await http('/busy', { expectStatus: 503 })).verdict).toBe('good');
  });
  it('is bad with another status', async () => {
    expect(await http('/busy')).toEqual({ verdict: 'bad', detail: 'http: status 503' });
  });
  it('does not read a body without end', async () => {
    expect((await http('/endless')).verdict).toBe('good');
  });
  it('is bad when the answer is cut, nonsense or missing', async () => {
    expect((await http('/cut')).verdict).toBe('bad');
    expect((await http('/', { port: gibberish })).verdict).toBe('bad');
    expect((await http('/silent', { timeoutSeconds: 0.3 })).verdict).toBe('bad');
  });
  it('goes through the stream that it is given', async () => {
    const dialled: (string | number)[] = [];
    const dial: Dial = (host, to, timeoutMs) => {
      dialled.push(host, to);
      return dialDirect('127.0.0.1', port, timeoutMs);
    };
    expect((await runProbe({ kind: 'http', port: 80, path: '/ok', expectStatus: 200, timeoutSeconds: 5 }, { host: '10.9.9.9', dial })).verdict).toBe('good');
    expect(dialled).toEqual(['10.9.9.9', 80]);
  });
  it('works over a stream that is no socket', async () => {
    const dial: Dial = () => {
      const stream = new PassThrough();
      const written = stream.write.bind(stream);
      stream.write = ((): boolean => written('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n')) as typeof stream.write;
      return Promise.resolve(stream);
    };
    expect((await runProbe({ kind: 'http', port: 80, path: '/', expectStatus: 200, timeoutSeconds: 5 }, { host: 'n', dial })).verdict).toBe('good');
  });
});

describe('a TCP probe', () => {
  const tcp = (at: number): Probe => ({ kind: 'tcp', port: at, timeoutSeconds: 2 });
  it('is good when somebody listens and bad when nobody does', async () => {
    expect((await runProbe(tcp(port), context)).verdict).toBe('good');
    const closed = createTcpServer();
    const free = await listening(closed);
    await new Promise((resolve) => { closed.close(resolve); });
    expect((await runProbe(tcp(free), context)).verdict).toBe('bad');
  });
  it.each([
    ['unreachable', 'bad'], ['deadlineExceeded', 'bad'], ['proxyDown', 'unknown'], ['bastionDown', 'unknown'], ['authenticationFailed', 'unknown'], ['hostKeyMismatch', 'unknown'],
  ] as const)('that ends in %s on the way is %s', async (failure, verdict) => {
    expect((await runProbe(tcp(1), { ...context, dial: failing(failure) })).verdict).toBe(verdict);
  });
  it('that fails for a reason of our own is unknown', async () => {
    expect((await runProbe(tcp(1), { ...context, dial: () => Promise.reject(Object.assign(new Error('x'), { code: 'EMFILE' })) })).verdict).toBe('unknown');
  });
});

describe('a command probe', () => {
  const directory = mkdtempSync(join(tmpdir(), 'skein-probe-'));
  const path = join(directory, 'ask');
  writeFileSync(path, '#!/bin/sh\nread -r input\necho "$input $2"\n[ "$1" = sleep ] && sleep 600\nexit "$1"\n');
  chmodSync(path, 0o755);
  afterAll(() => { rmSync(directory, { recursive: true }); });
  const ask = (argv: readonly string[], timeoutSeconds = 10): Promise<ProbeResult> =>
    runProbe({ kind: 'command', argv, timeoutSeconds }, { ...context, commands: { depth: { argv: [path], env: {} } } });

  it.each([['0', 'good'], ['1', 'bad'], ['75', 'unknown']])('with exit %s is %s', async (code, verdict) => {
    expect((await ask(['depth', code, 'more'])).verdict).toBe(verdict);
  });
  it('is told which node is asked about', async () => {
    expect((await ask(['depth', '0', 'more'])).detail).toContain('{"host":"127.0.0.1"} more');
  });
  it('that did not end in time, or is not configured here, is unknown', async () => {
    expect((await ask(['depth', 'sleep'], 0.3)).verdict).toBe('unknown');
    expect((await ask(['/bin/true'])).verdict).toBe('unknown');
    expect((await ask(['constructor'])).verdict).toBe('unknown');
  });
});
