import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { choosePorts, portIsFree, portNames } from './ports.ts';

const open: Server[] = [];
async function occupy(port = 0): Promise<number> {
  const server = createServer();
  open.push(server);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

describe('ports of a stack', () => {
  it('are free, different from each other, and not ones that the kernel lends to connections', async () => {
    const { ports } = await choosePorts('/homes/one', {}, {});
    expect(new Set(Object.values(ports)).size).toBe(portNames.length);
    for (const port of Object.values(ports)) expect(await portIsFree(port)).toBe(true);
    expect(Math.max(...Object.values(ports))).toBeLessThan(32_768);
  });

  it('stay the same at the second start', async () => {
    const first = await choosePorts('/homes/one', {}, {});
    expect(await choosePorts('/homes/one', {}, first.ports)).toEqual({ ports: first.ports, moved: [] });
  });

  it('are others for another home', async () => {
    const [one, two] = [await choosePorts('/homes/one', {}, {}), await choosePorts('/homes/two', {}, {})];
    expect(one.ports.postgres).not.toBe(two.ports.postgres);
  });

  it('move when somebody has taken one, and say so', async () => {
    const first = await choosePorts('/homes/one', {}, {});
    await occupy(first.ports.worker);
    const second = await choosePorts('/homes/one', {}, first.ports);
    expect(second.moved).toEqual([{ name: 'worker', from: first.ports.worker, to: second.ports.worker }]);
    expect(second.ports.worker).not.toBe(first.ports.worker);
    expect(second.ports.postgres).toBe(first.ports.postgres);
  });

  it('are kept while a part of ours still listens there', async () => {
    const port = await occupy();
    expect((await choosePorts('/homes/one', {}, { postgres: port }, new Set([port]))).ports.postgres).toBe(port);
  });

  it('are an error when a wanted one is taken, with the command that shows by whom', async () => {
    const port = await occupy();
    await expect(choosePorts('/homes/one', { api: port }, {})).rejects.toThrow(new RegExp(`port ${port} \\(api\\) is taken[\\s\\S]*ss -ltnp`));
  });
});
