export type { TestPostgres } from './postgres.ts';
export { startPostgres } from './postgres.ts';
export type { LargeFleet, LargeFleetShape } from './seed-large-fleet.ts';
export { largeFleetShape, seedLargeFleet } from './seed-large-fleet.ts';
