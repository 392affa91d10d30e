import { type Socket } from 'node:net';
import { NodeAccessError } from '../transport/node-transport.ts';
import { asNodeAccessError } from './node-access-failure.ts';
import { openSocket, parseSocketAddress } from './open-socket.ts';

const replyTexts = ['succeeded', 'general failure', 'not allowed by the proxy', 'network unreachable', 'host unreachable', 'connection refused', 'timed out', 'command not supported', 'address type not supported'];
/** Replies that speak of the destination; all others speak of the proxy. */
const destinationReplies = new Set([2, 3, 4, 5, 6]);

/** Connects to `host:port` through a SOCKS5 proxy (RFC 1928, no authentication). `proxyDown`: the proxy's fault; `unreachable`: it could not get there. */
export async function connectThroughSocks5(proxy: string, host: string, port: number, timeoutMs: number): Promise<Socket> {
  const socket = await openSocket(parseSocketAddress(proxy), timeoutMs).catch((error: unknown) => {
    throw asNodeAccessError(error, 'proxyDown', `proxy ${proxy}`);
  });
  let greeted = false;
  const timer = setTimeout(() => socket.destroy(), timeoutMs);
  try {
    const read = exactReader(socket);
    socket.write(Uint8Array.of(5, 1, 0));
    const [version, method] = await read(2);
    if (version !== 5 || method !== 0) throw new NodeAccessError('proxyDown', `proxy ${proxy} is not a SOCKS5 proxy without login`);
    greeted = true;
    const name = Buffer.from(host);
    socket.write(Buffer.concat([Uint8Array.of(5, 1, 0, 3, name.length), name, Uint8Array.of(port >> 8, port & 255)]));
    const [, reply = 1, , kind = 0] = await read(4);
    const addressLength = kind === 1 ? 4 : kind === 4 ? 16 : ((await read(1))[0] ?? 0);
    await read(addressLength + 2);
    if (reply !== 0) throw new NodeAccessError(destinationReplies.has(reply) ? 'unreachable' : 'proxyDown', `${host}:${String(port)} through ${proxy}: ${replyTexts[reply] ?? `reply ${String(reply)}`}`);
    return socket;
  } catch (error) {
    socket.destroy();
    // A proxy that greeted and then says nothing is waiting for a destination that says nothing.
    throw asNodeAccessError(error, greeted ? 'unreachable' : 'proxyDown', `${host}:${String(port)} through ${proxy}`);
  } finally {
    clearTimeout(timer);
  }
}

/** Takes exactly so many bytes and leaves the rest in the socket: the destination may speak first. */
function exactReader(socket: Socket): (length: number) => Promise<Buffer> {
  return (length) =>
    new Promise((resolve, reject) => {
      const attempt = (): void => {
        const chunk = length === 0 ? Buffer.alloc(0) : (socket.read(length) as Buffer | null);
        if (chunk === null) return;
        detach();
        if (chunk.length < length) reject(new Error('the proxy hung up'));
        else resolve(chunk);
      };
      const gone = (): void => {
        detach();
        reject(new Error('the proxy hung up or said nothing'));
      };
      const detach = (): void => {
        socket.off('readable', attempt);
        socket.off('end', gone);
        socket.off('close', gone);
      };
      socket.on('readable', attempt);
      socket.on('end', gone);
      socket.on('close', gone);
      attempt();
    });
}
