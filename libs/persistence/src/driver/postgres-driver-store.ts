import { type Database } from '../database/database.ts';
import { type DriverStore } from './driver-store.ts';

export function createDriverStore(_database: Database): DriverStore {
  throw new Error('createDriverStore is not written yet');
}
