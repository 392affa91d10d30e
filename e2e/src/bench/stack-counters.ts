import { Client, Connection } from '@temporalio/client';
import { type PartName, partNames, type Stack } from '@skein/local';
import { cpuMilliseconds } from './process-usage.ts';

/** What a stack has done since it was started. Differences of two of these are what something cost. */
export interface StackCounters {
  readonly atMilliseconds: number;
  readonly activities: number;
  readonly pokes: number;
  readonly statements: number;
  /** Events of all workflows, by the workflow's type. */
  readonly events: Readonly<Record<string, number>>;
  readonly cpuMilliseconds: Readonly<Record<PartName, number>>;
  /** Counters with more detail, for finding what costs: `activity advanceRun`, `statement runStore.load`. */
  readonly detail: Readonly<Record<string, number>>;
}

export async function readCounters(stack: Stack): Promise<StackCounters> {
  const [worker, api, events] = await Promise.all([scrape(`${stack.urls.worker}/metrics`), scrape(`${stack.urls.api}/metrics`), countEvents(stack)]);
  const samples = [...worker, ...api];
  const detail: Record<string, number> = {};
  for (const { name, label, value } of samples) {
    const kind = name === 'skein_activities_total' ? 'activity' : name === 'skein_sql_statements_total' ? 'statement' : null;
    if (kind !== null) detail[`${kind} ${label}`] = (detail[`${kind} ${label}`] ?? 0) + value;
  }
  const sum = (name: string): number => samples.filter((sample) => sample.name === name).reduce((total, sample) => total + sample.value, 0);
  return {
    atMilliseconds: performance.now(), activities: sum('skein_activities_total'), pokes: sum('skein_pokes_sent_total'), statements: sum('skein_sql_statements_total'), events, detail,
    cpuMilliseconds: Object.fromEntries(partNames.map((part) => [part, cpuMilliseconds(stack.pids[part] ?? 0)])) as Record<PartName, number>,
  };
}

interface Sample {
  readonly name: string;
  readonly label: string;
  readonly value: number;
}

async function scrape(url: string): Promise<readonly Sample[]> {
  const text = await (await fetch(url)).text();
  return [...text.matchAll(/^(\w+)(?:\{\w+="([^"]*)"\})? ([\d.e+]+)$/gm)].map(([, name = '', label = '', value = '0']) => ({ name, label, value: Number(value) }));
}

const withClient = async <T>(stack: Stack, use: (client: Client) => Promise<T>): Promise<T> => {
  const connection = await Connection.connect({ address: stack.urls.temporal });
  try {
    return await use(new Client({ connection, namespace: stack.temporalNamespace }));
  } finally {
    await connection.close();
  }
};

/** Temporal's lists know the length of a history only once it is closed; open ones are asked one by one, and there are few when this is called. */
const countEvents = (stack: Stack): Promise<Record<string, number>> => withClient(stack, async (client) => {
  const events: Record<string, number> = {};
  for await (const workflow of client.workflow.list({ pageSize: 1000 })) {
    const length = workflow.status.name === 'RUNNING' ? (await client.workflow.getHandle(workflow.workflowId, workflow.runId).describe()).historyLength : workflow.historyLength;
    events[workflow.type] = (events[workflow.type] ?? 0) + length;
  }
  return events;
});

/** Waits until every driver has seen that it is done. */
export const untilDriversEnded = (stack: Stack, seconds: number): Promise<void> => withClient(stack, async (client) => {
  for (const until = performance.now() + seconds * 1000; ;) {
    const open: string[] = [];
    for await (const workflow of client.workflow.list({ query: 'ExecutionStatus = "Running"', pageSize: 1000 })) open.push(workflow.workflowId);
    if (open.length === 0) return;
    if (performance.now() > until) throw new Error(`${String(open.length)} drivers are still there, such as ${open.slice(0, 3).join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
});
