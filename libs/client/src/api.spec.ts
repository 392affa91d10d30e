import { describe, expect, it } from 'vitest';
import { ApiError } from './api-error.ts';
import { createApi } from './api.ts';
import { type TypedDocument } from './typed-document.ts';

const document: TypedDocument<{ readonly me: string }, Record<string, never>> = { id: 'abc', name: 'Me', text: 'query Me { me }' };
const answering = (status: number, body: string): typeof fetch => async () => new Response(body, { status });
const ask = (fetch: Parameters<typeof createApi>[0]['fetch']): Promise<{ readonly me: string }> => createApi({ endpoint: '/graphql', token: null, fetch, timeoutSeconds: 1 }).request(document, {});
const failureOf = async (promise: Promise<unknown>): Promise<ApiError> => promise.then(() => { throw new Error('it did not fail'); }, (error: unknown) => {
  if (error instanceof ApiError) return error;
  throw error;
});

describe('a request', () => {
  it('names its document instead of sending it, and says that it is no page of another origin', async () => {
    const sent: RequestInit[] = [];
    const fetch: typeof globalThis.fetch = async (_url, init) => {
      sent.push(init ?? {});
      return Response.json({ data: { me: 'Ada' } });
    };
    expect(await createApi({ endpoint: '/graphql', token: 't', fetch, timeoutSeconds: 1 }).request(document, {})).toEqual({ me: 'Ada' });
    expect(JSON.parse(sent[0]?.body as string)).toEqual({ documentId: 'abc', operationName: 'Me', variables: {} });
    expect(sent[0]?.headers).toMatchObject({ 'x-skein-csrf': '1', authorization: 'Bearer t' });
  });

  it('fails with what the api says, wherever the fault lies', async () => {
    const body = JSON.stringify({ errors: [{ message: 'slow down', extensions: { code: 'RATE_LIMITED', correlationId: 'c1', retryable: true, retryAfterSeconds: 3 } }] });
    expect(await failureOf(ask(answering(429, body)))).toMatchObject({ kind: 'refused', code: 'RATE_LIMITED', status: 429, correlationId: 'c1', retryable: true, retryAfterSeconds: 3, message: 'slow down' });
  });

  it('tells the refusal behind a no, and what to do', async () => {
    const body = JSON.stringify({ errors: [{ message: 'no', extensions: { code: 'FORBIDDEN', reason: 'tokenNeverApproves', hint: 'Sign in.' } }] });
    expect(await failureOf(ask(answering(403, body)))).toMatchObject({ code: 'FORBIDDEN', reason: 'tokenNeverApproves', hint: 'Sign in.' });
  });

  it('counts half an answer as none', async () => {
    const body = JSON.stringify({ data: { me: null }, errors: [{ message: 'the database is away', extensions: { code: 'UNAVAILABLE' } }] });
    expect(await failureOf(ask(answering(200, body)))).toMatchObject({ code: 'UNAVAILABLE' });
  });

  it.each([['a page of a proxy', 502, '<html>'], ['JSON that is not ours', 500, '[]']])('says the status of %s', async (_what, status, body) => {
    expect(await failureOf(ask(answering(status, body)))).toMatchObject({ code: `HTTP_${String(status)}`, retryable: true });
  });

  it('says that it does not know what happened when nothing answers', async () => {
    expect(await failureOf(ask(async () => { throw new TypeError('fetch failed'); }))).toMatchObject({ kind: 'network', code: 'UNREACHABLE', retryable: true });
  });

  it('ends by itself', async () => {
    const hangs: typeof fetch = (_url, init) => new Promise((_resolve, reject) => { init?.signal?.addEventListener('abort', () => { reject(init.signal?.reason as Error); }); });
    expect(await failureOf(ask(hangs))).toMatchObject({ code: 'UNREACHABLE', message: expect.stringContaining('1 seconds') as string });
  });
});
