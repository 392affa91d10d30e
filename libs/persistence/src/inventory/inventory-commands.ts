import { type Database } from '../database/database.ts';
import { clearQuarantine, holdNode, protectNode, retireNode } from './change-node.ts';
import { importNodes } from './import-nodes.ts';
import { type InventoryCommands } from './inventory-command.ts';
import { saveBudget, saveCredential, saveSite, saveTargetProfile } from './save-site.ts';

export const inventoryCommands = (database: Database): InventoryCommands => ({
  saveCredential: saveCredential(database), saveSite: saveSite(database), saveBudget: saveBudget(database), saveTargetProfile: saveTargetProfile(database),
  importNodes: importNodes(database),
  protectNode: protectNode(database), holdNode: holdNode(database), retireNode: retireNode(database), clearQuarantine: clearQuarantine(database),
});
