import { describe, expect, it } from 'vitest';
import { judgeHealth, judgeSignIn } from './doctor.ts';
import { ownVersion } from './own-version.ts';

const now = Date.parse('2026-03-01T12:00:00Z');
const inSeconds = (seconds: number): string => new Date(now + seconds * 1000).toISOString();
const resultOf = (checks: readonly { readonly check: string; readonly result: string }[], check: string): string | undefined => checks.find((candidate) => candidate.check === check)?.result;
const health = { version: ownVersion().version, database: true, temporal: true, now: inSeconds(1) };
const signedIn = { me: { via: 'SESSION' as const, person: { name: 'olga', role: 'OPERATOR' as const } }, sites: [{ name: 'sz', unattended: false, unattendedSince: null, nodeCount: 3 }], sessions: [{ current: true, expiresAt: inSeconds(30_000) }], tokens: [] };
const judge = (more: Partial<Parameters<typeof judgeSignIn>[0]>) => judgeSignIn({ ...signedIn, ...more }, { now, tokenFrom: 'context', tokenEnds: null });

describe('the doctor', () => {
  it('finds nothing wrong where nothing is', () => {
    expect([...judgeHealth(health, now), ...judge({})].filter(({ result }) => result !== 'ok')).toEqual([]);
  });

  it.each([
    ['clock', { ...health, now: inSeconds(-600) }, 'warning'], ['clock', { ...health, now: null }, 'failed'], ['version', { ...health, version: '9.0.0' }, 'warning'],
    ['database', { ...health, database: false }, 'failed'], ['temporal', { ...health, temporal: false }, 'warning'],
  ])('tells of %s', (check, found, result) => {
    expect(resultOf(judgeHealth(found, now), check)).toBe(result);
  });

  it('tells of a session and of tokens that end soon, and of sites that nobody watches', () => {
    expect(resultOf(judge({ sessions: [{ current: true, expiresAt: inSeconds(600) }] }), 'session')).toBe('warning');
    expect(resultOf(judge({ tokens: [{ id: 't', name: 'ci', expiresAt: inSeconds(86_400), revokedAt: null }] }), 'token')).toBe('warning');
    expect(resultOf(judge({ tokens: [{ id: 't', name: 'ci', expiresAt: inSeconds(86_400), revokedAt: inSeconds(-1) }] }), 'token')).toBe('ok');
    expect(resultOf(judge({ sites: [{ name: 'sz', unattended: true, unattendedSince: null, nodeCount: 3 }] }), 'site sz')).toBe('failed');
  });
});
