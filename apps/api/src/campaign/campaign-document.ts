import { type CampaignDocument, documentApiVersion, holdsInvisible, isRefusal, type Refusal, refuse } from '@skein/core';
import { type CampaignDocumentInput } from '../generated/schema-types.ts';
import { canBeStored } from '../platform/can-be-stored.ts';
import { readLabels, readWaves } from './campaign-spec.ts';

const nameLengthMax = 200;

/** The document of core from what a client sent. Only its form is checked here; what its names mean is looked up later. */
export function fromDocumentInput(input: CampaignDocumentInput): CampaignDocument | Refusal {
  const { apiVersion, kind, metadata, spec } = input;
  if (!canBeStored(input)) return refuse('invalidInput', 'the document holds a character that cannot be stored', { field: ['document'], hint: 'Look for NUL characters and broken encodings.' });
  const form = formProblem(apiVersion, kind, metadata.name);
  if (form !== null) return form;
  const labels = readLabels(spec.selector.labels, ['document', 'spec', 'selector', 'labels']);
  if (isRefusal(labels)) return labels;
  const waves = readWaves(spec.waves, ['document', 'spec', 'waves']);
  if (isRefusal(waves)) return waves;
  const { nodes, sites } = spec.selector;
  return {
    apiVersion: documentApiVersion, kind: 'Campaign', metadata: { name: metadata.name },
    spec: {
      targetProfile: spec.targetProfile,
      selector: { ...(isGiven(nodes) ? { nodes } : {}), ...(isGiven(sites) ? { sites } : {}), ...(isGiven(spec.selector.labels) ? { labels: spec.selector.labels } : {}) },
      waves, gate: spec.gate, concurrencyMax: spec.concurrencyMax, stagingMax: spec.stagingMax, exposureMax: spec.exposureMax, deadlines: spec.deadlines,
      ...(isGiven(spec.hooks) ? { hooks: spec.hooks } : {}), seed: spec.seed,
    },
  };
}

function formProblem(apiVersion: string, kind: string, name: string): Refusal | null {
  if (apiVersion !== documentApiVersion) return refuse('invalidInput', `apiVersion is ${JSON.stringify(apiVersion.slice(0, 60))}; this installation reads ${documentApiVersion}`, { field: ['document', 'apiVersion'], hint: `Write apiVersion: ${documentApiVersion}.` });
  if (kind === 'Rollback') return refuse('invalidInput', 'a rollback is made from the campaign that it brings back, not from a document', { field: ['document', 'kind'], hint: 'Use the rollback of that campaign.' });
  if (kind !== 'Campaign') return refuse('invalidInput', `kind is ${JSON.stringify(kind.slice(0, 60))}; there is Campaign`, { field: ['document', 'kind'], hint: 'Write kind: Campaign.' });
  const field = ['document', 'metadata', 'name'];
  if (name.trim() === '' || name.length > nameLengthMax) return refuse('invalidInput', `a campaign has a name of 1 to ${String(nameLengthMax)} characters`, { field });
  return holdsInvisible(name) ? refuse('invalidInput', 'the name holds a control or invisible character', { field, hint: 'Type the name anew.' }) : null;
}

const isGiven = <Value>(value: Value | null | undefined): value is Value => value !== null && value !== undefined;
