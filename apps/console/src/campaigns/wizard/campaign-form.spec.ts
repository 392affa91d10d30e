import { describe, expect, it } from 'vitest';
import { type CampaignSpecPartsFragment } from '../../generated/documents.ts';
import { sayEnglish } from '../testing/say-english.ts';
import { documentText, readDocument } from './campaign-document.ts';
import { type CampaignForm, emptyForm, formFromSpec } from './campaign-form.ts';
import { formField, stepOf } from './field-problems.ts';
import { specFromForm } from './spec-from-form.ts';

const full: CampaignForm = {
  ...emptyForm, name: 'edge-c8-to-oc8', targetProfile: { id: 'tp1', name: 'opencloudos-8.8' }, sites: [{ id: 's1', name: 'sz' }], labels: [{ key: 'role', value: 'web: "1"' }, { key: 'on', value: 'true' }],
  nodes: [{ id: 'n1', name: 'sz-r01-n01' }], waves: [{ kind: 'count', size: 12 }, { kind: 'percent', size: 5 }, { kind: 'rest', size: null }], hooks: 'lb', seed: 7,
};

describe('the form', () => {
  it('survives the document and back', () => {
    expect(readDocument(documentText(full), full)).toEqual({ kind: 'form', form: full });
    expect(readDocument(documentText({ ...emptyForm, name: 'x', targetProfile: { id: 'tp1', name: 'p' } }), full)).toMatchObject({ kind: 'form', form: { name: 'x', targetProfile: { id: null, name: 'p' } } });
  });

  it('says in the document what older readers of YAML understand, too', () => {
    expect(documentText({ ...full, labels: [{ key: 'demo', value: 'yes' }] })).toContain('value: "yes"');
  });

  it('survives the api and back', () => {
    const answer = specFromForm(full);
    if (answer.kind !== 'spec') throw new Error('the form is complete');
    const { selector, waves, ...rest } = answer.spec;
    const spec = {
      ...rest, hooks: rest.hooks ?? null, selector: { labels: selector?.labels ?? null, nodeIds: selector?.nodeIds ?? null, siteIds: selector?.siteIds ?? null },
      waves: (waves ?? []).map((wave) => ({ count: wave.count ?? null, percent: wave.percent ?? null, rest: wave.rest ?? null })),
    } as CampaignSpecPartsFragment;
    expect(formFromSpec(spec, { targetProfiles: [{ id: 'tp1', name: 'opencloudos-8.8' }], sites: [{ id: 's1', name: 'sz' }], nodes: [{ id: 'n1', hostname: 'sz-r01-n01' }] })).toEqual(full);
  });

  it('leaves out of the selector what was not chosen: an empty list would name nobody', () => {
    const answer = specFromForm({ ...full, sites: [], labels: [], nodes: [] });
    expect(answer.kind === 'spec' ? answer.spec.selector : null).toEqual({});
  });

  it('names every field that keeps it from being sent', () => {
    const answer = specFromForm({ ...full, name: ' ', targetProfile: null, nodes: [{ id: null, name: 'nobody' }], waves: [{ kind: 'count', size: null }, { kind: 'rest', size: null }], gate: { ...full.gate, soakSeconds: 1.5 } });
    expect(answer).toEqual({ kind: 'incomplete', fields: ['name', 'targetProfile', 'nodes.0', 'waves.0', 'gate.soakSeconds'] });
  });
});

describe('a document', () => {
  const problemOf = (text: string): readonly string[] => {
    const answer = readDocument(text, emptyForm);
    return answer.kind === 'problems' ? answer.problems.map(({ line, message }) => `${String(line)}: ${sayEnglish(message) ?? ''}`) : [];
  };
  const head = 'apiVersion: skein/v1\nkind: Campaign\nmetadata:\n  name: edge\nspec:\n  targetProfile: oc8\n';

  it('gets the defaults for what it leaves out', () => {
    expect(readDocument(head, emptyForm)).toEqual({ kind: 'form', form: { ...emptyForm, name: 'edge', targetProfile: { id: null, name: 'oc8' } } });
  });

  it.each([
    ['a key that does not exist', `${head}  concurency: 4\n`, '7: spec has no concurency; it may have'],
    ['a text where a number belongs', `${head}  concurrencyMax: many\n`, '7: concurrencyMax is a number'],
    ['a number where a text belongs', 'apiVersion: skein/v1\nkind: Campaign\nmetadata:\n  name: 12\nspec:\n  targetProfile: oc8\n', '4: metadata.name is a text'],
    ['a wave that is two things', `${head}  waves:\n    - rest: true\n    - {count: 1, percent: 2}\n`, '9: a wave has exactly one of'],
    ['another version', head.replace('v1', 'v9'), '1: apiVersion is skein/v1'],
    ['a key twice', `${head}  seed: 1\n  seed: 2\n`, '8: This key is there already'],
    ['broken YAML', `${head}  waves: [1\n`, '8: The indentation does not fit'],
    ['a list', '- 1\n', '1: the document is a mapping with'],
    ['nothing', '', '1: the document is a mapping with'],
  ])('with %s is refused at its line', (_what, text, problem) => {
    expect(problemOf(text)[0]).toContain(problem);
  });
});

describe('a refusal of the api', () => {
  it.each([
    [['spec', 'targetProfileId'], 'targetProfile', 'recipe'], [['waves', '2', 'count'], 'waves.2', 'waves'], [['spec', 'selector', 'labels'], 'labels', 'target'], [['selector', 'siteIds'], 'sites', 'target'],
    [['document', 'metadata', 'name'], 'name', 'target'], [['gate', 'soakSeconds'], 'gate.soakSeconds', 'gates'], [['input', 'spec', 'deadlines', 'reboot'], 'deadlines.reboot', 'limits'], [['exposureMax'], 'exposureMax', 'waves'],
    [null, null, 'review'], [['campaignId'], 'campaignId', 'review'],
  ])('at %j lands on %s of the step %s', (path, field, step) => {
    expect(formField(path)).toBe(field);
    expect(stepOf(formField(path))).toBe(step);
  });
});
