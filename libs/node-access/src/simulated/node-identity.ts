import { seededDigest } from './seeded.ts';

/** What an inventory says of a simulated node; sites, racks and services are whatever the importer makes of it. */
export interface SimulatedNodeIdentity {
  readonly externalId: string;
  readonly hostname: string;
  readonly address: string;
  readonly port: number;
  readonly hostKeys: readonly string[];
  readonly machineId: string;
}

const addressFirst = 64;

/** The well-formed, worthless public key of a node; `rotation` 1 is the one that it shows with the fault `hostKeyMismatch`. */
export function hostKeyLine(seed: number, index: number, rotation: 0 | 1): string {
  const kind = Buffer.from('ssh-ed25519');
  const blob = Buffer.alloc(4 + kind.length + 4 + 32);
  blob.writeUInt32BE(kind.length, 0);
  kind.copy(blob, 4);
  blob.writeUInt32BE(32, 4 + kind.length);
  seededDigest('hostKey', seed, index, rotation).copy(blob, 8 + kind.length);
  return `ssh-ed25519 ${blob.toString('base64')}`;
}

export const externalIdOf = (index: number): string => `sim-${String(index).padStart(6, '0')}`;
export const addressOf = (index: number): string => `10.${String(addressFirst + (index >> 16))}.${String((index >> 8) & 255)}.${String(index & 255)}`;
export const machineIdOf = (seed: number, index: number): string => seededDigest('machineId', seed, index).toString('hex').slice(0, 32);

/** The node that an address or an external id means; null when it is neither. */
export function indexOfNode(name: string): number | null {
  const external = /^sim-([0-9]{6})$/.exec(name);
  if (external?.[1] !== undefined) return Number(external[1]);
  const address = /^10\.([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})$/.exec(name);
  if (address === null) return null;
  const index = ((Number(address[1]) - addressFirst) << 16) + (Number(address[2]) << 8) + Number(address[3]);
  return addressOf(index) === name ? index : null;
}

export function simulatedNode(seed: number, index: number): SimulatedNodeIdentity {
  return {
    externalId: externalIdOf(index),
    hostname: externalIdOf(index),
    address: addressOf(index),
    port: 22,
    hostKeys: [hostKeyLine(seed, index, 0)],
    machineId: machineIdOf(seed, index),
  };
}

/** The inventory of a whole fleet, numbered from 0. */
export const simulatedNodes = (nodes: number, seed: number): SimulatedNodeIdentity[] => Array.from({ length: nodes }, (_, index) => simulatedNode(seed, index));
