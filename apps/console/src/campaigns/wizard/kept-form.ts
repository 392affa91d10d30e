import { type CampaignForm, emptyForm } from './campaign-form.ts';

/** Where a form waits while the server cannot have it: incomplete, refused, or away. Only this tab sees it. */
const nameOf = (campaignId: string | null): string => `skein.wizard.${campaignId ?? 'new'}`;

export function keepForm(storage: Storage, campaignId: string | null, form: CampaignForm): void {
  try {
    storage.setItem(nameOf(campaignId), JSON.stringify(form));
  } catch {
    // A full or forbidden storage loses the copy, not the form.
  }
}

export const forgetForm = (storage: Storage, campaignId: string | null): void => { storage.removeItem(nameOf(campaignId)); };

/** The form that was kept; null without one, and for one of an older shape. */
export function keptForm(storage: Storage, campaignId: string | null): CampaignForm | null {
  const text = storage.getItem(nameOf(campaignId));
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return typeof kept === 'object' && kept !== null && Object.keys(emptyForm).every((key) => key in kept) ? (kept as CampaignForm) : null;
  } catch {
    return null;
  }
}
