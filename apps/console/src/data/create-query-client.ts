import { ApiError } from '@skein/client';
import { QueryClient } from '@tanstack/react-query';

/** Live messages keep answers fresh, so coming back to the tab asks nothing, and only what may pass by itself is tried again. */
export const createQueryClient = (): QueryClient => new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, refetchOnWindowFocus: false, refetchOnReconnect: false, retry: (failures, error) => error instanceof ApiError && error.retryable && error.kind !== 'aborted' && failures < 2, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
