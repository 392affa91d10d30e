import { describe, expect, it } from 'vitest';
import { portNames } from '../stack/ports.ts';
import { parseOptions, startHelp } from './parse-options.ts';

describe('options of npm start', () => {
  it('are a demo on whatever fleet can run when nothing is said', () => {
    expect(parseOptions([], '/here')).toEqual({ ports: {}, demo: true, setup: true, fleet: null, nodes: null, home: null, keepFleet: false, help: false });
  });

  it('take a bare port for the api and named ones for the rest', () => {
    expect(parseOptions(['--port', '8080', '--port', 'postgres=5433', '--port=temporal.frontend=7233'], '/here').ports).toEqual({ api: 8080, postgres: 5433, 'temporal.frontend': 7233 });
  });

  it('take a home from the folder where the caller stands', () => {
    expect(parseOptions(['--home', 'other'], '/here').home).toBe('/here/other');
  });

  it.each([
    [['--prot', '1'], '--prot is not an option'],
    [['demo'], '"demo" is not an option'],
    [['--port', 'postgre=1'], 'there is no port called "postgre"'],
    [['--port', '70000'], 'a port is a number from 1 to 65535'],
    [['--port'], '--port needs a value'],
    [['--fleet', 'cloud'], 'it is "lab" or "simulated"'],
    [['--fleet', 'simulated', '--nodes', '0'], 'it is a number from 1 to 100000'],
    [['--nodes', '20'], 'add --fleet simulated'],
  ])('%j is refused and says why', (args, why) => {
    expect(() => parseOptions(args, '/here')).toThrow(why);
  });

  it('tell all mistakes at once', () => {
    expect(() => parseOptions(['--fleet', 'cloud', '--port', 'x=1'], '/here')).toThrow(/no port called "x"[\s\S]*"lab" or "simulated"/);
  });

  it('are all named in the help', () => {
    for (const name of portNames) if (name !== 'api') expect(startHelp).toContain(name);
  });
});
