import {
  type CampaignContext, type CampaignId, type CampaignKind, type CampaignSource, type CampaignSpec, type CampaignState, type CampaignStateKind, type CampaignVerb, type NodeHealth, type NodeId, type NodeQueryTerm, type PlanDigest,
  type Refusal, type RunId, type RunIntent, type RunState, type RunStateKind, type Sentence, type SiteId, type StateClass, type TargetProfile, type VerdictKind, type WaitingReason, type WaveState,
} from '@skein/core';
import { type Page, type PageRequest } from '../database/page.ts';
import { type Person } from '../identity/identity-store.ts';
import { type NodeImportRow, type StoredRoute } from '../inventory/inventory-command.ts';
import { type StepRow } from '../run/run-store.ts';
import { type CampaignClassesView, type FleetChangesView, type FleetMapView, type NodeFacetField, type NodeFacetView, type NodeOrder, type RestorePointView, type ServiceView, type StateClassCounts, type WaveDomainView } from './fleet-view.ts';

/** Verbs of a campaign plus rollback; null: allowed now, else why not. */
export type CampaignCan = Readonly<Record<CampaignVerb | 'rollback', Refusal | null>>;

/** What verbs depend on besides the campaign's own row and who asks. */
export interface CampaignCanContext extends CampaignContext {
  readonly canRollBack: boolean;
}

export interface CampaignView {
  readonly campaignId: CampaignId;
  readonly name: string;
  readonly kind: CampaignKind;
  readonly source: CampaignSource;
  readonly state: CampaignState;
  readonly version: number;
  readonly epoch: number;
  readonly revision: { readonly digest: PlanDigest; readonly createdAt: Date; readonly members: number; readonly waves: number } | null;
  readonly spec: CampaignSpec;
  readonly author: Person;
  readonly lastEditor: Person;
  readonly approval: { readonly person: Person; readonly approved: boolean; readonly digest: PlanDigest; readonly reason: string | null; readonly at: Date } | null;
  readonly parentId: CampaignId | null;
  readonly enteredAt: Date;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  /** Runs by state; states without runs are left out. */
  readonly counts: Readonly<Partial<Record<RunStateKind, number>>>;
  readonly overdue: number;
}

/** Runs that already hold a permit when a halt answers; nothing else will start. */
export interface PermitHolder {
  readonly runId: RunId;
  readonly nodeId: NodeId;
  readonly hostname: string;
  readonly state: RunStateKind;
  readonly overdue: boolean;
}

export interface WaveView {
  readonly campaignId: CampaignId;
  readonly number: number;
  readonly state: WaveState;
  readonly members: number;
  readonly counts: Readonly<Partial<Record<RunStateKind, number>>>;
  readonly overdue: number;
  /** Of the slowest soaking run; null: none soaks. */
  readonly soakedSeconds: number | null;
  /** Before the start: when the plan was made. */
  readonly enteredAt: Date;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}

