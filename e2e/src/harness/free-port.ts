import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const isFree = (port: number): Promise<boolean> => new Promise((resolve) => {
  const server = createServer().once('error', () => { resolve(false); }).listen({ port, host: '127.0.0.1', exclusive: true }, () => { server.close(() => { resolve(true); }); });
});

/** Below the ports that the kernel lends to outgoing connections and that stacks choose from, and at random, so that two stacks that start together do not meet. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(14_000, 19_999);
    if (await isFree(port)) return port;
  }
}
