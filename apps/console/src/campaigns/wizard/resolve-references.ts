import { type Api } from '@skein/client';
import { type WizardChoicesQuery, WizardNodeByNameDocument } from '../../generated/documents.ts';
import { type CampaignForm, type FormReference } from './campaign-form.ts';

/** Ids for names that a document brought. A name that nobody knows keeps a null id, and its field says so. */
export async function resolveReferences(form: CampaignForm, choices: WizardChoicesQuery, api: Api): Promise<CampaignForm> {
  const among = (reference: FormReference, rows: readonly { readonly id: string; readonly name: string }[]): FormReference => (reference.id === null ? { id: rows.find((row) => row.name === reference.name || row.id === reference.name)?.id ?? null, name: reference.name } : reference);
  const nodes = await Promise.all(form.nodes.map(async (node) => (node.id === null ? { id: (await api.request(WizardNodeByNameDocument, { name: node.name })).nodeByName?.id ?? null, name: node.name } : node)));
  return { ...form, targetProfile: form.targetProfile === null ? null : among(form.targetProfile, choices.targetProfiles), sites: form.sites.map((site) => among(site, choices.sites)), nodes };
}

export const hasUnresolved = (form: CampaignForm): boolean => form.targetProfile?.id === null || [...form.sites, ...form.nodes].some(({ id }) => id === null);
