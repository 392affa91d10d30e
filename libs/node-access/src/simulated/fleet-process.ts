import { parseArgs } from 'node:util';
import { simulatedTimingDefault } from './fleet-options.ts';
import { openFleet } from './fleet.ts';
import { listen, serveFleet } from './fleet-server.ts';
import { fleetAnswers } from './fleet-connection.ts';

// The simulated fleet as a process of its own, so that no part of the control plane can take it down. Nodes in RAM, disks in --state.
// kill -9 of this process is what it would be for real machines: a power blip for all of them.

const { values } = parseArgs({
  options: {
    socket: { type: 'string' },
    nodes: { type: 'string' },
    seed: { type: 'string', default: '1' },
    state: { type: 'string' },
    timing: { type: 'string', default: '{}' },
    faults: { type: 'string', default: '{}' },
  },
});

const nodes = Number(values.nodes);
const seed = Number(values.seed);
const { socket, state } = values;
if (socket === undefined || state === undefined || !Number.isInteger(nodes) || nodes < 1 || nodes > 100_000 || !Number.isInteger(seed)) {
  process.stderr.write('usage: fleet-process --socket PATH --nodes 1..100000 --state DIR [--seed N] [--timing JSON] [--faults JSON]\n');
  process.exit(64);
}

const settings = {
  nodes, seed,
  timing: { ...simulatedTimingDefault, ...(JSON.parse(values.timing) as object) },
  faultRates: JSON.parse(values.faults) as Record<string, number>,
};

if (await fleetAnswers(socket)) {
  process.stderr.write(`another simulated fleet answers on ${socket}\n`);
  process.exit(75);
}
const fleet = serveFleet((changed) => openFleet(settings, state, changed), { pid: process.pid, stateDirectory: state }, stop);
await listen(fleet.server, socket);
process.stdout.write(`${String(nodes)} simulated nodes on ${socket}\n`);

function stop(): void {
  fleet.close();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// The terminal that started it may close; the fleet stays.
process.on('SIGHUP', () => undefined);
