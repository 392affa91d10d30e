import { type CampaignForm, emptyForm } from './campaign-form.ts';

/** Where a form waits while the server cannot have it: incomplete, refused, or away. Only this tab sees it. */
const nameOf = (campaignId: string | null): string => `skein.wizard.${campaignId ?? 'new'}`;

/** `version`: of the draft on the server that the form was made from. What somebody else saved since then must not be replaced unseen. */
export function keepForm(storage: Storage, { id, version }: { readonly id: string | null; readonly version: number | null }, form: CampaignForm): void {
  try {
    storage.setItem(nameOf(id), JSON.stringify({ version, form }));
  } catch {
    // A full or forbidden storage loses the copy, not the form.
  }
}

export const forgetForm = (storage: Storage, campaignId: string | null): void => { storage.removeItem(nameOf(campaignId)); };

export interface KeptForm {
  readonly version: number | null;
  readonly form: CampaignForm;
}

/** The form that was kept; null without one, and for one of an older shape. */
export function keptForm(storage: Storage, campaignId: string | null): KeptForm | null {
  const text = storage.getItem(nameOf(campaignId));
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<KeptForm> | null;
    const form: unknown = kept?.form;
    return typeof form === 'object' && form !== null && Object.keys(emptyForm).every((key) => key in form) ? { version: kept?.version ?? null, form: form as CampaignForm } : null;
  } catch {
    return null;
  }
}
