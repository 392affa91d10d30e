import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { databaseUrlOf, demoFleetOf, type DemoFleet, type PartName, partNames, startStack, type Stack } from '@skein/local';
import { Campaigns, signInAll } from '../harness/campaigns.ts';
import { freePort } from '../harness/free-port.ts';
import { memoryMebibytes } from './process-usage.ts';
import { readCounters, type StackCounters, untilDriversEnded } from './stack-counters.ts';

export interface Measurement {
  readonly nodes: number;
  readonly seconds: number;
  readonly before: StackCounters;
  readonly after: StackCounters;
  readonly peakMebibytes: Readonly<Record<PartName, number>>;
  /** A campaign that waits for a person while all nodes are watched; null when that was not measured. */
  readonly idle: { readonly before: StackCounters; readonly after: StackCounters } | null;
  readonly outcome: string;
}

/** One per site: with a member in each, every node shares a failure domain with an open wave and is looked at. */
const idleNodes = 3;
const idleLabel = 'idle';
const endStates = ['COMPLETED', 'COMPLETED_WITH_EXCEPTIONS', 'CANCELLED', 'HALTED', 'PAUSED', 'INVALID'];
const campaignSecondsMax = 3600;

/** Short soak and wide limits: the machine shall be what bounds the campaign. */
const limits = {
  waves: [{ count: 1 }, { percent: 5 }, { rest: true }],
  concurrencyMax: 200, stagingMax: 200, exposureMax: 100_000,
  gate: { soakSeconds: 1, firstLook: 50 },
  deadlines: { preflight: 600, staging: 900, drain: 600, apply: 900, rebootSilence: 120, reboot: 600, verify: 600, restore: 900 },
} as const;

/** A stack of its own, a campaign on `nodes` nodes, and the stack is gone again. */
export async function measureCampaign(nodes: number, idleSeconds: number, say: (line: string) => void): Promise<Measurement> {
  const home = mkdtempSync(join(tmpdir(), 'skein-bench-'));
  const controlNodes = 6;
  const stack = await startStack({ home, fleet: 'simulated', nodes: nodes + idleNodes + controlNodes, ports: { api: await freePort(), worker: await freePort() } });
  try {
    const fleet = await demoFleetOf(stack);
    if (fleet === null) throw new Error('a benchmark needs a fleet');
    const campaigns = await Campaigns.open(await signInAll(stack.urls.api, stack.people), forBenchmark(fleet));
    const database = new pg.Client({ connectionString: await databaseUrlOf(home) });
    await database.connect();
    try {
      return await measure(stack, campaigns, database, { nodes, idleSeconds, say });
    } finally {
      await database.end();
    }
  } finally {
    await stack.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** The demo's fleet with budgets that never bind; one ordinary node of each site is set aside for the idle campaign. */
function forBenchmark(fleet: DemoFleet): DemoFleet {
  const aside = new Set(fleet.sites.map((site) => fleet.nodes.find((node) => node.site === site.name && !node.protected)?.externalId));
  return {
    ...fleet,
    budgets: fleet.budgets.map((budget) => ({ ...budget, unavailableMax: fleet.nodes.length })),
    nodes: fleet.nodes.map((node) => (aside.has(node.externalId) ? { ...node, labels: { bench: idleLabel } } : node)),
  };
}

async function measure(stack: Stack, campaigns: Campaigns, database: pg.Client, options: { readonly nodes: number; readonly idleSeconds: number; readonly say: (line: string) => void }): Promise<Measurement> {
  const idle = options.idleSeconds > 0 ? await measureIdle(stack, campaigns, options.idleSeconds) : null;
  const memory = watchMemory(stack);
  const before = await readCounters(stack);
  const campaignId = await campaigns.start(`Benchmark of ${String(options.nodes)} nodes`, [], { ...limits, selector: { labels: [{ key: 'demo', value: 'yes' }] } });
  const outcome = await untilEnded(database, campaignId, options.say);
  const seconds = (performance.now() - before.atMilliseconds) / 1000;
  await untilDriversEnded(stack, 120);
  const after = await readCounters(stack);
  const { rows: [run] } = await database.query<{ succeeded: number }>("SELECT count(*)::int AS succeeded FROM node_run WHERE campaign_id = $1 AND state_kind = 'SUCCEEDED'", [campaignId]);
  if (run?.succeeded !== options.nodes) throw new Error(`${outcome}: ${String(run?.succeeded ?? 0)} of ${String(options.nodes)} nodes are migrated`);
  return { nodes: options.nodes, seconds, before, after, peakMebibytes: memory.stop(), idle, outcome };
}

/** A campaign that was paused at once: all that the stack does from then on is driven by time. */
async function measureIdle(stack: Stack, campaigns: Campaigns, seconds: number): Promise<NonNullable<Measurement['idle']>> {
  const campaignId = await campaigns.start('Idle', [], { ...limits, waves: [{ rest: true }], selector: { labels: [{ key: 'bench', value: idleLabel }] } });
  await campaigns.verb('campaignPause', campaignId);
  await sleep(15_000);
  const before = await readCounters(stack);
  await sleep(seconds * 1000);
  const after = await readCounters(stack);
  await campaigns.verb('campaignCancel', campaignId);
  await untilDriversEnded(stack, 60);
  return { before, after };
}

async function untilEnded(database: pg.Client, campaignId: string, say: (line: string) => void): Promise<string> {
  let told = performance.now();
  for (const until = told + campaignSecondsMax * 1000; performance.now() < until; await sleep(500)) {
    const { rows: [campaign] } = await database.query<{ state_kind: string }>('SELECT state_kind FROM campaign WHERE campaign_id = $1', [campaignId]);
    if (campaign !== undefined && endStates.includes(campaign.state_kind)) return campaign.state_kind;
    if (performance.now() - told < 30_000) continue;
    told = performance.now();
    const { rows } = await database.query<{ state_kind: string; runs: number }>('SELECT state_kind, count(*)::int AS runs FROM node_run WHERE campaign_id = $1 GROUP BY 1 ORDER BY 1', [campaignId]);
    say(rows.map((row) => `${String(row.runs)} ${row.state_kind}`).join(' · '));
  }
  throw new Error(`the campaign did not end within ${String(campaignSecondsMax)} s`);
}

function watchMemory(stack: Stack): { stop(): Record<PartName, number> } {
  const peak = Object.fromEntries(partNames.map((part) => [part, 0])) as Record<PartName, number>;
  const look = (): void => {
    for (const part of partNames) peak[part] = Math.max(peak[part], memoryMebibytes(stack.pids[part] ?? 0));
  };
  const timer = setInterval(look, 3000);
  return {
    stop() {
      clearInterval(timer);
      look();
      return peak;
    },
  };
}
