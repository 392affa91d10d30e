import { type UseQueryResult } from '@tanstack/react-query';
import { type ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';
import { LoadingState } from './loading-state.tsx';

interface AskedProps<Result> {
  readonly of: UseQueryResult<Result>;
  readonly rows?: number;
  readonly children: (result: Result) => ReactNode;
}

/** The content of a question: loading, failed, or there. What was loaded stays while it is asked anew, also when that fails. */
export function Asked<Result>({ of, rows, children }: AskedProps<Result>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error !== null) return <ErrorState error={of.error} onRetry={() => { void of.refetch(); }} />;
  return rows === undefined ? <LoadingState /> : <LoadingState rows={rows} />;
}
