import { describe, expect, it } from 'vitest';
import { parseBootstrap } from './bootstrap.ts';

const olga = { name: 'olga', role: 'operator', password: 'a long enough password' };
const token = { token: `skein_${'x'.repeat(43)}`, owner: 'olga' };

describe('a bootstrap file', () => {
  it('names people and one token', () => {
    expect(parseBootstrap(JSON.stringify({ people: [olga], apiToken: token }))).toEqual({ people: [olga], apiToken: token });
  });

  it('may leave the token out', () => {
    expect(parseBootstrap(JSON.stringify({ people: [] }))).toEqual({ people: [], apiToken: null });
  });

  it('is refused without quoting it when it is not JSON', () => {
    expect(() => parseBootstrap('{"password": "hush')).toThrow(/^the bootstrap file is not JSON$/);
  });

  it.each([
    ['an unknown role', { people: [{ ...olga, role: 'root' }] }, 'people[0].role is none of viewer, operator, approver, admin'],
    ['a short password', { people: [{ ...olga, password: 'short' }] }, 'people[0].password has fewer than 12 characters'],
    ['a strange name', { people: [{ ...olga, name: 'Olga; DROP' }] }, 'people[0].name is not a name in lower case'],
    ['a guessable token', { people: [], apiToken: { token: `skein_${'x'.repeat(42)}`, owner: 'olga' } }, 'apiToken.token has fewer than 256 random bits'],
    ['another prefix', { people: [], apiToken: { token: 'x'.repeat(60), owner: 'olga' } }, 'apiToken.token is not a token'],
    ['another key', { people: [], tokens: [] }, 'the bootstrap file has tokens; it knows people and apiToken'],
    ['no people', {}, 'people of the bootstrap file is not an array'],
  ])('is refused with %s', (_name, document, message) => {
    expect(() => parseBootstrap(JSON.stringify(document))).toThrow(message);
  });
});
