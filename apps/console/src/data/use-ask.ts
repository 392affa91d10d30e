import { ApiError, type TypedDocument } from '@skein/client';
import { keepPreviousData, type QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useLogoutIfAccessDenied } from 'ra-core';
import { useEffect } from 'react';
import { useApi } from './api-context.tsx';
import { httpErrorOf } from './http-error-of.ts';

/** Where the answer to a document lies in the cache; live messages are written to the same place. */
export const askKey = <Variables>(document: TypedDocument<unknown, Variables>, variables: Variables): readonly unknown[] => ['ask', document.name, variables];

export interface AskOptions {
  readonly enabled?: boolean;
  /** Seconds for which an answer is not asked for anew; default 30, since live messages keep it fresh. */
  readonly freshSeconds?: number;
  /** Asks again every so many seconds, for what no live topic covers. */
  readonly everySeconds?: number;
  /** Shows the last answer while other variables are asked for, so that a page does not jump. */
  readonly keepPrevious?: boolean;
}

/** One question to the api, cached. An ended session leads to the sign-in. */
export function useAsk<Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables, options: AskOptions = {}): UseQueryResult<Result, ApiError> {
  const api = useApi();
  const logout = useLogoutIfAccessDenied();
  const asked = useQuery<Result, ApiError>({
    queryKey: askKey(document, variables),
    queryFn: ({ signal }) => api.request(document, variables, { signal }),
    enabled: options.enabled ?? true,
    ...(options.freshSeconds === undefined ? {} : { staleTime: options.freshSeconds * 1000 }),
    ...(options.everySeconds === undefined ? {} : { refetchInterval: options.everySeconds * 1000 }),
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
  const { error } = asked;
  useEffect(() => {
    if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') void logout(httpErrorOf(error));
  }, [error, logout]);
  return asked;
}

/** Writes what a live message brought to where a question would have put it. */
export const tell = <Result, Variables>(queries: QueryClient, document: TypedDocument<Result, Variables>, variables: Variables, result: Result): void => {
  queries.setQueryData(askKey(document, variables), result);
};
