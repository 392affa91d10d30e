import { type UserErrorPartsFragment } from '../../generated/documents.ts';

/** Where in the form: `name`, `waves.2`, `gate.soakSeconds`. Its first part says which step it is on. */
export type FieldPath = string;

export const wizardSteps = ['target', 'preflight', 'recipe', 'waves', 'gates', 'limits', 'review'] as const;
export type WizardStep = (typeof wizardSteps)[number];

export interface FieldProblem {
  /** null: no single field is to blame. */
  readonly field: FieldPath | null;
  readonly message: string;
  readonly hint: string | null;
}

/** What the api and the document call a field, and what the form does. */
const renamed: readonly (readonly [RegExp, string])[] = [
  [/^metadata\.name$/, 'name'],
  [/^(targetProfileId|targetProfile)$/, 'targetProfile'],
  [/^selector\.(siteIds|sites)/, 'sites'],
  [/^selector\.(nodeIds|nodes)/, 'nodes'],
  [/^selector\.labels/, 'labels'],
  [/^(waves\.\d+)\..*$/, '$1'],
  [/^selector$/, 'sites'],
];

/** The field of the form that the api's path means; null where it means none. The path may begin at the input, at the document or at the spec. */
export function formField(path: readonly string[] | null): FieldPath | null {
  const joined = (path ?? []).join('.').replace(/^(input\.)?(document\.)?(spec\.)?/, '');
  if (joined === '') return null;
  return renamed.reduce((field, [from, to]) => field.replace(from, to), joined);
}

/** English pages show the api's own words with their hint; `saidText` is what others say instead. */
export const fieldProblems = (refusals: readonly UserErrorPartsFragment[], saidText: ((refusal: UserErrorPartsFragment) => string) | null): readonly FieldProblem[] =>
  refusals.map((refusal) => (saidText === null ? { field: formField(refusal.field), message: refusal.message, hint: refusal.hint } : { field: formField(refusal.field), message: saidText(refusal), hint: null }));

const stepOfPart: Readonly<Record<string, WizardStep>> = {
  name: 'target', sites: 'target', nodes: 'target', labels: 'target', seed: 'waves', targetProfile: 'recipe', waves: 'waves', concurrencyMax: 'waves', stagingMax: 'waves', exposureMax: 'waves', gate: 'gates',
  deadlines: 'limits', hooks: 'limits',
};

/** The step that a field is on; what belongs to none is shown at the review. */
export const stepOf = (field: FieldPath | null): WizardStep => (field === null ? 'review' : (stepOfPart[field.split('.')[0] ?? ''] ?? 'review'));
