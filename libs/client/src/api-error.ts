/** Where a request failed. Only `network` says nothing about what the api did: whatever was asked may have happened. */
export type ApiErrorKind = 'network' | 'aborted' | 'refused';

/** A request that got no answer to work with. Refusals of commands are not errors: they are `userErrors` of the answer. */
export class ApiError extends Error {
  readonly kind: ApiErrorKind;
  /** Stable word of the api, such as `UNAUTHENTICATED` or `RATE_LIMITED`; `UNREACHABLE` and `ABORTED` where it was never reached. */
  readonly code: string;
  /** HTTP status; 0 where none came. */
  readonly status: number;
  /** Finds the request in the api's log; null where none came. */
  readonly correlationId: string | null;
  readonly retryable: boolean;
  /** When to try again; null where the api did not say. */
  readonly retryAfterSeconds: number | null;
  /** Code of the refusal behind a `FORBIDDEN`, such as `tokenNeverApproves`; null without one. */
  readonly reason: string | null;
  /** What to do next; null where the api did not say. */
  readonly hint: string | null;

  constructor(message: string, parts: Pick<ApiError, 'kind' | 'code'> & Partial<Pick<ApiError, 'status' | 'correlationId' | 'retryable' | 'retryAfterSeconds' | 'reason' | 'hint'>>, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'ApiError';
    this.kind = parts.kind;
    this.code = parts.code;
    this.status = parts.status ?? 0;
    this.correlationId = parts.correlationId ?? null;
    this.retryable = parts.retryable ?? parts.kind === 'network';
    this.retryAfterSeconds = parts.retryAfterSeconds ?? null;
    this.reason = parts.reason ?? null;
    this.hint = parts.hint ?? null;
  }
}

interface AnsweredError {
  readonly message?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** The error that an answer carries: the first that it lists, or what its status says when the body is not ours (a proxy's page). */
export function errorOfAnswer(status: number, body: unknown): ApiError {
  const listed = typeof body === 'object' && body !== null && 'errors' in body && Array.isArray(body.errors) ? (body.errors as readonly AnsweredError[])[0] : undefined;
  if (listed === undefined) {
    return new ApiError(`the api answered with HTTP status ${String(status)} and nothing that could be read`, { kind: 'refused', code: `HTTP_${String(status)}`, status, retryable: status >= 500 });
  }
  const extensions = listed.extensions ?? {};
  return new ApiError(text(listed.message) ?? 'the api refused the request', {
    kind: 'refused', code: text(extensions['code']) ?? `HTTP_${String(status)}`, status, correlationId: text(extensions['correlationId']),
    retryable: extensions['retryable'] === true, retryAfterSeconds: number(extensions['retryAfterSeconds']), reason: text(extensions['reason']), hint: text(extensions['hint']),
  });
}
