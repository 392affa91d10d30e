import { type Principal } from '@skein/core';
import { pino } from 'pino';
import { type AppParts } from '../app.module.ts';
import { bearerTokenSha256 } from '../identity/bearer-token.ts';
import { createMetrics } from './metrics.ts';
import { type Persistence } from './persistence.ts';

export const fakeTokens: Readonly<Record<Principal['role'], string>> = {
  viewer: `skein_${'v'.repeat(43)}`, operator: `skein_${'o'.repeat(43)}`, approver: `skein_${'p'.repeat(43)}`, admin: `skein_${'a'.repeat(43)}`,
};

/** Parts for tests of everything in front of PostgreSQL: four people with a token each; what a test does not bring throws when it is asked. */
export function fakeParts(brought: Partial<Persistence> = {}): AppParts {
  const people = new Map<string, Principal>(Object.entries(fakeTokens).map(([role, token]) => [Buffer.from(bearerTokenSha256(token)).toString('hex'), { personId: role, name: role, role: role as Principal['role'], via: 'token' as const }]));
  const persistence: Persistence = {
    database: unasked('database'), campaigns: unasked('campaigns'), inventory: unasked('inventory'), identity: unasked('identity'),
    tokens: {
      principalByToken: (sha256) => Promise.resolve(people.get(Buffer.from(sha256).toString('hex')) ?? null),
      principalsByTokens: (tokens) => Promise.resolve(new Map(tokens.map((sha256) => Buffer.from(sha256).toString('hex')).flatMap((key) => {
        const principal = people.get(key);
        return principal === undefined ? [] : [[key, principal] as const];
      }))),
    },
    people: unasked('people'), signIns: { take: () => Promise.resolve(true), succeed: () => Promise.resolve() }, changes: unasked('changes'), readFor: (_reader, work) => work(), reader: () => null,
    campaignViews: unasked('campaignViews'),
    campaignInsights: unasked('campaignInsights'),
    fleetViews: unasked('fleetViews'),
    runViews: unasked('runViews'),
    nowViews: unasked('nowViews'),
    auditViews: unasked('auditViews'),
    preferences: unasked('preferences'),
    assessments: unasked('assessments'),
    assessmentViews: unasked('assessmentViews'),
    exports: unasked('exports'),
    databaseNow: () => Promise.resolve(new Date(0)),
    ...brought,
  };
  return { persistence, log: pino({ level: 'silent' }), metrics: createMetrics(), temporalHealth: { isReachable: () => Promise.resolve(false), close: () => Promise.resolve() } };
}

const unasked = <Part extends object>(name: string): Part => new Proxy({}, {
  get: (_target, key) => () => { throw new Error(`the test did not bring ${name}.${String(key)}`); },
}) as Part;
