import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoFleetOf, startStack, type Stack } from '@skein/local';
import { Campaigns, signInAll } from './campaigns.ts';
import { freePort } from './free-port.ts';

/** A whole stack with simulated nodes, for what people see: nobody looks at how a node is changed here. */
export interface ConsoleStack {
  readonly stack: Stack;
  readonly campaigns: Campaigns;
  readonly hostnames: readonly string[];
  close(): Promise<void>;
}

export async function openConsoleStack(nodes: number): Promise<ConsoleStack> {
  const home = mkdtempSync(join(tmpdir(), 'skein-console-'));
  let stack: Stack | null = null;
  const close = async (): Promise<void> => {
    await stack?.stop();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    stack = await startStack({ home, fleet: 'simulated', nodes, ports: { api: await freePort(), worker: await freePort() } });
    const fleet = await demoFleetOf(stack);
    if (fleet === null) throw new Error('the console needs nodes to show');
    const campaigns = await Campaigns.open(await signInAll(stack.urls.api, stack.people), fleet);
    const hostnames = fleet.nodes.filter((node) => !node.protected).map(({ hostname }) => hostname);
    return { stack, campaigns, hostnames, close };
  } catch (error) {
    await close();
    throw error;
  }
}
