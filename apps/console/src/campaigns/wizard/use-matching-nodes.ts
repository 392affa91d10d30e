import { useAsk } from '../../data/use-ask.ts';
import { type NodeFilter, WizardNodesDocument } from '../../generated/documents.ts';
import { type CampaignForm } from './campaign-form.ts';

/** The selector as a filter of nodes: what matches, before anybody is left out. */
export function selectorFilter({ sites, labels, nodes }: Pick<CampaignForm, 'sites' | 'labels' | 'nodes'>): NodeFilter {
  return {
    ...(sites.length === 0 ? {} : { sites: sites.map(({ name }) => name) }), ...(labels.length === 0 ? {} : { labels: labels.map(({ key, value }) => `${key}=${value}`) }),
    ...(nodes.length === 0 ? {} : { ids: nodes.flatMap(({ id }) => (id === null ? [] : [id])) }),
  };
}

/** How many nodes match the selector now; null while nobody has counted. */
export function useMatchingNodes(form: Pick<CampaignForm, 'sites' | 'labels' | 'nodes'>): number | null {
  const complete = form.labels.every(({ key }) => key.trim() !== '');
  const { data } = useAsk(WizardNodesDocument, { filter: selectorFilter(form), page: { first: 1 } }, { enabled: complete, keepPrevious: true });
  return data?.nodes.totalCount ?? null;
}
