import { type Database } from '../database/database.ts';
import { type RunStore } from './run-store.ts';

export function createRunStore(_database: Database): RunStore {
  throw new Error('createRunStore is not written yet');
}
