import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { type NodeAddress, nodeSearch, readNodeAddress } from './node-address.ts';

/** The list's address, read and written; whatever narrows it starts at the first page. */
export function useNodeAddress(): { readonly address: NodeAddress; readonly change: (parts: Partial<NodeAddress>) => void } {
  const [search, setSearch] = useSearchParams();
  const address = useMemo(() => readNodeAddress(search), [search]);
  const change = useCallback((parts: Partial<NodeAddress>) => {
    setSearch((before) => nodeSearch({ ...readNodeAddress(before), page: 1, ...parts }), { replace: parts.page === undefined });
  }, [setSearch]);
  return { address, change };
}
