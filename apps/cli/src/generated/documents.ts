// Made from the .graphql files of apps/cli by `npm run codegen`: do not edit.
import { type TypedDocument } from '@skein/client';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where an assessment is. */
export type AssessmentState =
  /** Waits for a worker of its site. */
  | 'WAITING'
  /** Being looked at. */
  | 'RUNNING'
  /** Looked at. */
  | 'DONE'
  /** Could not be looked at; see `message`. */
  | 'FAILED';

/** Which nodes to assess, for what. */
export type NodesAssessInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** Which nodes; retired ones are left out. The nodes are those that match when it is asked. */
  readonly filter?: NodeFilter;
  /** Profile of the system to reach. */
  readonly targetProfileId: string;
  /** Refuse when another number of nodes matches by now. */
  readonly expectedCount?: number | null | undefined;
};

/** Which events; all given parts must match. */
export type AuditFilter = {
  /** Events about things of this kind. */
  readonly objectKind?: string | null | undefined;
  /** Events about the thing with this id. */
  readonly objectId?: string | null | undefined;
  /** Events by this actor. */
  readonly actor?: string | null | undefined;
  /** Events of this action. */
  readonly action?: string | null | undefined;
  /** Events at or after this moment. */
  readonly from?: string | null | undefined;
  /** Events before this moment. */
  readonly until?: string | null | undefined;
};

/** What a campaign is for. */
export type CampaignKind =
  /** Bring nodes to another operating system. */
  | 'MIGRATE'
  /** Bring nodes back to what they were. */
  | 'ROLLBACK';

/** Who speaks for a campaign. */
export type CampaignSource =
  /** A person. */
  | 'OPERATOR'
  /** The demonstration that comes with Skein. */
  | 'DEMO'
  /** Automation. */
  | 'API';

/** Where a campaign is. */
export type CampaignState =
  /** Being written. */
  | 'DRAFT'
  /** Its plan cannot be made; see `stateDetail`. */
  | 'INVALID'
  /** Its plan waits for a second person. */
  | 'AWAITING_APPROVAL'
  /** A second person said no. */
  | 'REJECTED'
  /** Approved, not started. */
  | 'SCHEDULED'
  /** Starting nodes. */
  | 'RUNNING'
  /** Starting nothing new; see `stateReason`. */
  | 'PAUSED'
  /** No new permits; runs are settling. */
  | 'HALTING'
  /** Stopped; see `stateReason`. */
  | 'HALTED'
  /** Letting open runs come to an end. */
  | 'CANCELLING'
  /** Cancelled. */
  | 'CANCELLED'
  /** Every member reached its target. */
  | 'COMPLETED'
  /** Ended, with members that did not reach it. */
  | 'COMPLETED_WITH_EXCEPTIONS';

/** Where a wave is. */
export type WaveState =
  /** Not opened. */
  | 'PENDING'
  /** Starting runs. */
  | 'ADMITTING'
  /** Waiting for runs to end. */
  | 'SETTLING'
  /** Being watched under load. */
  | 'SOAKING'
  /** Being judged. */
  | 'EVALUATING'
  /** Its gate passed. */
  | 'PASSED'
  /** Its gate failed. */
  | 'FAILED'
  /** Its gate could not be judged; see `missing`. */
  | 'INCONCLUSIVE'
  /** Let through by a person. */
  | 'OVERRIDDEN'
  /** Had no members left. */
  | 'SKIPPED';

/** Outcome of judging a gate. FAIL outweighs ERROR, INCONCLUSIVE and PASS, in this order. */
export type VerdictKind =
  /** All rules hold. */
  | 'PASS'
  /** A rule is broken. */
  | 'FAIL'
  /** Data is missing. Never a pass. */
  | 'INCONCLUSIVE'
  /** A source could not be read. */
  | 'ERROR';

/** Which campaigns; all given parts must match. */
export type CampaignFilter = {
  /** Campaigns in these states. */
  readonly states?: ReadonlyArray<CampaignState> | null | undefined;
  /** Campaigns of this kind. */
  readonly kind?: CampaignKind | null | undefined;
  /** Part of the name. */
  readonly text?: string | null | undefined;
  /** Rollbacks of this campaign. */
  readonly parentId?: string | null | undefined;
  /** Campaigns of this author, by id of the person. */
  readonly authorId?: string | null | undefined;
};

/** What to sort campaigns by; equal ones newest first, then by id. */
export type CampaignOrderField =
  /** When it was drafted. */
  | 'CREATED'
  /** Name. */
  | 'NAME'
  /** State, those that run or wait first. */
  | 'STATE';

/** Order of a list of campaigns. */
export type CampaignOrder = {
  /** What to sort by. */
  readonly field?: CampaignOrderField;
  /** Up or down. */
  readonly direction?: SortDirection;
};

/** A campaign as a file, YAML or JSON. The JSON Schema `skein-campaign.schema.json` is made from this type. */
export type CampaignDocumentInput = {
  /** Version of the format: `skein/v1`. */
  readonly apiVersion: string;
  /** Kind of the document: `Campaign`. */
  readonly kind: string;
  /** What it is called. */
  readonly metadata: CampaignDocumentMetadataInput;
  /** What the author writes; its `name` is left out, since `metadata` has it. */
  readonly spec: CampaignDocumentSpecInput;
};

/** What a document is called. */
export type CampaignDocumentMetadataInput = {
  /** Name of the campaign; with it a document finds the campaign that it changes. */
  readonly name: string;
};

/** What the author writes in a document: like `CampaignSpecInput`, with names instead of ids. */
export type CampaignDocumentSpecInput = {
  /** Name of a target profile, and the newest of that name is meant; or the id of one. */
  readonly targetProfile: string;
  /** Which nodes. */
  readonly selector?: DocumentSelectorInput;
  /** Sizes of the waves; the last one is always `rest`. */
  readonly waves?: ReadonlyArray<WaveSizeInput>;
  /** When the next wave may open. */
  readonly gate?: GateInput;
  /** Runs that hold a lease at the same time. */
  readonly concurrencyMax?: number;
  /** Runs being inspected or staged at the same time. */
  readonly stagingMax?: number;
  /** Nodes changed and not yet soaked. */
  readonly exposureMax?: number;
  /** Time limits. */
  readonly deadlines?: DeadlinesInput;
  /** Name of a hook set of the worker. */
  readonly hooks?: string | null | undefined;
  /** Chooses members and their order; the same seed and nodes give the same plan. */
  readonly seed?: number;
};

/** Which nodes; all given parts must match, and an empty selector means all nodes that are not protected. */
export type DocumentSelectorInput = {
  /** Host names, or `source/externalId` where a host name is not unique. */
  readonly nodes?: ReadonlyArray<string> | null | undefined;
  /** Names of sites. */
  readonly sites?: ReadonlyArray<string> | null | undefined;
  /** Nodes with all these labels. */
  readonly labels?: ReadonlyArray<LabelInput> | null | undefined;
};

/** A document to make true. */
export type CampaignApplyInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The document. */
  readonly document: CampaignDocumentInput;
  /** Only say what would happen. */
  readonly dryRun?: boolean;
  /** Why, for the audit. */
  readonly reason?: string | null | undefined;
};

/** What applying a document did. */
export type ApplyOutcome =
  /** Made a campaign. */
  | 'CREATED'
  /** Changed a campaign and made a draft of it again. */
  | 'CHANGED'
  /** Did nothing: it says the same already. */
  | 'UNCHANGED';

/** Stop everything. */
export type CampaignsHaltAllInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** Why, for the audit. */
  readonly reason?: string | null | undefined;
};

/** Size of a wave. */
export type WaveSizeInput =
  {   /** So many nodes. */
  readonly count: number; readonly percent?: never; readonly rest?: never; }
  |  { readonly count?: never;   /** So many percent of all members. */
  readonly percent: number; readonly rest?: never; }
  |  { readonly count?: never; readonly percent?: never;   /** All that are left; must be true, and the last wave must have it. */
  readonly rest: boolean; };

/** A label to match. */
export type LabelInput = {
  /** Key. */
  readonly key: string;
  /** Value. */
  readonly value: string;
};

/** When the next wave may open. */
export type GateInput = {
  /** Percent of a wave's members whose failures stop the campaign: `max(1, floor(p·n/100))`. */
  readonly failurePercentMax?: number;
  /** Percent of a wave's members that must be verified and soaked: `ceil(q·n/100)`. */
  readonly verifiedPercentMin?: number;
  /** Seconds of good observations per run. */
  readonly soakSeconds?: number;
  /** Runs that may hold a permit until the first has verified. */
  readonly firstLook?: number;
  /** Seconds that a gate may stay inconclusive before the campaign pauses. */
  readonly inconclusiveSecondsMax?: number;
  /** Quarantined nodes that halt the campaign. */
  readonly lostMax?: number;
};

/** Seconds of observed time for each part of a run. */
export type DeadlinesInput = {
  /** Inspection. */
  readonly preflight?: number;
  /** Fetching packages. */
  readonly staging?: number;
  /** Taking traffic away. */
  readonly drain?: number;
  /** The package transaction. */
  readonly apply?: number;
  /** From the reboot request until silence is worth asking the provider about. */
  readonly rebootSilence?: number;
  /** The whole reboot. */
  readonly reboot?: number;
  /** Verification. */
  readonly verify?: number;
  /** Bringing back. */
  readonly restore?: number;
};

/** A verb on a campaign. */
export type CampaignVerbInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The campaign. */
  readonly campaignId: string;
  /** Refuse when the campaign has another version by now. Pause, hold, halt and cancel ignore it. */
  readonly expectedVersion?: number | null | undefined;
  /** Why, for the audit. */
  readonly reason?: string | null | undefined;
};

/** A yes to exactly one revision. */
export type CampaignApproveInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The campaign. */
  readonly campaignId: string;
  /** Digest of the revision that was read; another revision is not approved by it. */
  readonly digest: string;
  /** Refuse when the campaign has another version by now. */
  readonly expectedVersion?: number | null | undefined;
  /** Why, for the audit. */
  readonly reason?: string | null | undefined;
};

