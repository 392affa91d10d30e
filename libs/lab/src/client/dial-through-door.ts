import { connect, type Socket } from 'node:net';

/** Connects to `host:port` through a SOCKS5 door on a UNIX socket; the error's message is the errno name the door gave. */
export function dialThroughDoor(path: string, host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path });
    const name = Buffer.from(host);
    let received = Buffer.alloc(0);
    const fail = (message: string): void => { socket.destroy(); reject(new Error(message)); };
    const onError = (error: Error): void => { fail(`the lab's door: ${error.message}`); };
    const onEnd = (): void => { fail('the lab\'s door closed the connection'); };
    const onData = (chunk: Buffer): void => {
      received = Buffer.concat([received, chunk]);
      const [, method, , reply, , kind, length] = received;
      if (method === undefined || kind === undefined || length === undefined) return;
      const whole = 2 + (kind === 3 ? 7 + length : 10);
      if (received.length < whole) return;
      if (method !== 0 || reply !== 0) { fail(kind === 3 ? received.toString('latin1', 7, 7 + length) : `refused (${String(reply)})`); return; }
      socket.off('data', onData).off('error', onError).off('end', onEnd).pause();
      if (received.length > whole) socket.unshift(received.subarray(whole));
      resolve(socket);
    };
    socket.on('data', onData).once('error', onError).once('end', onEnd);
    socket.write(Buffer.concat([Buffer.from([5, 1, 0, 5, 1, 0, 3, name.length]), name, Buffer.from([port >> 8, port & 255])]));
  });
}
