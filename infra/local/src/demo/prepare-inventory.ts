import { type DemoFleet } from './demo-fleet.ts';
import { type GraphqlClient } from './graphql-client.ts';

/** Rows of one import stay well below the API's limit on size. */
const nodesPerImport = 2000;

/** Brings the fleet into Skein as an admin and an operator would. Everything is found by name: a second time changes nothing. */
export async function prepareInventory(admin: GraphqlClient, operator: GraphqlClient, fleet: DemoFleet): Promise<{ readonly targetProfileId: string }> {
  const prepared = await prepareWayIn(admin, fleet);
  for (let start = 0; start < fleet.nodes.length; start += nodesPerImport) {
    const content = JSON.stringify(fleet.nodes.slice(start, start + nodesPerImport));
    const { rowErrors } = await operator.mutate<{ rowErrors: { row: number; message: string }[] }>(
      'nodesImport', 'NodesImportInput', { format: 'JSON', content, source: `demo-${fleet.kind}` }, 'rowErrors { row message }');
    if (rowErrors.length > 0) throw new Error(`the demo's nodes were not imported: row ${rowErrors[0]?.row}: ${rowErrors[0]?.message}`);
  }
  return prepared;
}

/** All that nodes need before they can be imported and migrated: credentials, sites, budgets and what they shall become. */
export async function prepareWayIn(admin: GraphqlClient, fleet: DemoFleet): Promise<{ readonly targetProfileId: string }> {
  for (const credential of fleet.credentials) await admin.mutate('credentialSave', 'CredentialSaveInput', { ...credential }, '__typename');
  for (const site of fleet.sites) await admin.mutate('siteSave', 'SiteSaveInput', { ...site }, '__typename');
  for (const budget of fleet.budgets) await admin.mutate('budgetSave', 'BudgetSaveInput', { ...budget }, '__typename');
  const { targetProfile } = await admin.mutate<{ targetProfile: { id: string } }>('targetProfileSave', 'TargetProfileSaveInput', { ...fleet.target }, 'targetProfile { id }');
  return { targetProfileId: targetProfile.id };
}
