import { describe, expect, it } from 'vitest';
import { type Environment } from '../environment.ts';
import { type Config } from './config-file.ts';
import { readEndpoint, resolveDestination } from './resolve-connection.ts';

const environment: Environment = { context: null, endpoint: null, token: null, allowHttp: false, configFile: '', noColour: true };
const config: Config = {
  current: 'lab', contexts: [
    { name: 'lab', endpoint: 'http://127.0.0.1:4400', protected: false, token: 'of-lab', person: null, expiresAt: null },
    { name: 'prod', endpoint: 'https://skein.example', protected: true, token: 'of-prod', person: null, expiresAt: null },
  ],
};

describe('where a command goes', () => {
  it('is the current context, unless the environment says another, unless a flag does', () => {
    expect(resolveDestination({}, environment, config)).toMatchObject({ endpoint: 'http://127.0.0.1:4400', token: 'of-lab', protected: false });
    expect(resolveDestination({}, { ...environment, context: 'prod' }, config)).toMatchObject({ endpoint: 'https://skein.example', token: 'of-prod', protected: true });
    expect(resolveDestination({ context: 'lab' }, { ...environment, context: 'prod' }, config)).toMatchObject({ token: 'of-lab' });
  });

  it('gets the token of the environment before that of the context', () => {
    expect(resolveDestination({}, { ...environment, token: 'of-env' }, config)).toMatchObject({ token: 'of-env', tokenFrom: 'environment' });
  });

  it.each(['two lines\nof it', 'a b', 'töken'])('gets no token that cannot be one: %j', (token) => {
    expect(() => resolveDestination({}, { ...environment, token }, config)).toThrow('SKEIN_TOKEN holds');
  });

  it('never gets the token of another endpoint', () => {
    expect(resolveDestination({ endpoint: 'https://elsewhere.example' }, environment, config)).toMatchObject({ token: null, tokenFrom: null });
    expect(resolveDestination({ endpoint: 'http://127.0.0.1:4400/' }, environment, config)).toMatchObject({ token: 'of-lab' });
  });

  it('stays protected, by whatever address a protected context is reached', () => {
    expect(resolveDestination({ context: 'prod', endpoint: 'https://other.example' }, environment, config).protected).toBe(true);
  });

  it('must be said somewhere', () => {
    expect(() => resolveDestination({}, environment, { current: null, contexts: [] })).toThrow('no control plane is named');
    expect(() => resolveDestination({ context: 'staging' }, environment, config)).toThrow('there is no context "staging"');
  });
});

describe('an endpoint', () => {
  it('has one form', () => {
    expect(['https://a.example', 'https://a.example/', 'https://a.example/graphql', 'https://a.example/graphql/'].map((text) => readEndpoint(text, environment))).toEqual(Array(4).fill('https://a.example'));
    expect(readEndpoint('https://a.example/skein/', environment)).toBe('https://a.example/skein');
  });

  it.each([['no address', 'skein'], ['another protocol', 'ftp://a.example'], ['a password in it', 'https://me:secret@a.example'], ['a token that crosses the network in the clear', 'http://a.example']])('is refused with %s', (_what, text) => {
    expect(() => readEndpoint(text, environment)).toThrow();
  });

  it('may be in the clear on this machine, and where its owner says so', () => {
    expect(readEndpoint('http://localhost:4400', environment)).toBe('http://localhost:4400');
    expect(readEndpoint('http://a.example', { allowHttp: true })).toBe('http://a.example');
  });
});
