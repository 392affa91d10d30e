import { campaignDocumentSchema } from '@skein/client';
import { describe, expect, it } from 'vitest';
import { explainField } from './explain-field.ts';

describe('a field of a document', () => {
  it('is explained with its type, its default and what is in it', () => {
    expect(explainField('campaign.spec.gate.soakSeconds', campaignDocumentSchema)).toMatchObject({ type: 'whole number', default: 300, required: false, fields: [] });
    expect(explainField('campaign.spec.waves', campaignDocumentSchema)?.fields.map(({ name }) => name)).toEqual(['count', 'percent', 'rest']);
    expect(explainField('campaign.spec.selector.labels.key', campaignDocumentSchema)).toMatchObject({ type: 'text', required: true });
  });

  it('begins at the document', () => {
    expect(explainField('campaign', campaignDocumentSchema)?.fields.map(({ name }) => name)).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
    expect(explainField('spec', campaignDocumentSchema)).toBeNull();
  });

  it.each(['campaign.spec.nothing', 'campaign.toString', 'campaign.spec.gate.soakSeconds.x'])('that is not there is not made up: %s', (path) => {
    expect(explainField(path, campaignDocumentSchema)).toBeNull();
  });
});
