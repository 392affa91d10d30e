import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleWorkflows } from './workflow-bundle.ts';

describe('the workflow bundle', () => {
  let code = '';
  beforeAll(async () => {
    code = await bundleWorkflows();
  });

  it('holds the three drivers', () => {
    for (const activity of ['advanceCampaign', 'advanceWave', 'advanceRun']) expect(code).toContain(activity);
  });

  it('names no folder of the machine that made it, not even inside its source map', () => {
    const workspaceRoot = fileURLToPath(new URL('../../..', import.meta.url));
    const map = /sourceMappingURL=data:[^,]*,([A-Za-z0-9+/=]+)/.exec(code)?.[1] ?? '';
    expect(map).not.toBe('');
    expect(code).not.toContain(workspaceRoot);
    expect(Buffer.from(map, 'base64').toString('utf8')).not.toContain(workspaceRoot);
  });

  it('points a stack trace at our sources', () => {
    const map = /sourceMappingURL=data:[^,]*,([A-Za-z0-9+/=]+)/.exec(code)?.[1] ?? '';
    const { sources } = JSON.parse(Buffer.from(map, 'base64').toString('utf8')) as { sources: string[] };
    expect(sources).toContain('libs/workflows/src/drive.ts');
  });
});
