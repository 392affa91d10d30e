import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A network between a browser and the api that can be cut: what is sent then goes nowhere, and nothing says so, as on a train. */
export interface BreakableNetwork {
  /** The address to give to the browser. */
  readonly address: string;
  cut(): void;
  /** New connections get through again; old ones stay dead, as they would behind a new address. */
  mend(): void;
  close(): Promise<void>;
}

export async function openBreakableNetwork(target: string): Promise<BreakableNetwork> {
  const { hostname, port } = new URL(target);
  const open = new Set<Socket>();
  let broken = false;
  const server = createServer((near) => {
    open.add(near);
    near.on('error', () => undefined).on('close', () => open.delete(near));
    // Accepted by the machine, answered by nobody.
    if (broken) {
      near.pause();
      return;
    }
    const far = connect(Number(port), hostname);
    open.add(far);
    far.on('error', () => near.destroy()).on('close', () => { open.delete(far); near.destroy(); });
    near.on('close', () => far.destroy());
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(0, '127.0.0.1', resolve); });
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    cut() {
      broken = true;
      for (const socket of open) {
        socket.unpipe();
        socket.pause();
      }
    },
    mend() {
      broken = false;
      for (const socket of open) socket.destroy();
    },
    close: () => new Promise((resolve) => {
      for (const socket of open) socket.destroy();
      server.close(() => { resolve(); });
    }),
  };
}
