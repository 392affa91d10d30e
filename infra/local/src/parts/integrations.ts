import { type Home, writeFileWhole } from '../stack/home.ts';
import { type FleetHandle } from './fleet.ts';

/** Name of the provider and, in the lab, of the hook set that this stack's worker knows. Sites and campaigns refer to it. */
export const integrationName = 'fleet';

/** What the worker is told of the outside: how this fleet's machines are powered and restored, and how a node leaves the load balancer. */
export async function ensureIntegrations(home: Home, fleet: FleetHandle): Promise<string> {
  await writeFileWhole(home.integrationsFile, `${JSON.stringify(integrationsOf(fleet), null, 2)}\n`);
  return home.integrationsFile;
}

function integrationsOf(fleet: FleetHandle): unknown {
  switch (fleet.kind) {
    case 'none': return { providers: {}, hooks: {}, probes: {} };
    case 'simulated': return { providers: { [integrationName]: { kind: 'simulated', socket: fleet.fleet.socket } }, hooks: {}, probes: {} };
    case 'lab': return { providers: { [integrationName]: { kind: 'command', argv: fleet.providerCommand, timeoutSeconds: 60 } }, hooks: { [integrationName]: fleet.hookCommands }, probes: {} };
  }
}
