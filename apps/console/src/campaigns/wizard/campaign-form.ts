import { type CampaignSpecPartsFragment } from '../../generated/documents.ts';

/** A number that is being typed; null while its field is empty. */
export type FormNumber = number | null;

export type WaveKind = 'count' | 'percent' | 'rest';
export interface FormWave {
  readonly kind: WaveKind;
  /** Nodes or percent; without meaning for the rest. */
  readonly size: FormNumber;
}

export interface FormLabel {
  readonly key: string;
  readonly value: string;
}

/** What a document calls by name and the api by id. The id is null while nobody has looked the name up. */
export interface FormReference {
  readonly id: string | null;
  readonly name: string;
}

export type GateField = keyof CampaignSpecPartsFragment['gate'];
export type DeadlineField = keyof CampaignSpecPartsFragment['deadlines'];
export type LimitField = 'concurrencyMax' | 'stagingMax' | 'exposureMax';

/** What the wizard edits: the document, with the ids that the api wants beside the names that people read. */
export interface CampaignForm {
  readonly name: string;
  readonly targetProfile: FormReference | null;
  readonly sites: readonly FormReference[];
  readonly labels: readonly FormLabel[];
  readonly nodes: readonly FormReference[];
  readonly waves: readonly FormWave[];
  readonly gate: Readonly<Record<GateField, FormNumber>>;
  readonly limits: Readonly<Record<LimitField, FormNumber>>;
  readonly deadlines: Readonly<Record<DeadlineField, FormNumber>>;
  readonly hooks: string;
  readonly seed: FormNumber;
}

export const gateFields: readonly GateField[] = ['failurePercentMax', 'verifiedPercentMin', 'soakSeconds', 'firstLook', 'lostMax', 'inconclusiveSecondsMax'];
export const deadlineFields: readonly DeadlineField[] = ['preflight', 'staging', 'drain', 'apply', 'reboot', 'rebootSilence', 'verify', 'restore'];
export const limitFields: readonly LimitField[] = ['concurrencyMax', 'stagingMax', 'exposureMax'];

/** The same defaults as the schema's. */
export const emptyForm: CampaignForm = {
  name: '', targetProfile: null, sites: [], labels: [], nodes: [],
  waves: [{ kind: 'count', size: 1 }, { kind: 'percent', size: 10 }, { kind: 'rest', size: null }],
  gate: { failurePercentMax: 10, firstLook: 5, inconclusiveSecondsMax: 1800, lostMax: 1, soakSeconds: 300, verifiedPercentMin: 90 },
  limits: { concurrencyMax: 10, stagingMax: 20, exposureMax: 50 },
  deadlines: { apply: 3600, drain: 900, preflight: 300, reboot: 900, rebootSilence: 240, restore: 3600, staging: 3600, verify: 600 },
  hooks: '', seed: 1,
};

/** Names for the ids that a campaign of the api holds. An id that nobody knows any more keeps itself as its name. */
export interface NameLookup {
  readonly targetProfiles: readonly { readonly id: string; readonly name: string }[];
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly nodes: readonly { readonly id: string; readonly hostname: string }[];
}

export function formFromSpec(spec: CampaignSpecPartsFragment, lookup: NameLookup): CampaignForm {
  const named = (id: string, rows: readonly { readonly id: string; readonly name: string }[]): FormReference => ({ id, name: rows.find((row) => row.id === id)?.name ?? id });
  const hosts = lookup.nodes.map(({ id, hostname }) => ({ id, name: hostname }));
  return {
    name: spec.name, targetProfile: named(spec.targetProfileId, lookup.targetProfiles),
    sites: (spec.selector.siteIds ?? []).map((id) => named(id, lookup.sites)), labels: spec.selector.labels ?? [], nodes: (spec.selector.nodeIds ?? []).map((id) => named(id, hosts)),
    waves: spec.waves.map(({ count, percent }) => (count !== null ? { kind: 'count', size: count } : percent !== null ? { kind: 'percent', size: percent } : { kind: 'rest', size: null })),
    gate: { ...spec.gate }, limits: { concurrencyMax: spec.concurrencyMax, stagingMax: spec.stagingMax, exposureMax: spec.exposureMax }, deadlines: { ...spec.deadlines },
    hooks: spec.hooks ?? '', seed: spec.seed,
  };
}