/** A no to exactly one revision. */
export type CampaignDenyInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The campaign. */
  readonly campaignId: string;
  /** Digest of the revision that was read. */
  readonly digest: string;
  /** Refuse when the campaign has another version by now. */
  readonly expectedVersion?: number | null | undefined;
  /** Why not; the author reads it. */
  readonly reason: string;
};

/** Runs to try again. */
export type CampaignRetryInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The campaign. */
  readonly campaignId: string;
  /** Refuse when the campaign has another version by now. */
  readonly expectedVersion?: number | null | undefined;
  /** Why, for the audit. */
  readonly reason?: string | null | undefined;
  /** Which runs; left out: all of the campaign that may be tried again. */
  readonly runIds?: ReadonlyArray<string> | null | undefined;
  /** Only runs of this wave. */
  readonly wave?: number | null | undefined;
  /** Also runs whose nodes are quarantined; somebody has looked at them. */
  readonly clearQuarantine?: boolean;
};

/** What to bring back. */
export type RollbackScopeInput =
  {   /** Everything; must be true. */
  readonly campaign: boolean; readonly wave?: never; readonly nodeIds?: never; }
  |  { readonly campaign?: never;   /** One wave. */
  readonly wave: number; readonly nodeIds?: never; }
  |  { readonly campaign?: never; readonly wave?: never;   /** These nodes. */
  readonly nodeIds: ReadonlyArray<string>; };

/** A rollback. */
export type CampaignRollbackInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The campaign whose runs are brought back; it is paused if it runs. */
  readonly campaignId: string;
  /** Refuse when the campaign has another version by now. */
  readonly expectedVersion?: number | null | undefined;
  /** Why, for the audit. */
  readonly reason?: string | null | undefined;
  /** What to bring back. */
  readonly scope: RollbackScopeInput;
};

/** How to become root after logging in. */
export type Become =
  /** The user is root. */
  | 'NONE'
  /** `sudo -n`, for exactly the runner. */
  | 'SUDO';

/** What a person may do. Operators draft, start and stop; approvers approve and stop, never their own draft; admins keep the inventory, credentials and audit. */
export type Role =
  /** Reads. */
  | 'VIEWER'
  /** Drafts, starts and stops campaigns, imports nodes. */
  | 'OPERATOR'
  /** Approves and stops campaigns. */
  | 'APPROVER'
  /** Keeps sites, credentials and people. */
  | 'ADMIN';

/** How a caller proved who it is. Tokens never approve, whatever the role of their owner. */
export type SignInKind =
  /** A person signed in with a password. */
  | 'SESSION'
  /** Automation with an API token. */
  | 'TOKEN';

/** Name and password. */
export type SignInInput = {
  /** Name of the person. */
  readonly name: string;
  /** Password; never logged. */
  readonly password: string;
  /** How the session is carried afterwards. */
  readonly carrier?: SessionCarrier;
};

/** How a session is carried by the requests after the sign-in. */
export type SessionCarrier =
  /** As `Authorization: Bearer …`, for programs. */
  | 'TOKEN'
  /** As an HttpOnly cookie, for browsers. Every request that changes something must then carry the header `x-skein-csrf: 1`. */
  | 'COOKIE';

/** What to call the token and how long it lives. */
export type TokenCreateInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** What it is for. */
  readonly name: string;
  /** Days until it expires, 1 to 365. */
  readonly expiresInDays?: number;
};

/** Which token to revoke. */
export type TokenRevokeInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The token. */
  readonly tokenId: string;
};

/** What to be told about; exactly one part is set. */
export type LiveTopicInput =
  {   /** The classes of all nodes; must be true. */
  readonly fleet: boolean; readonly now?: never; readonly campaign?: never; readonly node?: never; }
  |  { readonly fleet?: never;   /** What needs a person; must be true. */
  readonly now: boolean; readonly campaign?: never; readonly node?: never; }
  |  { readonly fleet?: never; readonly now?: never;   /** One campaign, by id. */
  readonly campaign: string; readonly node?: never; }
  |  { readonly fleet?: never; readonly now?: never; readonly campaign?: never;   /** One node, by id. */
  readonly node: string; };

/** What was last observed of a node's health. */
export type NodeHealth =
  /** Reachable, and its probes are good. */
  | 'GOOD'
  /** Reachable, and a probe is bad, or not reachable. */
  | 'BAD'
  /** Nobody looked lately, or the question could not be asked. Never counted as good. */
  | 'UNKNOWN';

/** What to sort nodes by; equal ones by host name, then id. */
export type NodeOrderField =
  /** Host name. */
  | 'HOSTNAME'
  /** Site, rack, host name: the order of the fleet map. */
  | 'MAP'
  /** Site. */
  | 'SITE'
  /** Operating system as last inspected. */
  | 'OS'
  /** Class, most urgent first. */
  | 'STATE_CLASS'
  /** Since when it is in its class. */
  | 'STATE_SINCE'
  /** Health as last observed. */
  | 'HEALTH';

/** Order of a list of nodes. */
export type NodeOrder = {
  /** What to sort by. */
  readonly field?: NodeOrderField;
  /** Up or down. */
  readonly direction?: SortDirection;
};

/** Which nodes; all given parts must match. */
export type NodeFilter = {
  /** These nodes. */
  readonly ids?: ReadonlyArray<string> | null | undefined;
  /** Sites by name. */
  readonly sites?: ReadonlyArray<string> | null | undefined;
  /** One failure domain, or a prefix of it that ends at a slash. */
  readonly domain?: string | null | undefined;
  /** Part of the host name or of the external id. */
  readonly text?: string | null | undefined;
  /** Labels, each `key=value`. */
  readonly labels?: ReadonlyArray<string> | null | undefined;
  /** Operating system as last inspected. */
  readonly os?: string | null | undefined;
  /** State of the open or last run. */
  readonly runStates?: ReadonlyArray<RunState> | null | undefined;
  /** Protected or not. */
  readonly protected?: boolean | null | undefined;
  /** Held or not. */
  readonly held?: boolean | null | undefined;
  /** Quarantined or not. */
  readonly quarantined?: boolean | null | undefined;
  /** Retired nodes are left out unless asked for. */
  readonly retired?: boolean | null | undefined;
  /** Classes. */
  readonly stateClasses?: ReadonlyArray<StateClass> | null | undefined;
  /** Health as last observed. */
  readonly health?: ReadonlyArray<NodeHealth> | null | undefined;
  /** Operating systems as last inspected; `unknown` for never inspected. */
  readonly osIn?: ReadonlyArray<string> | null | undefined;
  /** Members of this campaign's plan in force, alternates that did not step in left out; retired ones stay in unless `retired` says otherwise. */
  readonly campaignId?: string | null | undefined;
  /** Gone from the last mirrored import, or not. */
  readonly missing?: boolean | null | undefined;
  /**
   * The query language that console and command line share: terms joined by `and`, each `key=value`, `key!=value` or `key in (a,b)`, or a bare
   * word that is part of the host name. Keys: `site`, `os`, `state` (a class), `health`, `domain`, `campaign` (an id), `protected`, `held`,
   * `quarantined`, `missing`, `retired`, and `label.<key>`. Refused with `badQuery`, which says where.
   */
  readonly query?: string | null | undefined;
};

/**
 * The seven classes that every screen shows states in. A node has the class of its open run, or of its last one; `FAILED` also while it is
 * quarantined, `UNREACHABLE` while nobody answers at its address and nothing explains the silence.
 */
export type StateClass =
  /** Nothing has begun, or what began was cancelled before the change. */
  | 'NOT_STARTED'
  /** A run is under way. */
  | 'IN_FLIGHT'
  /** Changed, verified, soaked. */
  | 'MIGRATED'
  /** A person should look before it can go on: blocked, deferred, overdue. */
  | 'ATTENTION'
  /** Failed: not changed, or quarantined. */
  | 'FAILED'
  /** Brought back, and verified equal to before. */
  | 'ROLLED_BACK'
  /** Nobody answers at its address. */
  | 'UNREACHABLE';

/** Up or down. */
export type SortDirection =
  /** Smallest first. */
  | 'ASC'
  /** Largest first. */
  | 'DESC';

/** Which part of a list is wanted. */
export type PageInput = {
  /** How many rows, 1 to 200. */
  readonly first?: number;
  /** `endCursor` of the page before; opaque. */
  readonly after?: string | null | undefined;
  /** Rows to skip instead of `after`, 0 to 10000; for what is deeper, narrow the filter. Refused together with `after`. */
  readonly offset?: number | null | undefined;
};

/** Where a run is. The glossary explains each. */
export type RunState =
  /** Not begun. */
  | 'PLANNED'
  /** Being inspected, read-only. */
  | 'PREFLIGHT'
  /** A check forbids the change; see its findings. */
  | 'BLOCKED'
  /** Packages are being fetched, forward and back. */
  | 'STAGING'
  /** Ready, waiting for a lease. */
  | 'STAGED'
  /** May make its node unavailable. */
  | 'LEASED'
  /** Traffic is being taken away. */
  | 'DRAINING'
  /** A restore point is being made. */
  | 'PROTECTING'
  /** Has the permit; the node is being changed. */
  | 'APPLYING'
  /** Rebooting into the new system. */
  | 'REBOOTING'
  /** Being compared with what it shall be. */
  | 'VERIFYING'
  /** Watched under load. */
  | 'SOAKING'
  /** Changed, verified, soaked. */
  | 'SUCCEEDED'
  /** Taking back what was done before the permit. */
  | 'UNDOING'
  /** Failed, and nothing was changed. */
  | 'FAILED_CLEAN'
  /** Being brought back. */
  | 'RESTORING'
  /** Brought back and verified equal to before. */
  | 'RESTORED'
  /** A human must look. */
  | 'QUARANTINED'
  /** Could not start: neither success nor failure. */
  | 'DEFERRED'
  /** Cancelled before it was changed. */
  | 'CANCELLED';

