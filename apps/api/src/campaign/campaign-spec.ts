import { type CampaignSpec as Spec, isRefusal, type NodeId, type Refusal, refuse, type Selector as SpecSelector, type SiteId, type TargetProfileId, type WaveSize as SpecWaveSize } from '@skein/core';
import { type CampaignSpec, type CampaignSpecInput, type Selector, type SelectorInput, type WaveSize, type WaveSizeInput } from '../generated/schema-types.ts';
import { canBeStored } from '../platform/can-be-stored.ts';

/** The document of core from what a client sent. Only its form is checked here; core says whether it makes sense. */
export function fromSpecInput(input: CampaignSpecInput): Spec | Refusal {
  if (!canBeStored(input)) return refuse('invalidInput', 'the document holds a character that cannot be stored', { field: ['spec'], hint: 'Look for NUL characters and broken encodings.' });
  const selector = readSelector(input.selector);
  if (isRefusal(selector)) return selector;
  const waves = readWaves(input.waves, ['spec', 'waves']);
  if (isRefusal(waves)) return waves;
  return {
    name: input.name, kind: 'migrate', targetProfileId: input.targetProfileId as TargetProfileId, selector, waves, gate: input.gate,
    concurrencyMax: input.concurrencyMax, stagingMax: input.stagingMax, exposureMax: input.exposureMax, deadlines: input.deadlines, hooks: input.hooks ?? null, seed: input.seed,
  };
}

function readSelector({ nodeIds, siteIds, labels: sent }: SelectorInput): SpecSelector | Refusal {
  const labels = readLabels(sent, ['spec', 'selector', 'labels']);
  if (isRefusal(labels)) return labels;
  return {
    ...(nodeIds === null || nodeIds === undefined ? {} : { nodeIds: nodeIds as readonly NodeId[] }),
    ...(siteIds === null || siteIds === undefined ? {} : { siteIds: siteIds as readonly SiteId[] }),
    ...(labels === null ? {} : { labels }),
  };
}

/** null: none were asked for. */
export function readLabels(labels: SelectorInput['labels'], field: readonly string[]): Readonly<Record<string, string>> | Refusal | null {
  if (labels === null || labels === undefined) return null;
  const twice = labels.find(({ key }, index) => labels.findIndex((label) => label.key === key) !== index);
  return twice === undefined ? Object.fromEntries(labels.map(({ key, value }) => [key, value])) : refuse('invalidInput', `label ${twice.key} is asked for twice`, { field });
}

export function readWaves(sent: readonly WaveSizeInput[], field: readonly string[]): readonly SpecWaveSize[] | Refusal {
  const waves: SpecWaveSize[] = [];
  for (const [index, wave] of sent.entries()) {
    const size = readWave(wave, [...field, String(index)]);
    if (isRefusal(size)) return size;
    waves.push(size);
  }
  return waves;
}

function readWave({ count, percent, rest }: WaveSizeInput, field: readonly string[]): SpecWaveSize | Refusal {
  if (typeof count === 'number') return { count };
  if (typeof percent === 'number') return { percent };
  return rest === true ? { rest: true } : refuse('invalidInput', 'rest is either true or left out', { field: [...field, 'rest'] });
}

export const toSpec = (spec: Spec): CampaignSpec => ({
  name: spec.name, targetProfileId: spec.targetProfileId, selector: toSelector(spec.selector), waves: spec.waves.map(toWave), gate: spec.gate,
  concurrencyMax: spec.concurrencyMax, stagingMax: spec.stagingMax, exposureMax: spec.exposureMax, deadlines: spec.deadlines, hooks: spec.hooks, seed: spec.seed,
});

const toSelector = ({ nodeIds, siteIds, labels }: SpecSelector): Selector => ({
  nodeIds: nodeIds ?? null, siteIds: siteIds ?? null, labels: labels === undefined ? null : Object.entries(labels).map(([key, value]) => ({ key, value })),
});

const toWave = (size: SpecWaveSize): WaveSize => ({ count: 'count' in size ? size.count : null, percent: 'percent' in size ? size.percent : null, rest: 'rest' in size ? true : null });
