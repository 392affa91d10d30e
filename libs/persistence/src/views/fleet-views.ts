import { type Database } from '../database/database.ts';
import { type FleetViews } from './view.ts';

export function createFleetViews(_database: Database): FleetViews {
  throw new Error('createFleetViews is not written yet');
}
