export {
  campaignWorkflow, campaignWorkflowId, controlQueue, nodeRunWorkflow, nodeRunWorkflowId, poke, siteQueue, waveWorkflow, waveWorkflowId,
} from './driver-contract.ts';
export type { DriverActivities, Next } from './driver-contract.ts';
