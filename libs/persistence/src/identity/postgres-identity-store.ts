import { type Database } from '../database/database.ts';
import { type IdentityStore } from './identity-store.ts';

export function createIdentityStore(_database: Database): IdentityStore {
  throw new Error('createIdentityStore is not written yet');
}