export interface VerdictView {
  readonly gateEvaluationId: string;
  readonly wave: number;
  readonly kind: VerdictKind;
  /** Core's Verdict. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** Core's WaveEvidence, with thresholds. */
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

export interface RunView {
  readonly runId: RunId;
  readonly campaignId: CampaignId;
  readonly campaignName: string;
  readonly drivenBy: CampaignId;
  readonly wave: number;
  readonly attempt: number;
  readonly nodeId: NodeId;
  readonly hostname: string;
  readonly site: string;
  readonly state: RunState;
  readonly stateClass: StateClass;
  readonly overdue: boolean;
  readonly intent: RunIntent;
  readonly enteredAt: Date;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  /** Since when nobody has seen its site, for longer than is ordinary; null: somebody does. */
  readonly siteUnattendedSince: Date | null;
}

export interface RunFilter {
  /** Runs of this campaign, or adopted by it. */
  readonly campaignId?: string | null | undefined;
  /** Together with `campaignId` also what that campaign brings back in this wave. */
  readonly wave?: number | null | undefined;
  readonly nodeId?: string | null | undefined;
  readonly states?: readonly RunStateKind[] | null | undefined;
  readonly overdue?: boolean | null | undefined;
  readonly stateClasses?: readonly StateClass[] | null | undefined;
  /** Ended for this reason, as failures are grouped. */
  readonly reason?: string | null | undefined;
  /** Holding a permit now. */
  readonly holdingPermit?: boolean | null | undefined;
}

export interface RunJobView {
  readonly jobId: string;
  readonly attempt: number;
  readonly step: string;
  readonly state: string;
  readonly phase: string;
  readonly exitCode: number | null;
  readonly reason: string | null;
  readonly transactions: number;
  readonly launchedAt: Date;
  readonly lastSeenAt: Date | null;
  readonly attachments: number;
  readonly logBytes: number;
}

export interface RunStepView {
  readonly attempt: number;
  readonly step: string;
  readonly state: StepRow['state'];
  readonly detail: Readonly<Record<string, unknown>>;
  readonly begunAt: Date;
  readonly at: Date;
}

export interface RunOutcomeView {
  readonly attempt: number;
  readonly kind: string;
  readonly state: Readonly<Record<string, unknown>>;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly current: boolean;
  readonly at: Date;
}

export interface LogView {
  /** Of the first byte; later than asked when those in between never arrived. */
  readonly offset: number;
  readonly nextOffset: number;
  readonly totalBytes: number;
  /** Without a gap, and not cut within a UTF-8 character whose other bytes are there or may still come. */
  readonly bytes: Uint8Array;
}

export type NodeHealthView = NodeHealth;

/** What was imported of a node (domains without the prefixes that count as domains, too), and what became of it. */
export interface NodeView extends NodeImportRow {
  readonly nodeId: NodeId;
  readonly source: string;
  readonly siteId: SiteId;
  /** Name of the credential in force: the node's own or its site's; null: none. */
  readonly credential: string | null;
  readonly held: boolean;
  readonly heldReason: string | null;
  readonly retired: boolean;
  readonly quarantined: boolean;
  readonly incarnation: number;
  /** `centos-8.5`; null: never inspected. */
  readonly os: string | null;
  readonly kernel: string | null;
  readonly inspectedAt: Date | null;
  readonly health: NodeHealthView;
  readonly observedAt: Date | null;
  readonly openRunId: RunId | null;
  /** Of the open run, else of the last one. */
  readonly runState: RunStateKind | null;
  readonly runId: RunId | null;
  readonly stateClass: StateClass;
  readonly stateSince: Date;
  readonly missing: boolean;
}

export interface NodeFilter {
  readonly ids?: readonly string[] | null | undefined;
  /** Names. */
  readonly sites?: readonly string[] | null | undefined;
  /** A failure domain or a prefix of it. */
  readonly domain?: string | null | undefined;
  /** Part of hostname or external id. */
  readonly text?: string | null | undefined;
  readonly labels?: Readonly<Record<string, string>> | null | undefined;
  readonly os?: string | null | undefined;
  readonly runStates?: readonly RunStateKind[] | null | undefined;
  readonly protected?: boolean | null | undefined;
  readonly held?: boolean | null | undefined;
  readonly quarantined?: boolean | null | undefined;
  /** Retired nodes are left out unless asked for, by themselves or as members of a campaign. */
  readonly retired?: boolean | null | undefined;
  readonly stateClasses?: readonly StateClass[] | null | undefined;
  readonly health?: readonly NodeHealthView[] | null | undefined;
  /** `unknown` for never inspected. */
  readonly osIn?: readonly string[] | null | undefined;
  /** Members of this campaign's plan in force. */
  readonly campaignId?: string | null | undefined;
  readonly missing?: boolean | null | undefined;
  readonly query?: readonly NodeQueryTerm[] | null | undefined;
}

/** Obstacles that admission does not know, because it is not asked that far. */
export interface NodeObstacle {
  readonly kind: 'quarantined' | 'noRun' | 'waveNotOpen' | 'runNotStaged' | 'intentHold' | 'intentCancel' | 'intentRestore' | 'inChange' | 'changed' | 'preflightBlocks' | 'assessmentFailed';
}

/** What stands between a node and its change now; no obstacle: nothing. Messages name nodes and sites as people do. */
export interface NodeExplanation {
  readonly nodeId: NodeId;
  readonly runId: RunId | null;
  readonly runState: RunState | null;
  /** Core's reasons, each with its sentence; members of one domain that nobody observed are one obstacle. */
  readonly obstacles: readonly { readonly reason: WaitingReason | NodeObstacle; readonly message: string; readonly sentence: Sentence }[];
}

export interface FleetCounts {
  readonly total: number;
  readonly protected: number;
  readonly held: number;
  readonly quarantined: number;
  readonly inFlight: number;
  readonly unavailable: number;
  readonly bySite: Readonly<Record<string, number>>;
  readonly byOs: Readonly<Record<string, number>>;
  readonly byRunState: Readonly<Record<string, number>>;
  readonly byStateClass: StateClassCounts;
}

export interface SiteView {
  readonly siteId: SiteId;
  readonly name: string;
  readonly route: StoredRoute;
  readonly credential: string | null;
  /** Names of the bastions' credentials, in order. */
  readonly bastionCredentials: readonly string[];
  readonly provider: string | null;
  readonly nodeCount: number;
  readonly unattended: boolean;
  readonly unattendedSince: Date | null;
}

export interface CredentialView {
  readonly credentialId: string;
  readonly name: string;
  readonly user: string;
  readonly become: 'none' | 'sudo';
  readonly updatedAt: Date;
}

export interface BudgetView {
  readonly domain: string;
  readonly unavailableMax: number;
  readonly unavailableNow: number;
  readonly nodeCount: number;
}

export interface AvailabilityView {
  readonly nodeId: NodeId;
  readonly hostname: string;
  /** Certainly unavailable. */
  readonly lowerSeconds: number;
  /** The same plus seconds that nobody observed. */
  readonly upperSeconds: number;
}

/** What the demo and the kill suite print and compare. */
export interface CampaignSummary {
  readonly campaignId: CampaignId;
  readonly state: CampaignState;
  readonly migrated: number;
  readonly rolledBack: number;
  readonly failedClean: number;
  readonly quarantined: number;
  readonly deferred: number;
  readonly blocked: number;
  readonly cancelled: number;
  readonly open: number;
  readonly unavailableSeconds: { readonly lower: number; readonly upper: number };
  readonly reattachments: number;
  readonly nodes: readonly {
    readonly runId: RunId; readonly nodeId: NodeId; readonly hostname: string; readonly externalId: string; readonly state: RunState; readonly attempt: number;
    readonly transactions: number; readonly lowerSeconds: number; readonly upperSeconds: number;
  }[];
}

export interface CampaignFilter {
  readonly states?: readonly CampaignStateKind[] | null | undefined;
  readonly kind?: CampaignKind | null | undefined;
  readonly text?: string | null | undefined;
  readonly parentId?: string | null | undefined;
  readonly authorId?: string | null | undefined;
}

/** Equal ones newest first, then by id. */
export interface CampaignOrder {
  readonly by: 'created' | 'name' | 'state';
  readonly direction: 'asc' | 'desc';
}

/** Read only; every list has a total order and at most 200 rows a page. */
export interface CampaignViews {
  /** Newest first without an order. */
  list(filter: CampaignFilter, page: PageRequest, order?: CampaignOrder): Promise<Page<CampaignView>>;
  count(filter: CampaignFilter): Promise<number>;
  get(campaignId: string): Promise<CampaignView | null>;
  /** Newest first; what is not there is left out. */
  getAll(campaignIds: readonly string[]): Promise<readonly CampaignView[]>;
  /** What `campaignCan` asks for, of several campaigns at once; those that are not there are left out. */
  canContexts(campaignIds: readonly string[]): Promise<ReadonlyMap<string, CampaignCanContext>>;
  /** From the plan and PENDING before the start. */
  waves(campaignId: string): Promise<readonly WaveView[]>;
  /** Of several campaigns at once; those without waves are left out. */
  wavesOf(campaignIds: readonly string[]): Promise<ReadonlyMap<string, readonly WaveView[]>>;
  /** Planned members by class, of several campaigns at once. */
  classes(campaignIds: readonly string[]): Promise<ReadonlyMap<string, CampaignClassesView>>;
  /** The same for the failure domains of each wave, by campaign and wave. */
  waveDomains(campaignIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<number, readonly WaveDomainView[]>>>;
  /** Newest first, at most 200. */
  verdicts(campaignId: string, limit: number): Promise<readonly VerdictView[]>;
  /** The same of several campaigns at once, by wave, at most `perWaveMax` of each. */
  verdictsOf(campaignIds: readonly string[], perWaveMax: number): Promise<ReadonlyMap<string, ReadonlyMap<number, readonly VerdictView[]>>>;
  /** Runs that hold a permit now, of several campaigns at once; at most 200 each. */
  permitHolders(campaignIds: readonly string[]): Promise<ReadonlyMap<string, readonly PermitHolder[]>>;
  runs(filter: RunFilter, page: PageRequest): Promise<Page<RunView>>;
  countRuns(filter: RunFilter): Promise<number>;
  run(runId: string): Promise<RunView | null>;
  /** At most 256 KiB; null: no such job of that run. */
  runLog(runId: string, jobId: string, offset: number): Promise<LogView | null>;
  availability(campaignId: string, page: PageRequest): Promise<Page<AvailabilityView>>;
  summary(campaignId: string): Promise<CampaignSummary | null>;
}

export interface FleetViews {
  nodes(filter: NodeFilter, page: PageRequest, order?: NodeOrder): Promise<Page<NodeView>>;
  /** Nodes counted by fields; a field's own part of the filter does not narrow its own counts. The 50 most frequent values each. */
  facets(filter: NodeFilter, fields: readonly NodeFacetField[]): Promise<readonly NodeFacetView[]>;
  fleetMap(): Promise<FleetMapView>;
  /** Which nodes changed their class after a revision. */
  fleetChanges(revision: number): Promise<FleetChangesView>;
  /** Ids of all nodes that match. */
  nodeIds(filter: NodeFilter): Promise<readonly string[]>;
  services(): Promise<readonly ServiceView[]>;
  /** Of several nodes at once, by name. */
  servicesOf(nodeIds: readonly string[]): Promise<ReadonlyMap<string, readonly ServiceView[]>>;
  /** Newest first, at most 50 a node. */
  restorePointsOf(nodeIds: readonly string[]): Promise<ReadonlyMap<string, readonly RestorePointView[]>>;
  /** As last read from each; what was never read is left out. */
  factsOf(nodeIds: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>;
  countNodes(filter: NodeFilter): Promise<number>;
  node(nodeId: string): Promise<NodeView | null>;
  /** By `source/externalId`, or by hostname when only one node has it. */
  nodeByName(name: string): Promise<NodeView | null>;
  explain(nodeId: string): Promise<NodeExplanation | null>;
  fleet(): Promise<FleetCounts>;
  sites(): Promise<readonly SiteView[]>;
  credentials(): Promise<readonly CredentialView[]>;
  budgets(page: PageRequest): Promise<Page<BudgetView>>;
  targetProfiles(): Promise<readonly (TargetProfile & { readonly createdAt: Date })[]>;
}

/** Differences between rows that must agree; empty lists when all is well. For tests, the kill suite and the health page. */
export interface Consistency {
  readonly leasesWithoutRun: readonly RunId[];
  readonly runsWithoutLease: readonly RunId[];
  readonly settledWithoutOutcome: readonly RunId[];
  readonly soakWithoutRow: readonly RunId[];
  /** Drivers that must exist: open runs, open waves, campaigns that are not waiting for a person. */
  readonly openDrivers: readonly string[];
  readonly flaggedDrivers: readonly string[];
  readonly outboxRows: number;
}
