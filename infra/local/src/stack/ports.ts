import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { PersonCanFix } from '../person-can-fix.ts';

/** Every port of a stack by name; `--port NAME=N` sets one, `--port N` sets `api`. */
export const portNames = [
  'api', 'worker', 'postgres',
  'temporal.frontend', 'temporal.frontend.membership', 'temporal.frontend.http',
  'temporal.history', 'temporal.history.membership',
  'temporal.matching', 'temporal.matching.membership',
  'temporal.worker', 'temporal.worker.membership',
] as const;
export type PortName = (typeof portNames)[number];
export type Ports = Readonly<Record<PortName, number>>;

export const isPortName = (name: string): name is PortName => (portNames as readonly string[]).includes(name);

/** Free means that we could listen on it now, on loopback. */
export function portIsFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

// Below the range from which the kernel lends ports to outgoing connections, or somebody's connection would sit on ours.
const firstPort = 20_000;
const lastPort = 31_999;
const preferredApiPort = 4400;

/** Two homes start looking at different places, so that two stacks that start at the same moment do not race for the same port. */
function* candidates(home: string): Generator<number, undefined> {
  const span = lastPort - firstPort + 1;
  const start = createHash('sha256').update(home).digest().readUInt32BE(0) % span;
  for (let step = 0; step < span; step += 1) yield firstPort + ((start + step) % span);
  return undefined;
}

export interface ChosenPorts {
  readonly ports: Ports;
  /** Remembered ports that somebody else has taken since. */
  readonly moved: readonly { readonly name: PortName; readonly from: number; readonly to: number }[];
}

/**
 * Wanted ports must be free or it is an error; remembered ones are kept while they are free; the rest is picked.
 * `ours` are ports on which a part of this stack still listens.
 */
export async function choosePorts(
  home: string, wanted: Partial<Record<PortName, number>>, remembered: Partial<Record<PortName, number>>, ours: ReadonlySet<number> = new Set(),
): Promise<ChosenPorts> {
  const taken = new Set<number>();
  const chosen: Partial<Record<PortName, number>> = {};
  const moved: { name: PortName; from: number; to: number }[] = [];
  const usable = async (port: number) => !taken.has(port) && (ours.has(port) || (await portIsFree(port)));

  for (const name of portNames) {
    const port = wanted[name];
    if (port === undefined) continue;
    if (!(await usable(port))) {
      throw new PersonCanFix(`port ${port} (${name}) is taken by another process\n  see who has it:   ss -ltnp 'sport = :${port}'\n  or take another:  npm start -- --port ${name === 'api' ? '' : `${name}=`}N`);
    }
    chosen[name] = port;
    taken.add(port);
  }
  for (const name of portNames) {
    const port = remembered[name];
    if (chosen[name] !== undefined || port === undefined || !(await usable(port))) continue;
    chosen[name] = port;
    taken.add(port);
  }
  const next = candidates(home);
  for (const name of portNames) {
    if (chosen[name] !== undefined) continue;
    let port: number | undefined = name === 'api' ? preferredApiPort : next.next().value;
    while (port !== undefined && !(await usable(port))) port = next.next().value;
    if (port === undefined) throw new PersonCanFix(`no free port between ${firstPort} and ${lastPort} for ${name}`);
    chosen[name] = port;
    taken.add(port);
    const before = remembered[name];
    if (before !== undefined) moved.push({ name, from: before, to: port });
  }
  return { ports: chosen as Ports, moved };
}
