import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { type Logger } from 'pino';
import { AssessmentCommands } from './assessment/assessment.commands.ts';
import { AssessmentResolver, NodeAssessmentResolver } from './assessment/assessment.resolver.ts';
import { AssessmentViews } from './assessment/assessment.views.ts';
import { AuditResolver } from './audit/audit.resolver.ts';
import { AuditViews } from './audit/audit.views.ts';
import { AvailabilityResolver } from './availability/availability.resolver.ts';
import { AvailabilityViews } from './availability/availability.views.ts';
import { CampaignInsightResolver } from './campaign/campaign-insight.resolver.ts';
import { CampaignInsightViews } from './campaign/campaign-insight.views.ts';
import { CampaignCommands } from './campaign/campaign.commands.ts';
import { CampaignResolver } from './campaign/campaign.resolver.ts';
import { CampaignViews } from './campaign/campaign.views.ts';
import { CampaignStateClassResolver, WaveStateClassResolver } from './campaign/state-class.resolver.ts';
import { StateClassViews } from './campaign/state-class.views.ts';
import { WaveResolver } from './campaign/wave.resolver.ts';
import { DocumentSchemaController } from './campaign/document-schema.controller.ts';
import { CredentialCommands } from './credential/credential.commands.ts';
import { CredentialResolver } from './credential/credential.resolver.ts';
import { CredentialViews } from './credential/credential.views.ts';
import { FleetMapResolver } from './fleet/fleet-map.resolver.ts';
import { FleetMapService } from './fleet/fleet-map.service.ts';
import { IdentityCommands } from './identity/identity.commands.ts';
import { IdentityResolver } from './identity/identity.resolver.ts';
import { IdentityViews } from './identity/identity.views.ts';
import { PeopleCommands } from './identity/people.commands.ts';
import { PeopleResolver } from './identity/people.resolver.ts';
import { LiveFeed } from './live/live-feed.ts';
import { LiveResolver } from './live/live.resolver.ts';
import { LiveSockets } from './live/live-sockets.ts';
import { RunLogController } from './live/run-log.controller.ts';
import { RunLogStreams } from './live/run-log-streams.ts';
import { NodeImportCommands } from './node/node-import.commands.ts';
import { NodeImportController } from './node/node-import.controller.ts';
import { NodeImportResolver } from './node/node-import.resolver.ts';
import { NodeCommands } from './node/node.commands.ts';
import { NodePartsResolver } from './node/node-parts.resolver.ts';
import { NodeResolver } from './node/node.resolver.ts';
import { NodeViews } from './node/node.views.ts';
import { AttentionResolver, NowResolver } from './now/now.resolver.ts';
import { NowViews } from './now/now.views.ts';
import { AccessGuard } from './platform/access.guard.ts';
import { CommandDesk } from './platform/command-desk.ts';
import { ConsolePage } from './platform/console-files.ts';
import { ConsoleController } from './platform/console.controller.ts';
import { ControlPlaneHealth } from './platform/control-plane-health.ts';
import { graphqlOptions } from './platform/graphql-options.ts';
import { CampaignReports } from './export/campaign-report.ts';
import { ExportController } from './export/export.controller.ts';
import { HealthController } from './platform/health.controller.ts';
import { CONSOLE_PAGE, LOG, METRICS, TEMPORAL_HEALTH } from './platform/injection-tokens.ts';
import { type Metrics } from './platform/metrics.ts';
import { Persistence } from './platform/persistence.ts';
import { PlatformResolver } from './platform/platform.resolver.ts';
import { SurpriseFilter } from './platform/surprise.filter.ts';
import { type TemporalHealth } from './platform/temporal-health.ts';
import { plainWebSettings, type WebSettings } from './platform/web-settings.ts';
import { PreferenceCommands } from './preference/preference.commands.ts';
import { PreferenceResolver } from './preference/preference.resolver.ts';
import { PreferenceViews } from './preference/preference.views.ts';
import { RunResolver } from './run/run.resolver.ts';
import { RunViews } from './run/run.views.ts';
import { SiteCommands } from './site/site.commands.ts';
import { SiteResolver } from './site/site.resolver.ts';
import { SiteViews } from './site/site.views.ts';
import { TargetCommands } from './target/target.commands.ts';
import { TargetResolver } from './target/target.resolver.ts';
import { TargetViews } from './target/target.views.ts';

export interface AppParts {
  readonly persistence: Persistence;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly temporalHealth: TemporalHealth;
  /** Left out: plain http, its own origin, no console. */
  readonly web?: WebSettings;
}

const resolvers = [
  AttentionResolver,
  AuditResolver,
  AvailabilityResolver,
  CampaignInsightResolver,
  CampaignResolver,
  CampaignStateClassResolver,
  CredentialResolver,
  FleetMapResolver,
  IdentityResolver,
  LiveResolver,
  NodePartsResolver,
  NodeResolver,
  NowResolver,
  PeopleResolver,
  PlatformResolver,
  PreferenceResolver,
  RunResolver,
  SiteResolver,
  TargetResolver,
  WaveResolver,
  WaveStateClassResolver,
];
const commands = [
  CampaignCommands,
  CommandDesk,
  CredentialCommands,
  IdentityCommands,
  NodeCommands,
  PeopleCommands,
  PreferenceCommands,
  SiteCommands,
  TargetCommands,
];
const views = [
  AuditViews,
  AvailabilityViews,
  CampaignInsightViews,
  CampaignViews,
  CredentialViews,
  FleetMapService,
  IdentityViews,
  NodeViews,
  NowViews,
  PreferenceViews,
  RunViews,
  SiteViews,
  StateClassViews,
  TargetViews,
];
/** What comes in before anything is planned, and what goes out as files. */
const intake = [AssessmentCommands, CampaignReports, AssessmentResolver, AssessmentViews, NodeAssessmentResolver, NodeImportCommands, NodeImportResolver];
const intakeRoutes = [ExportController, NodeImportController];

@Module({})
export class AppModule {
  /** What lives outside of Nest arrives here, so that a test brings its own. */
  static with({ persistence, log, metrics, temporalHealth, web = plainWebSettings }: AppParts): DynamicModule {
    return {
      module: AppModule,
      imports: [GraphQLModule.forRoot(graphqlOptions(log, metrics))],
      // The console's comes last: it takes whatever address is left.
      controllers: [HealthController, DocumentSchemaController, RunLogController, ...intakeRoutes, ConsoleController],
      providers: [
        ...resolvers, ...commands, ...views, ...intake, ControlPlaneHealth, LiveFeed, LiveSockets, RunLogStreams,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: SurpriseFilter },
        { provide: CONSOLE_PAGE, useFactory: () => new ConsolePage(web) },
        { provide: Persistence, useValue: persistence },
        { provide: LOG, useValue: log },
        { provide: METRICS, useValue: metrics },
        { provide: TEMPORAL_HEALTH, useValue: temporalHealth },
      ],
    };
  }
}
