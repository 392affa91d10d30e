import { type CampaignForm, emptyForm } from './campaign-form.ts';

/** Nodes that were chosen in a list, by host name, or all of some sites; the wizard looks the names up. null: nothing was chosen. */
export function formFromSelection(search: URLSearchParams): CampaignForm | null {
  const [nodes, sites] = [search.getAll('node'), search.getAll('site')].map((names) => [...new Set(names)].map((name) => ({ id: null, name })));
  if (nodes === undefined || sites === undefined || nodes.length + sites.length === 0) return null;
  return { ...emptyForm, nodes, sites };
}