/** Who is to blame, as far as the evidence goes. */
export type FailureClass =
  /** This node. */
  | 'NODE'
  /** Nodes of its kind. */
  | 'COHORT'
  /** The network, a bastion, a mirror. */
  | 'INFRA'
  /** Skein itself. */
  | 'CONTROL_PLANE'
  /** Not known. */
  | 'UNKNOWN';

/** How bad a finding is. */
export type FindingSeverity =
  /** Forbids the change. */
  | 'INHIBIT'
  /** Forbids the change unless somebody answers for it. */
  | 'OVERRIDABLE'
  /** Worth knowing before. */
  | 'WARNING'
  /** Worth knowing. */
  | 'INFO';

/** Which runs; all given parts must match. */
export type RunFilter = {
  /** Runs of this campaign, or adopted by it. */
  readonly campaignId?: string | null | undefined;
  /** Runs of this wave; together with `campaignId` also those that the campaign brings back in it. */
  readonly wave?: number | null | undefined;
  /** Runs of this node. */
  readonly nodeId?: string | null | undefined;
  /** Runs in these states. */
  readonly states?: ReadonlyArray<RunState> | null | undefined;
  /** Runs that are overdue, or not. */
  readonly overdue?: boolean | null | undefined;
  /** Runs in these classes. */
  readonly stateClasses?: ReadonlyArray<StateClass> | null | undefined;
  /** Runs that failed for this reason, as `failures` of the campaign groups them. */
  readonly reason?: string | null | undefined;
};

/** How the nodes of a site are reached. */
export type SiteRouteKind =
  /** SSH, directly, through a SOCKS5 proxy, through bastions, or both. */
  | 'SSH'
  /** The simulated fleet, for trying and measuring. */
  | 'SIMULATED';

/** A bastion. */
export type BastionInput = {
  /** Name or address, as seen from the hop before. */
  readonly address: string;
  /** SSH port. */
  readonly port?: number;
  /** OpenSSH public key lines, at least one: an unknown bastion is never trusted. */
  readonly hostKeys: ReadonlyArray<string>;
  /** Name of a credential. */
  readonly credential: string;
};

/** A site. */
export type SiteSaveInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** Unique name. */
  readonly name: string;
  /** How its nodes are reached. */
  readonly routeKind: SiteRouteKind;
  /** SOCKS5 proxy as `host:port` or `unix:/path`. */
  readonly proxy?: string | null | undefined;
  /** Bastions in order. */
  readonly bastions?: ReadonlyArray<BastionInput>;
  /** Socket of the simulated fleet; only with SIMULATED. */
  readonly socket?: string | null | undefined;
  /** Name of the credential of nodes that name none. */
  readonly credential?: string | null | undefined;
  /** Name of a provider that the worker's configuration defines. */
  readonly provider?: string | null | undefined;
};

export type CliAuditQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  page?: PageInput | null | undefined;
}>;


