import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readEnvironment, repositoryRoot } from '../environment.ts';
import { findTemporalPrograms, temporalCacheDirectory } from './temporal-programs.ts';

describe("Temporal's programs", () => {
  it('are looked for in the same place before and after the packages are installed', async () => {
    const bootstrap = (await import(pathToFileURL(join(repositoryRoot, 'infra/local/bootstrap.js')).href)) as { temporalCacheDirectory: (cache: string) => string };
    expect(bootstrap.temporalCacheDirectory('/cache')).toBe(await temporalCacheDirectory('/cache'));
  });

  it('are not found in an empty cache', async () => {
    expect(await findTemporalPrograms({ ...readEnvironment({}), cache: '/nonexistent' })).toBeNull();
  });

  it('are refused when they are named and cannot be run', async () => {
    const environment = readEnvironment({ SKEIN_TEMPORAL_SERVER: '/nonexistent/server', SKEIN_TEMPORAL_SQL_TOOL: '/nonexistent/tool' });
    await expect(findTemporalPrograms(environment)).rejects.toThrow(/SKEIN_TEMPORAL_SERVER/);
  });
});
