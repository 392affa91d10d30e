import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PersonCanFix } from '../person-can-fix.ts';
import { isPortName, type PortName, portNames } from '../stack/ports.ts';

export interface StartOptions {
  readonly ports: Partial<Record<PortName, number>>;
  readonly demo: boolean;
  readonly setup: boolean;
  /** null: the lab where it can run, else simulated nodes. */
  readonly fleet: 'lab' | 'simulated' | null;
  readonly nodes: number | null;
  readonly home: string | null;
  readonly keepFleet: boolean;
  readonly help: boolean;
}

export const startHelp = `Usage: npm start -- [options]

Starts Skein on this machine: PostgreSQL, Temporal, api, worker and a fleet of nodes to
try it on, everything on loopback. Then a demo campaign migrates that fleet in waves.
A second start continues where the first one ended, however it ended.

  --no-demo              start, and write the fleet's nodes into fleet.csv, to import them yourself
  --fleet lab            real OpenSSH servers with real package transactions (root, Debian)
  --fleet simulated      nodes that are only calculated
  --nodes N              how many simulated nodes, 1 to 100000 (default 200)
  --no-setup             install nothing; without the lab's packages the fleet is simulated
  --keep-fleet           leave the nodes running when Skein stops
  --home DIR             where state, logs and secrets lie (default .skein, or SKEIN_HOME)
  --port N               the api's port (default 4400 where free)
  --port NAME=N          another port; can be given several times. Names:
${[portNames.slice(1, 5), portNames.slice(5, 8), portNames.slice(8)].map((names) => `                         ${names.join(' ')}`).join('\n')}
  --help                 this text

Environment:
  DATABASE_URL           use this PostgreSQL instead of starting one
  TEMPORAL_ADDRESS       use this Temporal (host:port) instead of starting one
  TEMPORAL_NAMESPACE     its namespace (default skein)
  SKEIN_CACHE            what is built once per machine (default ~/.cache/skein)
`;

const known = {
  port: { type: 'string', multiple: true }, 'no-demo': { type: 'boolean' }, 'no-setup': { type: 'boolean' }, fleet: { type: 'string' }, nodes: { type: 'string' },
  home: { type: 'string' }, 'keep-fleet': { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
} as const;

/** `from`: the folder that relative paths are meant from. Throws PersonCanFix with everything that is wrong, together. */
export function parseOptions(args: readonly string[], from: string): StartOptions {
  const problems: string[] = [];
  const { values, tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional') problems.push(`"${token.value}" is not an option`);
    if (token.kind === 'option' && !(token.name in known)) problems.push(`${token.rawName} is not an option`);
    if (token.kind === 'option' && token.name in known && known[token.name as keyof typeof known].type === 'string' && token.value === undefined) problems.push(`${token.rawName} needs a value`);
  }
  const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

  const ports: Partial<Record<PortName, number>> = {};
  for (const given of (values.port ?? []).filter((value) => typeof value === 'string')) {
    const [name, number] = given.includes('=') ? given.split('=', 2) : ['api', given];
    if (name === undefined || !isPortName(name)) problems.push(`--port ${given}: there is no port called "${String(name)}" (${portNames.join(', ')})`);
    else if (number === undefined || !/^\d{1,5}$/.test(number) || Number(number) < 1 || Number(number) > 65_535) problems.push(`--port ${given}: a port is a number from 1 to 65535`);
    else ports[name] = Number(number);
  }
  const fleet = text(values.fleet);
  if (fleet !== null && fleet !== 'lab' && fleet !== 'simulated') problems.push(`--fleet ${fleet}: it is "lab" or "simulated"`);
  const nodes = text(values.nodes);
  if (nodes !== null && (!/^\d{1,6}$/.test(nodes) || Number(nodes) < 1 || Number(nodes) > 100_000)) problems.push(`--nodes ${nodes}: it is a number from 1 to 100000`);
  else if (nodes !== null && fleet !== 'simulated') problems.push('--nodes counts simulated nodes: add --fleet simulated');
  if (problems.length > 0) throw new PersonCanFix(`${problems.join('\n')}\n  all options:  npm start -- --help`);
  const home = text(values.home);
  return {
    ports, demo: values['no-demo'] !== true, setup: values['no-setup'] !== true, fleet: fleet as StartOptions['fleet'], nodes: nodes === null ? null : Number(nodes),
    home: home === null ? null : resolve(from, home), keepFleet: values['keep-fleet'] === true, help: values.help === true,
  };
}
