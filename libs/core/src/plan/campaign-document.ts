import { canonicalJson } from '../kernel/canonical-json.ts';
import { type NodeId, type SiteId, type TargetProfileId } from '../kernel/ids.ts';
import { type CampaignSpec, type Deadlines, type Gate, type WaveSize } from './plan.ts';

export const documentApiVersion = 'skein/v1';

/** A campaign as a file: what its author writes, with names in place of ids, so that it means the same on another installation. */
export interface CampaignDocument {
  readonly apiVersion: typeof documentApiVersion;
  /** `Rollback` is only ever written, never read: a rollback is made from the campaign that it brings back. */
  readonly kind: 'Campaign' | 'Rollback';
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly targetProfile: string;
    readonly selector: { readonly nodes?: readonly string[]; readonly sites?: readonly string[]; readonly labels?: readonly { readonly key: string; readonly value: string }[] };
    readonly waves: readonly WaveSize[];
    readonly gate: Gate;
    readonly concurrencyMax: number;
    readonly stagingMax: number;
    readonly exposureMax: number;
    readonly deadlines: Deadlines;
    readonly hooks?: string;
    readonly seed: number;
  };
}

/** What things are called; an id that nothing has is its own name. */
export interface DocumentNames {
  readonly targetProfile: (id: TargetProfileId) => string;
  readonly site: (id: SiteId) => string;
  readonly node: (id: NodeId) => string;
}

/** The same the other way; whoever calls has made sure that every name has one id. */
export interface DocumentIds {
  readonly targetProfile: (name: string) => TargetProfileId;
  readonly site: (name: string) => SiteId;
  readonly node: (name: string) => NodeId;
}

const ordered = <Name extends string>(names: readonly Name[]): readonly Name[] => [...new Set(names)].sort();

export function documentOf(spec: CampaignSpec, names: DocumentNames): CampaignDocument {
  const { nodeIds, siteIds, labels } = spec.selector;
  return {
    apiVersion: documentApiVersion, kind: spec.kind === 'rollback' ? 'Rollback' : 'Campaign', metadata: { name: spec.name },
    spec: {
      targetProfile: names.targetProfile(spec.targetProfileId),
      selector: {
        ...(nodeIds === undefined ? {} : { nodes: ordered(nodeIds.map(names.node)) }),
        ...(siteIds === undefined ? {} : { sites: ordered(siteIds.map(names.site)) }),
        ...(labels === undefined ? {} : { labels: Object.entries(labels).sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, value]) => ({ key, value })) }),
      },
      waves: spec.waves, gate: spec.gate, concurrencyMax: spec.concurrencyMax, stagingMax: spec.stagingMax, exposureMax: spec.exposureMax, deadlines: spec.deadlines,
      ...(spec.hooks === null ? {} : { hooks: spec.hooks }), seed: spec.seed,
    },
  };
}

export function specOfDocument({ metadata, spec }: CampaignDocument, ids: DocumentIds): CampaignSpec {
  const { nodes, sites, labels } = spec.selector;
  return {
    name: metadata.name, kind: 'migrate', targetProfileId: ids.targetProfile(spec.targetProfile),
    selector: {
      ...(nodes === undefined ? {} : { nodeIds: ordered(nodes.map(ids.node)) }),
      ...(sites === undefined ? {} : { siteIds: ordered(sites.map(ids.site)) }),
      ...(labels === undefined ? {} : { labels: Object.fromEntries(labels.map(({ key, value }) => [key, value])) }),
    },
    waves: spec.waves, gate: spec.gate, concurrencyMax: spec.concurrencyMax, stagingMax: spec.stagingMax, exposureMax: spec.exposureMax, deadlines: spec.deadlines,
    hooks: spec.hooks ?? null, seed: spec.seed,
  };
}

export interface DocumentChange {
  readonly path: string;
  /** undefined: was not there. */
  readonly before: unknown;
  /** undefined: is not there any more. */
  readonly after: unknown;
}

/** Values that differ, by path, such as `gate.soakSeconds`; a list counts as one value. Empty: both say the same. */
export function documentChanges(before: CampaignDocument, after: CampaignDocument): readonly DocumentChange[] {
  const name = before.metadata.name === after.metadata.name ? [] : [{ path: 'metadata.name', before: before.metadata.name, after: after.metadata.name }];
  return [...name, ...valueChanges('', before.spec, after.spec)];
}

function valueChanges(path: string, before: unknown, after: unknown): DocumentChange[] {
  if (isObject(before) && isObject(after)) {
    return ordered([...Object.keys(before), ...Object.keys(after)]).flatMap((key) => valueChanges(path === '' ? key : `${path}.${key}`, before[key], after[key]));
  }
  return canonicalJson([before]) === canonicalJson([after]) ? [] : [{ path, before, after }];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
