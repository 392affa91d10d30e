import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';
import { fakeWorld } from '../testing/fake-world.ts';
import { parseWaves } from './create-campaign.ts';

const create = async (args: readonly string[], answers = {}) => {
  const fake = fakeWorld({ answers });
  return { exitCode: await runCli(['campaign', 'create', 'spring', ...args], fake.world), ...fake };
};

describe('the sizes of waves', () => {
  it('are numbers, percentages and the rest', () => {
    expect(parseWaves('1, 10%,rest')).toEqual([{ count: 1 }, { percent: 10 }, { rest: true }]);
  });

  it.each(['0', '101%', '1.5', '', 'all', '-1'])('are not %j', (text) => {
    expect(() => parseWaves(text)).toThrow('no size of a wave');
  });
});

describe('a campaign from options', () => {
  it('is a document that says the same, with the line that tells editors its schema', async () => {
    const { exitCode, data, asked } = await create(['--target', 'OpenCloudOS 8', '--site', 'sz', '--label', 'app=web=1', '--waves', '1,10%,rest', '--soak', '5m', '--dry-run']);
    const text = data.join('\n');
    expect([exitCode, asked.length]).toEqual([0, 0]);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=http://127.0.0.1:1/schemas/skein-campaign.schema.json');
    expect(parse(text)).toEqual({
      apiVersion: 'skein/v1', kind: 'Campaign', metadata: { name: 'spring' },
      spec: { targetProfile: 'OpenCloudOS 8', selector: { sites: ['sz'], labels: [{ key: 'app', value: 'web=1' }] }, waves: [{ count: 1 }, { percent: 10 }, { rest: true }], gate: { soakSeconds: 300 } },
    });
  });

  it('names the nodes that match a query now, as exactly as it takes', async () => {
    const nodes = [['a', '1'], ['b', '2'], ['b', '3']].map(([hostname, externalId]) => ({ hostname, source: 'cmdb', externalId }));
    const { data } = await create(['--target', 'x', '--query', 'site=sz', '--dry-run'], { CliNodes: () => ({ nodes: { nodes, pageInfo: { endCursor: null, hasNextPage: false } } }) });
    expect(parse(data.join('\n'))).toMatchObject({ spec: { selector: { nodes: ['a', 'cmdb/2', 'cmdb/3'] } } });
  });

  it.each([[['--query', 'a', '--site', 'sz']], [['--label', 'noValue']], [['--waves', 'all']]])('is refused with %j', async (args) => {
    expect((await create(['--target', 'x', '--dry-run', ...args])).exitCode).toBe(2);
  });
});
