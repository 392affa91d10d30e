import { type Database } from '../database/database.ts';
import { type Consistency } from './view.ts';

export function checkConsistency(_database: Database): Promise<Consistency> {
  throw new Error('checkConsistency is not written yet');
}
