import {
  type AuditViews, type CampaignCommands, campaignCommands, type CampaignInsights, type CampaignViews, createAuditViews, createCampaignInsights, createCampaignViews, createFleetViews, createIdentityStore, type Database,
  type FleetViews, type IdentityStore, type InventoryCommands, inventoryCommands,
} from '@skein/persistence';

/** Everything of PostgreSQL that the api uses: commands change, views read. Abstract, so that Nest can inject it by its name. */
export abstract class Persistence {
  abstract readonly database: Database;
  abstract readonly campaigns: CampaignCommands;
  abstract readonly inventory: InventoryCommands;
  abstract readonly identity: IdentityStore;
  /** Looks up bearer tokens on the urgent connections: a flood of slow lists must not keep a halt from being recognised. */
  abstract readonly tokens: Pick<IdentityStore, 'principalByToken'>;
  abstract readonly campaignViews: CampaignViews;
  abstract readonly campaignInsights: CampaignInsights;
  abstract readonly fleetViews: FleetViews;
  abstract readonly auditViews: AuditViews;
  /** The server's clock, asked on the urgent connections. */
  abstract databaseNow(): Promise<Date>;
}

export const persistenceOf = (database: Database): Persistence => ({
  database,
  campaigns: campaignCommands(database),
  inventory: inventoryCommands(database),
  identity: createIdentityStore(database),
  tokens: createIdentityStore({ ...database, db: database.urgent }),
  campaignViews: createCampaignViews(database),
  campaignInsights: createCampaignInsights(database),
  fleetViews: createFleetViews(database),
  auditViews: createAuditViews(database),
  async databaseNow() {
    const { now } = await database.urgent.selectNoFrom((build) => build.fn<Date>('clock_timestamp').as('now')).executeTakeFirstOrThrow();
    return now;
  },
});
