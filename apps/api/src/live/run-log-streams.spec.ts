import { type NestExpressApplication } from '@nestjs/platform-express';
import { type CampaignViews, type RunJobView, type RunViews } from '@skein/persistence';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AppParts } from '../app.module.ts';
import { createApp } from '../create-app.ts';
import { bearerTokenSha256 } from '../identity/bearer-token.ts';
import { fakeParts, fakeTokens } from '../platform/fake-parts.ts';
import { RunLogStreams } from './run-log-streams.ts';

/** A job of run `r` that writes and ends when the test says so; what is stored and how it is cut is tested on PostgreSQL. */
const job = { text: '', state: 'RUNNING' };
let app: NestExpressApplication;
let address: string;
let parts: AppParts;

beforeEach(async () => {
  [job.text, job.state] = ['', 'RUNNING'];
  const campaignViews = {
    runLog: (runId: string, jobId: string, offset: number) => {
      const bytes = Buffer.from(job.text).subarray(offset);
      return Promise.resolve(runId === 'r' && jobId === 'j' ? { offset, nextOffset: offset + bytes.length, totalBytes: job.text.length, bytes } : null);
    },
  } satisfies Partial<CampaignViews> as unknown as CampaignViews;
  const runViews = { jobs: () => Promise.resolve(new Map([['r', [{ jobId: 'j', state: job.state } as RunJobView]]])) } satisfies Partial<RunViews> as unknown as RunViews;
  parts = fakeParts({ campaignViews, runViews });
  app = await createApp(parts);
  await app.listen(0, '127.0.0.1');
  address = await app.getUrl();
});
afterEach(() => app.close());

interface Event {
  readonly id: string | null;
  readonly event: string;
  readonly data: unknown;
}

const open = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(`${address}${path}`, { headers: { authorization: `Bearer ${fakeTokens.viewer}`, accept: 'text/event-stream', ...headers } });

async function* eventsOf(response: Response): AsyncGenerator<Event> {
  let buffered = '';
  for await (const chunk of (response.body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream())) {
    buffered += chunk;
    const blocks = buffered.split('\n\n');
    buffered = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = new Map(block.split('\n').map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
      if (lines.has('data')) yield { id: lines.get('id') ?? null, event: lines.get('event') ?? 'message', data: JSON.parse(lines.get('data') ?? '') };
    }
  }
}

async function all(response: Response): Promise<readonly Event[]> {
  const events: Event[] = [];
  for await (const event of eventsOf(response)) events.push(event);
  return events;
}

describe('the stream of a log', () => {
  it('tells what there is, follows what comes, and ends with the job', async () => {
    job.text = 'one ';
    const response = await open('/runs/r/jobs/j/log');
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, 'text/event-stream; charset=utf-8', 'no-store']);
    const events = eventsOf(response);
    expect((await events.next()).value).toEqual({ id: '4', event: 'message', data: { offset: 0, nextOffset: 4, totalBytes: 4, text: 'one ' } });
    job.text += 'two';
    expect((await events.next()).value).toEqual({ id: '7', event: 'message', data: { offset: 4, nextOffset: 7, totalBytes: 7, text: 'two' } });
    job.state = 'EXITED';
    expect((await events.next()).value).toEqual({ id: '7', event: 'end', data: {} });
    expect((await events.next()).done).toBe(true);
  });

  it('goes on where a reader was, by the id of its last event or by an offset', async () => {
    [job.text, job.state] = ['0123456789', 'EXITED'];
    const texts = async (response: Response) => (await all(response)).map(({ data }) => (data as { readonly text?: string }).text);
    expect(await texts(await open('/runs/r/jobs/j/log', { 'last-event-id': '6' }))).toEqual(['6789', undefined]);
    expect(await texts(await open('/runs/r/jobs/j/log?offset=8'))).toEqual(['89', undefined]);
    expect(await texts(await open('/runs/r/jobs/j/log?offset=2', { 'last-event-id': '9' }))).toEqual(['9', undefined]);
  });

  it('tells what a job wrote just before it ended', async () => {
    const events = eventsOf(await open('/runs/r/jobs/j/log'));
    setTimeout(() => { [job.text, job.state] = ['last words', 'EXITED']; }, 300);
    expect((await events.next()).value).toMatchObject({ data: { text: 'last words' } });
    expect((await events.next()).value).toMatchObject({ event: 'end' });
  });

  it.each([
    ['nobody', '/runs/r/jobs/j/log', { authorization: '' }, 401, 'UNAUTHENTICATED'],
    ['another run', '/runs/other/jobs/j/log', {}, 404, 'NOT_FOUND'],
    ['a strange offset', '/runs/r/jobs/j/log?offset=-1', {}, 400, 'BAD_REQUEST'],
  ])('is refused to %s', async (_who, path, headers, status, code) => {
    const response = await open(path, headers);
    const { errors } = await response.json() as { readonly errors: readonly { readonly extensions: object }[] };
    expect([response.status, errors[0]?.extensions]).toEqual([status, expect.objectContaining({ code, retryable: false })]);
  });

  it('is cut off when its reader may no longer read', async () => {
    job.text = 'one ';
    const [revoked, stays] = [eventsOf(await open('/runs/r/jobs/j/log')), eventsOf(await open('/runs/r/jobs/j/log', { authorization: `Bearer ${fakeTokens.operator}` }))];
    await Promise.all([revoked.next(), stays.next()]);
    const revokedHash = Buffer.from(bearerTokenSha256(fakeTokens.viewer)).toString('hex');
    vi.spyOn(parts.persistence.tokens, 'principalsByTokens').mockImplementation((tokens) => Promise.resolve(new Map(tokens.map((sha256) => Buffer.from(sha256).toString('hex')).filter((key) => key !== revokedHash).map((key) => [key, { personId: 'operator', name: 'operator', role: 'operator' as const, via: 'token' as const }]))));
    await app.get(RunLogStreams).lookAround();
    await expect(revoked.next()).rejects.toThrow();
    job.text += 'two';
    expect((await stays.next()).value).toMatchObject({ data: { text: 'two' } });
  });

  it('is open ten times at most for one person', async () => {
    job.text = 'x';
    const opened = await Promise.all(Array.from({ length: 10 }, () => open('/runs/r/jobs/j/log')));
    expect(opened.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    const more = await open('/runs/r/jobs/j/log');
    expect([more.status, more.headers.get('retry-after'), await more.json()]).toMatchObject([429, '5', { errors: [{ extensions: { code: 'TOO_MANY_STREAMS', retryable: true, retryAfterSeconds: 5 } }] }]);
    await opened[0]?.body?.cancel();
    await expect.poll(async () => (await open('/runs/r/jobs/j/log')).status).toBe(200);
  });
});
