export type { Database, DatabaseOptions } from './database/database.ts';
export type { CommandContext } from './database/idempotent.ts';
export type { Page, PageRequest } from './database/page.ts';
export type { ClusterIdentity } from './database/cluster-identity.ts';
export type { MigrationReport } from './schema/migrate.ts';
export type { SecretBox } from './secret/secret-box.ts';
export { openDatabase } from './database/database.ts';
export { clusterIdentity } from './database/cluster-identity.ts';
export { pageOffsetMax, pageSizeMax } from './database/page.ts';
export { migrate } from './schema/migrate.ts';
export { describeSchema } from './schema/describe-schema.ts';
export { secretBox } from './secret/secret-box.ts';

export type {
  ApplyAnswer, ApplyRequest, CampaignAnswer, CampaignCommands, CampaignHead, CampaignRequest, HaltAllAnswer, HaltAnswer, PlanPreview,
} from './campaign/campaign-command.ts';
export { campaignCommands } from './campaign/campaign-commands.ts';

export type { ImportEntry, ImportProblem, ImportReport, InventoryCommands, NodeImportRow, StoredRoute } from './inventory/inventory-command.ts';
export { importRowsMax } from './inventory/stage-import.ts';
export { inventoryCommands } from './inventory/inventory-commands.ts';

export type { ApiTokenRow, IdentityStore, PeopleCommands, Person, PersonView, SessionView } from './identity/identity-store.ts';
export { createIdentityStore } from './identity/postgres-identity-store.ts';
export { peopleCommands } from './identity/people-commands.ts';
export type { SignInThrottle } from './identity/sign-in-throttle.ts';
export { createSignInThrottle } from './identity/sign-in-throttle.ts';

export type { NodeDirectory } from './node/node-directory.ts';
export { createNodeDirectory } from './node/node-directory.ts';

export type {
  AssessmentAnswer, AssessmentBatchView, AssessmentCommands, AssessmentQueue, AssessmentState, AssessmentView, AssessmentViews, ClaimedAssessment,
} from './assessment/assessment-store.ts';
export { createAssessmentCommands } from './assessment/request-assessments.ts';
export { createAssessmentQueue } from './assessment/assessment-queue.ts';
export { createAssessmentViews } from './assessment/assessment-views.ts';

export type { CampaignNodeRow, ReportPlan } from './export/export-campaign.ts';
export type { NodeExportRow } from './export/export-nodes.ts';
export type { ExportViews } from './export/export-views.ts';
export { createExportViews } from './export/export-views.ts';

export type { Advance, DriverRef, DriverStore } from './driver/driver-store.ts';
export { createDriverStore } from './driver/postgres-driver-store.ts';

export type {
  Claim, EffectRow, JobRow, MoveExtras, NewJob, RunNode, RunSnapshot, RunStore, StepRow,
} from './run/run-store.ts';
export { createRunStore } from './run/postgres-run-store.ts';

export type { JobReport, JobsOfNode, JobsTouched, ObservationRound, ObservedNode, WatchedNode, WatchStore } from './watch/watch-store.ts';
export { createWatchStore } from './watch/postgres-watch-store.ts';
export type { HookCall, HookCallStore } from './watch/hook-calls.ts';
export { createHookCallStore } from './watch/hook-calls.ts';

export type {
  AvailabilityView, BudgetView, CampaignCan, CampaignCanContext, CampaignFilter, CampaignOrder, CampaignSummary, CampaignView, CampaignViews, Consistency,
  CredentialView, FleetCounts, FleetViews, LogView, NodeExplanation, NodeFilter, NodeHealthView, NodeView, PermitHolder, RunFilter, RunJobView, RunOutcomeView, RunStepView, RunView, SiteView,
  VerdictView, WaveView,
} from './views/view.ts';
export type { AvailabilitySpanView } from './insight/availability-series.ts';
export type { BlastRadiusView } from './insight/blast-radius.ts';
export type { BurnDownPointView } from './insight/burn-down.ts';
export type { CampaignInsights } from './insight/campaign-insights.ts';
export type { CampaignLossesView } from './insight/campaign-losses.ts';
export type { FailureGroupView } from './insight/failures.ts';
export type { PlanDiffView, SpecChangeView } from './insight/plan-diff.ts';
export { createCampaignInsights } from './insight/campaign-insights.ts';
export type { AuditFilter, AuditVerification, AuditView, AuditViews } from './views/audit-view.ts';
export { createAuditViews } from './views/audit-views.ts';
export { campaignCan } from './views/campaign-can.ts';
export { createCampaignViews } from './views/campaign-views.ts';
export { createFleetViews } from './views/fleet-views.ts';
export type {
  CampaignClassesView, FleetChangesView, FleetMapView, NodeFacetField, NodeFacetView, NodeOrder, NodeOrderField, RestorePointView, ServiceView, StateClassCounts, WaveDomainView,
} from './views/fleet-view.ts';
export type { RunFactsView, RunViews, StepDurationView } from './views/run-views.ts';
export { createRunViews } from './views/run-views.ts';
export type { AttentionKindView, AttentionView, NowViews } from './views/now-views.ts';
export { createNowViews } from './views/now-views.ts';
export { checkConsistency } from './views/check-consistency.ts';

export type { ChangeFeed, Changes } from './change/change-feed.ts';
export { createChangeFeed } from './change/change-feed.ts';
export { foldNodeStatus } from './fleet/fold-node-status.ts';

export type { PreferenceStore, SavedViewList, SavedViewRow } from './preference/preference-store.ts';
export { createPreferenceStore, savedViewLists } from './preference/preference-store.ts';
