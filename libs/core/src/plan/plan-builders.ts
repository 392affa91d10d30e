import { type NodeId, type SiteId, type TargetProfileId } from '../kernel/ids.ts';
import { type CampaignSpec, type TargetProfile } from './plan.ts';
import { type PlannableNode } from './plannable-node.ts';

/** For core's own specs; everybody else has the testkit. */
export const aSpec = (over: Partial<CampaignSpec> = {}): CampaignSpec => ({
  name: 'move the web tier',
  kind: 'migrate',
  targetProfileId: 'opencloudos-8' as TargetProfileId,
  selector: {},
  waves: [{ count: 1 }, { count: 5 }, { rest: true }],
  gate: { failurePercentMax: 12, verifiedPercentMin: 80, soakSeconds: 60, firstLook: 5, inconclusiveSecondsMax: 60, lostMax: 1 },
  concurrencyMax: 10, stagingMax: 20, exposureMax: 20,
  deadlines: { preflight: 60, staging: 600, drain: 60, apply: 1800, rebootSilence: 240, reboot: 600, verify: 120, restore: 1200 },
  hooks: null,
  seed: 7,
  ...over,
});

export const aTarget = (over: Partial<TargetProfile> = {}): TargetProfile => ({
  id: 'opencloudos-8' as TargetProfileId, name: 'OpenCloudOS 8.5', osId: 'opencloudos', osVersion: '8.5',
  repositoryUrl: 'http://mirror.invalid/opencloudos/8', repositoryKey: 'KEY', kernelPrefix: '5.4.', ...over,
});

export const aNode = (name: string, over: Partial<PlannableNode> = {}): PlannableNode => ({
  nodeId: `id-${name}` as NodeId, hostname: name, siteId: 'site-a' as SiteId, domains: ['eu/a/r1'], labels: {}, machineId: `machine-${name}`, hostKey: `SHA256:${name}`,
  sourceOs: 'centos-8.5', architecture: 'x86_64', canary: false, protected: false, held: false, retired: false, quarantined: false, openRun: false, missing: false, ...over,
});

/** Nodes over sites `a`, `b`, … with racks of their own, round and round. */
export const aFleet = (count: number, sites: number, racksPerSite: number): PlannableNode[] =>
  Array.from({ length: count }, (_, index) => {
    const site = 'abcdefgh'[index % sites] ?? 'a';
    const rack = Math.floor(index / sites) % racksPerSite;
    return aNode(`node-${String(index + 1).padStart(2, '0')}`, { siteId: `site-${site}` as SiteId, domains: [`eu/${site}/r${rack + 1}`] });
  });
