import { connect, type Socket } from 'node:net';

export type SocketAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/** `unix:/path` or `host:port` (`[v6]:port` too). Throws on anything else: a route is configuration, checked when it is stored. */
export function parseSocketAddress(text: string): SocketAddress {
  if (text.startsWith('unix:')) return { path: text.slice('unix:'.length) };
  const split = /^\[?([^\]]+?)\]?:(\d{1,5})$/.exec(text);
  if (split?.[1] === undefined || split[2] === undefined) throw new Error(`not an address: ${text}`);
  return { host: split[1], port: Number(split[2]) };
}

/** A connected socket within the time, or an error; never a socket left behind. */
export function openSocket(address: SocketAddress, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    const timer = setTimeout(() => {
      socket.destroy(new Error(`no answer within ${String(timeoutMs)} ms`));
    }, timeoutMs);
    socket.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      // Errors after this belong to whoever uses the socket; without a listener they would end the process.
      socket.on('error', () => undefined);
      socket.setNoDelay(true);
      resolve(socket);
    });
  });
}
