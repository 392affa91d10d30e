import { type CampaignSpecInput, type WaveSizeInput } from '../../generated/documents.ts';
import { type CampaignForm, deadlineFields, type FormNumber, type FormWave, gateFields, limitFields } from './campaign-form.ts';
import { type FieldPath } from './field-problems.ts';

/** A form that the api can be sent, or the fields that keep it from being sent. */
export type SpecAnswer = { readonly kind: 'spec'; readonly spec: CampaignSpecInput } | { readonly kind: 'incomplete'; readonly fields: readonly FieldPath[] };

/** What the api takes. Only what cannot even be written down is checked here; what makes sense is the api's to say. */
export function specFromForm(form: CampaignForm): SpecAnswer {
  const fields = incompleteFields(form);
  const profile = form.targetProfile?.id ?? null;
  if (fields.length > 0 || profile === null) return { kind: 'incomplete', fields };
  const whole = (value: FormNumber): number => value ?? 0;
  const ids = (references: CampaignForm['nodes']): string[] => references.flatMap(({ id }) => (id === null ? [] : [id]));
  return {
    kind: 'spec',
    spec: {
      name: form.name.trim(), targetProfileId: profile,
      selector: {
        ...(form.sites.length === 0 ? {} : { siteIds: ids(form.sites) }), ...(form.labels.length === 0 ? {} : { labels: form.labels.map(({ key, value }) => ({ key, value })) }),
        ...(form.nodes.length === 0 ? {} : { nodeIds: ids(form.nodes) }),
      },
      waves: form.waves.map(waveInput),
      gate: {
        failurePercentMax: whole(form.gate.failurePercentMax), firstLook: whole(form.gate.firstLook), inconclusiveSecondsMax: whole(form.gate.inconclusiveSecondsMax), lostMax: whole(form.gate.lostMax),
        soakSeconds: whole(form.gate.soakSeconds), verifiedPercentMin: whole(form.gate.verifiedPercentMin),
      },
      concurrencyMax: whole(form.limits.concurrencyMax), stagingMax: whole(form.limits.stagingMax), exposureMax: whole(form.limits.exposureMax),
      deadlines: {
        apply: whole(form.deadlines.apply), drain: whole(form.deadlines.drain), preflight: whole(form.deadlines.preflight), reboot: whole(form.deadlines.reboot),
        rebootSilence: whole(form.deadlines.rebootSilence), restore: whole(form.deadlines.restore), staging: whole(form.deadlines.staging), verify: whole(form.deadlines.verify),
      },
      hooks: form.hooks.trim() === '' ? null : form.hooks.trim(), seed: whole(form.seed),
    },
  };
}

export const waveInput = ({ kind, size }: FormWave): WaveSizeInput => (kind === 'rest' ? { rest: true } : kind === 'count' ? { count: size ?? 0 } : { percent: size ?? 0 });

function incompleteFields(form: CampaignForm): readonly FieldPath[] {
  const isMissing = (value: FormNumber, whole = true): boolean => value === null || !Number.isFinite(value) || (whole && !Number.isSafeInteger(value));
  const shares = ['failurePercentMax', 'verifiedPercentMin'];
  return [
    ...(form.name.trim() === '' ? ['name'] : []),
    ...(form.targetProfile?.id === null || form.targetProfile === null ? ['targetProfile'] : []),
    ...form.sites.flatMap(({ id }, index) => (id === null ? [`sites.${String(index)}`] : [])),
    ...form.nodes.flatMap(({ id }, index) => (id === null ? [`nodes.${String(index)}`] : [])),
    ...form.labels.flatMap(({ key }, index) => (key.trim() === '' ? [`labels.${String(index)}`] : [])),
    ...form.waves.flatMap(({ kind, size }, index) => (kind !== 'rest' && isMissing(size) ? [`waves.${String(index)}`] : [])),
    ...gateFields.filter((field) => isMissing(form.gate[field], !shares.includes(field))).map((field) => `gate.${field}`),
    ...limitFields.filter((field) => isMissing(form.limits[field])),
    ...deadlineFields.filter((field) => isMissing(form.deadlines[field])).map((field) => `deadlines.${field}`),
    ...(isMissing(form.seed) ? ['seed'] : []),
  ];
}
