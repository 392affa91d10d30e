import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { destroyLab, openLab, type LabClient } from '@skein/lab';
import { databaseUrlOf, demoFleetOf, startStack, type Stack } from '@skein/local';
import { Campaigns, signInAll } from './campaigns.ts';

/** A whole stack with lab nodes, for the stories of one file. */
export interface StoryStack {
  readonly stack: Stack;
  readonly lab: LabClient;
  readonly campaigns: Campaigns;
  readonly databaseUrl: string;
  close(): Promise<void>;
}

export async function openStoryStack(environment: { readonly worker?: Readonly<Record<string, string>> } = {}): Promise<StoryStack> {
  const home = mkdtempSync(join(tmpdir(), 'skein-story-'));
  const stack = await startStack({ home, fleet: 'lab', ...(environment.worker === undefined ? {} : { environment: { worker: environment.worker } }) });
  try {
    const fleet = await demoFleetOf(stack);
    if (fleet === null) throw new Error('a story needs a fleet');
    const campaigns = await Campaigns.open(await signInAll(stack.urls.api, stack.people), fleet);
    return {
      stack, campaigns, lab: openLab(join(home, 'lab')), databaseUrl: await databaseUrlOf(home),
      async close() {
        await stack.stop();
        await destroyLab(join(home, 'lab'));
        rmSync(home, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}
