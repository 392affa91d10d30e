import { type Database } from '../database/database.ts';
import { type WatchStore } from './watch-store.ts';

export function createWatchStore(_database: Database): WatchStore {
  throw new Error('createWatchStore is not written yet');
}
