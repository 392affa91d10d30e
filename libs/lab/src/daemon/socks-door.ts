import { connect, isIPv4, type Socket } from 'node:net';

const replies: Readonly<Record<string, number>> = { EACCES: 2, ENETUNREACH: 3, EHOSTUNREACH: 4, EHOSTDOWN: 4, ENOTFOUND: 4, ECONNREFUSED: 5, ETIMEDOUT: 6, EOPNOTSUPP: 7 };
const dialLimitMs = 10_000;
/** A peer that is gone behind a partition must not keep the other side open for ever. */
const halfOpenLimitMs = 10_000;

/**
 * One connection of a SOCKS5 door (CONNECT, no authentication). Names are resolved by `resolve`; what it does not know is refused.
 * A refusal carries the errno name as its bound address, which is legal and tells our own client exactly what happened.
 */
export function serveSocks(client: Socket, resolve: (host: string) => string | null): void {
  let received = Buffer.alloc(0);
  let greeted = false;
  client.setNoDelay(true);
  client.on('error', () => { client.destroy(); });
  const refuse = (code: string): void => {
    const name = Buffer.from(code);
    client.end(Buffer.concat([Buffer.from([5, replies[code] ?? 1, 0, 3, name.length]), name, Buffer.from([0, 0])]));
  };
  const onData = (chunk: Buffer): void => {
    received = Buffer.concat([received, chunk]);
    if (!greeted) {
      const methods = received[1];
      if (methods === undefined || received.length < 2 + methods) return;
      const acceptable = received[0] === 5 && received.subarray(2, 2 + methods).includes(0);
      received = received.subarray(2 + methods);
      client.write(Buffer.from([5, acceptable ? 0 : 255]));
      if (!acceptable) { client.end(); return; }
      greeted = true;
    }
    const request = parseRequest(received);
    if (request === null) return;
    client.off('data', onData);
    client.pause();
    if (request.problem !== null) { refuse(request.problem); return; }
    const address = resolve(request.host);
    if (address === null) { refuse(isIPv4(request.host) ? 'EACCES' : 'ENOTFOUND'); return; }
    dial(client, address, request.port, received.subarray(request.length), refuse);
  };
  client.on('data', onData);
}

interface SocksRequest {
  readonly host: string;
  readonly port: number;
  readonly length: number;
  readonly problem: string | null;
}

function parseRequest(bytes: Buffer): SocksRequest | null {
  const [, command, , kind, first] = bytes;
  if (kind === undefined || first === undefined) return null;
  const hostLength = kind === 1 ? 4 : kind === 3 ? 1 + first : 0;
  if (hostLength === 0) return { host: '', port: 0, length: 0, problem: 'EOPNOTSUPP' };
  const length = 4 + hostLength + 2;
  if (bytes.length < length) return null;
  const host = kind === 1 ? [...bytes.subarray(4, 8)].join('.') : bytes.toString('latin1', 5, 4 + hostLength);
  return { host, port: bytes.readUInt16BE(length - 2), length, problem: command === 1 ? null : 'EOPNOTSUPP' };
}

function dial(client: Socket, address: string, port: number, early: Buffer, refuse: (code: string) => void): void {
  const node = connect({ host: address, port, allowHalfOpen: true, noDelay: true });
  const limit = setTimeout(() => { node.destroy(Object.assign(new Error('dial limit'), { code: 'ETIMEDOUT' })); }, dialLimitMs);
  const gone = (): void => { node.destroy(); };
  client.once('close', gone);
  node.once('connect', () => {
    clearTimeout(limit);
    client.off('close', gone);
    node.off('error', failed);
    client.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
    if (early.length > 0) node.write(early);
    join(client, node);
  });
  const failed = (error: NodeJS.ErrnoException): void => {
    clearTimeout(limit);
    client.off('close', gone);
    if (!client.destroyed) refuse(error.code ?? 'EIO');
  };
  node.once('error', failed);
}

function join(client: Socket, node: Socket): void {
  for (const [from, to] of [[client, node], [node, client]] as const) {
    from.on('error', () => { from.destroy(); to.destroy(); });
    from.once('end', () => {
      const limit = setTimeout(() => { from.destroy(); to.destroy(); }, halfOpenLimitMs);
      limit.unref();
      to.once('close', () => { clearTimeout(limit); });
    });
    from.once('close', () => { if (!to.destroyed) to.end(); });
    from.pipe(to);
  }
}
