import { type NestExpressApplication } from '@nestjs/platform-express';
import { type CampaignViews } from '@skein/persistence';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../create-app.ts';
import { fakeParts, fakeTokens } from '../platform/fake-parts.ts';
import { LiveClient } from '../testing/live-client.ts';

/** What PostgreSQL does in this test. */
const postgres = { reading: 'away' as 'away' | 'slow' | 'wrong', looking: 'here' as 'here' | 'away' };
let app: NestExpressApplication;
let client: LiveClient;

beforeEach(async () => {
  [postgres.reading, postgres.looking] = ['away', 'here'];
  const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  const look = <Answer>(answer: Answer): Promise<Answer> => (postgres.looking === 'here' ? Promise.resolve(answer) : Promise.reject(away));
  app = await createApp(fakeParts({
    changes: { position: () => look('1'), since: (position) => look({ position, nodeIds: [], campaignIds: [] }) },
    campaignViews: { get: () => Promise.reject({ away, slow: Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' }), wrong: new Error('a mistake of ours') }[postgres.reading]) } satisfies Partial<CampaignViews> as unknown as CampaignViews,
  }));
  await app.listen(0, '127.0.0.1');
  client = await new LiveClient(await app.getUrl()).begin({ authorization: `Bearer ${fakeTokens.viewer}` });
});
afterEach(async () => {
  client.close();
  await app.close();
});

const subscribe = (): void => { client.subscribe('subscription { live(topics: [{ campaign: "c" }]) { topic seq campaign { id } } }'); };

describe('a socket in an outage', () => {
  it('is closed when a message cannot be read, since what is shown would only look live', async () => {
    subscribe();
    await client.until(() => client.closed, 'the socket is closed');
    expect(client.closed).toEqual({ code: 4503, reason: 'UNAVAILABLE' });
  });

  it('is closed with a code of its own when a message takes too long to read', async () => {
    postgres.reading = 'slow';
    subscribe();
    await client.until(() => client.closed, 'the socket is closed');
    expect(client.closed).toEqual({ code: 4504, reason: 'OPERATION_TIMEOUT' });
  });

  it('is closed when nobody can say what changes', async () => {
    postgres.looking = 'away';
    subscribe();
    await client.until(() => client.closed, 'the socket is closed');
    expect(client.closed).toEqual({ code: 4503, reason: 'UNAVAILABLE' });
  });

  it('tells of our own mistakes, which trying again would not mend', async () => {
    postgres.reading = 'wrong';
    subscribe();
    await client.until(() => (client.codes().length > 0 ? true : null), 'the mistake is told');
    expect([client.codes(), client.closed]).toEqual([['INTERNAL'], null]);
  });

  it('has no heartbeat while nobody can say what changes', async () => {
    postgres.reading = 'wrong';
    subscribe();
    await client.until(() => (client.events().some(({ topic }) => topic === 'HEARTBEAT') ? true : null), 'the heart beats');
    postgres.looking = 'away';
    await new Promise((resolve) => { setTimeout(resolve, 3000); });
    const beats = client.events().length;
    await new Promise((resolve) => { setTimeout(resolve, 3000); });
    expect(client.events().length).toBe(beats);
    postgres.looking = 'here';
    await client.until(() => (client.events().length > beats ? true : null), 'the heart beats again');
  });
});
