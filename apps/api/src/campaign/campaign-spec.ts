import { type CampaignSpec as Spec, isRefusal, type NodeId, type Refusal, refuse, type Selector as SpecSelector, type SiteId, type TargetProfileId, type WaveSize as SpecWaveSize } from '@skein/core';
import { type CampaignSpec, type CampaignSpecInput, type Selector, type SelectorInput, type WaveSize, type WaveSizeInput } from '../generated/schema-types.ts';

/** The document of core from what a client sent. Only its form is checked here; core says whether it makes sense. */
export function fromSpecInput(input: CampaignSpecInput): Spec | Refusal {
  const selector = readSelector(input.selector);
  if (isRefusal(selector)) return selector;
  const waves: SpecWaveSize[] = [];
  for (const [index, wave] of input.waves.entries()) {
    const size = readWave(wave, index);
    if (isRefusal(size)) return size;
    waves.push(size);
  }
  return {
    name: input.name, kind: 'migrate', targetProfileId: input.targetProfileId as TargetProfileId, selector, waves, gate: input.gate,
    concurrencyMax: input.concurrencyMax, stagingMax: input.stagingMax, exposureMax: input.exposureMax, deadlines: input.deadlines, hooks: input.hooks ?? null, seed: input.seed,
  };
}

function readSelector({ nodeIds, siteIds, labels }: SelectorInput): SpecSelector | Refusal {
  const twice = labels?.find(({ key }, index) => labels.findIndex((label) => label.key === key) !== index);
  if (twice !== undefined) return refuse('invalidInput', `label ${twice.key} is asked for twice`, { field: ['spec', 'selector', 'labels'] });
  return {
    ...(nodeIds === null || nodeIds === undefined ? {} : { nodeIds: nodeIds as readonly NodeId[] }),
    ...(siteIds === null || siteIds === undefined ? {} : { siteIds: siteIds as readonly SiteId[] }),
    ...(labels === null || labels === undefined ? {} : { labels: Object.fromEntries(labels.map(({ key, value }) => [key, value])) }),
  };
}

function readWave({ count, percent, rest }: WaveSizeInput, index: number): SpecWaveSize | Refusal {
  if (typeof count === 'number') return { count };
  if (typeof percent === 'number') return { percent };
  return rest === true ? { rest: true } : refuse('invalidInput', 'rest is either true or left out', { field: ['spec', 'waves', String(index), 'rest'] });
}

export const toSpec = (spec: Spec): CampaignSpec => ({
  name: spec.name, targetProfileId: spec.targetProfileId, selector: toSelector(spec.selector), waves: spec.waves.map(toWave), gate: spec.gate,
  concurrencyMax: spec.concurrencyMax, stagingMax: spec.stagingMax, exposureMax: spec.exposureMax, deadlines: spec.deadlines, hooks: spec.hooks, seed: spec.seed,
});

const toSelector = ({ nodeIds, siteIds, labels }: SpecSelector): Selector => ({
  nodeIds: nodeIds ?? null, siteIds: siteIds ?? null, labels: labels === undefined ? null : Object.entries(labels).map(([key, value]) => ({ key, value })),
});

const toWave = (size: SpecWaveSize): WaveSize => ({ count: 'count' in size ? size.count : null, percent: 'percent' in size ? size.percent : null, rest: 'rest' in size ? true : null });
