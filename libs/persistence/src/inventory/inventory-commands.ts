import { type Database } from '../database/database.ts';
import { type InventoryCommands } from './inventory-command.ts';

export function inventoryCommands(_database: Database): InventoryCommands {
  throw new Error('inventoryCommands is not written yet');
}
