import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { destroyLab, openLab, type LabClient, type TopologyNode } from '@skein/lab';
import { databaseUrlOf, demoFleetOf, startStack, type DemoNode, type Stack } from '@skein/local';
import { Campaigns, signInAll } from './campaigns.ts';
import { freePort } from './free-port.ts';
import { HeldIntegrations } from './held-integrations.ts';
import { StoryRows } from './story-rows.ts';

/** A whole stack with lab nodes, for the stories of one file. */
export interface StoryStack {
  readonly stack: Stack;
  readonly lab: LabClient;
  readonly campaigns: Campaigns;
  readonly databaseUrl: string;
  readonly rows: StoryRows;
  /** Drains and snapshots that a story can hold. */
  readonly held: HeldIntegrations;
  close(): Promise<void>;
}

export interface StoryStackOptions {
  /** Added to what the worker gets; failpoints, minima. */
  readonly worker?: Readonly<Record<string, string>>;
  /** Lab nodes beside the demo's, imported with them: small disks, third-party packages. */
  readonly nodes?: readonly TopologyNode[];
  /** What is imported of each node; for other probes than the demo's. */
  readonly describeNode?: (node: DemoNode) => DemoNode;
}

/** Those that are up in this process. */
export const openStories = new Set<{ readonly home: string; readonly story: StoryStack }>();

export async function openStoryStack(options: StoryStackOptions = {}): Promise<StoryStack> {
  const home = mkdtempSync(join(tmpdir(), 'skein-story-'));
  const held = new HeldIntegrations(home, join(home, 'lab'));
  let stack: Stack | null = null;
  const clear = async (): Promise<void> => {
    await stack?.stop();
    await destroyLab(join(home, 'lab'));
    rmSync(home, { recursive: true, force: true });
  };
  try {
    stack = await startStack({ home, fleet: 'lab', ports: { api: await freePort(), worker: await freePort() }, integrationsFile: held.file, ...(options.worker === undefined ? {} : { environment: { worker: options.worker } }) });
    const lab = openLab(join(home, 'lab'));
    if (options.nodes !== undefined) await lab.createNodes(options.nodes);
    const fleet = await demoFleetOf(stack);
    if (fleet === null) throw new Error('a story needs a fleet');
    const described = { ...fleet, nodes: fleet.nodes.map(options.describeNode ?? ((node) => node)) };
    const campaigns = await Campaigns.open(await signInAll(stack.urls.api, stack.people), described);
    const databaseUrl = await databaseUrlOf(home);
    const rows = new StoryRows(databaseUrl);
    const open = {
      home,
      story: {
        stack, campaigns, lab, databaseUrl, rows, held,
        async close() {
          openStories.delete(open);
          await rows.close();
          await clear();
        },
      },
    };
    openStories.add(open);
    return open.story;
  } catch (error) {
    await clear();
    throw error;
  }
}
