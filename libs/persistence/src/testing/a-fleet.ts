import { type CampaignSpec, isRefusal, type NodeId, type Principal, type Refusal, type SiteId, type TargetProfileId } from '@skein/core';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { type CommandContext } from '../database/idempotent.ts';
import { type CampaignHead } from '../campaign/campaign-command.ts';
import { campaignCommands } from '../campaign/campaign-commands.ts';
import { type Database } from '../database/database.ts';
import { createIdentityStore } from '../identity/postgres-identity-store.ts';
import { type NodeImportRow } from '../inventory/inventory-command.ts';
import { inventoryCommands } from '../inventory/inventory-commands.ts';

export interface Fleet {
  readonly operator: Principal;
  readonly approver: Principal;
  readonly admin: Principal;
  readonly siteIds: readonly SiteId[];
  readonly nodeIds: readonly NodeId[];
  readonly profileId: TargetProfileId;
}

/** The answer of a command that a test expects to be accepted. */
export function accepted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`refused: ${answer.code}: ${answer.message}`);
  return answer;
}

export const by = (principal: Principal): CommandContext => ({ principal, idempotencyKey: randomUUID() });

/** People, sites with one control node each, and ordinary nodes in racks of `perRack`. */
export async function aFleet(database: Database, shape: { readonly nodes: number; readonly sites?: number; readonly perRack?: number }): Promise<Fleet> {
  const identity = createIdentityStore(database);
  const person = async (name: string, role: Principal['role']): Promise<Principal> => ({ ...(await identity.savePerson({ name, role, passwordHash: null })), via: 'session' });
  const admin = await person('adam', 'admin');
  const inventory = inventoryCommands(database);
  const siteIds: SiteId[] = [];
  const sites = shape.sites ?? 2;
  for (let site = 0; site < sites; site += 1) {
    siteIds.push(accepted(await inventory.saveSite({ ...by(admin), name: `site-${String(site)}`, route: { kind: 'simulated', socket: '/nowhere' }, credential: null, provider: 'lab' })).siteId);
  }
  const perRack = shape.perRack ?? 10;
  const rows = Array.from({ length: shape.nodes }, (_unused, index) => aNodeRow(`node-${String(index).padStart(4, '0')}`, `site-${String(index % sites)}`, { domains: [`site-${String(index % sites)}/rack-${String(Math.floor(index / sites / perRack))}`] }));
  const controls = siteIds.map((_siteId, index) => aNodeRow(`control-${String(index)}`, `site-${String(index)}`, { role: 'control' }));
  accepted(await inventory.importNodes({ ...by(admin), source: 'test', rows: [...rows, ...controls], dryRun: false }));
  const { targetProfileId: profileId } = accepted(await inventory.saveTargetProfile({
    ...by(admin), name: 'OpenCloudOS 8', osId: 'opencloudos', osVersion: '8.8', repositoryUrl: 'http://mirror/oc8', repositoryKey: '-----BEGIN PGP PUBLIC KEY BLOCK-----', kernelPrefix: '5.4.',
  }));
  const { rows: nodes } = await sql<{ node_id: NodeId }>`SELECT node_id FROM node WHERE role IS NULL ORDER BY hostname`.execute(database.db);
  return { operator: await person('olga', 'operator'), approver: await person('anna', 'approver'), admin, siteIds, nodeIds: nodes.map((node) => node.node_id), profileId };
}

export const aNodeRow = (name: string, site: string, more: Partial<NodeImportRow> = {}): NodeImportRow => ({
  externalId: name, hostname: name, site, address: '127.0.0.1', port: 22, credential: null, hostKeys: [`ssh-ed25519 ${Buffer.from(name).toString('base64')}`], machineId: null, domains: [site], labels: {},
  role: null, protected: false, probes: [], ...more,
});

export const aSpec = (fleet: Fleet, more: Partial<CampaignSpec> = {}): CampaignSpec => ({
  name: 'to OpenCloudOS', kind: 'migrate', targetProfileId: fleet.profileId, selector: {}, waves: [{ count: 1 }, { count: 5 }, { rest: true }],
  gate: { failurePercentMax: 20, verifiedPercentMin: 80, soakSeconds: 0, firstLook: 5, inconclusiveSecondsMax: 60, lostMax: 1 },
  concurrencyMax: 10, stagingMax: 20, exposureMax: 50,
  deadlines: { preflight: 60, staging: 60, drain: 60, apply: 60, rebootSilence: 60, reboot: 60, verify: 60, restore: 60 }, hooks: null, seed: 1, ...more,
});

export async function approvedCampaign(database: Database, fleet: Fleet, spec: CampaignSpec): Promise<CampaignHead> {
  const commands = campaignCommands(database);
  const { campaign: { campaignId } } = accepted(await commands.draft({ ...by(fleet.operator), spec, source: 'operator' }));
  const { campaign } = accepted(await commands.submit({ ...by(fleet.operator), campaignId }));
  if (campaign.revision === null) throw new Error(`the plan was refused: ${JSON.stringify(campaign.state)}`);
  return accepted(await commands.approve({ ...by(fleet.approver), campaignId, digest: campaign.revision })).campaign;
}

export async function startedCampaign(database: Database, fleet: Fleet, spec: CampaignSpec): Promise<CampaignHead> {
  const { campaignId } = await approvedCampaign(database, fleet, spec);
  return accepted(await campaignCommands(database).start({ ...by(fleet.operator), campaignId })).campaign;
}
