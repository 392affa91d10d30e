import { ApiError } from '@skein/client';

/** Back from what react-admin understands to what the parts in src/kit show: code and correlation id survive both ways. */
export function apiErrorOf(error: Error): ApiError {
  if (error instanceof ApiError) return error;
  const body: unknown = 'body' in error ? error.body : null;
  const said = (typeof body === 'object' && body !== null ? body : {}) as { readonly code?: string; readonly correlationId?: string | null; readonly retryable?: boolean };
  const code = said.code ?? 'OTHER';
  return new ApiError(error.message, { kind: code === 'UNREACHABLE' ? 'network' : 'refused', code, correlationId: said.correlationId ?? null, retryable: said.retryable === true });
}
