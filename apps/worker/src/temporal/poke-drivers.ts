import { type Client } from '@temporalio/client';
import { campaignWorkflow, campaignWorkflowId, controlQueue, nodeRunWorkflow, nodeRunWorkflowId, poke, waveWorkflow, waveWorkflowId } from '@skein/contract';
import { type DriverRef } from '@skein/persistence';

/** Pokes in flight at the same time: enough to hide the round trip, few enough to leave the server room. */
const pokesAtOnce = 20;
/** A poke that is not taken in time is sent again later: the outbox keeps it. */
const pokeMillisecondsMax = 5000;

/** `signalWithStart` on the deterministic id: starts the driver if it is not there, else wakes it. At least once, without payload. */
export const createPokeDrivers = (client: Client) => {
  const pokeOne = async (driver: DriverRef): Promise<void> => {
    const [workflow, workflowId, args] = addressOf(driver);
    await client.workflow.signalWithStart(workflow, { workflowId, args, taskQueue: controlQueue, signal: poke, workflowTaskTimeout: '10 seconds' });
  };
  return async (drivers: readonly DriverRef[]): Promise<void> => {
    for (let start = 0; start < drivers.length; start += pokesAtOnce) {
      await client.withDeadline(Date.now() + pokeMillisecondsMax, () => Promise.all(drivers.slice(start, start + pokesAtOnce).map(pokeOne)));
    }
  };
};

function addressOf(driver: DriverRef): [workflow: string, workflowId: string, args: unknown[]] {
  switch (driver.kind) {
    case 'campaign': return [campaignWorkflow, campaignWorkflowId(driver.campaignId), [driver.campaignId]];
    case 'wave': return [waveWorkflow, waveWorkflowId(driver.campaignId, driver.wave), [driver.campaignId, driver.wave]];
    case 'nodeRun': return [nodeRunWorkflow, nodeRunWorkflowId(driver.runId), [driver.runId]];
  }
}
