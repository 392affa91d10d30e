import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NativeConnection } from '@temporalio/worker';
import { workspaceRoot } from './generated-file.ts';
import { historyShape, type HistoryEvent } from './replay/history-shape.ts';
import { plainMessage } from './replay/plain-message.ts';

/**
 * Keeps real histories of a running Temporal for the replay test: of each workflow kind one per shape (the shortest), and the longest that is still readable.
 *   node infra/tooling/src/record-histories.ts --address 127.0.0.1:7233 --namespace default
 * Run it after a demo, while its histories are still there.
 */
const { values } = parseArgs({
  options: {
    address: { type: 'string', default: process.env['TEMPORAL_ADDRESS'] ?? '127.0.0.1:7233' },
    namespace: { type: 'string', default: process.env['TEMPORAL_NAMESPACE'] ?? 'default' },
    out: { type: 'string', default: join(workspaceRoot, 'libs/workflows/histories') },
  },
});
const eventsMax = 500;

interface Recording {
  readonly workflowId: string;
  readonly events: readonly HistoryEvent[];
}

const connection = await NativeConnection.connect({ address: values.address });
try {
  await mkdir(values.out, { recursive: true });
  for (const kind of ['campaign', 'wave', 'nodeRun']) {
    const kept = new Map<string, Recording>();
    let longest: Recording | undefined;
    for await (const recording of recordingsOf(kind)) {
      const name = `${kind}-${historyShape(recording.events)}`;
      const known = kept.get(name);
      if (known === undefined || recording.events.length < known.events.length) kept.set(name, recording);
      if (longest === undefined || recording.events.length > longest.events.length) longest = recording;
    }
    if (longest !== undefined && ![...kept.values()].includes(longest)) kept.set(`${kind}-longest`, longest);
    for (const [name, { workflowId, events }] of kept) {
      await writeFile(join(values.out, `${name}.json`), `{"workflowId":${JSON.stringify(workflowId)},"history":{"events":[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]}}\n`);
      process.stdout.write(`${name}.json ${String(events.length)} events\n`);
    }
  }
} finally {
  await connection.close();
}

async function* recordingsOf(kind: string): AsyncGenerator<Recording> {
  let nextPageToken: Uint8Array | undefined;
  do {
    const page = await connection.workflowService.listWorkflowExecutions({ namespace: values.namespace, query: `WorkflowType = '${kind}'`, pageSize: 200, ...(nextPageToken === undefined ? {} : { nextPageToken }) });
    for (const { execution } of page.executions) {
      if (!execution?.workflowId || !execution.runId) continue;
      const events = await eventsOf(execution.workflowId, execution.runId);
      if (events.length > 0 && events.length <= eventsMax) yield { workflowId: execution.workflowId, events };
    }
    nextPageToken = page.nextPageToken.length > 0 ? page.nextPageToken : undefined;
  } while (nextPageToken !== undefined);
}

async function eventsOf(workflowId: string, runId: string): Promise<HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  let nextPageToken: Uint8Array | undefined;
  do {
    const page = await connection.workflowService.getWorkflowExecutionHistory({ namespace: values.namespace, execution: { workflowId, runId }, ...(nextPageToken === undefined ? {} : { nextPageToken }) });
    events.push(...(page.history?.events ?? []).map((event) => withoutMachine(plainMessage(event) as HistoryEvent)));
    nextPageToken = page.nextPageToken.length > 0 ? page.nextPageToken : undefined;
  } while (nextPageToken !== undefined);
  return events;
}

/** Which process of which machine did it is nobody's business later, and would make each recording differ from the last. */
function withoutMachine(event: HistoryEvent): HistoryEvent {
  const clean = (key: string, value: unknown): unknown => {
    if (key === 'identity') return 'worker';
    if (key === 'stackTrace') return '';
    // A sticky queue is named after its process; the queue it stands in for is beside it.
    if (key === 'taskQueue' && typeof value === 'object' && value !== null && 'normalName' in value && value.normalName !== '') return { ...value, name: 'sticky' };
    return value;
  };
  return JSON.parse(JSON.stringify(event, clean)) as HistoryEvent;
}
