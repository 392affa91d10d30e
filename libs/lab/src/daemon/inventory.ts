import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mirrorUrl } from '../rpm/package-table.ts';
import { type LoginUser, type NodeRole } from '../topology/topology.ts';
import { type Fleet } from './fleet.ts';
import { clientKeyFile } from './lab-config.ts';

/** Everything somebody needs to import this lab as a fleet. */
export interface LabInventory {
  readonly sites: readonly InventorySite[];
  readonly nodes: readonly InventoryNode[];
  /** Private key in OpenSSH format that opens every node; its public half lies beside it. */
  readonly clientKeyPath: string;
  /** As the nodes reach it. */
  readonly mirrorUrl: string;
  readonly sourceRepositoryUrl: string;
  readonly targetRepositoryUrl: string;
  /** ASCII-armoured public key that signs the target's packages. */
  readonly targetKey: string;
  /** `unix:PATH` of the SOCKS5 door. */
  readonly proxy: string;
  readonly controlSocket: string;
  /** The toy load balancer, through the door. */
  readonly balancerUrl: string;
}

export interface InventorySite {
  readonly name: string;
  readonly user: LoginUser;
  readonly bastion: { readonly name: string; readonly address: string; readonly port: number; readonly hostKey: string; readonly user: 'jump' } | null;
}

export interface InventoryNode {
  readonly name: string;
  readonly externalId: string;
  readonly address: string;
  readonly port: number;
  readonly hostKey: string;
  readonly machineId: string;
  readonly site: string;
  readonly domains: readonly string[];
  /** Never to be touched in a general wave: everything that is not a member. */
  readonly protected: boolean;
  readonly role: NodeRole;
  readonly user: LoginUser;
}

export function takeInventory(state: string, fleet: Fleet): LabInventory {
  return {
    sites: fleet.config.sites.map((site) => {
      const bastion = fleet.all().find((node) => node.record.name === site.bastion)?.record;
      return {
        name: site.name, user: site.user,
        bastion: bastion === undefined ? null : { name: bastion.name, address: bastion.address, port: 22, hostKey: bastion.hostKey, user: 'jump' },
      };
    }),
    nodes: fleet.all().map(({ record }) => ({
      name: record.name, externalId: record.name, address: record.address, port: 22, hostKey: record.hostKey, machineId: record.machineId, site: record.site,
      domains: record.domains, protected: record.role !== 'member', role: record.role, user: record.user,
    })),
    clientKeyPath: clientKeyFile(state),
    mirrorUrl,
    sourceRepositoryUrl: `${mirrorUrl}/centos/8/`,
    targetRepositoryUrl: `${mirrorUrl}/opencloudos/8/`,
    targetKey: readFileSync(join(fleet.config.universeFolder, 'keys', 'opencloudos.asc'), 'utf8'),
    proxy: `unix:${join(state, 'socks.sock')}`,
    controlSocket: join(state, 'control.sock'),
    balancerUrl: 'http://lb.lab/',
  };
}
