import { Connection } from '@temporalio/client';
import { PersonCanFix } from '../person-can-fix.ts';

// Workflows hold nothing but an id and end soon; their histories are only of interest while somebody looks for a fault.
const retentionSeconds = 3 * 24 * 3600;
const alreadyExists = 6;

async function withConnection<T>(address: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address, connectTimeout: '2s' });
  try {
    return await connection.withDeadline(Date.now() + 3000, () => work(connection));
  } finally {
    await connection.close();
  }
}

/** Makes the namespace when it is missing; repeating it changes nothing. */
export async function ensureNamespace(address: string, namespace: string): Promise<void> {
  await withConnection(address, async ({ workflowService }) => {
    try {
      await workflowService.registerNamespace({ namespace, description: 'Skein', workflowExecutionRetentionPeriod: { seconds: retentionSeconds as never } });
    } catch (error) {
      if ((error as { code?: unknown }).code !== alreadyExists) throw error;
    }
  });
}

/** A new namespace is known to the frontend only after its cache was read anew, so a question that needs it is asked. */
export async function namespaceIsUsable(address: string, namespace: string): Promise<boolean> {
  try {
    await withConnection(address, ({ workflowService }) => workflowService.countWorkflowExecutions({ namespace, query: "WorkflowType = 'none'" }));
    return true;
  } catch {
    return false;
  }
}

/** A Temporal that someone else keeps alive: it must answer, and it must know or accept the namespace. */
export async function requireTemporal(address: string, namespace: string): Promise<void> {
  try {
    await withConnection(address, ({ workflowService }) => workflowService.getSystemInfo({}));
  } catch (cause) {
    throw new PersonCanFix(`no Temporal answers at ${address} (TEMPORAL_ADDRESS)\n  unset TEMPORAL_ADDRESS to let Skein start its own`, { cause });
  }
  if (await namespaceIsUsable(address, namespace)) return;
  try {
    await ensureNamespace(address, namespace);
  } catch (cause) {
    throw new PersonCanFix(`Temporal at ${address} has no namespace "${namespace}" and does not let us make it\n  make it:  temporal operator namespace create --address ${address} ${namespace}\n  or name another:  TEMPORAL_NAMESPACE=…`, { cause });
  }
}