export type CliAuditQuery = { readonly audit: { readonly nodes: ReadonlyArray<{ readonly seq: number, readonly at: string, readonly actor: string, readonly via: string, readonly action: string, readonly objectKind: string, readonly objectId: string, readonly reason: string | null, readonly before: Readonly<Record<string, unknown>> | null, readonly after: Readonly<Record<string, unknown>> | null, readonly hash: string }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type CliAuditVerifyQueryVariables = Exact<{ [key: string]: never; }>;


export type CliAuditVerifyQuery = { readonly auditVerify: { readonly checked: number, readonly intact: boolean, readonly brokenAt: number | null, readonly fault: string | null } };

export type CliPreviewFragment = { readonly digest: string | null, readonly memberCount: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }>, readonly excluded: ReadonlyArray<{ readonly reason: string, readonly count: number, readonly hostnames: ReadonlyArray<string> }>, readonly waves: ReadonlyArray<{ readonly number: number, readonly memberCount: number, readonly stopAt: number, readonly needed: number, readonly startableNow: number | null, readonly seesPercent: number | null, readonly expectedSeconds: number | null, readonly detection: ReadonlyArray<{ readonly truePercent: number, readonly stopProbability: number }> }> };

export type CliCampaignApplyMutationVariables = Exact<{
  input: CampaignApplyInput;
}>;


export type CliCampaignApplyMutation = { readonly campaignApply: { readonly outcome: ApplyOutcome | null, readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> } | null, readonly changes: ReadonlyArray<{ readonly path: string, readonly before: string | null, readonly after: string | null }>, readonly preview: { readonly digest: string | null, readonly memberCount: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }>, readonly excluded: ReadonlyArray<{ readonly reason: string, readonly count: number, readonly hostnames: ReadonlyArray<string> }>, readonly waves: ReadonlyArray<{ readonly number: number, readonly memberCount: number, readonly stopAt: number, readonly needed: number, readonly startableNow: number | null, readonly seesPercent: number | null, readonly expectedSeconds: number | null, readonly detection: ReadonlyArray<{ readonly truePercent: number, readonly stopProbability: number }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliCampaignPlanMutationVariables = Exact<{
  input: CampaignApplyInput;
}>;


export type CliCampaignPlanMutation = { readonly campaignApply: { readonly outcome: ApplyOutcome | null, readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> } | null, readonly changes: ReadonlyArray<{ readonly path: string, readonly before: string | null, readonly after: string | null }>, readonly preview: { readonly digest: string | null, readonly memberCount: number, readonly first: ReadonlyArray<{ readonly number: number, readonly members: ReadonlyArray<{ readonly hostname: string, readonly obstacles: ReadonlyArray<{ readonly code: string, readonly message: string }> }>, readonly alternates: ReadonlyArray<{ readonly hostname: string }> }>, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }>, readonly excluded: ReadonlyArray<{ readonly reason: string, readonly count: number, readonly hostnames: ReadonlyArray<string> }>, readonly waves: ReadonlyArray<{ readonly number: number, readonly memberCount: number, readonly stopAt: number, readonly needed: number, readonly startableNow: number | null, readonly seesPercent: number | null, readonly expectedSeconds: number | null, readonly detection: ReadonlyArray<{ readonly truePercent: number, readonly stopProbability: number }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliCampaignPreviewQueryVariables = Exact<{
  id: string;
}>;


export type CliCampaignPreviewQuery = { readonly campaignPreview: { readonly digest: string | null, readonly memberCount: number, readonly first: ReadonlyArray<{ readonly number: number, readonly members: ReadonlyArray<{ readonly hostname: string, readonly obstacles: ReadonlyArray<{ readonly code: string, readonly message: string }> }>, readonly alternates: ReadonlyArray<{ readonly hostname: string }> }>, readonly problems: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }>, readonly excluded: ReadonlyArray<{ readonly reason: string, readonly count: number, readonly hostnames: ReadonlyArray<string> }>, readonly waves: ReadonlyArray<{ readonly number: number, readonly memberCount: number, readonly stopAt: number, readonly needed: number, readonly startableNow: number | null, readonly seesPercent: number | null, readonly expectedSeconds: number | null, readonly detection: ReadonlyArray<{ readonly truePercent: number, readonly stopProbability: number }> }> } };

export type CliCampaignSubmitMutationVariables = Exact<{
  input: CampaignVerbInput;
}>;


export type CliCampaignSubmitMutation = { readonly change: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliCampaignStartMutationVariables = Exact<{
  input: CampaignVerbInput;
}>;


export type CliCampaignStartMutation = { readonly change: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliCampaignPauseMutationVariables = Exact<{
  input: CampaignVerbInput;
}>;


export type CliCampaignPauseMutation = { readonly change: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliCampaignHoldMutationVariables = Exact<{
  input: CampaignVerbInput;
}>;


export type CliCampaignHoldMutation = { readonly change: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliCampaignResumeMutationVariables = Exact<{
  input: CampaignVerbInput;
}>;


export type CliCampaignResumeMutation = { readonly change: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliCampaignCancelMutationVariables = Exact<{
  input: CampaignVerbInput;
}>;


export type CliCampaignCancelMutation = { readonly change: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliCampaignRetryMutationVariables = Exact<{
  input: CampaignRetryInput;
}>;


export type CliCampaignRetryMutation = { readonly change: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliCampaignRollbackMutationVariables = Exact<{
  input: CampaignRollbackInput;
}>;


export type CliCampaignRollbackMutation = { readonly change: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliCampaignApproveMutationVariables = Exact<{
  input: CampaignApproveInput;
}>;


export type CliCampaignApproveMutation = { readonly change: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliCampaignDenyMutationVariables = Exact<{
  input: CampaignDenyInput;
}>;


export type CliCampaignDenyMutation = { readonly change: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliCampaignHaltMutationVariables = Exact<{
  input: CampaignVerbInput;
}>;


export type CliCampaignHaltMutation = { readonly change: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> } | null, readonly holdingPermit: ReadonlyArray<{ readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliCampaignsHaltAllMutationVariables = Exact<{
  input: CampaignsHaltAllInput;
}>;


export type CliCampaignsHaltAllMutation = { readonly change: { readonly campaigns: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }>, readonly holdingPermit: ReadonlyArray<{ readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliWatchedCampaignFragment = { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly startedAt: string | null, readonly endedAt: string | null, readonly approval: { readonly approved: boolean } | null, readonly revision: { readonly members: number } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly open: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly soakedSeconds: number | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> };

export type CliWatchedCampaignQueryVariables = Exact<{
  id: string;
}>;


export type CliWatchedCampaignQuery = { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly startedAt: string | null, readonly endedAt: string | null, readonly approval: { readonly approved: boolean } | null, readonly revision: { readonly members: number } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly open: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly soakedSeconds: number | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null };

export type CliCampaignTroubleQueryVariables = Exact<{
  id: string;
}>;


export type CliCampaignTroubleQuery = { readonly runs: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly wave: number, readonly state: RunState, readonly stateReason: string | null, readonly stateClass: StateClass, readonly overdue: boolean, readonly node: { readonly id: string, readonly hostname: string } }> }, readonly nodes: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly domains: ReadonlyArray<string> }> } };

export type CliCampaignRollbacksQueryVariables = Exact<{
  id: string;
}>;


export type CliCampaignRollbacksQuery = { readonly campaigns: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly state: CampaignState }> } };

export type CliLiveSubscriptionVariables = Exact<{
  topics: ReadonlyArray<LiveTopicInput> | LiveTopicInput;
}>;


export type CliLiveSubscription = { readonly live: { readonly topic: string, readonly seq: number, readonly at: string, readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly startedAt: string | null, readonly endedAt: string | null, readonly approval: { readonly approved: boolean } | null, readonly revision: { readonly members: number } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly open: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly soakedSeconds: number | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null } };

export type CliCampaignRowFragment = { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> };

export type CliCampaignsQueryVariables = Exact<{
  filter?: CampaignFilter | null | undefined;
  orderBy?: CampaignOrder | null | undefined;
  page?: PageInput | null | undefined;
}>;


export type CliCampaignsQuery = { readonly campaigns: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type CliCampaignNamesQueryVariables = Exact<{
  filter?: CampaignFilter | null | undefined;
}>;


export type CliCampaignNamesQuery = { readonly campaigns: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly state: CampaignState, readonly createdAt: string }> } };

export type CliCampaignNameByIdQueryVariables = Exact<{
  id: string;
}>;


export type CliCampaignNameByIdQuery = { readonly campaign: { readonly id: string, readonly name: string, readonly state: CampaignState, readonly createdAt: string } | null };

export type CliCampaignQueryVariables = Exact<{
  id: string;
}>;


export type CliCampaignQuery = { readonly campaign: { readonly source: CampaignSource, readonly parentId: string | null, readonly overdue: number, readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly version: number, readonly epoch: number, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly lastEditor: { readonly name: string }, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly quarantined: number, readonly open: number, readonly reattachments: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly name: string } } | null, readonly forecast: { readonly p50: string, readonly p90: string, readonly samples: number } | null, readonly failures: ReadonlyArray<{ readonly reason: string, readonly failureClass: FailureClass | null, readonly count: number, readonly hostnames: ReadonlyArray<string>, readonly remediation: string | null }>, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly startedAt: string | null, readonly endedAt: string | null, readonly missing: ReadonlyArray<string>, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly verdicts: ReadonlyArray<{ readonly kind: VerdictKind, readonly message: string, readonly at: string }> }>, readonly holdingPermit: ReadonlyArray<{ readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly can: { readonly submit: { readonly allowed: boolean, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly reason: string | null }, readonly revise: { readonly allowed: boolean, readonly reason: string | null } }, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> } | null };

export type CliCampaignCanFragment = { readonly submit: { readonly allowed: boolean, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly reason: string | null }, readonly revise: { readonly allowed: boolean, readonly reason: string | null } };

export type CliCampaignBriefQueryVariables = Exact<{
  id: string;
}>;


export type CliCampaignBriefQuery = { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly version: number, readonly author: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number } | null, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number }>, readonly can: { readonly submit: { readonly allowed: boolean, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly reason: string | null }, readonly revise: { readonly allowed: boolean, readonly reason: string | null } } } | null };

export type CliCampaignChangedRunsQueryVariables = Exact<{
  filter?: RunFilter | null | undefined;
}>;


export type CliCampaignChangedRunsQuery = { readonly runs: { readonly totalCount: number } };

export type CliCampaignDecisionQueryVariables = Exact<{
  id: string;
}>;


export type CliCampaignDecisionQuery = { readonly campaign: { readonly id: string, readonly name: string, readonly state: CampaignState, readonly version: number, readonly author: { readonly name: string }, readonly lastEditor: { readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number, readonly createdAt: string } | null, readonly can: { readonly approve: { readonly allowed: boolean, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly reason: string | null } }, readonly blastRadius: { readonly nodes: number, readonly sites: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly byOs: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly nodeCount: number, readonly unavailableMax: number | null }>, readonly services: ReadonlyArray<{ readonly members: number, readonly service: { readonly name: string, readonly owner: string } }> } | null, readonly planDiff: { readonly againstDigest: string, readonly addedCount: number, readonly removedCount: number, readonly added: ReadonlyArray<string>, readonly removed: ReadonlyArray<string>, readonly changes: ReadonlyArray<{ readonly path: string, readonly before: string | null, readonly after: string | null }> } | null } | null };

export type CliCampaignDocumentQueryVariables = Exact<{
  id: string;
}>;


export type CliCampaignDocumentQuery = { readonly campaign: { readonly id: string, readonly name: string, readonly document: Readonly<Record<string, unknown>> } | null };

export type CliCampaignRetriedRunsQueryVariables = Exact<{
  filter?: RunFilter | null | undefined;
  page?: PageInput | null | undefined;
}>;


export type CliCampaignRetriedRunsQuery = { readonly runs: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly state: RunState, readonly stateReason: string | null, readonly node: { readonly id: string, readonly hostname: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type CliTargetProfilesQueryVariables = Exact<{ [key: string]: never; }>;


export type CliTargetProfilesQuery = { readonly targetProfiles: ReadonlyArray<{ readonly id: string, readonly name: string, readonly osId: string, readonly osVersion: string, readonly createdAt: string }> };

export type CliCredentialsQueryVariables = Exact<{ [key: string]: never; }>;


export type CliCredentialsQuery = { readonly credentials: ReadonlyArray<{ readonly id: string, readonly name: string, readonly user: string, readonly become: Become, readonly updatedAt: string }> };

export type CliHealthQueryVariables = Exact<{ [key: string]: never; }>;


export type CliHealthQuery = { readonly health: { readonly version: string, readonly database: boolean, readonly temporal: boolean, readonly now: string | null } };

export type CliDoctorQueryVariables = Exact<{ [key: string]: never; }>;


export type CliDoctorQuery = { readonly me: { readonly via: SignInKind, readonly person: { readonly name: string, readonly role: Role } }, readonly sites: ReadonlyArray<{ readonly name: string, readonly unattended: boolean, readonly unattendedSince: string | null, readonly nodeCount: number }>, readonly sessions: ReadonlyArray<{ readonly current: boolean, readonly expiresAt: string }>, readonly tokens: ReadonlyArray<{ readonly id: string, readonly name: string, readonly expiresAt: string | null, readonly revokedAt: string | null }> };

export type CliRefusalFragment = { readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null };

export type CliNodesAssessMutationVariables = Exact<{
  input: NodesAssessInput;
}>;


export type CliNodesAssessMutation = { readonly nodesAssess: { readonly batch: { readonly id: string, readonly requestedAt: string, readonly nodes: number, readonly open: number, readonly ready: number, readonly blocked: number, readonly failed: number, readonly byCheck: ReadonlyArray<{ readonly value: string, readonly count: number }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliAssessmentBatchFragment = { readonly id: string, readonly requestedAt: string, readonly nodes: number, readonly open: number, readonly ready: number, readonly blocked: number, readonly failed: number, readonly byCheck: ReadonlyArray<{ readonly value: string, readonly count: number }> };

export type CliAssessmentBatchQueryVariables = Exact<{
  id: string;
}>;


export type CliAssessmentBatchQuery = { readonly assessmentBatch: { readonly id: string, readonly requestedAt: string, readonly nodes: number, readonly open: number, readonly ready: number, readonly blocked: number, readonly failed: number, readonly byCheck: ReadonlyArray<{ readonly value: string, readonly count: number }> } | null };

export type CliAssessmentsQueryVariables = Exact<{
  id: string;
  page?: PageInput | null | undefined;
}>;


export type CliAssessmentsQuery = { readonly assessmentBatch: { readonly assessments: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly nodeId: string, readonly state: AssessmentState, readonly ready: boolean | null, readonly message: string | null, readonly endedAt: string | null, readonly findings: ReadonlyArray<{ readonly check: string, readonly severity: FindingSeverity, readonly message: string, readonly remediation: string, readonly unreadable: boolean }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } } | null };

export type CliNodeRowFragment = { readonly id: string, readonly hostname: string, readonly source: string, readonly externalId: string, readonly site: string, readonly address: string, readonly os: string | null, readonly kernel: string | null, readonly stateClass: StateClass, readonly stateSince: string, readonly runState: RunState | null, readonly health: NodeHealth, readonly observedAt: string | null, readonly held: boolean, readonly protected: boolean, readonly quarantined: boolean, readonly missing: boolean, readonly retired: boolean, readonly domains: ReadonlyArray<string>, readonly labels: ReadonlyArray<{ readonly key: string, readonly value: string }> };

export type CliNodesQueryVariables = Exact<{
  filter?: NodeFilter | null | undefined;
  orderBy?: NodeOrder | null | undefined;
  page?: PageInput | null | undefined;
}>;


export type CliNodesQuery = { readonly nodes: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly hostname: string, readonly source: string, readonly externalId: string, readonly site: string, readonly address: string, readonly os: string | null, readonly kernel: string | null, readonly stateClass: StateClass, readonly stateSince: string, readonly runState: RunState | null, readonly health: NodeHealth, readonly observedAt: string | null, readonly held: boolean, readonly protected: boolean, readonly quarantined: boolean, readonly missing: boolean, readonly retired: boolean, readonly domains: ReadonlyArray<string>, readonly labels: ReadonlyArray<{ readonly key: string, readonly value: string }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type CliNodeCountQueryVariables = Exact<{
  filter?: NodeFilter | null | undefined;
}>;


export type CliNodeCountQuery = { readonly nodes: { readonly totalCount: number } };

export type CliNodeIdByNameQueryVariables = Exact<{
  name: string;
}>;


export type CliNodeIdByNameQuery = { readonly nodeByName: { readonly id: string, readonly hostname: string } | null };

export type CliNodeIdByIdQueryVariables = Exact<{
  id: string;
}>;


export type CliNodeIdByIdQuery = { readonly node: { readonly id: string, readonly hostname: string } | null };

export type CliNodeQueryVariables = Exact<{
  id: string;
}>;


export type CliNodeQuery = { readonly node: { readonly port: number, readonly credential: string | null, readonly machineId: string | null, readonly incarnation: number, readonly heldReason: string | null, readonly role: string | null, readonly inspectedAt: string | null, readonly id: string, readonly hostname: string, readonly source: string, readonly externalId: string, readonly site: string, readonly address: string, readonly os: string | null, readonly kernel: string | null, readonly stateClass: StateClass, readonly stateSince: string, readonly runState: RunState | null, readonly health: NodeHealth, readonly observedAt: string | null, readonly held: boolean, readonly protected: boolean, readonly quarantined: boolean, readonly missing: boolean, readonly retired: boolean, readonly domains: ReadonlyArray<string>, readonly services: ReadonlyArray<{ readonly name: string, readonly owner: string }>, readonly explain: { readonly couldStart: boolean, readonly obstacles: ReadonlyArray<{ readonly code: string, readonly message: string }> }, readonly restorePoints: ReadonlyArray<{ readonly snapshotId: string, readonly state: string, readonly takenAt: string }>, readonly assessment: { readonly state: AssessmentState, readonly ready: boolean | null, readonly requestedAt: string, readonly findings: ReadonlyArray<{ readonly check: string, readonly severity: FindingSeverity, readonly message: string, readonly remediation: string }> } | null, readonly run: { readonly id: string, readonly campaignName: string, readonly wave: number, readonly attempt: number, readonly state: RunState, readonly stateReason: string | null, readonly since: string, readonly overdue: boolean, readonly remediation: string | null, readonly intent: string, readonly outage: { readonly message: string, readonly since: string } | null, readonly findings: ReadonlyArray<{ readonly check: string, readonly severity: FindingSeverity, readonly message: string, readonly remediation: string }>, readonly jobs: ReadonlyArray<{ readonly id: string, readonly step: string, readonly attempt: number, readonly phase: string, readonly state: string, readonly exitCode: number | null, readonly reason: string | null, readonly logBytes: number }> } | null, readonly labels: ReadonlyArray<{ readonly key: string, readonly value: string }> } | null };

export type CliNodeExplainQueryVariables = Exact<{
  id: string;
}>;


export type CliNodeExplainQuery = { readonly node: { readonly id: string, readonly hostname: string, readonly stateClass: StateClass, readonly run: { readonly campaignName: string, readonly wave: number, readonly state: RunState, readonly stateReason: string | null, readonly remediation: string | null, readonly outage: { readonly message: string } | null } | null, readonly explain: { readonly couldStart: boolean, readonly obstacles: ReadonlyArray<{ readonly code: string, readonly message: string }> } } | null };

export type CliNodeJobsQueryVariables = Exact<{
  id: string;
}>;


export type CliNodeJobsQuery = { readonly node: { readonly id: string, readonly hostname: string, readonly runs: ReadonlyArray<{ readonly id: string, readonly campaignName: string, readonly attempt: number, readonly jobs: ReadonlyArray<{ readonly id: string, readonly step: string, readonly attempt: number, readonly state: string, readonly logBytes: number, readonly launchedAt: string }> }> } | null };

export type CliRunLogQueryVariables = Exact<{
  runId: string;
  jobId: string;
  offset: number;
}>;


export type CliRunLogQuery = { readonly run: { readonly log: { readonly offset: number, readonly nextOffset: number, readonly text: string, readonly totalBytes: number } | null } | null };

export type CliSignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type CliSignInMutation = { readonly signIn: { readonly token: string | null, readonly expiresAt: string | null, readonly person: { readonly name: string, readonly role: Role } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliSignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type CliSignOutMutation = { readonly signOut: { readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliMeQueryVariables = Exact<{ [key: string]: never; }>;


export type CliMeQuery = { readonly me: { readonly via: SignInKind, readonly permissions: ReadonlyArray<string>, readonly person: { readonly id: string, readonly name: string, readonly role: Role } } };

export type CliSiteFragment = { readonly id: string, readonly name: string, readonly routeKind: SiteRouteKind, readonly proxy: string | null, readonly provider: string | null, readonly credential: string | null, readonly socket: string | null, readonly nodeCount: number, readonly unattended: boolean, readonly unattendedSince: string | null, readonly bastions: ReadonlyArray<{ readonly address: string, readonly port: number, readonly credential: string, readonly hostKeys: ReadonlyArray<string> }> };

export type CliSitesQueryVariables = Exact<{ [key: string]: never; }>;


export type CliSitesQuery = { readonly sites: ReadonlyArray<{ readonly id: string, readonly name: string, readonly routeKind: SiteRouteKind, readonly proxy: string | null, readonly provider: string | null, readonly credential: string | null, readonly socket: string | null, readonly nodeCount: number, readonly unattended: boolean, readonly unattendedSince: string | null, readonly bastions: ReadonlyArray<{ readonly address: string, readonly port: number, readonly credential: string, readonly hostKeys: ReadonlyArray<string> }> }> };

export type CliSiteSaveMutationVariables = Exact<{
  input: SiteSaveInput;
}>;


export type CliSiteSaveMutation = { readonly siteSave: { readonly site: { readonly id: string, readonly name: string, readonly routeKind: SiteRouteKind, readonly proxy: string | null, readonly provider: string | null, readonly credential: string | null, readonly socket: string | null, readonly nodeCount: number, readonly unattended: boolean, readonly unattendedSince: string | null, readonly bastions: ReadonlyArray<{ readonly address: string, readonly port: number, readonly credential: string, readonly hostKeys: ReadonlyArray<string> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliTokenFragment = { readonly id: string, readonly name: string, readonly createdAt: string, readonly expiresAt: string | null, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly owner: { readonly name: string } };

export type CliTokensQueryVariables = Exact<{ [key: string]: never; }>;


export type CliTokensQuery = { readonly tokens: ReadonlyArray<{ readonly id: string, readonly name: string, readonly createdAt: string, readonly expiresAt: string | null, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly owner: { readonly name: string } }> };

export type CliTokenCreateMutationVariables = Exact<{
  input: TokenCreateInput;
}>;


export type CliTokenCreateMutation = { readonly tokenCreate: { readonly secret: string | null, readonly apiToken: { readonly id: string, readonly name: string, readonly createdAt: string, readonly expiresAt: string | null, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly owner: { readonly name: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export type CliTokenRevokeMutationVariables = Exact<{
  input: TokenRevokeInput;
}>;


export type CliTokenRevokeMutation = { readonly tokenRevoke: { readonly apiToken: { readonly id: string, readonly name: string, readonly createdAt: string, readonly expiresAt: string | null, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly owner: { readonly name: string } } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly message: string, readonly field: ReadonlyArray<string> | null, readonly hint: string | null }> } };

export const CliAuditDocument: TypedDocument<CliAuditQuery, CliAuditQueryVariables> = {"id":"112315fe829950d7001f7307a3efb58b281e48f8b9b9e0f3c865843db9cd09d0","name":"CliAudit","text":"query CliAudit($filter: AuditFilter, $page: PageInput) {\n  audit(filter: $filter, page: $page) {\n    nodes {\n      seq\n      at\n      actor\n      via\n      action\n      objectKind\n      objectId\n      reason\n      before\n      after\n      hash\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}"};

export const CliAuditVerifyDocument: TypedDocument<CliAuditVerifyQuery, CliAuditVerifyQueryVariables> = {"id":"eda45f255234f9ad3d9dc0fdb698390efce8059d8967c400713ce6c4cad16d20","name":"CliAuditVerify","text":"query CliAuditVerify {\n  auditVerify {\n    checked\n    intact\n    brokenAt\n    fault\n  }\n}"};

export const CliCampaignApplyDocument: TypedDocument<CliCampaignApplyMutation, CliCampaignApplyMutationVariables> = {"id":"5a99984ab579888a3ae512275633dbbb497722267203d592d8dfdb6c87c69d74","name":"CliCampaignApply","text":"mutation CliCampaignApply($input: CampaignApplyInput!) {\n  campaignApply(input: $input) {\n    outcome\n    campaign {\n      ...CliCampaignRow\n    }\n    changes {\n      path\n      before\n      after\n    }\n    preview {\n      ...CliPreview\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}\n\nfragment CliPreview on CampaignPreview {\n  digest\n  memberCount\n  problems {\n    ...CliRefusal\n  }\n  excluded {\n    reason\n    count\n    hostnames\n  }\n  waves {\n    number\n    memberCount\n    stopAt\n    needed\n    startableNow\n    seesPercent\n    expectedSeconds\n    detection {\n      truePercent\n      stopProbability\n    }\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliCampaignPlanDocument: TypedDocument<CliCampaignPlanMutation, CliCampaignPlanMutationVariables> = {"id":"403cde044f5c70fdbd33b06103ac30296ff86e452933b473413ec926c03db2a5","name":"CliCampaignPlan","text":"mutation CliCampaignPlan($input: CampaignApplyInput!) {\n  campaignApply(input: $input) {\n    outcome\n    campaign {\n      ...CliCampaignRow\n    }\n    changes {\n      path\n      before\n      after\n    }\n    preview {\n      ...CliPreview\n      first: waves {\n        number\n        members {\n          hostname\n          obstacles {\n            code\n            message\n          }\n        }\n        alternates {\n          hostname\n        }\n      }\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}\n\nfragment CliPreview on CampaignPreview {\n  digest\n  memberCount\n  problems {\n    ...CliRefusal\n  }\n  excluded {\n    reason\n    count\n    hostnames\n  }\n  waves {\n    number\n    memberCount\n    stopAt\n    needed\n    startableNow\n    seesPercent\n    expectedSeconds\n    detection {\n      truePercent\n      stopProbability\n    }\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliCampaignPreviewDocument: TypedDocument<CliCampaignPreviewQuery, CliCampaignPreviewQueryVariables> = {"id":"4c4705d6fc6997cf2eb51502c410704b9fb0a9e11199defdb37d4ec7fa756771","name":"CliCampaignPreview","text":"query CliCampaignPreview($id: ID!) {\n  campaignPreview(of: {campaignId: $id}) {\n    ...CliPreview\n    first: waves {\n      number\n      members {\n        hostname\n        obstacles {\n          code\n          message\n        }\n      }\n      alternates {\n        hostname\n      }\n    }\n  }\n}\n\nfragment CliPreview on CampaignPreview {\n  digest\n  memberCount\n  problems {\n    ...CliRefusal\n  }\n  excluded {\n    reason\n    count\n    hostnames\n  }\n  waves {\n    number\n    memberCount\n    stopAt\n    needed\n    startableNow\n    seesPercent\n    expectedSeconds\n    detection {\n      truePercent\n      stopProbability\n    }\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliCampaignSubmitDocument: TypedDocument<CliCampaignSubmitMutation, CliCampaignSubmitMutationVariables> = {"id":"937d5092deee42296db5b98f81afe8ee9dbeb1ff09cc420ec4adcb646d093c18","name":"CliCampaignSubmit","text":"mutation CliCampaignSubmit($input: CampaignVerbInput!) {\n  change: campaignSubmit(input: $input) {\n    campaign {\n      ...CliCampaignRow\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliCampaignStartDocument: TypedDocument<CliCampaignStartMutation, CliCampaignStartMutationVariables> = {"id":"a04ca13b5706cb44fcb58835e6a30502f612aa3fd9d9212f2dca55d5c2685773","name":"CliCampaignStart","text":"mutation CliCampaignStart($input: CampaignVerbInput!) {\n  change: campaignStart(input: $input) {\n    campaign {\n      ...CliCampaignRow\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliCampaignPauseDocument: TypedDocument<CliCampaignPauseMutation, CliCampaignPauseMutationVariables> = {"id":"97a0543d5b0b52812991063b18820af668b72c8d41eaf82d856def5bf630de75","name":"CliCampaignPause","text":"mutation CliCampaignPause($input: CampaignVerbInput!) {\n  change: campaignPause(input: $input) {\n    campaign {\n      ...CliCampaignRow\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliCampaignHoldDocument: TypedDocument<CliCampaignHoldMutation, CliCampaignHoldMutationVariables> = {"id":"b2bdd3d62675fdf0df2295415bd78eb1a0d76cba1b5a722a544c7030f5d80d62","name":"CliCampaignHold","text":"mutation CliCampaignHold($input: CampaignVerbInput!) {\n  change: campaignHold(input: $input) {\n    campaign {\n      ...CliCampaignRow\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliCampaignResumeDocument: TypedDocument<CliCampaignResumeMutation, CliCampaignResumeMutationVariables> = {"id":"cc4c4681874d96bf6e8517c9d41427c1d66cd8c9903879cbb92876607dcf966f","name":"CliCampaignResume","text":"mutation CliCampaignResume($input: CampaignVerbInput!) {\n  change: campaignResume(input: $input) {\n    campaign {\n      ...CliCampaignRow\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliCampaignCancelDocument: TypedDocument<CliCampaignCancelMutation, CliCampaignCancelMutationVariables> = {"id":"92bcf8624996f7df6fcdc7dad348894c8b6b25bcb9040f10ae974063b7a85e9f","name":"CliCampaignCancel","text":"mutation CliCampaignCancel($input: CampaignVerbInput!) {\n  change: campaignCancel(input: $input) {\n    campaign {\n      ...CliCampaignRow\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliCampaignRetryDocument: TypedDocument<CliCampaignRetryMutation, CliCampaignRetryMutationVariables> = {"id":"bcee0e8b2ce0bb8247cf198f378e3a640cbaa6126158a0dd9cff30ef0298c94c","name":"CliCampaignRetry","text":"mutation CliCampaignRetry($input: CampaignRetryInput!) {\n  change: campaignRetry(input: $input) {\n    campaign {\n      ...CliCampaignRow\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliCampaignRollbackDocument: TypedDocument<CliCampaignRollbackMutation, CliCampaignRollbackMutationVariables> = {"id":"6b08812a14c0eb12f83502bb8e627ffea06f6463b9dfe400e342b02d77533478","name":"CliCampaignRollback","text":"mutation CliCampaignRollback($input: CampaignRollbackInput!) {\n  change: campaignRollback(input: $input) {\n    campaign {\n      ...CliCampaignRow\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliCampaignApproveDocument: TypedDocument<CliCampaignApproveMutation, CliCampaignApproveMutationVariables> = {"id":"e3228f4352382b372c42bf0345c5f93d1b29d86811e19f7271199b1f130f3d2f","name":"CliCampaignApprove","text":"mutation CliCampaignApprove($input: CampaignApproveInput!) {\n  change: campaignApprove(input: $input) {\n    campaign {\n      ...CliCampaignRow\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliCampaignDenyDocument: TypedDocument<CliCampaignDenyMutation, CliCampaignDenyMutationVariables> = {"id":"add3930e1f9cc395c75038c0fcda8d1d37287d233100a6e29cd3f9cffa1509bb","name":"CliCampaignDeny","text":"mutation CliCampaignDeny($input: CampaignDenyInput!) {\n  change: campaignDeny(input: $input) {\n    campaign {\n      ...CliCampaignRow\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliCampaignHaltDocument: TypedDocument<CliCampaignHaltMutation, CliCampaignHaltMutationVariables> = {"id":"470c0c61c030d37558d7c1a78c69637d05eed9fc48bed3913e74d8ed72f93f75","name":"CliCampaignHalt","text":"mutation CliCampaignHalt($input: CampaignVerbInput!) {\n  change: campaignHalt(input: $input) {\n    campaign {\n      ...CliCampaignRow\n    }\n    holdingPermit {\n      hostname\n      state\n      overdue\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliCampaignsHaltAllDocument: TypedDocument<CliCampaignsHaltAllMutation, CliCampaignsHaltAllMutationVariables> = {"id":"b86d8f51f26c7cedbefd8447f8d56abc0fc81ee995d021d6b7e167a0702b30e9","name":"CliCampaignsHaltAll","text":"mutation CliCampaignsHaltAll($input: CampaignsHaltAllInput!) {\n  change: campaignsHaltAll(input: $input) {\n    campaigns {\n      ...CliCampaignRow\n    }\n    holdingPermit {\n      hostname\n      state\n      overdue\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliWatchedCampaignDocument: TypedDocument<CliWatchedCampaignQuery, CliWatchedCampaignQueryVariables> = {"id":"238ac5843ac5b764ea87daa57e2c51827c9b1703e183b4d8993259081e6da591","name":"CliWatchedCampaign","text":"query CliWatchedCampaign($id: ID!) {\n  campaign(id: $id) {\n    ...CliWatchedCampaign\n  }\n}\n\nfragment CliWatchedCampaign on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  startedAt\n  endedAt\n  approval {\n    approved\n  }\n  revision {\n    members\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  summary {\n    migrated\n    rolledBack\n    open\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    soakedSeconds\n    byStateClass {\n      stateClass\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}"};

export const CliCampaignTroubleDocument: TypedDocument<CliCampaignTroubleQuery, CliCampaignTroubleQueryVariables> = {"id":"00394962d3793bcaeb8275ef6c0ab1588c525fc9e34f0252e3c7046fbbd1c321","name":"CliCampaignTrouble","text":"query CliCampaignTrouble($id: ID!) {\n  runs(\n    filter: {campaignId: $id, stateClasses: [ATTENTION, FAILED, ROLLED_BACK, UNREACHABLE]}\n    page: {first: 100}\n  ) {\n    nodes {\n      id\n      wave\n      state\n      stateReason\n      stateClass\n      overdue\n      node {\n        id\n        hostname\n      }\n    }\n  }\n  nodes(\n    filter: {campaignId: $id, stateClasses: [ATTENTION, FAILED, ROLLED_BACK, UNREACHABLE]}\n    page: {first: 100}\n  ) {\n    nodes {\n      id\n      domains\n    }\n  }\n}"};

export const CliCampaignRollbacksDocument: TypedDocument<CliCampaignRollbacksQuery, CliCampaignRollbacksQueryVariables> = {"id":"1d32144314d6da243a0006a5a2dc895b2dba5aa58d60431911cf164a75d21dd5","name":"CliCampaignRollbacks","text":"query CliCampaignRollbacks($id: ID!) {\n  campaigns(filter: {parentId: $id}, page: {first: 10}) {\n    nodes {\n      id\n      state\n    }\n  }\n}"};

export const CliLiveDocument: TypedDocument<CliLiveSubscription, CliLiveSubscriptionVariables> = {"id":"82f531e248ff1b3cfa6427ccd4894d1b85ef8e13ac97cfbe82818c47bd9b2c14","name":"CliLive","text":"subscription CliLive($topics: [LiveTopicInput!]!) {\n  live(topics: $topics) {\n    topic\n    seq\n    at\n    campaign {\n      ...CliWatchedCampaign\n    }\n  }\n}\n\nfragment CliWatchedCampaign on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  startedAt\n  endedAt\n  approval {\n    approved\n  }\n  revision {\n    members\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  summary {\n    migrated\n    rolledBack\n    open\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    soakedSeconds\n    byStateClass {\n      stateClass\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}"};

export const CliCampaignsDocument: TypedDocument<CliCampaignsQuery, CliCampaignsQueryVariables> = {"id":"ba30a97c8308d7c7c558bdc74e1dc308cd7e0074c94494d8b6961d3920c1cb80","name":"CliCampaigns","text":"query CliCampaigns($filter: CampaignFilter, $orderBy: CampaignOrder, $page: PageInput) {\n  campaigns(filter: $filter, orderBy: $orderBy, page: $page) {\n    nodes {\n      ...CliCampaignRow\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}"};

export const CliCampaignNamesDocument: TypedDocument<CliCampaignNamesQuery, CliCampaignNamesQueryVariables> = {"id":"c5d33af06cabb066775aad95aa11706debd5569adda072315079061005a92a6a","name":"CliCampaignNames","text":"query CliCampaignNames($filter: CampaignFilter) {\n  campaigns(filter: $filter, page: {first: 50}) {\n    nodes {\n      id\n      name\n      state\n      createdAt\n    }\n  }\n}"};

export const CliCampaignNameByIdDocument: TypedDocument<CliCampaignNameByIdQuery, CliCampaignNameByIdQueryVariables> = {"id":"e0bd5fab6eef27c761c55202745de0adcfd3dade12385e4ba0ec0a130af87447","name":"CliCampaignNameById","text":"query CliCampaignNameById($id: ID!) {\n  campaign(id: $id) {\n    id\n    name\n    state\n    createdAt\n  }\n}"};

export const CliCampaignDocument: TypedDocument<CliCampaignQuery, CliCampaignQueryVariables> = {"id":"66b1bd0642ec41848d9700d64e41f5d29f0dec450e44f8b7bb89eddd3a040fcc","name":"CliCampaign","text":"query CliCampaign($id: ID!) {\n  campaign(id: $id) {\n    ...CliCampaignRow\n    lastEditor {\n      name\n    }\n    source\n    parentId\n    overdue\n    summary {\n      migrated\n      rolledBack\n      failedClean\n      blocked\n      deferred\n      cancelled\n      quarantined\n      open\n      reattachments\n      unavailableSecondsLower\n      unavailableSecondsUpper\n    }\n    approval {\n      approved\n      at\n      digest\n      reason\n      person {\n        name\n      }\n    }\n    forecast {\n      p50\n      p90\n      samples\n    }\n    failures {\n      reason\n      failureClass\n      count\n      hostnames\n      remediation\n    }\n    waves {\n      number\n      state\n      members\n      overdue\n      startedAt\n      endedAt\n      missing\n      byStateClass {\n        stateClass\n        count\n      }\n      verdicts {\n        kind\n        message\n        at\n      }\n    }\n    holdingPermit {\n      hostname\n      state\n      overdue\n    }\n    can {\n      ...CliCampaignCan\n    }\n  }\n}\n\nfragment CliCampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  stateDetail\n  version\n  epoch\n  createdAt\n  startedAt\n  endedAt\n  author {\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n    createdAt\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n}\n\nfragment CliCampaignCan on CampaignCan {\n  submit {\n    allowed\n    reason\n  }\n  approve {\n    allowed\n    reason\n  }\n  deny {\n    allowed\n    reason\n  }\n  start {\n    allowed\n    reason\n  }\n  pause {\n    allowed\n    reason\n  }\n  hold {\n    allowed\n    reason\n  }\n  resume {\n    allowed\n    reason\n  }\n  halt {\n    allowed\n    reason\n  }\n  cancel {\n    allowed\n    reason\n  }\n  retry {\n    allowed\n    reason\n  }\n  rollback {\n    allowed\n    reason\n  }\n  revise {\n    allowed\n    reason\n  }\n}"};

export const CliCampaignBriefDocument: TypedDocument<CliCampaignBriefQuery, CliCampaignBriefQueryVariables> = {"id":"cdf6bcc477cdc3fd9749923120e7fe586da31541e73bcc208714240b0e57d560","name":"CliCampaignBrief","text":"query CliCampaignBrief($id: ID!) {\n  campaign(id: $id) {\n    id\n    name\n    kind\n    state\n    stateReason\n    version\n    author {\n      name\n    }\n    revision {\n      digest\n      members\n      waves\n    }\n    waves {\n      number\n      state\n      members\n    }\n    can {\n      ...CliCampaignCan\n    }\n  }\n}\n\nfragment CliCampaignCan on CampaignCan {\n  submit {\n    allowed\n    reason\n  }\n  approve {\n    allowed\n    reason\n  }\n  deny {\n    allowed\n    reason\n  }\n  start {\n    allowed\n    reason\n  }\n  pause {\n    allowed\n    reason\n  }\n  hold {\n    allowed\n    reason\n  }\n  resume {\n    allowed\n    reason\n  }\n  halt {\n    allowed\n    reason\n  }\n  cancel {\n    allowed\n    reason\n  }\n  retry {\n    allowed\n    reason\n  }\n  rollback {\n    allowed\n    reason\n  }\n  revise {\n    allowed\n    reason\n  }\n}"};

export const CliCampaignChangedRunsDocument: TypedDocument<CliCampaignChangedRunsQuery, CliCampaignChangedRunsQueryVariables> = {"id":"d9e9908ffea34004de483d53fa7fa16881c8f6f23e77a53d280c137654b6ada1","name":"CliCampaignChangedRuns","text":"query CliCampaignChangedRuns($filter: RunFilter) {\n  runs(filter: $filter, page: {first: 1}) {\n    totalCount\n  }\n}"};

export const CliCampaignDecisionDocument: TypedDocument<CliCampaignDecisionQuery, CliCampaignDecisionQueryVariables> = {"id":"80bc56bea33342ed4e30d1110c3462561de28a0613bc7980efa97fc91b4c56ef","name":"CliCampaignDecision","text":"query CliCampaignDecision($id: ID!) {\n  campaign(id: $id) {\n    id\n    name\n    state\n    version\n    author {\n      name\n    }\n    lastEditor {\n      name\n    }\n    revision {\n      digest\n      members\n      waves\n      createdAt\n    }\n    can {\n      approve {\n        allowed\n        reason\n      }\n      deny {\n        allowed\n        reason\n      }\n    }\n    blastRadius {\n      nodes\n      sites {\n        value\n        count\n      }\n      byOs {\n        value\n        count\n      }\n      domains {\n        domain\n        members\n        nodeCount\n        unavailableMax\n      }\n      services {\n        members\n        service {\n          name\n          owner\n        }\n      }\n    }\n    planDiff {\n      againstDigest\n      addedCount\n      removedCount\n      added\n      removed\n      changes {\n        path\n        before\n        after\n      }\n    }\n  }\n}"};

export const CliCampaignDocumentDocument: TypedDocument<CliCampaignDocumentQuery, CliCampaignDocumentQueryVariables> = {"id":"765bbdcfc831284a965bf6330bf57dbbc5c01d90a2b6826130bac1cd3710599a","name":"CliCampaignDocument","text":"query CliCampaignDocument($id: ID!) {\n  campaign(id: $id) {\n    id\n    name\n    document\n  }\n}"};

export const CliCampaignRetriedRunsDocument: TypedDocument<CliCampaignRetriedRunsQuery, CliCampaignRetriedRunsQueryVariables> = {"id":"63f388af60e396723213e4cebf86f8c1e4c742a6f9ba160cdb4fe1ad9d9d8196","name":"CliCampaignRetriedRuns","text":"query CliCampaignRetriedRuns($filter: RunFilter, $page: PageInput) {\n  runs(filter: $filter, page: $page) {\n    nodes {\n      id\n      state\n      stateReason\n      node {\n        id\n        hostname\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}"};

export const CliTargetProfilesDocument: TypedDocument<CliTargetProfilesQuery, CliTargetProfilesQueryVariables> = {"id":"62140249c54a77d8220294cdee772dc3ebcb55e3281867b127aa8c82d42a2416","name":"CliTargetProfiles","text":"query CliTargetProfiles {\n  targetProfiles {\n    id\n    name\n    osId\n    osVersion\n    createdAt\n  }\n}"};

export const CliCredentialsDocument: TypedDocument<CliCredentialsQuery, CliCredentialsQueryVariables> = {"id":"d8ef3831ca8b4c4db30e01f50ab79fa317900e88e263878216cbad7c0e5276d2","name":"CliCredentials","text":"query CliCredentials {\n  credentials {\n    id\n    name\n    user\n    become\n    updatedAt\n  }\n}"};

export const CliHealthDocument: TypedDocument<CliHealthQuery, CliHealthQueryVariables> = {"id":"07aca3398a8d5e4f8461960ac7efef5d6a4b34e0bec7f8df6f73c74d1dd90831","name":"CliHealth","text":"query CliHealth {\n  health {\n    version\n    database\n    temporal\n    now\n  }\n}"};

export const CliDoctorDocument: TypedDocument<CliDoctorQuery, CliDoctorQueryVariables> = {"id":"0c25cf0f08c2e79ebb07fb3ebab712bee64cf4399de0d5d68c43ee52b1a55861","name":"CliDoctor","text":"query CliDoctor {\n  me {\n    via\n    person {\n      name\n      role\n    }\n  }\n  sites {\n    name\n    unattended\n    unattendedSince\n    nodeCount\n  }\n  sessions {\n    current\n    expiresAt\n  }\n  tokens {\n    id\n    name\n    expiresAt\n    revokedAt\n  }\n}"};

export const CliNodesAssessDocument: TypedDocument<CliNodesAssessMutation, CliNodesAssessMutationVariables> = {"id":"ccc8592d4f83dd039735c455f7c05675de4a16e7a71f8b2e6baf63f74b024925","name":"CliNodesAssess","text":"mutation CliNodesAssess($input: NodesAssessInput!) {\n  nodesAssess(input: $input) {\n    batch {\n      ...CliAssessmentBatch\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliAssessmentBatch on AssessmentBatch {\n  id\n  requestedAt\n  nodes\n  open\n  ready\n  blocked\n  failed\n  byCheck {\n    value\n    count\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliAssessmentBatchDocument: TypedDocument<CliAssessmentBatchQuery, CliAssessmentBatchQueryVariables> = {"id":"464670982a63e1329d1943aaf075ed0f36435f2fd034869c6d5f7edbff59bcb7","name":"CliAssessmentBatch","text":"query CliAssessmentBatch($id: ID!) {\n  assessmentBatch(id: $id) {\n    ...CliAssessmentBatch\n  }\n}\n\nfragment CliAssessmentBatch on AssessmentBatch {\n  id\n  requestedAt\n  nodes\n  open\n  ready\n  blocked\n  failed\n  byCheck {\n    value\n    count\n  }\n}"};

export const CliAssessmentsDocument: TypedDocument<CliAssessmentsQuery, CliAssessmentsQueryVariables> = {"id":"a9bc546b87171ce76f30155b750e87234879bb75aa22e67dce39633c741d11b0","name":"CliAssessments","text":"query CliAssessments($id: ID!, $page: PageInput) {\n  assessmentBatch(id: $id) {\n    assessments(page: $page) {\n      nodes {\n        id\n        nodeId\n        state\n        ready\n        message\n        endedAt\n        findings {\n          check\n          severity\n          message\n          remediation\n          unreadable\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n    }\n  }\n}"};

export const CliNodesDocument: TypedDocument<CliNodesQuery, CliNodesQueryVariables> = {"id":"a6bf24b8ad6825c702da95a71bbf6bbe1338cce5cfb21826708cc82005cf2197","name":"CliNodes","text":"query CliNodes($filter: NodeFilter, $orderBy: NodeOrder, $page: PageInput) {\n  nodes(filter: $filter, orderBy: $orderBy, page: $page) {\n    nodes {\n      ...CliNodeRow\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment CliNodeRow on Node {\n  id\n  hostname\n  source\n  externalId\n  site\n  address\n  os\n  kernel\n  stateClass\n  stateSince\n  runState\n  health\n  observedAt\n  held\n  protected\n  quarantined\n  missing\n  retired\n  domains\n  labels {\n    key\n    value\n  }\n}"};

export const CliNodeCountDocument: TypedDocument<CliNodeCountQuery, CliNodeCountQueryVariables> = {"id":"298e15e37070f73fedc993c3726f86c64daab8f4f167c106e4bbf5f8e30d1359","name":"CliNodeCount","text":"query CliNodeCount($filter: NodeFilter) {\n  nodes(filter: $filter, page: {first: 1}) {\n    totalCount\n  }\n}"};

export const CliNodeIdByNameDocument: TypedDocument<CliNodeIdByNameQuery, CliNodeIdByNameQueryVariables> = {"id":"aaa6479ec4b8cd4f5132fd4e58319bba0c3e5a3f3bd54720856d475f53504017","name":"CliNodeIdByName","text":"query CliNodeIdByName($name: String!) {\n  nodeByName(name: $name) {\n    id\n    hostname\n  }\n}"};

export const CliNodeIdByIdDocument: TypedDocument<CliNodeIdByIdQuery, CliNodeIdByIdQueryVariables> = {"id":"3d4ddeb1c8214a5f37a210165d94a61a62729429da6cc0aa8f4f0821de8e420e","name":"CliNodeIdById","text":"query CliNodeIdById($id: ID!) {\n  node(id: $id) {\n    id\n    hostname\n  }\n}"};

export const CliNodeDocument: TypedDocument<CliNodeQuery, CliNodeQueryVariables> = {"id":"c66e3f1ec6b1051eeda84d0fb9fde94ea22a56164121d3e2d45b61147f88287a","name":"CliNode","text":"query CliNode($id: ID!) {\n  node(id: $id) {\n    ...CliNodeRow\n    port\n    credential\n    machineId\n    incarnation\n    heldReason\n    role\n    inspectedAt\n    services {\n      name\n      owner\n    }\n    explain {\n      couldStart\n      obstacles {\n        code\n        message\n      }\n    }\n    restorePoints {\n      snapshotId\n      state\n      takenAt\n    }\n    assessment {\n      state\n      ready\n      requestedAt\n      findings {\n        check\n        severity\n        message\n        remediation\n      }\n    }\n    run {\n      id\n      campaignName\n      wave\n      attempt\n      state\n      stateReason\n      since\n      overdue\n      remediation\n      intent\n      outage {\n        message\n        since\n      }\n      findings {\n        check\n        severity\n        message\n        remediation\n      }\n      jobs {\n        id\n        step\n        attempt\n        phase\n        state\n        exitCode\n        reason\n        logBytes\n      }\n    }\n  }\n}\n\nfragment CliNodeRow on Node {\n  id\n  hostname\n  source\n  externalId\n  site\n  address\n  os\n  kernel\n  stateClass\n  stateSince\n  runState\n  health\n  observedAt\n  held\n  protected\n  quarantined\n  missing\n  retired\n  domains\n  labels {\n    key\n    value\n  }\n}"};

export const CliNodeExplainDocument: TypedDocument<CliNodeExplainQuery, CliNodeExplainQueryVariables> = {"id":"3fb07902c1e887e50557d4a7678e0b1e24673a1afca6f94f020cc6fa7eea47be","name":"CliNodeExplain","text":"query CliNodeExplain($id: ID!) {\n  node(id: $id) {\n    id\n    hostname\n    stateClass\n    run {\n      campaignName\n      wave\n      state\n      stateReason\n      remediation\n      outage {\n        message\n      }\n    }\n    explain {\n      couldStart\n      obstacles {\n        code\n        message\n      }\n    }\n  }\n}"};

export const CliNodeJobsDocument: TypedDocument<CliNodeJobsQuery, CliNodeJobsQueryVariables> = {"id":"0b3ccfb39608ad278fc8074ab241d1ac4fad4791d9c2d0011890a302a7bde855","name":"CliNodeJobs","text":"query CliNodeJobs($id: ID!) {\n  node(id: $id) {\n    id\n    hostname\n    runs {\n      id\n      campaignName\n      attempt\n      jobs {\n        id\n        step\n        attempt\n        state\n        logBytes\n        launchedAt\n      }\n    }\n  }\n}"};

export const CliRunLogDocument: TypedDocument<CliRunLogQuery, CliRunLogQueryVariables> = {"id":"21c95459758b7273c111f23cef50f8035eb9bf7c06986a434ed582ac4d4960cc","name":"CliRunLog","text":"query CliRunLog($runId: ID!, $jobId: ID!, $offset: Int!) {\n  run(id: $runId) {\n    log(jobId: $jobId, offset: $offset) {\n      offset\n      nextOffset\n      text\n      totalBytes\n    }\n  }\n}"};

export const CliSignInDocument: TypedDocument<CliSignInMutation, CliSignInMutationVariables> = {"id":"923ef1bda9c174491d1d2115d604e1325d43048c10e5b3b0e4c1372aac2e18a6","name":"CliSignIn","text":"mutation CliSignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    token\n    expiresAt\n    person {\n      name\n      role\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliSignOutDocument: TypedDocument<CliSignOutMutation, CliSignOutMutationVariables> = {"id":"39209ef73413948dced6e336ad3c71e37f140e55c1548e0474f737fb632eaca2","name":"CliSignOut","text":"mutation CliSignOut {\n  signOut {\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliMeDocument: TypedDocument<CliMeQuery, CliMeQueryVariables> = {"id":"22f35696d276d851999495e2653bc57b83ecc019e0cbe5b02366cf8a522f62fa","name":"CliMe","text":"query CliMe {\n  me {\n    via\n    permissions\n    person {\n      id\n      name\n      role\n    }\n  }\n}"};

export const CliSitesDocument: TypedDocument<CliSitesQuery, CliSitesQueryVariables> = {"id":"005baff53c251069c97c3a4dbaaed778398dd2985149503d9b214e7995a4bfee","name":"CliSites","text":"query CliSites {\n  sites {\n    ...CliSite\n  }\n}\n\nfragment CliSite on Site {\n  id\n  name\n  routeKind\n  proxy\n  provider\n  credential\n  socket\n  nodeCount\n  unattended\n  unattendedSince\n  bastions {\n    address\n    port\n    credential\n    hostKeys\n  }\n}"};

export const CliSiteSaveDocument: TypedDocument<CliSiteSaveMutation, CliSiteSaveMutationVariables> = {"id":"61f983e3706f7ebdb223b7566f2dcd5203f0b202cf40f39b20c0fc410f152b7c","name":"CliSiteSave","text":"mutation CliSiteSave($input: SiteSaveInput!) {\n  siteSave(input: $input) {\n    site {\n      ...CliSite\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliSite on Site {\n  id\n  name\n  routeKind\n  proxy\n  provider\n  credential\n  socket\n  nodeCount\n  unattended\n  unattendedSince\n  bastions {\n    address\n    port\n    credential\n    hostKeys\n  }\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliTokensDocument: TypedDocument<CliTokensQuery, CliTokensQueryVariables> = {"id":"232d44ef502915b34e70be91c5f1d6459670d3e604da4a0404efd092aea68343","name":"CliTokens","text":"query CliTokens {\n  tokens {\n    ...CliToken\n  }\n}\n\nfragment CliToken on ApiToken {\n  id\n  name\n  owner {\n    name\n  }\n  createdAt\n  expiresAt\n  lastUsedAt\n  revokedAt\n}"};

export const CliTokenCreateDocument: TypedDocument<CliTokenCreateMutation, CliTokenCreateMutationVariables> = {"id":"9a9b5338e37c523d175b652cda0114b3de5c4e6c09bc9ae084198f0236c4d950","name":"CliTokenCreate","text":"mutation CliTokenCreate($input: TokenCreateInput!) {\n  tokenCreate(input: $input) {\n    apiToken {\n      ...CliToken\n    }\n    secret\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliToken on ApiToken {\n  id\n  name\n  owner {\n    name\n  }\n  createdAt\n  expiresAt\n  lastUsedAt\n  revokedAt\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};

export const CliTokenRevokeDocument: TypedDocument<CliTokenRevokeMutation, CliTokenRevokeMutationVariables> = {"id":"e8625ee31d7254f0fffbf535116d719abf13e7781d8a260c945f64ca063b189d","name":"CliTokenRevoke","text":"mutation CliTokenRevoke($input: TokenRevokeInput!) {\n  tokenRevoke(input: $input) {\n    apiToken {\n      ...CliToken\n    }\n    userErrors {\n      ...CliRefusal\n    }\n  }\n}\n\nfragment CliToken on ApiToken {\n  id\n  name\n  owner {\n    name\n  }\n  createdAt\n  expiresAt\n  lastUsedAt\n  revokedAt\n}\n\nfragment CliRefusal on UserError {\n  code\n  message\n  field\n  hint\n}"};
