export { campaign } from './campaign.ts';
export { nodeRun } from './node-run.ts';
export { wave } from './wave.ts';
