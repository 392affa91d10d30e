import { type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FleetViews } from '@skein/persistence';
import { startPostgres, type TestPostgres } from '@skein/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPopulatedDatabase, startApi, type TestApi } from '../testing/start-api.ts';
import { AccessGuard } from './access.guard.ts';
import { Public } from './allow.ts';
import { openRequestScope, type ScopeKey } from './request-scope.ts';

let postgres: TestPostgres;
let api: TestApi;

beforeAll(async () => {
  postgres = await startPostgres();
  // A view that takes as long as it is let to, and one second for views.
  api = await startApi(await createPopulatedDatabase(postgres), {
    readingSecondsMax: 1,
    brought: ({ database }) => ({ fleetViews: { fleet: () => database.reading.selectNoFrom((build) => build.fn('pg_sleep', [build.val(20)]).as('slept')).execute() } satisfies Partial<Record<keyof FleetViews, unknown>> as unknown as FleetViews }),
  });
});
afterAll(async () => {
  await api.close();
  await postgres.stop();
});

describe('a query that takes too long', () => {
  it('is cancelled in PostgreSQL, and says so with a code of its own and nothing in the log', async () => {
    const vera = await api.signIn('vera');
    const { errors } = await api.ask(vera, '{ fleet { total } }');
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'OPERATION_TIMEOUT', retryable: true, retryAfterSeconds: 5, correlationId: expect.any(String) as string }]);
    const { rows: running } = { rows: await api.persistence.database.urgent.selectFrom('pg_stat_activity' as never).selectAll().where('query' as never, 'like', '%pg_sleep%' as never).where('state' as never, '=', 'active' as never).where('application_name' as never, 'like', '%reading' as never).execute() };
    expect(running).toEqual([]);
    expect(api.logged.filter((line) => line.includes('an operation failed'))).toEqual([]);
  });

  it('begins nothing new', () => {
    class Resolver {
      @Public()
      read(): void { /* never called: only its permission is looked at */ }
    }
    const key: ScopeKey = { socket: 'live' };
    const scope = { correlationId: 'c', principal: null, tokenSha256: null, carrier: null, remoteAddress: '', sessionCookie: null, signInFailure: null };
    const context = { getHandler: () => Resolver.prototype.read, getClass: () => Resolver, getType: () => 'http', switchToHttp: () => ({ getRequest: () => key }) } as unknown as ExecutionContext;
    const guard = new AccessGuard(new Reflector());
    openRequestScope(key, { ...scope, readUntil: performance.now() + 1000 });
    expect(guard.canActivate(context)).toBe(true);
    openRequestScope(key, { ...scope, readUntil: performance.now() - 1 });
    expect(() => guard.canActivate(context)).toThrow('longer than 10 seconds');
    openRequestScope(key, { ...scope, readUntil: null });
    expect(guard.canActivate(context)).toBe(true);
  });
});
