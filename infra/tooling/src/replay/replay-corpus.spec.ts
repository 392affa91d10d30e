import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleWorkflows } from '../workflow-bundle.ts';
import { readCorpus, replayCorpus, type RecordedHistory } from './replay-corpus.ts';

const folder = fileURLToPath(new URL('../../../../libs/workflows/histories', import.meta.url));

describe('the recorded histories', () => {
  let code = '';
  let corpus: RecordedHistory[] = [];
  beforeAll(async () => {
    code = await bundleWorkflows();
    corpus = await readCorpus(folder);
  });

  it('cover every driver, one that continued as new, one that a poke interrupted and one whose site was silent', () => {
    const names = corpus.map(({ name }) => name).join(' ');
    for (const part of ['campaign-', 'wave-', 'nodeRun-', 'continued', 'interrupted', 'silent']) expect(names).toContain(part);
  });

  it('can be followed by the workflows as they are now', async () => {
    await expect(replayCorpus(code, corpus)).resolves.toEqual([]);
  });

  // The seeded mistakes: each is one a person could make, and each must be noticed by the histories of the driver that it breaks.
  it('refuse a driver that calls another activity', async () => {
    await expect(namesThatRefuse(code.replaceAll('activities.advanceRun(', 'activities.advanceWave('))).resolves.toEqual(namesOf('nodeRun-'));
  });

  it('refuse a driver that no longer waits before it advances again', async () => {
    const impatient = code.replace("next.kind !== 'again'", "next.kind === 'again'");
    expect(impatient).not.toBe(code);
    await expect(namesThatRefuse(impatient)).resolves.not.toEqual([]);
  });

  const namesOf = (prefix: string): string[] => corpus.map(({ name }) => name).filter((name) => name.startsWith(prefix));
  const namesThatRefuse = async (changed: string): Promise<string[]> => (await replayCorpus(changed, corpus)).map(({ name }) => name);
});
