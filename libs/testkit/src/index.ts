export type { TestPostgres } from './postgres.ts';
export { startPostgres } from './postgres.ts';
