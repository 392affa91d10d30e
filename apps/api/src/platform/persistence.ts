import {
  type AssessmentCommands,
  type AssessmentViews,
  type AuditViews,
  campaignCommands,
  type CampaignCommands,
  type CampaignInsights,
  type CampaignViews,
  type ChangeFeed,
  createAssessmentCommands,
  createAssessmentViews,
  createAuditViews,
  createCampaignInsights,
  createCampaignViews,
  createChangeFeed,
  createExportViews,
  createFleetViews,
  createIdentityStore,
  createNowViews,
  createPreferenceStore,
  createRunViews,
  createSignInThrottle,
  type Database,
  type ExportViews,
  type FleetViews,
  type IdentityStore, type PreferenceStore,
  type InventoryCommands,
  inventoryCommands,
  type NowViews,
  type PeopleCommands,
  peopleCommands,
  type RunViews,
  type SignInThrottle,
} from '@skein/persistence';

/** Everything of PostgreSQL that the api uses: commands change, views read. Abstract, so that Nest can inject it by its name. */
export abstract class Persistence {
  abstract readonly database: Database;
  abstract readonly campaigns: CampaignCommands;
  abstract readonly inventory: InventoryCommands;
  abstract readonly identity: IdentityStore;
  /** Looks up bearer tokens on the urgent connections: a flood of slow lists must not keep a halt from being recognised. */
  abstract readonly tokens: Pick<IdentityStore, 'principalByToken' | 'principalsByTokens'>;
  abstract readonly people: PeopleCommands;
  abstract readonly signIns: SignInThrottle;
  abstract readonly campaignViews: CampaignViews;
  abstract readonly campaignInsights: CampaignInsights;
  abstract readonly fleetViews: FleetViews;
  abstract readonly runViews: RunViews;
  abstract readonly nowViews: NowViews;
  abstract readonly auditViews: AuditViews;
  abstract readonly preferences: PreferenceStore;
  abstract readonly assessments: AssessmentCommands;
  abstract readonly assessmentViews: AssessmentViews;
  abstract readonly exports: ExportViews;
  abstract readonly changes: ChangeFeed;
  /** What `work` reads is counted to `reader`, who has a share of the connections. */
  abstract readFor<T>(reader: string, work: () => T): T;
  /** For whom is being read; null: nobody in particular. */
  abstract reader(): string | null;
  /** The server's clock, asked on the urgent connections. */
  abstract databaseNow(): Promise<Date>;
}

/** The database as views use it: read only, cut off after ten seconds, a share for each reader. */
export const readingOf = (database: Database): Database => ({ ...database, db: database.reading });

export const persistenceOf = (database: Database): Persistence => ({
  database,
  campaigns: campaignCommands(database),
  inventory: inventoryCommands(database),
  identity: createIdentityStore(database),
  tokens: createIdentityStore({ ...database, db: database.urgent }),
  people: peopleCommands(database),
  signIns: createSignInThrottle(database),
  campaignViews: createCampaignViews(readingOf(database)),
  campaignInsights: createCampaignInsights(readingOf(database)),
  fleetViews: createFleetViews(readingOf(database)),
  runViews: createRunViews(readingOf(database)),
  nowViews: createNowViews(readingOf(database)),
  auditViews: createAuditViews(readingOf(database)),
  preferences: createPreferenceStore(database),
  assessments: createAssessmentCommands(database),
  assessmentViews: createAssessmentViews(readingOf(database)),
  exports: createExportViews(readingOf(database)),
  // Asked by one timer for everybody, so it must not wait behind anybody.
  changes: createChangeFeed({ ...database, db: database.urgent }),
  readFor: (reader, work) => database.readFor(reader, work),
  reader: () => database.reader(),
  async databaseNow() {
    const { now } = await database.urgent.selectNoFrom((build) => build.fn<Date>('clock_timestamp').as('now')).executeTakeFirstOrThrow();
    return now;
  },
});
