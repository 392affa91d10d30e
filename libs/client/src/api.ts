import { ApiError, errorOfAnswer } from './api-error.ts';
import { type TypedDocument } from './typed-document.ts';

export interface ApiOptions {
  /** `https://skein.example/graphql`, or a path of the page's own origin. */
  readonly endpoint: string;
  /** Bearer token; null: the browser's cookie says who asks. */
  readonly token: string | null;
  readonly fetch: typeof fetch;
  /** Seconds until a request counts as lost. */
  readonly timeoutSeconds: number;
}

export interface Api {
  /** The answer's data. Throws an ApiError for everything that is not an answer; `userErrors` are part of the data. */
  request<Result, Variables>(document: TypedDocument<Result, Variables>, variables: Variables, options?: { readonly signal?: AbortSignal | undefined }): Promise<Result>;
}

/** GraphQL over HTTP by the name of a trusted document: nothing is parsed, and no document travels, on the way to an answer. */
export const createApi = ({ endpoint, token, fetch, timeoutSeconds }: ApiOptions): Api => ({
  async request(document, variables, { signal } = {}) {
    const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
    const headers: Record<string, string> = {
      'content-type': 'application/json', accept: 'application/graphql-response+json, application/json',
      // A page of another origin cannot set it, so a cookie alone commands nothing.
      'x-skein-csrf': '1',
    };
    if (token !== null) headers['authorization'] = `Bearer ${token}`;
    const answer = await fetch(endpoint, {
      method: 'POST', headers, credentials: 'same-origin', body: JSON.stringify({ documentId: document.id, operationName: document.name, variables }),
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    }).catch((cause: unknown) => { throw lost(cause, signal, timeoutSeconds); });
    const body: unknown = await answer.json().catch((cause: unknown) => {
      if (signal?.aborted === true || timeout.aborted) throw lost(cause, signal, timeoutSeconds);
      return null;
    });
    if (typeof body !== 'object' || body === null || 'errors' in body || !('data' in body) || body.data === null || body.data === undefined) throw errorOfAnswer(answer.status, body);
    return body.data as never;
  },
});

function lost(cause: unknown, signal: AbortSignal | undefined, timeoutSeconds: number): ApiError {
  if (signal?.aborted === true) return new ApiError('the request was given up', { kind: 'aborted', code: 'ABORTED' }, cause);
  if (cause instanceof DOMException && cause.name === 'TimeoutError') {
    return new ApiError(`the api did not answer within ${String(timeoutSeconds)} seconds; whether it did what was asked is not known`, { kind: 'network', code: 'UNREACHABLE' }, cause);
  }
  return new ApiError('the api cannot be reached; whether it did what was asked is not known', { kind: 'network', code: 'UNREACHABLE' }, cause);
}
