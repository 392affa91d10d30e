import { expect, it } from 'vitest';
import { openIntegrations } from './open-integrations.ts';
import { parseIntegrations } from './parse-integrations.ts';

const pathsOf = (json: string): string[] => {
  const answer = parseIntegrations(json);
  return Array.isArray(answer) ? answer.map(({ path }) => path) : [];
};

it('reads providers, hook sets and probe commands by name', () => {
  const answer = parseIntegrations(JSON.stringify({
    providers: { lab: { kind: 'command', argv: ['/bin/lab', 'provider'], env: { TOKEN: 't' } }, sim: { kind: 'simulated', socket: '/run/s' } },
    hooks: { demo: { drain: ['/bin/drain'], undrain: ['/bin/undrain', '--fast'] } },
    probes: { depth: { argv: ['/bin/depth'] } },
  }));
  expect(answer).toEqual({
    providers: { lab: { kind: 'command', argv: ['/bin/lab', 'provider'], env: { TOKEN: 't' }, timeoutSeconds: 60 }, sim: { kind: 'simulated', socket: '/run/s' } },
    hooks: { demo: { drain: ['/bin/drain'], undrain: ['/bin/undrain', '--fast'] } },
    probes: { depth: { argv: ['/bin/depth'], env: {} } },
  });
});

it('takes an empty document for "nothing outside"', () => {
  expect(parseIntegrations('{}')).toEqual({ providers: {}, hooks: {}, probes: {} });
});

it('names all mistakes at once, each with its place', () => {
  expect(pathsOf(JSON.stringify({
    providers: { lab: { kind: 'command', argv: ['', 7], env: { A: 1 }, timeoutSeconds: 0 }, sim: { kind: 'simulated' }, other: { kind: 'aws' }, '9': { kind: 'simulated', socket: 's' } },
    hooks: { demo: { drian: ['/bin/x'], drain: [] }, flat: 'x' },
    probes: { depth: { argv: '/bin/depth' } },
    more: {},
  })).sort()).toEqual([
    'hooks.demo.drain', 'hooks.demo.drian', 'hooks.flat', 'more', 'probes.depth.argv', 'providers.9',
    'providers.lab.argv[0]', 'providers.lab.argv[1]', 'providers.lab.env.A', 'providers.lab.timeoutSeconds', 'providers.other.kind', 'providers.sim.socket',
  ]);
});

it.each(['', '{', '[]', 'null', '"x"'])('refuses %j whole', (json) => {
  expect(pathsOf(json)).toEqual(['']);
});

it('chooses a provider by the name that a site gives, and knows no other', () => {
  const answer = parseIntegrations('{"providers":{"sim":{"kind":"simulated","socket":"/none"}}}');
  if (Array.isArray(answer)) throw new Error('does not parse');
  const integrations = openIntegrations(answer);
  expect(integrations.provider('sim')).not.toBeNull();
  expect(integrations.provider('constructor')).toBeNull();
  expect(integrations.provider('lab')).toBeNull();
  integrations.close();
});
