import { type Database } from '../database/database.ts';
import { type AuditViews } from './view.ts';

export function createAuditViews(_database: Database): AuditViews {
  throw new Error('createAuditViews is not written yet');
}
