import { type ApiError } from '@skein/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useApi } from '../../data/api-context.tsx';
import { WizardNodesDocument } from '../../generated/documents.ts';

interface NamedNode { readonly id: string; readonly hostname: string }
const pageSize = 200;

/** Host names of the nodes that a campaign names by id. */
export function useNodeNames(ids: readonly string[] | null): UseQueryResult<readonly NamedNode[], ApiError> {
  const api = useApi();
  return useQuery<readonly NamedNode[], ApiError>({
    queryKey: ['wizardNodeNames', ids], enabled: ids !== null,
    queryFn: async ({ signal }) => {
      const found: NamedNode[] = [];
      for (let from = 0; from < (ids ?? []).length; from += pageSize) {
        const { nodes } = await api.request(WizardNodesDocument, { filter: { ids: (ids ?? []).slice(from, from + pageSize) }, page: { first: pageSize } }, { signal });
        found.push(...nodes.nodes);
      }
      return found;
    },
  });
}
