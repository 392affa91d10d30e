// Made from the .graphql files of apps/console by `npm run codegen`: do not edit.
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

/** Which nodes; all given parts must match, and an empty selector means all nodes that are not protected. */
export type SelectorInput = {
  /** These nodes. */
  readonly nodeIds?: ReadonlyArray<string> | null | undefined;
  /** Nodes of these sites. */
  readonly siteIds?: ReadonlyArray<string> | null | undefined;
  /** Nodes with all these labels. */
  readonly labels?: ReadonlyArray<LabelInput> | null | undefined;
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

/** What the author writes. */
export type CampaignSpecInput = {
  /** Name for people. */
  readonly name: string;
  /** Profile of the system to reach. */
  readonly targetProfileId: string;
  /** Which nodes. */
  readonly selector?: SelectorInput;
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

/** A new campaign. */
export type CampaignDraftInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The document. */
  readonly spec: CampaignSpecInput;
  /** Who speaks for it; left out: OPERATOR for a session, API for a token. */
  readonly source?: CampaignSource | null | undefined;
  /** Why, for the audit. */
  readonly reason?: string | null | undefined;
};

/** A changed document. */
export type CampaignReviseInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The campaign. */
  readonly campaignId: string;
  /** Refuse when the campaign has another version by now. */
  readonly expectedVersion?: number | null | undefined;
  /** Why, for the audit. */
  readonly reason?: string | null | undefined;
  /** The document. */
  readonly spec: CampaignSpecInput;
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

/** A credential with its secret. */
export type CredentialSaveInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** Unique name. */
  readonly name: string;
  /** Login user. */
  readonly user: string;
  /** Private key in OpenSSH or PEM format, without a passphrase. Encrypted before it is stored. */
  readonly privateKey: string;
  /** How to become root. */
  readonly become?: Become;
};

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

/** Which session to end. */
export type SessionRevokeInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The session. */
  readonly sessionId: string;
};

/** A new person. */
export type PersonCreateInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** Name to sign in with: lower case letters, digits, dot, hyphen, underscore. */
  readonly name: string;
  /** What the person may do. */
  readonly role: Role;
};

/** What to change about a person; what is left out stays. */
export type PersonChangeInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The person. */
  readonly personId: string;
  /** The new role. */
  readonly role?: Role | null | undefined;
  /** True: can no longer sign in, and loses every session and token. False: can again. */
  readonly disabled?: boolean | null | undefined;
  /** Why, for the audit. */
  readonly reason?: string | null | undefined;
};

/** Whose password to replace. */
export type PersonResetPasswordInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The person. */
  readonly personId: string;
  /** Why, for the audit. */
  readonly reason?: string | null | undefined;
};

/** The old password and the new one. */
export type PasswordChangeInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The password in force; never logged. */
  readonly current: string;
  /** The new one, 12 to 1024 characters; never logged. */
  readonly next: string;
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

/** What to count nodes by. */
export type NodeFacetField =
  /** Class. */
  | 'STATE_CLASS'
  /** Site. */
  | 'SITE'
  /** Operating system as last inspected; `unknown` for never inspected. */
  | 'OS'
  /** Health as last observed. */
  | 'HEALTH'
  /** First part of its failure domains, such as a region. */
  | 'REGION';

/** Format of an import. The same three are streamed by `POST /nodes/import`, without the limit of 8 MiB. */
export type ImportFormat =
  /** A sequence of mappings with the same keys as the CSV's columns. */
  | 'YAML'
  /** RFC 4180 with a header line, UTF-8, byte order mark allowed. */
  | 'CSV'
  /** An array of objects with the same keys as the CSV's columns. */
  | 'JSON';

/** What an import does with nodes that it does not name. */
export type ImportMode =
  /** Leaves them alone. */
  | 'MERGE'
  /** Marks those of the same source as missing. Refused when more would go missing than `missingPercentMax`. */
  | 'MIRROR';

/**
 * Nodes to import. Columns: `externalId, hostname, site, address` are required; `port` (22), `credential`, `hostKeys` (OpenSSH lines separated
 * by `;`), `machineId`, `domains` (separated by `;`), `labels` (`key=value` separated by `;`, or a JSON object), `protected` (true or false), `role`,
 * `probes` (JSON array of `{kind: tcp|http|command, …}`). In JSON and YAML, lists and objects may be written as such. `state`, which exports have
 * besides, is read over.
 */
export type NodesImportInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** Format of the content. */
  readonly format: ImportFormat;
  /** The text, at most 8 MiB. */
  readonly content: string;
  /** Name of the inventory; with `externalId` it identifies a node. */
  readonly source: string;
  /** What happens to nodes that are not named. */
  readonly mode?: ImportMode;
  /** Percent of the source's nodes that a mirrored import may mark as missing. */
  readonly missingPercentMax?: number;
  /** Only say what would happen. */
  readonly dryRun?: boolean;
};

/** Protect or unprotect. */
export type NodeProtectInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The node. */
  readonly nodeId: string;
  /** Wanted state. */
  readonly protected: boolean;
  /** Why, for the audit. */
  readonly reason: string;
};

/** Hold or let go. */
export type NodeHoldInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The node. */
  readonly nodeId: string;
  /** Wanted state. */
  readonly held: boolean;
  /** Why, for the audit. */
  readonly reason: string;
};

/** Back from quarantine. */
export type NodeClearQuarantineInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The node. */
  readonly nodeId: string;
  /** What was found and done, for the audit. */
  readonly reason: string;
};

/** Retire. */
export type NodeRetireInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The node. */
  readonly nodeId: string;
  /** Why, for the audit. */
  readonly reason: string;
};

/** Kinds of things that need a person. */
export type AttentionKind =
  /** A campaign halted by a gate or by a breach. */
  | 'CAMPAIGN_HALTED'
  /** A gate could not be judged in time. */
  | 'GATE_INCONCLUSIVE'
  /** A plan waits for a second person. */
  | 'APPROVAL_WAITING'
  /** A plan was approved and waits for its start. */
  | 'START_WAITING'
  /** Nodes that a human must look at. */
  | 'NODES_QUARANTINED'
  /** Nodes that nobody can reach although somebody watches. */
  | 'NODES_UNREACHABLE'
  /** Runs past their deadline. */
  | 'RUNS_OVERDUE'
  /** Runs that a check forbids. */
  | 'RUNS_BLOCKED'
  /** A site that nobody has been able to watch. */
  | 'SITE_UNATTENDED'
  /** A driver asked for attention five times and was not advanced. */
  | 'DRIVER_STUCK'
  /** Nodes that the last mirrored import no longer named. */
  | 'NODES_MISSING'
  /** A token of yours ends within seven days. */
  | 'TOKEN_ENDS';

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

/** A view to save. */
export type SavedViewSaveInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** List that it belongs to: `nodes`, `campaigns` or `audit`. */
  readonly list: string;
  /** Name for people, 1 to 63 characters. */
  readonly name: string;
  /** Search part of the address that shows it, at most 2000 characters. */
  readonly search: string;
  /** Whether everybody sees it. */
  readonly shared?: boolean;
};

/** A view to delete. */
export type SavedViewDeleteInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The view. */
  readonly savedViewId: string;
};

/** What to remember. */
export type PreferencesSaveInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** At most 32 KiB of JSON. */
  readonly preferences: Readonly<Record<string, unknown>>;
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

/** A disruption budget. */
export type BudgetSaveInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** The failure domain. */
  readonly domain: string;
  /** Most nodes that may be unavailable at once, at least 0. */
  readonly unavailableMax: number;
};

/** A target profile. */
export type TargetProfileSaveInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: string;
  /** Name for people. */
  readonly name: string;
  /** os-release `ID`, such as `opencloudos`. */
  readonly osId: string;
  /** os-release `VERSION_ID`, such as `8.8`. */
  readonly osVersion: string;
  /** Base URL of the repository snapshot: http or https, as nodes reach it. */
  readonly repositoryUrl: string;
  /** Armoured OpenPGP public key. */
  readonly repositoryKey: string;
  /** Start of the kernel release, such as `5.4.`. */
  readonly kernelPrefix: string;
};

export type ApprovalsInboxQueryVariables = Exact<{ [key: string]: never; }>;


export type ApprovalsInboxQuery = { readonly open: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly createdAt: string, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } } }> }, readonly decided: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly createdAt: string, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } } }> } };

export type ApprovalRowFragment = { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly createdAt: string, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } } };

export type ApprovalRequestQueryVariables = Exact<{
  id: string;
}>;


export type ApprovalRequestQuery = { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly source: CampaignSource, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly stateSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly version: number, readonly epoch: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly overdue: number, readonly spec: { readonly name: string, readonly targetProfileId: string, readonly concurrencyMax: number, readonly stagingMax: number, readonly exposureMax: number, readonly hooks: string | null, readonly seed: number, readonly selector: { readonly nodeIds: ReadonlyArray<string> | null, readonly siteIds: ReadonlyArray<string> | null, readonly labels: ReadonlyArray<{ readonly key: string, readonly value: string }> | null }, readonly waves: ReadonlyArray<{ readonly count: number | null, readonly percent: number | null, readonly rest: boolean | null }>, readonly gate: { readonly failurePercentMax: number, readonly firstLook: number, readonly inconclusiveSecondsMax: number, readonly lostMax: number, readonly soakSeconds: number, readonly verifiedPercentMin: number }, readonly deadlines: { readonly apply: number, readonly drain: number, readonly preflight: number, readonly reboot: number, readonly rebootSilence: number, readonly restore: number, readonly staging: number, readonly verify: number } }, readonly planDiff: { readonly againstDigest: string, readonly added: ReadonlyArray<string>, readonly addedCount: number, readonly removed: ReadonlyArray<string>, readonly removedCount: number, readonly changes: ReadonlyArray<{ readonly path: string, readonly before: string | null, readonly after: string | null }> } | null, readonly blastRadius: { readonly nodes: number, readonly sites: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly byOs: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly nodeCount: number, readonly unavailableMax: number | null }>, readonly services: ReadonlyArray<{ readonly members: number, readonly service: { readonly id: string, readonly name: string, readonly owner: string, readonly floor: number, readonly memberCount: number } }> } | null, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly quarantined: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly open: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly missingSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly soakedSeconds: number | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null };

export type ApprovalPreviewQueryVariables = Exact<{
  id: string;
}>;


export type ApprovalPreviewQuery = { readonly campaignPreview: { readonly digest: string | null, readonly memberCount: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }>, readonly excluded: ReadonlyArray<{ readonly reason: string, readonly count: number, readonly hostnames: ReadonlyArray<string> }>, readonly waves: ReadonlyArray<{ readonly number: number, readonly memberCount: number, readonly needed: number, readonly stopAt: number, readonly startableNow: number | null, readonly seesPercent: number | null, readonly expectedSeconds: number | null, readonly detection: ReadonlyArray<{ readonly truePercent: number, readonly stopProbability: number }>, readonly members: ReadonlyArray<{ readonly nodeId: string, readonly hostname: string, readonly domains: ReadonlyArray<string>, readonly obstacles: ReadonlyArray<{ readonly code: string, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> }>, readonly alternates: ReadonlyArray<{ readonly nodeId: string, readonly hostname: string, readonly domains: ReadonlyArray<string>, readonly obstacles: ReadonlyArray<{ readonly code: string, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> }> }> } };

export type ApprovalBudgetsQueryVariables = Exact<{ [key: string]: never; }>;


export type ApprovalBudgetsQuery = { readonly budgets: { readonly nodes: ReadonlyArray<{ readonly domain: string, readonly unavailableMax: number, readonly unavailableNow: number, readonly nodeCount: number }>, readonly pageInfo: { readonly hasNextPage: boolean } } };

export type AuditPageQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  page?: PageInput | null | undefined;
}>;


export type AuditPageQuery = { readonly audit: { readonly nodes: ReadonlyArray<{ readonly seq: number, readonly at: string, readonly actor: string, readonly via: string, readonly action: string, readonly objectKind: string, readonly objectId: string, readonly reason: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly before: Readonly<Record<string, unknown>> | null, readonly after: Readonly<Record<string, unknown>> | null, readonly hash: string }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type AuditCheckQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditCheckQuery = { readonly auditVerify: { readonly intact: boolean, readonly checked: number, readonly brokenAt: number | null, readonly fault: string | null } };

export type CampaignSubmitVerbMutationVariables = Exact<{
  input: CampaignVerbInput;
}>;


export type CampaignSubmitVerbMutation = { readonly answer: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly source: CampaignSource, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly stateSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly version: number, readonly epoch: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly overdue: number, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly quarantined: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly open: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly missingSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly soakedSeconds: number | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type CampaignStartVerbMutationVariables = Exact<{
  input: CampaignVerbInput;
}>;


export type CampaignStartVerbMutation = { readonly answer: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly source: CampaignSource, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly stateSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly version: number, readonly epoch: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly overdue: number, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly quarantined: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly open: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly missingSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly soakedSeconds: number | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type CampaignPauseVerbMutationVariables = Exact<{
  input: CampaignVerbInput;
}>;


export type CampaignPauseVerbMutation = { readonly answer: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly source: CampaignSource, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly stateSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly version: number, readonly epoch: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly overdue: number, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly quarantined: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly open: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly missingSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly soakedSeconds: number | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type CampaignHoldVerbMutationVariables = Exact<{
  input: CampaignVerbInput;
}>;


export type CampaignHoldVerbMutation = { readonly answer: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly source: CampaignSource, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly stateSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly version: number, readonly epoch: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly overdue: number, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly quarantined: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly open: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly missingSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly soakedSeconds: number | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type CampaignHaltVerbMutationVariables = Exact<{
  input: CampaignVerbInput;
}>;


export type CampaignHaltVerbMutation = { readonly answer: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly source: CampaignSource, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly stateSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly version: number, readonly epoch: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly overdue: number, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly quarantined: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly open: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly missingSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly soakedSeconds: number | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type CampaignResumeVerbMutationVariables = Exact<{
  input: CampaignVerbInput;
}>;


export type CampaignResumeVerbMutation = { readonly answer: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly source: CampaignSource, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly stateSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly version: number, readonly epoch: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly overdue: number, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly quarantined: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly open: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly missingSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly soakedSeconds: number | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type CampaignCancelVerbMutationVariables = Exact<{
  input: CampaignVerbInput;
}>;


export type CampaignCancelVerbMutation = { readonly answer: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly source: CampaignSource, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly stateSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly version: number, readonly epoch: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly overdue: number, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly quarantined: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly open: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly missingSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly soakedSeconds: number | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type CampaignApproveVerbMutationVariables = Exact<{
  input: CampaignApproveInput;
}>;


export type CampaignApproveVerbMutation = { readonly answer: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly source: CampaignSource, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly stateSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly version: number, readonly epoch: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly overdue: number, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly quarantined: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly open: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly missingSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly soakedSeconds: number | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type CampaignDenyVerbMutationVariables = Exact<{
  input: CampaignDenyInput;
}>;


export type CampaignDenyVerbMutation = { readonly answer: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly source: CampaignSource, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly stateSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly version: number, readonly epoch: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly overdue: number, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly quarantined: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly open: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly missingSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly soakedSeconds: number | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type CampaignRetryVerbMutationVariables = Exact<{
  input: CampaignRetryInput;
}>;


export type CampaignRetryVerbMutation = { readonly answer: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly source: CampaignSource, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly stateSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly version: number, readonly epoch: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly overdue: number, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly quarantined: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly open: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly missingSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly soakedSeconds: number | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type CampaignRollbackVerbMutationVariables = Exact<{
  input: CampaignRollbackInput;
}>;


export type CampaignRollbackVerbMutation = { readonly answer: { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly source: CampaignSource, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly stateSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly version: number, readonly epoch: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly overdue: number, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly quarantined: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly open: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly missingSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly soakedSeconds: number | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type CampaignCanPartsFragment = { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } };

export type PermittedPartsFragment = { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null };

export type PermitHolderPartsFragment = { readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean };

export type VerdictPartsFragment = { readonly wave: number, readonly kind: VerdictKind, readonly message: string, readonly at: string, readonly evidence: ReadonlyArray<{ readonly name: string, readonly value: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly threshold: string | null, readonly window: string | null, readonly samples: number | null }> };

export type CampaignSpecPartsFragment = { readonly name: string, readonly targetProfileId: string, readonly concurrencyMax: number, readonly stagingMax: number, readonly exposureMax: number, readonly hooks: string | null, readonly seed: number, readonly selector: { readonly nodeIds: ReadonlyArray<string> | null, readonly siteIds: ReadonlyArray<string> | null, readonly labels: ReadonlyArray<{ readonly key: string, readonly value: string }> | null }, readonly waves: ReadonlyArray<{ readonly count: number | null, readonly percent: number | null, readonly rest: boolean | null }>, readonly gate: { readonly failurePercentMax: number, readonly firstLook: number, readonly inconclusiveSecondsMax: number, readonly lostMax: number, readonly soakSeconds: number, readonly verifiedPercentMin: number }, readonly deadlines: { readonly apply: number, readonly drain: number, readonly preflight: number, readonly reboot: number, readonly rebootSilence: number, readonly restore: number, readonly staging: number, readonly verify: number } };

export type PreviewPartsFragment = { readonly digest: string | null, readonly memberCount: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }>, readonly excluded: ReadonlyArray<{ readonly reason: string, readonly count: number, readonly hostnames: ReadonlyArray<string> }>, readonly waves: ReadonlyArray<{ readonly number: number, readonly memberCount: number, readonly needed: number, readonly stopAt: number, readonly startableNow: number | null, readonly seesPercent: number | null, readonly expectedSeconds: number | null, readonly detection: ReadonlyArray<{ readonly truePercent: number, readonly stopProbability: number }>, readonly members: ReadonlyArray<{ readonly nodeId: string, readonly hostname: string, readonly domains: ReadonlyArray<string>, readonly obstacles: ReadonlyArray<{ readonly code: string, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> }>, readonly alternates: ReadonlyArray<{ readonly nodeId: string, readonly hostname: string, readonly domains: ReadonlyArray<string>, readonly obstacles: ReadonlyArray<{ readonly code: string, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> }> }> };

export type CampaignPagePartsFragment = { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly source: CampaignSource, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly stateSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly version: number, readonly epoch: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly overdue: number, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly quarantined: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly open: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly missingSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly soakedSeconds: number | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> };

export type CampaignPageQueryVariables = Exact<{
  id: string;
}>;


export type CampaignPageQuery = { readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly source: CampaignSource, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly stateSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly version: number, readonly epoch: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly overdue: number, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly quarantined: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly open: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly missingSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly soakedSeconds: number | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null };

export type CampaignRowFragment = { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly version: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> };

export type CampaignListQueryVariables = Exact<{
  filter?: CampaignFilter | null | undefined;
  orderBy?: CampaignOrder | null | undefined;
  page?: PageInput | null | undefined;
}>;


export type CampaignListQuery = { readonly campaigns: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly version: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly author: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly members: number, readonly waves: number } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type CampaignStateCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type CampaignStateCountsQuery = { readonly running: { readonly totalCount: number }, readonly waiting: { readonly totalCount: number }, readonly stopped: { readonly totalCount: number }, readonly drafts: { readonly totalCount: number }, readonly ended: { readonly totalCount: number } };

export type CampaignDetailQueryVariables = Exact<{
  id: string;
}>;


export type CampaignDetailQuery = { readonly campaign: { readonly id: string, readonly spec: { readonly name: string, readonly targetProfileId: string, readonly concurrencyMax: number, readonly stagingMax: number, readonly exposureMax: number, readonly hooks: string | null, readonly seed: number, readonly selector: { readonly nodeIds: ReadonlyArray<string> | null, readonly siteIds: ReadonlyArray<string> | null, readonly labels: ReadonlyArray<{ readonly key: string, readonly value: string }> | null }, readonly waves: ReadonlyArray<{ readonly count: number | null, readonly percent: number | null, readonly rest: boolean | null }>, readonly gate: { readonly failurePercentMax: number, readonly firstLook: number, readonly inconclusiveSecondsMax: number, readonly lostMax: number, readonly soakSeconds: number, readonly verifiedPercentMin: number }, readonly deadlines: { readonly apply: number, readonly drain: number, readonly preflight: number, readonly reboot: number, readonly rebootSilence: number, readonly restore: number, readonly staging: number, readonly verify: number } }, readonly forecast: { readonly p50: string, readonly p90: string, readonly samples: number } | null, readonly burnDown: ReadonlyArray<{ readonly at: string, readonly remaining: number }>, readonly availabilitySeries: ReadonlyArray<{ readonly from: string, readonly until: string, readonly lowerPercent: number, readonly upperPercent: number }>, readonly failures: ReadonlyArray<{ readonly reason: string, readonly failureClass: FailureClass | null, readonly count: number, readonly firstAt: string, readonly hostnames: ReadonlyArray<string>, readonly remediation: string | null, readonly remedy: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }>, readonly planDiff: { readonly againstDigest: string, readonly added: ReadonlyArray<string>, readonly addedCount: number, readonly removed: ReadonlyArray<string>, readonly removedCount: number, readonly changes: ReadonlyArray<{ readonly path: string, readonly before: string | null, readonly after: string | null }> } | null, readonly waves: ReadonlyArray<{ readonly number: number, readonly verdicts: ReadonlyArray<{ readonly wave: number, readonly kind: VerdictKind, readonly message: string, readonly at: string, readonly evidence: ReadonlyArray<{ readonly name: string, readonly value: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly threshold: string | null, readonly window: string | null, readonly samples: number | null }> }> }> } | null };

export type PlanDiffPartsFragment = { readonly againstDigest: string, readonly added: ReadonlyArray<string>, readonly addedCount: number, readonly removed: ReadonlyArray<string>, readonly removedCount: number, readonly changes: ReadonlyArray<{ readonly path: string, readonly before: string | null, readonly after: string | null }> };

export type CampaignOverdueRunsQueryVariables = Exact<{
  id: string;
}>;


export type CampaignOverdueRunsQuery = { readonly runs: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly wave: number, readonly state: RunState, readonly since: string, readonly stateReason: string | null, readonly remediation: string | null, readonly remedy: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly node: { readonly id: string, readonly hostname: string, readonly site: string } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly stepDurations: ReadonlyArray<{ readonly name: string, readonly medianSeconds: number, readonly p95Seconds: number, readonly samples: number }> };

export type CampaignEventsQueryVariables = Exact<{
  id: string;
}>;


export type CampaignEventsQuery = { readonly audit: { readonly nodes: ReadonlyArray<{ readonly seq: number, readonly at: string, readonly actor: string, readonly action: string, readonly reason: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly via: string }>, readonly pageInfo: { readonly hasNextPage: boolean } } };

export type CampaignTargetProfilesQueryVariables = Exact<{ [key: string]: never; }>;


export type CampaignTargetProfilesQuery = { readonly targetProfiles: ReadonlyArray<{ readonly id: string, readonly name: string, readonly osId: string, readonly osVersion: string, readonly kernelPrefix: string, readonly repositoryUrl: string, readonly createdAt: string }> };

export type CampaignRunsQueryVariables = Exact<{
  filter: RunFilter;
  page?: PageInput | null | undefined;
  campaignId: string;
}>;


export type CampaignRunsQuery = { readonly campaign: { readonly id: string, readonly name: string, readonly state: CampaignState } | null, readonly runs: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly wave: number, readonly attempt: number, readonly state: RunState, readonly stateClass: StateClass, readonly stateReason: string | null, readonly failureClass: FailureClass | null, readonly remediation: string | null, readonly remedy: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly since: string, readonly overdue: boolean, readonly node: { readonly id: string, readonly hostname: string, readonly site: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type WizardChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type WizardChoicesQuery = { readonly targetProfiles: ReadonlyArray<{ readonly id: string, readonly name: string, readonly osId: string, readonly osVersion: string, readonly kernelPrefix: string, readonly repositoryUrl: string, readonly createdAt: string }>, readonly sites: ReadonlyArray<{ readonly id: string, readonly name: string, readonly nodeCount: number, readonly unattended: boolean }> };

export type WizardCampaignQueryVariables = Exact<{
  id: string;
}>;


export type WizardCampaignQuery = { readonly campaign: { readonly id: string, readonly version: number, readonly state: CampaignState, readonly stateDetail: ReadonlyArray<string>, readonly document: Readonly<Record<string, unknown>>, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly spec: { readonly name: string, readonly targetProfileId: string, readonly concurrencyMax: number, readonly stagingMax: number, readonly exposureMax: number, readonly hooks: string | null, readonly seed: number, readonly selector: { readonly nodeIds: ReadonlyArray<string> | null, readonly siteIds: ReadonlyArray<string> | null, readonly labels: ReadonlyArray<{ readonly key: string, readonly value: string }> | null }, readonly waves: ReadonlyArray<{ readonly count: number | null, readonly percent: number | null, readonly rest: boolean | null }>, readonly gate: { readonly failurePercentMax: number, readonly firstLook: number, readonly inconclusiveSecondsMax: number, readonly lostMax: number, readonly soakSeconds: number, readonly verifiedPercentMin: number }, readonly deadlines: { readonly apply: number, readonly drain: number, readonly preflight: number, readonly reboot: number, readonly rebootSilence: number, readonly restore: number, readonly staging: number, readonly verify: number } } } | null };

export type WizardNodesQueryVariables = Exact<{
  filter?: NodeFilter | null | undefined;
  page?: PageInput | null | undefined;
}>;


export type WizardNodesQuery = { readonly nodes: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly hostname: string, readonly site: string, readonly os: string | null }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type WizardNodeByNameQueryVariables = Exact<{
  name: string;
}>;


export type WizardNodeByNameQuery = { readonly nodeByName: { readonly id: string, readonly hostname: string } | null };

export type WizardPreviewQueryVariables = Exact<{
  spec: CampaignSpecInput;
}>;


export type WizardPreviewQuery = { readonly campaignPreview: { readonly digest: string | null, readonly memberCount: number, readonly problems: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }>, readonly excluded: ReadonlyArray<{ readonly reason: string, readonly count: number, readonly hostnames: ReadonlyArray<string> }>, readonly waves: ReadonlyArray<{ readonly number: number, readonly memberCount: number, readonly needed: number, readonly stopAt: number, readonly startableNow: number | null, readonly seesPercent: number | null, readonly expectedSeconds: number | null, readonly detection: ReadonlyArray<{ readonly truePercent: number, readonly stopProbability: number }>, readonly members: ReadonlyArray<{ readonly nodeId: string, readonly hostname: string, readonly domains: ReadonlyArray<string>, readonly obstacles: ReadonlyArray<{ readonly code: string, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> }>, readonly alternates: ReadonlyArray<{ readonly nodeId: string, readonly hostname: string, readonly domains: ReadonlyArray<string>, readonly obstacles: ReadonlyArray<{ readonly code: string, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> }> }> } };

export type WizardAssessmentQueryVariables = Exact<{
  id: string;
}>;


export type WizardAssessmentQuery = { readonly assessmentBatch: { readonly id: string, readonly nodes: number, readonly open: number, readonly ready: number, readonly blocked: number, readonly failed: number, readonly requestedAt: string, readonly byCheck: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly assessments: { readonly nodes: ReadonlyArray<{ readonly nodeId: string, readonly state: AssessmentState, readonly ready: boolean | null, readonly message: string | null, readonly findings: ReadonlyArray<{ readonly check: string, readonly severity: FindingSeverity, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly remediation: string, readonly remedy: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> }>, readonly pageInfo: { readonly hasNextPage: boolean } } } | null };

export type WizardAssessMutationVariables = Exact<{
  input: NodesAssessInput;
}>;


export type WizardAssessMutation = { readonly answer: { readonly batch: { readonly id: string, readonly nodes: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type WizardDraftMutationVariables = Exact<{
  input: CampaignDraftInput;
}>;


export type WizardDraftMutation = { readonly answer: { readonly campaign: { readonly id: string, readonly version: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type WizardReviseMutationVariables = Exact<{
  input: CampaignReviseInput;
}>;


export type WizardReviseMutation = { readonly answer: { readonly campaign: { readonly id: string, readonly version: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type WizardTryDocumentMutationVariables = Exact<{
  input: CampaignApplyInput;
}>;


export type WizardTryDocumentMutation = { readonly answer: { readonly outcome: ApplyOutcome | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type PreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type PreferencesQuery = { readonly preferences: Readonly<Record<string, unknown>> };

export type PreferencesSaveMutationVariables = Exact<{
  input: PreferencesSaveInput;
}>;


export type PreferencesSaveMutation = { readonly preferencesSave: { readonly preferences: Readonly<Record<string, unknown>> | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type UserErrorPartsFragment = { readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null };

export type FleetNowQueryVariables = Exact<{ [key: string]: never; }>;


export type FleetNowQuery = { readonly fleet: { readonly total: number, readonly unavailable: number, readonly held: number, readonly quarantined: number, readonly protected: number, readonly inFlight: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly bySite: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly byLifecycle: ReadonlyArray<{ readonly family: string, readonly count: number, readonly endOfLife: string | null }> } };

export type FleetMapPageQueryVariables = Exact<{
  filter?: NodeFilter | null | undefined;
}>;


export type FleetMapPageQuery = { readonly fleetMap: { readonly layout: string, readonly revision: number, readonly nodeCount: number, readonly states: string, readonly matches: string | null, readonly matchCount: number, readonly groups: ReadonlyArray<{ readonly site: string, readonly domain: string, readonly start: number, readonly count: number }> } };

export type FleetMapCellQueryVariables = Exact<{
  layout: string;
  ordinal: number;
}>;


export type FleetMapCellQuery = { readonly fleetMapNode: { readonly id: string, readonly hostname: string, readonly site: string, readonly address: string, readonly os: string | null, readonly kernel: string | null, readonly role: string | null, readonly domains: ReadonlyArray<string>, readonly stateClass: StateClass, readonly stateSince: string, readonly health: NodeHealth, readonly runState: RunState | null, readonly held: boolean, readonly heldReason: string | null, readonly protected: boolean, readonly quarantined: boolean, readonly services: ReadonlyArray<{ readonly id: string, readonly name: string, readonly owner: string, readonly floor: number }>, readonly run: { readonly id: string, readonly campaignId: string, readonly campaignName: string, readonly wave: number, readonly stateReason: string | null } | null } | null };

export type FleetBudgetsQueryVariables = Exact<{
  first: number;
}>;


export type FleetBudgetsQuery = { readonly budgets: { readonly nodes: ReadonlyArray<{ readonly domain: string, readonly nodeCount: number, readonly unavailableMax: number, readonly unavailableNow: number }> } };

export type NodeGlanceFragment = { readonly id: string, readonly hostname: string, readonly site: string, readonly address: string, readonly os: string | null, readonly kernel: string | null, readonly role: string | null, readonly domains: ReadonlyArray<string>, readonly stateClass: StateClass, readonly stateSince: string, readonly health: NodeHealth, readonly runState: RunState | null, readonly held: boolean, readonly heldReason: string | null, readonly protected: boolean, readonly quarantined: boolean, readonly services: ReadonlyArray<{ readonly id: string, readonly name: string, readonly owner: string, readonly floor: number }>, readonly run: { readonly id: string, readonly campaignId: string, readonly campaignName: string, readonly wave: number, readonly stateReason: string | null } | null };

export type NodesImportMutationVariables = Exact<{
  input: NodesImportInput;
}>;


export type NodesImportMutation = { readonly nodesImport: { readonly rows: number, readonly created: number, readonly updated: number, readonly unchanged: number, readonly missing: number, readonly rowErrorCount: number, readonly rowErrors: ReadonlyArray<{ readonly row: number, readonly column: string | null, readonly code: string, readonly message: string }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type SavedViewsQueryVariables = Exact<{
  list: string;
}>;


export type SavedViewsQuery = { readonly savedViews: ReadonlyArray<{ readonly id: string, readonly name: string, readonly search: string, readonly shared: boolean, readonly owner: { readonly id: string, readonly name: string } }> };

export type SavedViewSaveMutationVariables = Exact<{
  input: SavedViewSaveInput;
}>;


export type SavedViewSaveMutation = { readonly savedViewSave: { readonly savedView: { readonly id: string, readonly name: string, readonly search: string, readonly shared: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type SavedViewDeleteMutationVariables = Exact<{
  input: SavedViewDeleteInput;
}>;


export type SavedViewDeleteMutation = { readonly savedViewDelete: { readonly savedView: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type LiveSubscriptionVariables = Exact<{
  topics: ReadonlyArray<LiveTopicInput> | LiveTopicInput;
}>;


export type LiveSubscription = { readonly live: { readonly topic: string, readonly seq: number, readonly at: string, readonly now: { readonly at: string, readonly unattendedSites: ReadonlyArray<string>, readonly attention: ReadonlyArray<{ readonly id: string, readonly kind: AttentionKind, readonly stateClass: StateClass, readonly since: string, readonly reason: string | null, readonly count: number | null, readonly subject: string | null, readonly wave: number | null, readonly campaign: { readonly id: string, readonly name: string } | null }>, readonly campaigns: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly startedAt: string | null, readonly overdue: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }>, readonly forecast: { readonly p50: string, readonly p90: string, readonly samples: number } | null }>, readonly fleet: { readonly total: number, readonly unavailable: number, readonly held: number, readonly quarantined: number, readonly protected: number, readonly inFlight: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly bySite: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly byLifecycle: ReadonlyArray<{ readonly family: string, readonly count: number, readonly endOfLife: string | null }> }, readonly events: ReadonlyArray<{ readonly seq: number, readonly at: string, readonly actor: string, readonly via: string, readonly action: string, readonly objectKind: string, readonly objectId: string, readonly reason: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } | null, readonly fleet: { readonly fromRevision: number, readonly revision: number, readonly layout: string, readonly changes: string, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> } | null, readonly campaign: { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly source: CampaignSource, readonly state: CampaignState, readonly stateReason: string | null, readonly stateDetail: ReadonlyArray<string>, readonly stateSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly version: number, readonly epoch: number, readonly parentId: string | null, readonly createdAt: string, readonly startedAt: string | null, readonly endedAt: string | null, readonly overdue: number, readonly author: { readonly id: string, readonly name: string }, readonly lastEditor: { readonly id: string, readonly name: string }, readonly revision: { readonly digest: string, readonly createdAt: string, readonly members: number, readonly waves: number } | null, readonly approval: { readonly approved: boolean, readonly at: string, readonly digest: string, readonly reason: string | null, readonly person: { readonly id: string, readonly name: string } } | null, readonly can: { readonly revise: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly submit: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly approve: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly deny: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly start: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly pause: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly hold: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly halt: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly resume: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly cancel: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly retry: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null }, readonly rollback: { readonly allowed: boolean, readonly code: string | null, readonly reason: string | null } }, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly nodeId: string, readonly hostname: string, readonly state: RunState, readonly overdue: boolean }>, readonly summary: { readonly migrated: number, readonly rolledBack: number, readonly failedClean: number, readonly quarantined: number, readonly blocked: number, readonly deferred: number, readonly cancelled: number, readonly open: number, readonly unavailableSecondsLower: number, readonly unavailableSecondsUpper: number }, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly overdue: number, readonly missing: ReadonlyArray<string>, readonly missingSentences: ReadonlyArray<{ readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null>, readonly soakedSeconds: number | null, readonly startedAt: string | null, readonly endedAt: string | null, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly counts: ReadonlyArray<{ readonly state: RunState, readonly count: number }>, readonly domains: ReadonlyArray<{ readonly domain: string, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }> }> } | null, readonly node: { readonly source: string, readonly externalId: string, readonly address: string, readonly port: number, readonly role: string | null, readonly machineId: string | null, readonly incarnation: number, readonly credential: string | null, readonly hostKeys: ReadonlyArray<string>, readonly inspectedAt: string | null, readonly observedAt: string | null, readonly facts: Readonly<Record<string, unknown>> | null, readonly id: string, readonly hostname: string, readonly site: string, readonly domains: ReadonlyArray<string>, readonly os: string | null, readonly kernel: string | null, readonly stateClass: StateClass, readonly stateSince: string, readonly runState: RunState | null, readonly health: NodeHealth, readonly held: boolean, readonly heldReason: string | null, readonly protected: boolean, readonly quarantined: boolean, readonly retired: boolean, readonly missing: boolean, readonly labels: ReadonlyArray<{ readonly key: string, readonly value: string }>, readonly services: ReadonlyArray<{ readonly id: string, readonly name: string, readonly owner: string, readonly floor: number }>, readonly explain: { readonly couldStart: boolean, readonly obstacles: ReadonlyArray<{ readonly code: string, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> }, readonly assessment: { readonly id: string, readonly state: AssessmentState, readonly ready: boolean | null, readonly message: string | null, readonly endedAt: string | null, readonly findings: ReadonlyArray<{ readonly check: string, readonly severity: FindingSeverity, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly remediation: string, readonly remedy: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly unreadable: boolean }> } | null, readonly restorePoints: ReadonlyArray<{ readonly id: string, readonly runId: string, readonly attempt: number, readonly state: string, readonly takenAt: string, readonly snapshotId: string }>, readonly runs: ReadonlyArray<{ readonly id: string, readonly campaignId: string, readonly campaignName: string, readonly wave: number, readonly attempt: number, readonly state: RunState, readonly stateClass: StateClass, readonly stateReason: string | null, readonly since: string, readonly createdAt: string, readonly endedAt: string | null }>, readonly run: { readonly id: string, readonly campaignId: string, readonly campaignName: string, readonly wave: number, readonly intent: string, readonly attempt: number, readonly state: RunState, readonly stateClass: StateClass, readonly stateReason: string | null, readonly remediation: string | null, readonly remedy: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly failureClass: FailureClass | null, readonly since: string, readonly createdAt: string, readonly endedAt: string | null, readonly overdue: boolean, readonly node: { readonly id: string, readonly hostname: string, readonly site: string }, readonly findings: ReadonlyArray<{ readonly check: string, readonly severity: FindingSeverity, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly remediation: string, readonly remedy: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly unreadable: boolean }>, readonly steps: ReadonlyArray<{ readonly name: string, readonly attempt: number, readonly state: string, readonly begunAt: string, readonly at: string }>, readonly jobs: ReadonlyArray<{ readonly id: string, readonly phase: string, readonly step: string, readonly attempt: number, readonly state: string, readonly reason: string | null, readonly exitCode: number | null, readonly launchedAt: string, readonly lastSeenAt: string | null, readonly logBytes: number }>, readonly outage: { readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly since: string, readonly failureClass: FailureClass } | null, readonly packageChanges: { readonly added: number, readonly changed: number, readonly removed: number, readonly packages: ReadonlyArray<{ readonly name: string, readonly before: string | null, readonly after: string | null }> } | null } | null } | null } };

export type NodePageQueryVariables = Exact<{
  id: string;
}>;


export type NodePageQuery = { readonly node: { readonly source: string, readonly externalId: string, readonly address: string, readonly port: number, readonly role: string | null, readonly machineId: string | null, readonly incarnation: number, readonly credential: string | null, readonly hostKeys: ReadonlyArray<string>, readonly inspectedAt: string | null, readonly observedAt: string | null, readonly facts: Readonly<Record<string, unknown>> | null, readonly id: string, readonly hostname: string, readonly site: string, readonly domains: ReadonlyArray<string>, readonly os: string | null, readonly kernel: string | null, readonly stateClass: StateClass, readonly stateSince: string, readonly runState: RunState | null, readonly health: NodeHealth, readonly held: boolean, readonly heldReason: string | null, readonly protected: boolean, readonly quarantined: boolean, readonly retired: boolean, readonly missing: boolean, readonly labels: ReadonlyArray<{ readonly key: string, readonly value: string }>, readonly services: ReadonlyArray<{ readonly id: string, readonly name: string, readonly owner: string, readonly floor: number }>, readonly explain: { readonly couldStart: boolean, readonly obstacles: ReadonlyArray<{ readonly code: string, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> }, readonly assessment: { readonly id: string, readonly state: AssessmentState, readonly ready: boolean | null, readonly message: string | null, readonly endedAt: string | null, readonly findings: ReadonlyArray<{ readonly check: string, readonly severity: FindingSeverity, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly remediation: string, readonly remedy: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly unreadable: boolean }> } | null, readonly restorePoints: ReadonlyArray<{ readonly id: string, readonly runId: string, readonly attempt: number, readonly state: string, readonly takenAt: string, readonly snapshotId: string }>, readonly runs: ReadonlyArray<{ readonly id: string, readonly campaignId: string, readonly campaignName: string, readonly wave: number, readonly attempt: number, readonly state: RunState, readonly stateClass: StateClass, readonly stateReason: string | null, readonly since: string, readonly createdAt: string, readonly endedAt: string | null }>, readonly run: { readonly id: string, readonly campaignId: string, readonly campaignName: string, readonly wave: number, readonly intent: string, readonly attempt: number, readonly state: RunState, readonly stateClass: StateClass, readonly stateReason: string | null, readonly remediation: string | null, readonly remedy: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly failureClass: FailureClass | null, readonly since: string, readonly createdAt: string, readonly endedAt: string | null, readonly overdue: boolean, readonly node: { readonly id: string, readonly hostname: string, readonly site: string }, readonly findings: ReadonlyArray<{ readonly check: string, readonly severity: FindingSeverity, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly remediation: string, readonly remedy: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly unreadable: boolean }>, readonly steps: ReadonlyArray<{ readonly name: string, readonly attempt: number, readonly state: string, readonly begunAt: string, readonly at: string }>, readonly jobs: ReadonlyArray<{ readonly id: string, readonly phase: string, readonly step: string, readonly attempt: number, readonly state: string, readonly reason: string | null, readonly exitCode: number | null, readonly launchedAt: string, readonly lastSeenAt: string | null, readonly logBytes: number }>, readonly outage: { readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly since: string, readonly failureClass: FailureClass } | null, readonly packageChanges: { readonly added: number, readonly changed: number, readonly removed: number, readonly packages: ReadonlyArray<{ readonly name: string, readonly before: string | null, readonly after: string | null }> } | null } | null } | null };

export type NodeByNameQueryVariables = Exact<{
  name: string;
}>;


export type NodeByNameQuery = { readonly nodeByName: { readonly id: string } | null };

export type NodePagePartsFragment = { readonly source: string, readonly externalId: string, readonly address: string, readonly port: number, readonly role: string | null, readonly machineId: string | null, readonly incarnation: number, readonly credential: string | null, readonly hostKeys: ReadonlyArray<string>, readonly inspectedAt: string | null, readonly observedAt: string | null, readonly facts: Readonly<Record<string, unknown>> | null, readonly id: string, readonly hostname: string, readonly site: string, readonly domains: ReadonlyArray<string>, readonly os: string | null, readonly kernel: string | null, readonly stateClass: StateClass, readonly stateSince: string, readonly runState: RunState | null, readonly health: NodeHealth, readonly held: boolean, readonly heldReason: string | null, readonly protected: boolean, readonly quarantined: boolean, readonly retired: boolean, readonly missing: boolean, readonly labels: ReadonlyArray<{ readonly key: string, readonly value: string }>, readonly services: ReadonlyArray<{ readonly id: string, readonly name: string, readonly owner: string, readonly floor: number }>, readonly explain: { readonly couldStart: boolean, readonly obstacles: ReadonlyArray<{ readonly code: string, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> }, readonly assessment: { readonly id: string, readonly state: AssessmentState, readonly ready: boolean | null, readonly message: string | null, readonly endedAt: string | null, readonly findings: ReadonlyArray<{ readonly check: string, readonly severity: FindingSeverity, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly remediation: string, readonly remedy: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly unreadable: boolean }> } | null, readonly restorePoints: ReadonlyArray<{ readonly id: string, readonly runId: string, readonly attempt: number, readonly state: string, readonly takenAt: string, readonly snapshotId: string }>, readonly runs: ReadonlyArray<{ readonly id: string, readonly campaignId: string, readonly campaignName: string, readonly wave: number, readonly attempt: number, readonly state: RunState, readonly stateClass: StateClass, readonly stateReason: string | null, readonly since: string, readonly createdAt: string, readonly endedAt: string | null }>, readonly run: { readonly id: string, readonly campaignId: string, readonly campaignName: string, readonly wave: number, readonly intent: string, readonly attempt: number, readonly state: RunState, readonly stateClass: StateClass, readonly stateReason: string | null, readonly remediation: string | null, readonly remedy: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly failureClass: FailureClass | null, readonly since: string, readonly createdAt: string, readonly endedAt: string | null, readonly overdue: boolean, readonly node: { readonly id: string, readonly hostname: string, readonly site: string }, readonly findings: ReadonlyArray<{ readonly check: string, readonly severity: FindingSeverity, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly remediation: string, readonly remedy: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly unreadable: boolean }>, readonly steps: ReadonlyArray<{ readonly name: string, readonly attempt: number, readonly state: string, readonly begunAt: string, readonly at: string }>, readonly jobs: ReadonlyArray<{ readonly id: string, readonly phase: string, readonly step: string, readonly attempt: number, readonly state: string, readonly reason: string | null, readonly exitCode: number | null, readonly launchedAt: string, readonly lastSeenAt: string | null, readonly logBytes: number }>, readonly outage: { readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly since: string, readonly failureClass: FailureClass } | null, readonly packageChanges: { readonly added: number, readonly changed: number, readonly removed: number, readonly packages: ReadonlyArray<{ readonly name: string, readonly before: string | null, readonly after: string | null }> } | null } | null };

export type RunPartsFragment = { readonly id: string, readonly campaignId: string, readonly campaignName: string, readonly wave: number, readonly intent: string, readonly attempt: number, readonly state: RunState, readonly stateClass: StateClass, readonly stateReason: string | null, readonly remediation: string | null, readonly remedy: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly failureClass: FailureClass | null, readonly since: string, readonly createdAt: string, readonly endedAt: string | null, readonly overdue: boolean, readonly node: { readonly id: string, readonly hostname: string, readonly site: string }, readonly findings: ReadonlyArray<{ readonly check: string, readonly severity: FindingSeverity, readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly remediation: string, readonly remedy: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly unreadable: boolean }>, readonly steps: ReadonlyArray<{ readonly name: string, readonly attempt: number, readonly state: string, readonly begunAt: string, readonly at: string }>, readonly jobs: ReadonlyArray<{ readonly id: string, readonly phase: string, readonly step: string, readonly attempt: number, readonly state: string, readonly reason: string | null, readonly exitCode: number | null, readonly launchedAt: string, readonly lastSeenAt: string | null, readonly logBytes: number }>, readonly outage: { readonly message: string, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null, readonly since: string, readonly failureClass: FailureClass } | null, readonly packageChanges: { readonly added: number, readonly changed: number, readonly removed: number, readonly packages: ReadonlyArray<{ readonly name: string, readonly before: string | null, readonly after: string | null }> } | null };

export type StepDurationsQueryVariables = Exact<{
  campaignId?: string | null | undefined;
}>;


export type StepDurationsQuery = { readonly stepDurations: ReadonlyArray<{ readonly name: string, readonly medianSeconds: number, readonly p95Seconds: number, readonly samples: number }> };

export type NodeListQueryVariables = Exact<{
  filter?: NodeFilter | null | undefined;
  orderBy?: NodeOrder | null | undefined;
  page?: PageInput | null | undefined;
}>;


export type NodeListQuery = { readonly nodes: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly hostname: string, readonly site: string, readonly domains: ReadonlyArray<string>, readonly os: string | null, readonly kernel: string | null, readonly stateClass: StateClass, readonly stateSince: string, readonly runState: RunState | null, readonly health: NodeHealth, readonly held: boolean, readonly heldReason: string | null, readonly protected: boolean, readonly quarantined: boolean, readonly retired: boolean, readonly missing: boolean }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type NodeFacetsQueryVariables = Exact<{
  by: ReadonlyArray<NodeFacetField> | NodeFacetField;
  filter?: NodeFilter | null | undefined;
}>;


export type NodeFacetsQuery = { readonly nodeFacets: ReadonlyArray<{ readonly field: NodeFacetField, readonly counts: ReadonlyArray<{ readonly value: string, readonly count: number }> }> };

export type NodeRowFragment = { readonly id: string, readonly hostname: string, readonly site: string, readonly domains: ReadonlyArray<string>, readonly os: string | null, readonly kernel: string | null, readonly stateClass: StateClass, readonly stateSince: string, readonly runState: RunState | null, readonly health: NodeHealth, readonly held: boolean, readonly heldReason: string | null, readonly protected: boolean, readonly quarantined: boolean, readonly retired: boolean, readonly missing: boolean };

export type NodeHoldMutationVariables = Exact<{
  input: NodeHoldInput;
}>;


export type NodeHoldMutation = { readonly nodeHold: { readonly node: { readonly id: string, readonly hostname: string, readonly site: string, readonly domains: ReadonlyArray<string>, readonly os: string | null, readonly kernel: string | null, readonly stateClass: StateClass, readonly stateSince: string, readonly runState: RunState | null, readonly health: NodeHealth, readonly held: boolean, readonly heldReason: string | null, readonly protected: boolean, readonly quarantined: boolean, readonly retired: boolean, readonly missing: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type NodeProtectMutationVariables = Exact<{
  input: NodeProtectInput;
}>;


export type NodeProtectMutation = { readonly nodeProtect: { readonly node: { readonly id: string, readonly hostname: string, readonly site: string, readonly domains: ReadonlyArray<string>, readonly os: string | null, readonly kernel: string | null, readonly stateClass: StateClass, readonly stateSince: string, readonly runState: RunState | null, readonly health: NodeHealth, readonly held: boolean, readonly heldReason: string | null, readonly protected: boolean, readonly quarantined: boolean, readonly retired: boolean, readonly missing: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type NodeRetireMutationVariables = Exact<{
  input: NodeRetireInput;
}>;


export type NodeRetireMutation = { readonly nodeRetire: { readonly node: { readonly id: string, readonly hostname: string, readonly site: string, readonly domains: ReadonlyArray<string>, readonly os: string | null, readonly kernel: string | null, readonly stateClass: StateClass, readonly stateSince: string, readonly runState: RunState | null, readonly health: NodeHealth, readonly held: boolean, readonly heldReason: string | null, readonly protected: boolean, readonly quarantined: boolean, readonly retired: boolean, readonly missing: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type NodeClearQuarantineMutationVariables = Exact<{
  input: NodeClearQuarantineInput;
}>;


export type NodeClearQuarantineMutation = { readonly nodeClearQuarantine: { readonly node: { readonly id: string, readonly hostname: string, readonly site: string, readonly domains: ReadonlyArray<string>, readonly os: string | null, readonly kernel: string | null, readonly stateClass: StateClass, readonly stateSince: string, readonly runState: RunState | null, readonly health: NodeHealth, readonly held: boolean, readonly heldReason: string | null, readonly protected: boolean, readonly quarantined: boolean, readonly retired: boolean, readonly missing: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type NodesAssessMutationVariables = Exact<{
  input: NodesAssessInput;
}>;


export type NodesAssessMutation = { readonly nodesAssess: { readonly batch: { readonly id: string, readonly nodes: number } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type AssessmentBatchPageQueryVariables = Exact<{
  id: string;
}>;


export type AssessmentBatchPageQuery = { readonly assessmentBatch: { readonly id: string, readonly requestedAt: string, readonly nodes: number, readonly ready: number, readonly blocked: number, readonly failed: number, readonly open: number, readonly byCheck: ReadonlyArray<{ readonly value: string, readonly count: number }> } | null };

export type TargetProfileChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type TargetProfileChoicesQuery = { readonly targetProfiles: ReadonlyArray<{ readonly id: string, readonly name: string, readonly osId: string, readonly osVersion: string }> };

export type NowPageQueryVariables = Exact<{ [key: string]: never; }>;


export type NowPageQuery = { readonly now: { readonly at: string, readonly unattendedSites: ReadonlyArray<string>, readonly attention: ReadonlyArray<{ readonly id: string, readonly kind: AttentionKind, readonly stateClass: StateClass, readonly since: string, readonly reason: string | null, readonly count: number | null, readonly subject: string | null, readonly wave: number | null, readonly campaign: { readonly id: string, readonly name: string } | null }>, readonly campaigns: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly startedAt: string | null, readonly overdue: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }>, readonly forecast: { readonly p50: string, readonly p90: string, readonly samples: number } | null }>, readonly fleet: { readonly total: number, readonly unavailable: number, readonly held: number, readonly quarantined: number, readonly protected: number, readonly inFlight: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly bySite: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly byLifecycle: ReadonlyArray<{ readonly family: string, readonly count: number, readonly endOfLife: string | null }> }, readonly events: ReadonlyArray<{ readonly seq: number, readonly at: string, readonly actor: string, readonly via: string, readonly action: string, readonly objectKind: string, readonly objectId: string, readonly reason: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type NowAvailabilityQueryVariables = Exact<{ [key: string]: never; }>;


export type NowAvailabilityQuery = { readonly campaigns: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly waves: ReadonlyArray<{ readonly number: number, readonly startedAt: string | null, readonly endedAt: string | null }>, readonly availabilitySeries: ReadonlyArray<{ readonly from: string, readonly until: string, readonly lowerPercent: number, readonly upperPercent: number }> }> } };

export type NowPartsFragment = { readonly at: string, readonly unattendedSites: ReadonlyArray<string>, readonly attention: ReadonlyArray<{ readonly id: string, readonly kind: AttentionKind, readonly stateClass: StateClass, readonly since: string, readonly reason: string | null, readonly count: number | null, readonly subject: string | null, readonly wave: number | null, readonly campaign: { readonly id: string, readonly name: string } | null }>, readonly campaigns: ReadonlyArray<{ readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly startedAt: string | null, readonly overdue: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }>, readonly forecast: { readonly p50: string, readonly p90: string, readonly samples: number } | null }>, readonly fleet: { readonly total: number, readonly unavailable: number, readonly held: number, readonly quarantined: number, readonly protected: number, readonly inFlight: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly bySite: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly byLifecycle: ReadonlyArray<{ readonly family: string, readonly count: number, readonly endOfLife: string | null }> }, readonly events: ReadonlyArray<{ readonly seq: number, readonly at: string, readonly actor: string, readonly via: string, readonly action: string, readonly objectKind: string, readonly objectId: string, readonly reason: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> };

export type CampaignGlanceFragment = { readonly id: string, readonly name: string, readonly kind: CampaignKind, readonly state: CampaignState, readonly stateReason: string | null, readonly startedAt: string | null, readonly overdue: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly waves: ReadonlyArray<{ readonly number: number, readonly state: WaveState, readonly members: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }> }>, readonly forecast: { readonly p50: string, readonly p90: string, readonly samples: number } | null };

export type FleetNumbersFragment = { readonly total: number, readonly unavailable: number, readonly held: number, readonly quarantined: number, readonly protected: number, readonly inFlight: number, readonly byStateClass: ReadonlyArray<{ readonly stateClass: StateClass, readonly count: number }>, readonly bySite: ReadonlyArray<{ readonly value: string, readonly count: number }>, readonly byLifecycle: ReadonlyArray<{ readonly family: string, readonly count: number, readonly endOfLife: string | null }> };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly via: SignInKind, readonly permissions: ReadonlyArray<string>, readonly person: { readonly id: string, readonly name: string, readonly role: Role } } };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { readonly signIn: { readonly person: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { readonly signOut: { readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type SettingsTokensQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsTokensQuery = { readonly tokens: ReadonlyArray<{ readonly id: string, readonly name: string, readonly createdAt: string, readonly expiresAt: string | null, readonly lastUsedAt: string | null, readonly revokedAt: string | null, readonly owner: { readonly id: string, readonly name: string } }> };

export type TokenCreateMutationVariables = Exact<{
  input: TokenCreateInput;
}>;


export type TokenCreateMutation = { readonly tokenCreate: { readonly secret: string | null, readonly apiToken: { readonly id: string, readonly name: string, readonly expiresAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type TokenRevokeMutationVariables = Exact<{
  input: TokenRevokeInput;
}>;


export type TokenRevokeMutation = { readonly tokenRevoke: { readonly apiToken: { readonly id: string, readonly revokedAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type SettingsSessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsSessionsQuery = { readonly sessions: ReadonlyArray<{ readonly id: string, readonly createdAt: string, readonly expiresAt: string, readonly lastUsedAt: string | null, readonly current: boolean }> };

export type SessionRevokeMutationVariables = Exact<{
  input: SessionRevokeInput;
}>;


export type SessionRevokeMutation = { readonly sessionRevoke: { readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type PasswordChangeMutationVariables = Exact<{
  input: PasswordChangeInput;
}>;


export type PasswordChangeMutation = { readonly passwordChange: { readonly person: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type SettingsSitesQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsSitesQuery = { readonly sites: ReadonlyArray<{ readonly id: string, readonly name: string, readonly routeKind: SiteRouteKind, readonly proxy: string | null, readonly socket: string | null, readonly credential: string | null, readonly provider: string | null, readonly nodeCount: number, readonly unattended: boolean, readonly unattendedSince: string | null, readonly bastions: ReadonlyArray<{ readonly address: string, readonly port: number, readonly credential: string, readonly hostKeys: ReadonlyArray<string> }> }> };

export type SiteSaveMutationVariables = Exact<{
  input: SiteSaveInput;
}>;


export type SiteSaveMutation = { readonly siteSave: { readonly site: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type SettingsCredentialsQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsCredentialsQuery = { readonly credentials: ReadonlyArray<{ readonly id: string, readonly name: string, readonly user: string, readonly become: Become, readonly updatedAt: string }> };

export type CredentialSaveMutationVariables = Exact<{
  input: CredentialSaveInput;
}>;


export type CredentialSaveMutation = { readonly credentialSave: { readonly credential: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type SettingsTargetProfilesQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsTargetProfilesQuery = { readonly targetProfiles: ReadonlyArray<{ readonly id: string, readonly name: string, readonly osId: string, readonly osVersion: string, readonly kernelPrefix: string, readonly repositoryUrl: string, readonly repositoryKey: string, readonly createdAt: string }> };

export type TargetProfileSaveMutationVariables = Exact<{
  input: TargetProfileSaveInput;
}>;


export type TargetProfileSaveMutation = { readonly targetProfileSave: { readonly targetProfile: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type SettingsBudgetsQueryVariables = Exact<{
  page?: PageInput | null | undefined;
}>;


export type SettingsBudgetsQuery = { readonly budgets: { readonly nodes: ReadonlyArray<{ readonly domain: string, readonly nodeCount: number, readonly unavailableMax: number, readonly unavailableNow: number }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type BudgetSaveMutationVariables = Exact<{
  input: BudgetSaveInput;
}>;


export type BudgetSaveMutation = { readonly budgetSave: { readonly budget: { readonly domain: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type SettingsPeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsPeopleQuery = { readonly people: ReadonlyArray<{ readonly id: string, readonly name: string, readonly role: Role, readonly disabledAt: string | null, readonly lastSignInAt: string | null }> };

export type SettingsRolesQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsRolesQuery = { readonly roles: ReadonlyArray<{ readonly role: Role, readonly permissions: ReadonlyArray<string> }> };

export type PersonCreateMutationVariables = Exact<{
  input: PersonCreateInput;
}>;


export type PersonCreateMutation = { readonly personCreate: { readonly password: string | null, readonly person: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type PersonChangeMutationVariables = Exact<{
  input: PersonChangeInput;
}>;


export type PersonChangeMutation = { readonly personChange: { readonly person: { readonly id: string, readonly role: Role, readonly disabledAt: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type PersonResetPasswordMutationVariables = Exact<{
  input: PersonResetPasswordInput;
}>;


export type PersonResetPasswordMutation = { readonly personResetPassword: { readonly password: string | null, readonly person: { readonly id: string, readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export type SettingsHealthQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsHealthQuery = { readonly health: { readonly version: string, readonly now: string | null, readonly database: boolean, readonly temporal: boolean } };

export type ShellNumbersQueryVariables = Exact<{ [key: string]: never; }>;


export type ShellNumbersQuery = { readonly health: { readonly version: string } };

export type CampaignsHaltAllMutationVariables = Exact<{
  input: CampaignsHaltAllInput;
}>;


export type CampaignsHaltAllMutation = { readonly campaignsHaltAll: { readonly campaigns: ReadonlyArray<{ readonly id: string, readonly state: CampaignState }>, readonly holdingPermit: ReadonlyArray<{ readonly runId: string, readonly hostname: string }>, readonly userErrors: ReadonlyArray<{ readonly code: string, readonly field: ReadonlyArray<string> | null, readonly message: string, readonly hint: string | null, readonly sentence: { readonly code: string; readonly values: Readonly<Record<string, unknown>> } | null }> } };

export const ApprovalsInboxDocument: TypedDocument<ApprovalsInboxQuery, ApprovalsInboxQueryVariables> = {"id":"bed87970981762abaa33f1c1035b0005b1b6060da051738a5b24bd401b820f41","name":"ApprovalsInbox","text":"query ApprovalsInbox {\n  open: campaigns(filter: {states: [AWAITING_APPROVAL]}, page: {first: 100}) {\n    nodes {\n      ...ApprovalRow\n    }\n    totalCount\n  }\n  decided: campaigns(\n    filter: {states: [SCHEDULED, REJECTED, RUNNING, PAUSED, HALTING, HALTED, CANCELLING, CANCELLED, COMPLETED, COMPLETED_WITH_EXCEPTIONS], kind: MIGRATE}\n    page: {first: 50}\n  ) {\n    nodes {\n      ...ApprovalRow\n    }\n  }\n}\n\nfragment ApprovalRow on Campaign {\n  id\n  name\n  kind\n  state\n  createdAt\n  author {\n    id\n    name\n  }\n  lastEditor {\n    id\n    name\n  }\n  revision {\n    digest\n    createdAt\n    members\n    waves\n  }\n  approval {\n    approved\n    at\n    reason\n    person {\n      id\n      name\n    }\n  }\n  can {\n    approve {\n      ...PermittedParts\n    }\n    deny {\n      ...PermittedParts\n    }\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}"};

export const ApprovalRequestDocument: TypedDocument<ApprovalRequestQuery, ApprovalRequestQueryVariables> = {"id":"fe3b17814d33af878b1bed102c6c728417654e88bbb9b1c4a763bbfe390ebf84","name":"ApprovalRequest","text":"query ApprovalRequest($id: ID!) {\n  campaign(id: $id) {\n    ...CampaignPageParts\n    spec {\n      ...CampaignSpecParts\n    }\n    planDiff {\n      ...PlanDiffParts\n    }\n    blastRadius {\n      nodes\n      sites {\n        value\n        count\n      }\n      byOs {\n        value\n        count\n      }\n      domains {\n        domain\n        members\n        nodeCount\n        unavailableMax\n      }\n      services {\n        members\n        service {\n          id\n          name\n          owner\n          floor\n          memberCount\n        }\n      }\n    }\n  }\n}\n\nfragment CampaignPageParts on Campaign {\n  id\n  name\n  kind\n  source\n  state\n  stateReason\n  stateDetail\n  stateSentences\n  version\n  epoch\n  parentId\n  createdAt\n  startedAt\n  endedAt\n  overdue\n  author {\n    id\n    name\n  }\n  lastEditor {\n    id\n    name\n  }\n  revision {\n    digest\n    createdAt\n    members\n    waves\n  }\n  approval {\n    approved\n    at\n    digest\n    reason\n    person {\n      id\n      name\n    }\n  }\n  can {\n    ...CampaignCanParts\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  counts {\n    state\n    count\n  }\n  holdingPermit {\n    ...PermitHolderParts\n  }\n  summary {\n    migrated\n    rolledBack\n    failedClean\n    quarantined\n    blocked\n    deferred\n    cancelled\n    open\n    unavailableSecondsLower\n    unavailableSecondsUpper\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    missingSentences\n    soakedSeconds\n    startedAt\n    endedAt\n    byStateClass {\n      stateClass\n      count\n    }\n    counts {\n      state\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}\n\nfragment CampaignCanParts on CampaignCan {\n  revise {\n    ...PermittedParts\n  }\n  submit {\n    ...PermittedParts\n  }\n  approve {\n    ...PermittedParts\n  }\n  deny {\n    ...PermittedParts\n  }\n  start {\n    ...PermittedParts\n  }\n  pause {\n    ...PermittedParts\n  }\n  hold {\n    ...PermittedParts\n  }\n  halt {\n    ...PermittedParts\n  }\n  resume {\n    ...PermittedParts\n  }\n  cancel {\n    ...PermittedParts\n  }\n  retry {\n    ...PermittedParts\n  }\n  rollback {\n    ...PermittedParts\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}\n\nfragment PermitHolderParts on PermitHolder {\n  runId\n  nodeId\n  hostname\n  state\n  overdue\n}\n\nfragment CampaignSpecParts on CampaignSpec {\n  name\n  targetProfileId\n  selector {\n    labels {\n      key\n      value\n    }\n    nodeIds\n    siteIds\n  }\n  waves {\n    count\n    percent\n    rest\n  }\n  gate {\n    failurePercentMax\n    firstLook\n    inconclusiveSecondsMax\n    lostMax\n    soakSeconds\n    verifiedPercentMin\n  }\n  concurrencyMax\n  stagingMax\n  exposureMax\n  deadlines {\n    apply\n    drain\n    preflight\n    reboot\n    rebootSilence\n    restore\n    staging\n    verify\n  }\n  hooks\n  seed\n}\n\nfragment PlanDiffParts on PlanDiff {\n  againstDigest\n  added\n  addedCount\n  removed\n  removedCount\n  changes {\n    path\n    before\n    after\n  }\n}"};

export const ApprovalPreviewDocument: TypedDocument<ApprovalPreviewQuery, ApprovalPreviewQueryVariables> = {"id":"97ba317158e9d1917511b344ba3f29e837f225152a678fd72e75d36423d37a23","name":"ApprovalPreview","text":"query ApprovalPreview($id: ID!) {\n  campaignPreview(of: {campaignId: $id}) {\n    ...PreviewParts\n  }\n}\n\nfragment PreviewParts on CampaignPreview {\n  digest\n  memberCount\n  problems {\n    ...UserErrorParts\n  }\n  excluded {\n    reason\n    count\n    hostnames\n  }\n  waves {\n    number\n    memberCount\n    needed\n    stopAt\n    startableNow\n    seesPercent\n    expectedSeconds\n    detection {\n      truePercent\n      stopProbability\n    }\n    members {\n      nodeId\n      hostname\n      domains\n      obstacles {\n        code\n        message\n        sentence\n      }\n    }\n    alternates {\n      nodeId\n      hostname\n      domains\n      obstacles {\n        code\n        message\n        sentence\n      }\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const ApprovalBudgetsDocument: TypedDocument<ApprovalBudgetsQuery, ApprovalBudgetsQueryVariables> = {"id":"a66981fbd25a2cfa5461298dbd2a2e304bd218467fa28e56278d8221ff970b3e","name":"ApprovalBudgets","text":"query ApprovalBudgets {\n  budgets(page: {first: 200}) {\n    nodes {\n      domain\n      unavailableMax\n      unavailableNow\n      nodeCount\n    }\n    pageInfo {\n      hasNextPage\n    }\n  }\n}"};

export const AuditPageDocument: TypedDocument<AuditPageQuery, AuditPageQueryVariables> = {"id":"a05a4e5cfce6030f023a3098fdacd98044e68895ac954120a3994ea30a8eebcc","name":"AuditPage","text":"query AuditPage($filter: AuditFilter, $page: PageInput) {\n  audit(filter: $filter, page: $page) {\n    nodes {\n      seq\n      at\n      actor\n      via\n      action\n      objectKind\n      objectId\n      reason\n      sentence\n      before\n      after\n      hash\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}"};

export const AuditCheckDocument: TypedDocument<AuditCheckQuery, AuditCheckQueryVariables> = {"id":"3e4e5c9315b3e646538db6de3fd56d4b451db177ba1c90e6d72e337be385dc0e","name":"AuditCheck","text":"query AuditCheck {\n  auditVerify {\n    intact\n    checked\n    brokenAt\n    fault\n  }\n}"};

export const CampaignSubmitVerbDocument: TypedDocument<CampaignSubmitVerbMutation, CampaignSubmitVerbMutationVariables> = {"id":"5f0ed03379651da0c76d3e88f87bdbaeb3b87dbfa31e74d5db7b1d3ad0f5eefb","name":"CampaignSubmitVerb","text":"mutation CampaignSubmitVerb($input: CampaignVerbInput!) {\n  answer: campaignSubmit(input: $input) {\n    campaign {\n      ...CampaignPageParts\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment CampaignPageParts on Campaign {\n  id\n  name\n  kind\n  source\n  state\n  stateReason\n  stateDetail\n  stateSentences\n  version\n  epoch\n  parentId\n  createdAt\n  startedAt\n  endedAt\n  overdue\n  author {\n    id\n    name\n  }\n  lastEditor {\n    id\n    name\n  }\n  revision {\n    digest\n    createdAt\n    members\n    waves\n  }\n  approval {\n    approved\n    at\n    digest\n    reason\n    person {\n      id\n      name\n    }\n  }\n  can {\n    ...CampaignCanParts\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  counts {\n    state\n    count\n  }\n  holdingPermit {\n    ...PermitHolderParts\n  }\n  summary {\n    migrated\n    rolledBack\n    failedClean\n    quarantined\n    blocked\n    deferred\n    cancelled\n    open\n    unavailableSecondsLower\n    unavailableSecondsUpper\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    missingSentences\n    soakedSeconds\n    startedAt\n    endedAt\n    byStateClass {\n      stateClass\n      count\n    }\n    counts {\n      state\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}\n\nfragment CampaignCanParts on CampaignCan {\n  revise {\n    ...PermittedParts\n  }\n  submit {\n    ...PermittedParts\n  }\n  approve {\n    ...PermittedParts\n  }\n  deny {\n    ...PermittedParts\n  }\n  start {\n    ...PermittedParts\n  }\n  pause {\n    ...PermittedParts\n  }\n  hold {\n    ...PermittedParts\n  }\n  halt {\n    ...PermittedParts\n  }\n  resume {\n    ...PermittedParts\n  }\n  cancel {\n    ...PermittedParts\n  }\n  retry {\n    ...PermittedParts\n  }\n  rollback {\n    ...PermittedParts\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}\n\nfragment PermitHolderParts on PermitHolder {\n  runId\n  nodeId\n  hostname\n  state\n  overdue\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const CampaignStartVerbDocument: TypedDocument<CampaignStartVerbMutation, CampaignStartVerbMutationVariables> = {"id":"09d4949e6ab8934645101a36792852691b22755d235935ac0c5eefb66ab5fe7a","name":"CampaignStartVerb","text":"mutation CampaignStartVerb($input: CampaignVerbInput!) {\n  answer: campaignStart(input: $input) {\n    campaign {\n      ...CampaignPageParts\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment CampaignPageParts on Campaign {\n  id\n  name\n  kind\n  source\n  state\n  stateReason\n  stateDetail\n  stateSentences\n  version\n  epoch\n  parentId\n  createdAt\n  startedAt\n  endedAt\n  overdue\n  author {\n    id\n    name\n  }\n  lastEditor {\n    id\n    name\n  }\n  revision {\n    digest\n    createdAt\n    members\n    waves\n  }\n  approval {\n    approved\n    at\n    digest\n    reason\n    person {\n      id\n      name\n    }\n  }\n  can {\n    ...CampaignCanParts\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  counts {\n    state\n    count\n  }\n  holdingPermit {\n    ...PermitHolderParts\n  }\n  summary {\n    migrated\n    rolledBack\n    failedClean\n    quarantined\n    blocked\n    deferred\n    cancelled\n    open\n    unavailableSecondsLower\n    unavailableSecondsUpper\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    missingSentences\n    soakedSeconds\n    startedAt\n    endedAt\n    byStateClass {\n      stateClass\n      count\n    }\n    counts {\n      state\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}\n\nfragment CampaignCanParts on CampaignCan {\n  revise {\n    ...PermittedParts\n  }\n  submit {\n    ...PermittedParts\n  }\n  approve {\n    ...PermittedParts\n  }\n  deny {\n    ...PermittedParts\n  }\n  start {\n    ...PermittedParts\n  }\n  pause {\n    ...PermittedParts\n  }\n  hold {\n    ...PermittedParts\n  }\n  halt {\n    ...PermittedParts\n  }\n  resume {\n    ...PermittedParts\n  }\n  cancel {\n    ...PermittedParts\n  }\n  retry {\n    ...PermittedParts\n  }\n  rollback {\n    ...PermittedParts\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}\n\nfragment PermitHolderParts on PermitHolder {\n  runId\n  nodeId\n  hostname\n  state\n  overdue\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const CampaignPauseVerbDocument: TypedDocument<CampaignPauseVerbMutation, CampaignPauseVerbMutationVariables> = {"id":"12d2ec588c27156ad669cb2e6fe704221ce1f2e84a1baedef45a04bdd173d02d","name":"CampaignPauseVerb","text":"mutation CampaignPauseVerb($input: CampaignVerbInput!) {\n  answer: campaignPause(input: $input) {\n    campaign {\n      ...CampaignPageParts\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment CampaignPageParts on Campaign {\n  id\n  name\n  kind\n  source\n  state\n  stateReason\n  stateDetail\n  stateSentences\n  version\n  epoch\n  parentId\n  createdAt\n  startedAt\n  endedAt\n  overdue\n  author {\n    id\n    name\n  }\n  lastEditor {\n    id\n    name\n  }\n  revision {\n    digest\n    createdAt\n    members\n    waves\n  }\n  approval {\n    approved\n    at\n    digest\n    reason\n    person {\n      id\n      name\n    }\n  }\n  can {\n    ...CampaignCanParts\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  counts {\n    state\n    count\n  }\n  holdingPermit {\n    ...PermitHolderParts\n  }\n  summary {\n    migrated\n    rolledBack\n    failedClean\n    quarantined\n    blocked\n    deferred\n    cancelled\n    open\n    unavailableSecondsLower\n    unavailableSecondsUpper\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    missingSentences\n    soakedSeconds\n    startedAt\n    endedAt\n    byStateClass {\n      stateClass\n      count\n    }\n    counts {\n      state\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}\n\nfragment CampaignCanParts on CampaignCan {\n  revise {\n    ...PermittedParts\n  }\n  submit {\n    ...PermittedParts\n  }\n  approve {\n    ...PermittedParts\n  }\n  deny {\n    ...PermittedParts\n  }\n  start {\n    ...PermittedParts\n  }\n  pause {\n    ...PermittedParts\n  }\n  hold {\n    ...PermittedParts\n  }\n  halt {\n    ...PermittedParts\n  }\n  resume {\n    ...PermittedParts\n  }\n  cancel {\n    ...PermittedParts\n  }\n  retry {\n    ...PermittedParts\n  }\n  rollback {\n    ...PermittedParts\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}\n\nfragment PermitHolderParts on PermitHolder {\n  runId\n  nodeId\n  hostname\n  state\n  overdue\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const CampaignHoldVerbDocument: TypedDocument<CampaignHoldVerbMutation, CampaignHoldVerbMutationVariables> = {"id":"a743bbe99918a52ff0da4193cf0387d0504271ff724af732a5728af170ae4585","name":"CampaignHoldVerb","text":"mutation CampaignHoldVerb($input: CampaignVerbInput!) {\n  answer: campaignHold(input: $input) {\n    campaign {\n      ...CampaignPageParts\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment CampaignPageParts on Campaign {\n  id\n  name\n  kind\n  source\n  state\n  stateReason\n  stateDetail\n  stateSentences\n  version\n  epoch\n  parentId\n  createdAt\n  startedAt\n  endedAt\n  overdue\n  author {\n    id\n    name\n  }\n  lastEditor {\n    id\n    name\n  }\n  revision {\n    digest\n    createdAt\n    members\n    waves\n  }\n  approval {\n    approved\n    at\n    digest\n    reason\n    person {\n      id\n      name\n    }\n  }\n  can {\n    ...CampaignCanParts\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  counts {\n    state\n    count\n  }\n  holdingPermit {\n    ...PermitHolderParts\n  }\n  summary {\n    migrated\n    rolledBack\n    failedClean\n    quarantined\n    blocked\n    deferred\n    cancelled\n    open\n    unavailableSecondsLower\n    unavailableSecondsUpper\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    missingSentences\n    soakedSeconds\n    startedAt\n    endedAt\n    byStateClass {\n      stateClass\n      count\n    }\n    counts {\n      state\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}\n\nfragment CampaignCanParts on CampaignCan {\n  revise {\n    ...PermittedParts\n  }\n  submit {\n    ...PermittedParts\n  }\n  approve {\n    ...PermittedParts\n  }\n  deny {\n    ...PermittedParts\n  }\n  start {\n    ...PermittedParts\n  }\n  pause {\n    ...PermittedParts\n  }\n  hold {\n    ...PermittedParts\n  }\n  halt {\n    ...PermittedParts\n  }\n  resume {\n    ...PermittedParts\n  }\n  cancel {\n    ...PermittedParts\n  }\n  retry {\n    ...PermittedParts\n  }\n  rollback {\n    ...PermittedParts\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}\n\nfragment PermitHolderParts on PermitHolder {\n  runId\n  nodeId\n  hostname\n  state\n  overdue\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const CampaignHaltVerbDocument: TypedDocument<CampaignHaltVerbMutation, CampaignHaltVerbMutationVariables> = {"id":"7d704694373fcb63150df0fb3fa817de13c07d22f24331a897c30ba2cf16cf9d","name":"CampaignHaltVerb","text":"mutation CampaignHaltVerb($input: CampaignVerbInput!) {\n  answer: campaignHalt(input: $input) {\n    campaign {\n      ...CampaignPageParts\n    }\n    holdingPermit {\n      ...PermitHolderParts\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment CampaignPageParts on Campaign {\n  id\n  name\n  kind\n  source\n  state\n  stateReason\n  stateDetail\n  stateSentences\n  version\n  epoch\n  parentId\n  createdAt\n  startedAt\n  endedAt\n  overdue\n  author {\n    id\n    name\n  }\n  lastEditor {\n    id\n    name\n  }\n  revision {\n    digest\n    createdAt\n    members\n    waves\n  }\n  approval {\n    approved\n    at\n    digest\n    reason\n    person {\n      id\n      name\n    }\n  }\n  can {\n    ...CampaignCanParts\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  counts {\n    state\n    count\n  }\n  holdingPermit {\n    ...PermitHolderParts\n  }\n  summary {\n    migrated\n    rolledBack\n    failedClean\n    quarantined\n    blocked\n    deferred\n    cancelled\n    open\n    unavailableSecondsLower\n    unavailableSecondsUpper\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    missingSentences\n    soakedSeconds\n    startedAt\n    endedAt\n    byStateClass {\n      stateClass\n      count\n    }\n    counts {\n      state\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}\n\nfragment CampaignCanParts on CampaignCan {\n  revise {\n    ...PermittedParts\n  }\n  submit {\n    ...PermittedParts\n  }\n  approve {\n    ...PermittedParts\n  }\n  deny {\n    ...PermittedParts\n  }\n  start {\n    ...PermittedParts\n  }\n  pause {\n    ...PermittedParts\n  }\n  hold {\n    ...PermittedParts\n  }\n  halt {\n    ...PermittedParts\n  }\n  resume {\n    ...PermittedParts\n  }\n  cancel {\n    ...PermittedParts\n  }\n  retry {\n    ...PermittedParts\n  }\n  rollback {\n    ...PermittedParts\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}\n\nfragment PermitHolderParts on PermitHolder {\n  runId\n  nodeId\n  hostname\n  state\n  overdue\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const CampaignResumeVerbDocument: TypedDocument<CampaignResumeVerbMutation, CampaignResumeVerbMutationVariables> = {"id":"aba01f01854d10971319a8e101e3bb794e6ada84d4bf1f195f99d6bdfad05e70","name":"CampaignResumeVerb","text":"mutation CampaignResumeVerb($input: CampaignVerbInput!) {\n  answer: campaignResume(input: $input) {\n    campaign {\n      ...CampaignPageParts\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment CampaignPageParts on Campaign {\n  id\n  name\n  kind\n  source\n  state\n  stateReason\n  stateDetail\n  stateSentences\n  version\n  epoch\n  parentId\n  createdAt\n  startedAt\n  endedAt\n  overdue\n  author {\n    id\n    name\n  }\n  lastEditor {\n    id\n    name\n  }\n  revision {\n    digest\n    createdAt\n    members\n    waves\n  }\n  approval {\n    approved\n    at\n    digest\n    reason\n    person {\n      id\n      name\n    }\n  }\n  can {\n    ...CampaignCanParts\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  counts {\n    state\n    count\n  }\n  holdingPermit {\n    ...PermitHolderParts\n  }\n  summary {\n    migrated\n    rolledBack\n    failedClean\n    quarantined\n    blocked\n    deferred\n    cancelled\n    open\n    unavailableSecondsLower\n    unavailableSecondsUpper\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    missingSentences\n    soakedSeconds\n    startedAt\n    endedAt\n    byStateClass {\n      stateClass\n      count\n    }\n    counts {\n      state\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}\n\nfragment CampaignCanParts on CampaignCan {\n  revise {\n    ...PermittedParts\n  }\n  submit {\n    ...PermittedParts\n  }\n  approve {\n    ...PermittedParts\n  }\n  deny {\n    ...PermittedParts\n  }\n  start {\n    ...PermittedParts\n  }\n  pause {\n    ...PermittedParts\n  }\n  hold {\n    ...PermittedParts\n  }\n  halt {\n    ...PermittedParts\n  }\n  resume {\n    ...PermittedParts\n  }\n  cancel {\n    ...PermittedParts\n  }\n  retry {\n    ...PermittedParts\n  }\n  rollback {\n    ...PermittedParts\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}\n\nfragment PermitHolderParts on PermitHolder {\n  runId\n  nodeId\n  hostname\n  state\n  overdue\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const CampaignCancelVerbDocument: TypedDocument<CampaignCancelVerbMutation, CampaignCancelVerbMutationVariables> = {"id":"eaea9b93100cbccebe6caf827e6073c13a7ac6cdd648b1a13934bf033323a862","name":"CampaignCancelVerb","text":"mutation CampaignCancelVerb($input: CampaignVerbInput!) {\n  answer: campaignCancel(input: $input) {\n    campaign {\n      ...CampaignPageParts\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment CampaignPageParts on Campaign {\n  id\n  name\n  kind\n  source\n  state\n  stateReason\n  stateDetail\n  stateSentences\n  version\n  epoch\n  parentId\n  createdAt\n  startedAt\n  endedAt\n  overdue\n  author {\n    id\n    name\n  }\n  lastEditor {\n    id\n    name\n  }\n  revision {\n    digest\n    createdAt\n    members\n    waves\n  }\n  approval {\n    approved\n    at\n    digest\n    reason\n    person {\n      id\n      name\n    }\n  }\n  can {\n    ...CampaignCanParts\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  counts {\n    state\n    count\n  }\n  holdingPermit {\n    ...PermitHolderParts\n  }\n  summary {\n    migrated\n    rolledBack\n    failedClean\n    quarantined\n    blocked\n    deferred\n    cancelled\n    open\n    unavailableSecondsLower\n    unavailableSecondsUpper\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    missingSentences\n    soakedSeconds\n    startedAt\n    endedAt\n    byStateClass {\n      stateClass\n      count\n    }\n    counts {\n      state\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}\n\nfragment CampaignCanParts on CampaignCan {\n  revise {\n    ...PermittedParts\n  }\n  submit {\n    ...PermittedParts\n  }\n  approve {\n    ...PermittedParts\n  }\n  deny {\n    ...PermittedParts\n  }\n  start {\n    ...PermittedParts\n  }\n  pause {\n    ...PermittedParts\n  }\n  hold {\n    ...PermittedParts\n  }\n  halt {\n    ...PermittedParts\n  }\n  resume {\n    ...PermittedParts\n  }\n  cancel {\n    ...PermittedParts\n  }\n  retry {\n    ...PermittedParts\n  }\n  rollback {\n    ...PermittedParts\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}\n\nfragment PermitHolderParts on PermitHolder {\n  runId\n  nodeId\n  hostname\n  state\n  overdue\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const CampaignApproveVerbDocument: TypedDocument<CampaignApproveVerbMutation, CampaignApproveVerbMutationVariables> = {"id":"33ce13b156ff03998182a0603045d6550c657ded2937c2ef875eec956964c1ae","name":"CampaignApproveVerb","text":"mutation CampaignApproveVerb($input: CampaignApproveInput!) {\n  answer: campaignApprove(input: $input) {\n    campaign {\n      ...CampaignPageParts\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment CampaignPageParts on Campaign {\n  id\n  name\n  kind\n  source\n  state\n  stateReason\n  stateDetail\n  stateSentences\n  version\n  epoch\n  parentId\n  createdAt\n  startedAt\n  endedAt\n  overdue\n  author {\n    id\n    name\n  }\n  lastEditor {\n    id\n    name\n  }\n  revision {\n    digest\n    createdAt\n    members\n    waves\n  }\n  approval {\n    approved\n    at\n    digest\n    reason\n    person {\n      id\n      name\n    }\n  }\n  can {\n    ...CampaignCanParts\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  counts {\n    state\n    count\n  }\n  holdingPermit {\n    ...PermitHolderParts\n  }\n  summary {\n    migrated\n    rolledBack\n    failedClean\n    quarantined\n    blocked\n    deferred\n    cancelled\n    open\n    unavailableSecondsLower\n    unavailableSecondsUpper\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    missingSentences\n    soakedSeconds\n    startedAt\n    endedAt\n    byStateClass {\n      stateClass\n      count\n    }\n    counts {\n      state\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}\n\nfragment CampaignCanParts on CampaignCan {\n  revise {\n    ...PermittedParts\n  }\n  submit {\n    ...PermittedParts\n  }\n  approve {\n    ...PermittedParts\n  }\n  deny {\n    ...PermittedParts\n  }\n  start {\n    ...PermittedParts\n  }\n  pause {\n    ...PermittedParts\n  }\n  hold {\n    ...PermittedParts\n  }\n  halt {\n    ...PermittedParts\n  }\n  resume {\n    ...PermittedParts\n  }\n  cancel {\n    ...PermittedParts\n  }\n  retry {\n    ...PermittedParts\n  }\n  rollback {\n    ...PermittedParts\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}\n\nfragment PermitHolderParts on PermitHolder {\n  runId\n  nodeId\n  hostname\n  state\n  overdue\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const CampaignDenyVerbDocument: TypedDocument<CampaignDenyVerbMutation, CampaignDenyVerbMutationVariables> = {"id":"d0986e8a8604bf9375baa626992dc22a9d50e49b8e2a9653ef957b12d4084f91","name":"CampaignDenyVerb","text":"mutation CampaignDenyVerb($input: CampaignDenyInput!) {\n  answer: campaignDeny(input: $input) {\n    campaign {\n      ...CampaignPageParts\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment CampaignPageParts on Campaign {\n  id\n  name\n  kind\n  source\n  state\n  stateReason\n  stateDetail\n  stateSentences\n  version\n  epoch\n  parentId\n  createdAt\n  startedAt\n  endedAt\n  overdue\n  author {\n    id\n    name\n  }\n  lastEditor {\n    id\n    name\n  }\n  revision {\n    digest\n    createdAt\n    members\n    waves\n  }\n  approval {\n    approved\n    at\n    digest\n    reason\n    person {\n      id\n      name\n    }\n  }\n  can {\n    ...CampaignCanParts\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  counts {\n    state\n    count\n  }\n  holdingPermit {\n    ...PermitHolderParts\n  }\n  summary {\n    migrated\n    rolledBack\n    failedClean\n    quarantined\n    blocked\n    deferred\n    cancelled\n    open\n    unavailableSecondsLower\n    unavailableSecondsUpper\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    missingSentences\n    soakedSeconds\n    startedAt\n    endedAt\n    byStateClass {\n      stateClass\n      count\n    }\n    counts {\n      state\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}\n\nfragment CampaignCanParts on CampaignCan {\n  revise {\n    ...PermittedParts\n  }\n  submit {\n    ...PermittedParts\n  }\n  approve {\n    ...PermittedParts\n  }\n  deny {\n    ...PermittedParts\n  }\n  start {\n    ...PermittedParts\n  }\n  pause {\n    ...PermittedParts\n  }\n  hold {\n    ...PermittedParts\n  }\n  halt {\n    ...PermittedParts\n  }\n  resume {\n    ...PermittedParts\n  }\n  cancel {\n    ...PermittedParts\n  }\n  retry {\n    ...PermittedParts\n  }\n  rollback {\n    ...PermittedParts\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}\n\nfragment PermitHolderParts on PermitHolder {\n  runId\n  nodeId\n  hostname\n  state\n  overdue\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const CampaignRetryVerbDocument: TypedDocument<CampaignRetryVerbMutation, CampaignRetryVerbMutationVariables> = {"id":"a4fd81da0dced3c1326e3a4a6f1b2e6eaf6939e57063790df3dc2947e91409c1","name":"CampaignRetryVerb","text":"mutation CampaignRetryVerb($input: CampaignRetryInput!) {\n  answer: campaignRetry(input: $input) {\n    campaign {\n      ...CampaignPageParts\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment CampaignPageParts on Campaign {\n  id\n  name\n  kind\n  source\n  state\n  stateReason\n  stateDetail\n  stateSentences\n  version\n  epoch\n  parentId\n  createdAt\n  startedAt\n  endedAt\n  overdue\n  author {\n    id\n    name\n  }\n  lastEditor {\n    id\n    name\n  }\n  revision {\n    digest\n    createdAt\n    members\n    waves\n  }\n  approval {\n    approved\n    at\n    digest\n    reason\n    person {\n      id\n      name\n    }\n  }\n  can {\n    ...CampaignCanParts\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  counts {\n    state\n    count\n  }\n  holdingPermit {\n    ...PermitHolderParts\n  }\n  summary {\n    migrated\n    rolledBack\n    failedClean\n    quarantined\n    blocked\n    deferred\n    cancelled\n    open\n    unavailableSecondsLower\n    unavailableSecondsUpper\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    missingSentences\n    soakedSeconds\n    startedAt\n    endedAt\n    byStateClass {\n      stateClass\n      count\n    }\n    counts {\n      state\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}\n\nfragment CampaignCanParts on CampaignCan {\n  revise {\n    ...PermittedParts\n  }\n  submit {\n    ...PermittedParts\n  }\n  approve {\n    ...PermittedParts\n  }\n  deny {\n    ...PermittedParts\n  }\n  start {\n    ...PermittedParts\n  }\n  pause {\n    ...PermittedParts\n  }\n  hold {\n    ...PermittedParts\n  }\n  halt {\n    ...PermittedParts\n  }\n  resume {\n    ...PermittedParts\n  }\n  cancel {\n    ...PermittedParts\n  }\n  retry {\n    ...PermittedParts\n  }\n  rollback {\n    ...PermittedParts\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}\n\nfragment PermitHolderParts on PermitHolder {\n  runId\n  nodeId\n  hostname\n  state\n  overdue\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const CampaignRollbackVerbDocument: TypedDocument<CampaignRollbackVerbMutation, CampaignRollbackVerbMutationVariables> = {"id":"54851ebfa04698b5e2f5a4ec93f17e07178018df165e4f8cde734a07e7588fb7","name":"CampaignRollbackVerb","text":"mutation CampaignRollbackVerb($input: CampaignRollbackInput!) {\n  answer: campaignRollback(input: $input) {\n    campaign {\n      ...CampaignPageParts\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment CampaignPageParts on Campaign {\n  id\n  name\n  kind\n  source\n  state\n  stateReason\n  stateDetail\n  stateSentences\n  version\n  epoch\n  parentId\n  createdAt\n  startedAt\n  endedAt\n  overdue\n  author {\n    id\n    name\n  }\n  lastEditor {\n    id\n    name\n  }\n  revision {\n    digest\n    createdAt\n    members\n    waves\n  }\n  approval {\n    approved\n    at\n    digest\n    reason\n    person {\n      id\n      name\n    }\n  }\n  can {\n    ...CampaignCanParts\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  counts {\n    state\n    count\n  }\n  holdingPermit {\n    ...PermitHolderParts\n  }\n  summary {\n    migrated\n    rolledBack\n    failedClean\n    quarantined\n    blocked\n    deferred\n    cancelled\n    open\n    unavailableSecondsLower\n    unavailableSecondsUpper\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    missingSentences\n    soakedSeconds\n    startedAt\n    endedAt\n    byStateClass {\n      stateClass\n      count\n    }\n    counts {\n      state\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}\n\nfragment CampaignCanParts on CampaignCan {\n  revise {\n    ...PermittedParts\n  }\n  submit {\n    ...PermittedParts\n  }\n  approve {\n    ...PermittedParts\n  }\n  deny {\n    ...PermittedParts\n  }\n  start {\n    ...PermittedParts\n  }\n  pause {\n    ...PermittedParts\n  }\n  hold {\n    ...PermittedParts\n  }\n  halt {\n    ...PermittedParts\n  }\n  resume {\n    ...PermittedParts\n  }\n  cancel {\n    ...PermittedParts\n  }\n  retry {\n    ...PermittedParts\n  }\n  rollback {\n    ...PermittedParts\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}\n\nfragment PermitHolderParts on PermitHolder {\n  runId\n  nodeId\n  hostname\n  state\n  overdue\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const CampaignPageDocument: TypedDocument<CampaignPageQuery, CampaignPageQueryVariables> = {"id":"801784248ae8edaba0c5335331afc916267596ae982ff12a29bf37cef3334948","name":"CampaignPage","text":"query CampaignPage($id: ID!) {\n  campaign(id: $id) {\n    ...CampaignPageParts\n  }\n}\n\nfragment CampaignPageParts on Campaign {\n  id\n  name\n  kind\n  source\n  state\n  stateReason\n  stateDetail\n  stateSentences\n  version\n  epoch\n  parentId\n  createdAt\n  startedAt\n  endedAt\n  overdue\n  author {\n    id\n    name\n  }\n  lastEditor {\n    id\n    name\n  }\n  revision {\n    digest\n    createdAt\n    members\n    waves\n  }\n  approval {\n    approved\n    at\n    digest\n    reason\n    person {\n      id\n      name\n    }\n  }\n  can {\n    ...CampaignCanParts\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  counts {\n    state\n    count\n  }\n  holdingPermit {\n    ...PermitHolderParts\n  }\n  summary {\n    migrated\n    rolledBack\n    failedClean\n    quarantined\n    blocked\n    deferred\n    cancelled\n    open\n    unavailableSecondsLower\n    unavailableSecondsUpper\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    missingSentences\n    soakedSeconds\n    startedAt\n    endedAt\n    byStateClass {\n      stateClass\n      count\n    }\n    counts {\n      state\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}\n\nfragment CampaignCanParts on CampaignCan {\n  revise {\n    ...PermittedParts\n  }\n  submit {\n    ...PermittedParts\n  }\n  approve {\n    ...PermittedParts\n  }\n  deny {\n    ...PermittedParts\n  }\n  start {\n    ...PermittedParts\n  }\n  pause {\n    ...PermittedParts\n  }\n  hold {\n    ...PermittedParts\n  }\n  halt {\n    ...PermittedParts\n  }\n  resume {\n    ...PermittedParts\n  }\n  cancel {\n    ...PermittedParts\n  }\n  retry {\n    ...PermittedParts\n  }\n  rollback {\n    ...PermittedParts\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}\n\nfragment PermitHolderParts on PermitHolder {\n  runId\n  nodeId\n  hostname\n  state\n  overdue\n}"};

export const CampaignListDocument: TypedDocument<CampaignListQuery, CampaignListQueryVariables> = {"id":"74172732ce55fd1ed58bc8f3380c0b9c0b49f32e8235f966706e0ef8f55bc2c5","name":"CampaignList","text":"query CampaignList($filter: CampaignFilter, $orderBy: CampaignOrder, $page: PageInput) {\n  campaigns(filter: $filter, orderBy: $orderBy, page: $page) {\n    nodes {\n      ...CampaignRow\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    totalCount\n  }\n}\n\nfragment CampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  version\n  parentId\n  createdAt\n  startedAt\n  endedAt\n  author {\n    id\n    name\n  }\n  revision {\n    digest\n    members\n    waves\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  waves {\n    number\n    state\n    members\n    byStateClass {\n      stateClass\n      count\n    }\n  }\n}"};

export const CampaignStateCountsDocument: TypedDocument<CampaignStateCountsQuery, CampaignStateCountsQueryVariables> = {"id":"9f2d477c519eaf45e06cbede3a66a257edc7049cac4029e65500eabac35b5c87","name":"CampaignStateCounts","text":"query CampaignStateCounts {\n  running: campaigns(filter: {states: [RUNNING]}, page: {first: 1}) {\n    totalCount\n  }\n  waiting: campaigns(\n    filter: {states: [AWAITING_APPROVAL, SCHEDULED]}\n    page: {first: 1}\n  ) {\n    totalCount\n  }\n  stopped: campaigns(\n    filter: {states: [PAUSED, HALTING, HALTED, CANCELLING]}\n    page: {first: 1}\n  ) {\n    totalCount\n  }\n  drafts: campaigns(\n    filter: {states: [DRAFT, INVALID, REJECTED]}\n    page: {first: 1}\n  ) {\n    totalCount\n  }\n  ended: campaigns(\n    filter: {states: [COMPLETED, COMPLETED_WITH_EXCEPTIONS, CANCELLED]}\n    page: {first: 1}\n  ) {\n    totalCount\n  }\n}"};

export const CampaignDetailDocument: TypedDocument<CampaignDetailQuery, CampaignDetailQueryVariables> = {"id":"25fe7285d449ddca80c935efadae0f6e952c3057dd891610bcf43041357eface","name":"CampaignDetail","text":"query CampaignDetail($id: ID!) {\n  campaign(id: $id) {\n    id\n    spec {\n      ...CampaignSpecParts\n    }\n    forecast {\n      p50\n      p90\n      samples\n    }\n    burnDown {\n      at\n      remaining\n    }\n    availabilitySeries {\n      from\n      until\n      lowerPercent\n      upperPercent\n    }\n    failures {\n      reason\n      failureClass\n      count\n      firstAt\n      hostnames\n      remediation\n      remedy\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n    planDiff {\n      ...PlanDiffParts\n    }\n    waves {\n      number\n      verdicts {\n        ...VerdictParts\n      }\n    }\n  }\n}\n\nfragment CampaignSpecParts on CampaignSpec {\n  name\n  targetProfileId\n  selector {\n    labels {\n      key\n      value\n    }\n    nodeIds\n    siteIds\n  }\n  waves {\n    count\n    percent\n    rest\n  }\n  gate {\n    failurePercentMax\n    firstLook\n    inconclusiveSecondsMax\n    lostMax\n    soakSeconds\n    verifiedPercentMin\n  }\n  concurrencyMax\n  stagingMax\n  exposureMax\n  deadlines {\n    apply\n    drain\n    preflight\n    reboot\n    rebootSilence\n    restore\n    staging\n    verify\n  }\n  hooks\n  seed\n}\n\nfragment PlanDiffParts on PlanDiff {\n  againstDigest\n  added\n  addedCount\n  removed\n  removedCount\n  changes {\n    path\n    before\n    after\n  }\n}\n\nfragment VerdictParts on Verdict {\n  wave\n  kind\n  message\n  at\n  evidence {\n    name\n    value\n    sentence\n    threshold\n    window\n    samples\n  }\n}"};

export const CampaignOverdueRunsDocument: TypedDocument<CampaignOverdueRunsQuery, CampaignOverdueRunsQueryVariables> = {"id":"30b01b109c51e3b2b0e9427a53e67336236ae6483ec1228af11183471a7479b2","name":"CampaignOverdueRuns","text":"query CampaignOverdueRuns($id: ID!) {\n  runs(filter: {campaignId: $id, overdue: true}, page: {first: 20}) {\n    nodes {\n      id\n      wave\n      state\n      since\n      stateReason\n      remediation\n      remedy\n      node {\n        id\n        hostname\n        site\n      }\n    }\n    pageInfo {\n      hasNextPage\n    }\n    totalCount\n  }\n  stepDurations(campaignId: $id) {\n    name\n    medianSeconds\n    p95Seconds\n    samples\n  }\n}"};

export const CampaignEventsDocument: TypedDocument<CampaignEventsQuery, CampaignEventsQueryVariables> = {"id":"fd118aea2b6f2c2e7dd1d7ed9e71d0cd60a504b9721b63906c1cf5af60bec762","name":"CampaignEvents","text":"query CampaignEvents($id: String!) {\n  audit(filter: {objectId: $id}, page: {first: 100}) {\n    nodes {\n      seq\n      at\n      actor\n      action\n      reason\n      sentence\n      via\n    }\n    pageInfo {\n      hasNextPage\n    }\n  }\n}"};

export const CampaignTargetProfilesDocument: TypedDocument<CampaignTargetProfilesQuery, CampaignTargetProfilesQueryVariables> = {"id":"556a92ef70193b03619f3dcf25382dc5ebe257184f59ed89d348af388124d13e","name":"CampaignTargetProfiles","text":"query CampaignTargetProfiles {\n  targetProfiles {\n    id\n    name\n    osId\n    osVersion\n    kernelPrefix\n    repositoryUrl\n    createdAt\n  }\n}"};

export const CampaignRunsDocument: TypedDocument<CampaignRunsQuery, CampaignRunsQueryVariables> = {"id":"cbb9c19525a12bc093767e6795ae342963238e053c5b1451716ed24017c1ad0c","name":"CampaignRuns","text":"query CampaignRuns($filter: RunFilter!, $page: PageInput, $campaignId: ID!) {\n  campaign(id: $campaignId) {\n    id\n    name\n    state\n  }\n  runs(filter: $filter, page: $page) {\n    nodes {\n      id\n      wave\n      attempt\n      state\n      stateClass\n      stateReason\n      failureClass\n      remediation\n      remedy\n      since\n      overdue\n      node {\n        id\n        hostname\n        site\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    totalCount\n  }\n}"};

export const WizardChoicesDocument: TypedDocument<WizardChoicesQuery, WizardChoicesQueryVariables> = {"id":"b507e32a478b5d76728bf7e6d6d59b85b68149ae4c3e743149d74b072ba33751","name":"WizardChoices","text":"query WizardChoices {\n  targetProfiles {\n    id\n    name\n    osId\n    osVersion\n    kernelPrefix\n    repositoryUrl\n    createdAt\n  }\n  sites {\n    id\n    name\n    nodeCount\n    unattended\n  }\n}"};

export const WizardCampaignDocument: TypedDocument<WizardCampaignQuery, WizardCampaignQueryVariables> = {"id":"25afca9d8a8539a42ead3017bbf2e7d1fa34bc0a729b0817d8b614d773247e03","name":"WizardCampaign","text":"query WizardCampaign($id: ID!) {\n  campaign(id: $id) {\n    id\n    version\n    state\n    stateDetail\n    can {\n      revise {\n        ...PermittedParts\n      }\n      submit {\n        ...PermittedParts\n      }\n    }\n    document\n    spec {\n      ...CampaignSpecParts\n    }\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}\n\nfragment CampaignSpecParts on CampaignSpec {\n  name\n  targetProfileId\n  selector {\n    labels {\n      key\n      value\n    }\n    nodeIds\n    siteIds\n  }\n  waves {\n    count\n    percent\n    rest\n  }\n  gate {\n    failurePercentMax\n    firstLook\n    inconclusiveSecondsMax\n    lostMax\n    soakSeconds\n    verifiedPercentMin\n  }\n  concurrencyMax\n  stagingMax\n  exposureMax\n  deadlines {\n    apply\n    drain\n    preflight\n    reboot\n    rebootSilence\n    restore\n    staging\n    verify\n  }\n  hooks\n  seed\n}"};

export const WizardNodesDocument: TypedDocument<WizardNodesQuery, WizardNodesQueryVariables> = {"id":"53cc758c11c97986acfa004e14b6d3a1c822b72fd92cd0826dea5f053466b274","name":"WizardNodes","text":"query WizardNodes($filter: NodeFilter, $page: PageInput) {\n  nodes(filter: $filter, page: $page) {\n    nodes {\n      id\n      hostname\n      site\n      os\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n    totalCount\n  }\n}"};

export const WizardNodeByNameDocument: TypedDocument<WizardNodeByNameQuery, WizardNodeByNameQueryVariables> = {"id":"2948f76f06ae797ee1f01c27210d81e61686baf2bc30e396e9bf32d5c4f02146","name":"WizardNodeByName","text":"query WizardNodeByName($name: String!) {\n  nodeByName(name: $name) {\n    id\n    hostname\n  }\n}"};

export const WizardPreviewDocument: TypedDocument<WizardPreviewQuery, WizardPreviewQueryVariables> = {"id":"10501b7f704fb692701aa3a119527eec54ab1ae44ca9405a78c5363fbf328ff8","name":"WizardPreview","text":"query WizardPreview($spec: CampaignSpecInput!) {\n  campaignPreview(of: {spec: $spec}) {\n    ...PreviewParts\n  }\n}\n\nfragment PreviewParts on CampaignPreview {\n  digest\n  memberCount\n  problems {\n    ...UserErrorParts\n  }\n  excluded {\n    reason\n    count\n    hostnames\n  }\n  waves {\n    number\n    memberCount\n    needed\n    stopAt\n    startableNow\n    seesPercent\n    expectedSeconds\n    detection {\n      truePercent\n      stopProbability\n    }\n    members {\n      nodeId\n      hostname\n      domains\n      obstacles {\n        code\n        message\n        sentence\n      }\n    }\n    alternates {\n      nodeId\n      hostname\n      domains\n      obstacles {\n        code\n        message\n        sentence\n      }\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const WizardAssessmentDocument: TypedDocument<WizardAssessmentQuery, WizardAssessmentQueryVariables> = {"id":"25949ebd85ecc531bab49fd76a91bf5d4443aec4c7dd48bf368fa51ea7c9ef5f","name":"WizardAssessment","text":"query WizardAssessment($id: ID!) {\n  assessmentBatch(id: $id) {\n    id\n    nodes\n    open\n    ready\n    blocked\n    failed\n    requestedAt\n    byCheck {\n      value\n      count\n    }\n    assessments(page: {first: 50}) {\n      nodes {\n        nodeId\n        state\n        ready\n        message\n        findings {\n          check\n          severity\n          message\n          sentence\n          remediation\n          remedy\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n}"};

export const WizardAssessDocument: TypedDocument<WizardAssessMutation, WizardAssessMutationVariables> = {"id":"f32a20c5ddadc5baeb12e36e1c2b3810b37cd36e25ed9e02898445075dc7ed8a","name":"WizardAssess","text":"mutation WizardAssess($input: NodesAssessInput!) {\n  answer: nodesAssess(input: $input) {\n    batch {\n      id\n      nodes\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const WizardDraftDocument: TypedDocument<WizardDraftMutation, WizardDraftMutationVariables> = {"id":"1d5b2440940f69cb5cd2849079309e52d15460644e3e27093526ef21c7903462","name":"WizardDraft","text":"mutation WizardDraft($input: CampaignDraftInput!) {\n  answer: campaignDraft(input: $input) {\n    campaign {\n      id\n      version\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const WizardReviseDocument: TypedDocument<WizardReviseMutation, WizardReviseMutationVariables> = {"id":"d897ea8590f5bd08aee9a6c39818635d47d0297fb1a80b096b64826e5261435c","name":"WizardRevise","text":"mutation WizardRevise($input: CampaignReviseInput!) {\n  answer: campaignRevise(input: $input) {\n    campaign {\n      id\n      version\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const WizardTryDocumentDocument: TypedDocument<WizardTryDocumentMutation, WizardTryDocumentMutationVariables> = {"id":"1dc672f906151705c7cd1af0861eb3d3daa5a26d485449458d4db61b89d1e0b6","name":"WizardTryDocument","text":"mutation WizardTryDocument($input: CampaignApplyInput!) {\n  answer: campaignApply(input: $input) {\n    outcome\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const PreferencesDocument: TypedDocument<PreferencesQuery, PreferencesQueryVariables> = {"id":"106465ce4d663c55607e776360849fc99d0f485d57d2433580f9ea271693a61d","name":"Preferences","text":"query Preferences {\n  preferences\n}"};

export const PreferencesSaveDocument: TypedDocument<PreferencesSaveMutation, PreferencesSaveMutationVariables> = {"id":"dfcd22bfa6929528ac104e703a9fcfe76c3c8a06ac722cb72c018eb8a9a29e1e","name":"PreferencesSave","text":"mutation PreferencesSave($input: PreferencesSaveInput!) {\n  preferencesSave(input: $input) {\n    preferences\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const FleetNowDocument: TypedDocument<FleetNowQuery, FleetNowQueryVariables> = {"id":"0699bfe6538c6a831628e396907bb9c94c912d1176b784fef2b71841ae5389ff","name":"FleetNow","text":"query FleetNow {\n  fleet {\n    ...FleetNumbers\n  }\n}\n\nfragment FleetNumbers on FleetCounts {\n  total\n  unavailable\n  held\n  quarantined\n  protected\n  inFlight\n  byStateClass {\n    stateClass\n    count\n  }\n  bySite {\n    value\n    count\n  }\n  byLifecycle {\n    family\n    count\n    endOfLife\n  }\n}"};

export const FleetMapPageDocument: TypedDocument<FleetMapPageQuery, FleetMapPageQueryVariables> = {"id":"9d0853c1c0c8e68acb6e4c163c950296d6bd4752b972f7ee018da6c24410bda4","name":"FleetMapPage","text":"query FleetMapPage($filter: NodeFilter) {\n  fleetMap(filter: $filter) {\n    layout\n    revision\n    nodeCount\n    states\n    matches\n    matchCount\n    groups {\n      site\n      domain\n      start\n      count\n    }\n  }\n}"};

export const FleetMapCellDocument: TypedDocument<FleetMapCellQuery, FleetMapCellQueryVariables> = {"id":"6c4cfb39be05991a232b2700fb2ccc5c5c5c7324a52dca4105d30ee22ea0ce67","name":"FleetMapCell","text":"query FleetMapCell($layout: String!, $ordinal: Int!) {\n  fleetMapNode(layout: $layout, ordinal: $ordinal) {\n    ...NodeGlance\n  }\n}\n\nfragment NodeGlance on Node {\n  id\n  hostname\n  site\n  address\n  os\n  kernel\n  role\n  domains\n  stateClass\n  stateSince\n  health\n  runState\n  held\n  heldReason\n  protected\n  quarantined\n  services {\n    id\n    name\n    owner\n    floor\n  }\n  run {\n    id\n    campaignId\n    campaignName\n    wave\n    stateReason\n  }\n}"};

export const FleetBudgetsDocument: TypedDocument<FleetBudgetsQuery, FleetBudgetsQueryVariables> = {"id":"6873cc2607bfb11591c3c6db85b2de740ba0017b72e42b257672328b33d5a285","name":"FleetBudgets","text":"query FleetBudgets($first: Int!) {\n  budgets(page: {first: $first}) {\n    nodes {\n      domain\n      nodeCount\n      unavailableMax\n      unavailableNow\n    }\n  }\n}"};

export const NodesImportDocument: TypedDocument<NodesImportMutation, NodesImportMutationVariables> = {"id":"27979c96241e76f4f8af9774336edcf32657613eafcebe3e4ee7f21d8957c59d","name":"NodesImport","text":"mutation NodesImport($input: NodesImportInput!) {\n  nodesImport(input: $input) {\n    rows\n    created\n    updated\n    unchanged\n    missing\n    rowErrorCount\n    rowErrors {\n      row\n      column\n      code\n      message\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const SavedViewsDocument: TypedDocument<SavedViewsQuery, SavedViewsQueryVariables> = {"id":"1249efe0d9b3122c723e8b40697b2cbaf195ef9d8178e2b3a07f89fdd2155bfe","name":"SavedViews","text":"query SavedViews($list: String!) {\n  savedViews(list: $list) {\n    id\n    name\n    search\n    shared\n    owner {\n      id\n      name\n    }\n  }\n}"};

export const SavedViewSaveDocument: TypedDocument<SavedViewSaveMutation, SavedViewSaveMutationVariables> = {"id":"a794441bfa14e8b8d4df2b760fb163f0bcc5a5d70f3a00b840c176315dd6cc22","name":"SavedViewSave","text":"mutation SavedViewSave($input: SavedViewSaveInput!) {\n  savedViewSave(input: $input) {\n    savedView {\n      id\n      name\n      search\n      shared\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const SavedViewDeleteDocument: TypedDocument<SavedViewDeleteMutation, SavedViewDeleteMutationVariables> = {"id":"386741a8f6f5ee3d4ea94fcb3261390083bcb73e2d74f27dd1ce6ac07486e9dc","name":"SavedViewDelete","text":"mutation SavedViewDelete($input: SavedViewDeleteInput!) {\n  savedViewDelete(input: $input) {\n    savedView {\n      id\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const LiveDocument: TypedDocument<LiveSubscription, LiveSubscriptionVariables> = {"id":"ac39b92b7c6e8ce4ca6c3c649412d52e784fc35e42a42773bc7ccccd1447b01f","name":"Live","text":"subscription Live($topics: [LiveTopicInput!]!) {\n  live(topics: $topics) {\n    topic\n    seq\n    at\n    now {\n      ...NowParts\n    }\n    fleet {\n      fromRevision\n      revision\n      layout\n      changes\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n    campaign {\n      ...CampaignPageParts\n    }\n    node {\n      ...NodePageParts\n    }\n  }\n}\n\nfragment NowParts on Now {\n  at\n  unattendedSites\n  attention {\n    id\n    kind\n    stateClass\n    since\n    reason\n    count\n    subject\n    wave\n    campaign {\n      id\n      name\n    }\n  }\n  campaigns {\n    ...CampaignGlance\n  }\n  fleet {\n    ...FleetNumbers\n  }\n  events {\n    seq\n    at\n    actor\n    via\n    action\n    objectKind\n    objectId\n    reason\n    sentence\n  }\n}\n\nfragment CampaignGlance on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  startedAt\n  overdue\n  byStateClass {\n    stateClass\n    count\n  }\n  waves {\n    number\n    state\n    members\n    byStateClass {\n      stateClass\n      count\n    }\n  }\n  forecast {\n    p50\n    p90\n    samples\n  }\n}\n\nfragment FleetNumbers on FleetCounts {\n  total\n  unavailable\n  held\n  quarantined\n  protected\n  inFlight\n  byStateClass {\n    stateClass\n    count\n  }\n  bySite {\n    value\n    count\n  }\n  byLifecycle {\n    family\n    count\n    endOfLife\n  }\n}\n\nfragment CampaignPageParts on Campaign {\n  id\n  name\n  kind\n  source\n  state\n  stateReason\n  stateDetail\n  stateSentences\n  version\n  epoch\n  parentId\n  createdAt\n  startedAt\n  endedAt\n  overdue\n  author {\n    id\n    name\n  }\n  lastEditor {\n    id\n    name\n  }\n  revision {\n    digest\n    createdAt\n    members\n    waves\n  }\n  approval {\n    approved\n    at\n    digest\n    reason\n    person {\n      id\n      name\n    }\n  }\n  can {\n    ...CampaignCanParts\n  }\n  byStateClass {\n    stateClass\n    count\n  }\n  counts {\n    state\n    count\n  }\n  holdingPermit {\n    ...PermitHolderParts\n  }\n  summary {\n    migrated\n    rolledBack\n    failedClean\n    quarantined\n    blocked\n    deferred\n    cancelled\n    open\n    unavailableSecondsLower\n    unavailableSecondsUpper\n  }\n  waves {\n    number\n    state\n    members\n    overdue\n    missing\n    missingSentences\n    soakedSeconds\n    startedAt\n    endedAt\n    byStateClass {\n      stateClass\n      count\n    }\n    counts {\n      state\n      count\n    }\n    domains {\n      domain\n      members\n      byStateClass {\n        stateClass\n        count\n      }\n    }\n  }\n}\n\nfragment CampaignCanParts on CampaignCan {\n  revise {\n    ...PermittedParts\n  }\n  submit {\n    ...PermittedParts\n  }\n  approve {\n    ...PermittedParts\n  }\n  deny {\n    ...PermittedParts\n  }\n  start {\n    ...PermittedParts\n  }\n  pause {\n    ...PermittedParts\n  }\n  hold {\n    ...PermittedParts\n  }\n  halt {\n    ...PermittedParts\n  }\n  resume {\n    ...PermittedParts\n  }\n  cancel {\n    ...PermittedParts\n  }\n  retry {\n    ...PermittedParts\n  }\n  rollback {\n    ...PermittedParts\n  }\n}\n\nfragment PermittedParts on Permitted {\n  allowed\n  code\n  reason\n}\n\nfragment PermitHolderParts on PermitHolder {\n  runId\n  nodeId\n  hostname\n  state\n  overdue\n}\n\nfragment NodePageParts on Node {\n  ...NodeRow\n  source\n  externalId\n  address\n  port\n  role\n  machineId\n  incarnation\n  credential\n  hostKeys\n  inspectedAt\n  observedAt\n  facts\n  labels {\n    key\n    value\n  }\n  services {\n    id\n    name\n    owner\n    floor\n  }\n  explain {\n    couldStart\n    obstacles {\n      code\n      message\n      sentence\n    }\n  }\n  assessment {\n    id\n    state\n    ready\n    message\n    endedAt\n    findings {\n      check\n      severity\n      message\n      sentence\n      remediation\n      remedy\n      unreadable\n    }\n  }\n  restorePoints {\n    id\n    runId\n    attempt\n    state\n    takenAt\n    snapshotId\n  }\n  runs {\n    id\n    campaignId\n    campaignName\n    wave\n    attempt\n    state\n    stateClass\n    stateReason\n    since\n    createdAt\n    endedAt\n  }\n  run {\n    ...RunParts\n  }\n}\n\nfragment NodeRow on Node {\n  id\n  hostname\n  site\n  domains\n  os\n  kernel\n  stateClass\n  stateSince\n  runState\n  health\n  held\n  heldReason\n  protected\n  quarantined\n  retired\n  missing\n}\n\nfragment RunParts on Run {\n  id\n  campaignId\n  campaignName\n  wave\n  intent\n  node {\n    id\n    hostname\n    site\n  }\n  attempt\n  state\n  stateClass\n  stateReason\n  remediation\n  remedy\n  failureClass\n  since\n  createdAt\n  endedAt\n  overdue\n  findings {\n    check\n    severity\n    message\n    sentence\n    remediation\n    remedy\n    unreadable\n  }\n  steps {\n    name\n    attempt\n    state\n    begunAt\n    at\n  }\n  jobs {\n    id\n    phase\n    step\n    attempt\n    state\n    reason\n    exitCode\n    launchedAt\n    lastSeenAt\n    logBytes\n  }\n  outage {\n    message\n    sentence\n    since\n    failureClass\n  }\n  packageChanges {\n    added\n    changed\n    removed\n    packages {\n      name\n      before\n      after\n    }\n  }\n}"};

export const NodePageDocument: TypedDocument<NodePageQuery, NodePageQueryVariables> = {"id":"d37f53efbce0517e1cf350fc33fd1001d2d6e99ed6399eaa353b70151028d2eb","name":"NodePage","text":"query NodePage($id: ID!) {\n  node(id: $id) {\n    ...NodePageParts\n  }\n}\n\nfragment NodePageParts on Node {\n  ...NodeRow\n  source\n  externalId\n  address\n  port\n  role\n  machineId\n  incarnation\n  credential\n  hostKeys\n  inspectedAt\n  observedAt\n  facts\n  labels {\n    key\n    value\n  }\n  services {\n    id\n    name\n    owner\n    floor\n  }\n  explain {\n    couldStart\n    obstacles {\n      code\n      message\n      sentence\n    }\n  }\n  assessment {\n    id\n    state\n    ready\n    message\n    endedAt\n    findings {\n      check\n      severity\n      message\n      sentence\n      remediation\n      remedy\n      unreadable\n    }\n  }\n  restorePoints {\n    id\n    runId\n    attempt\n    state\n    takenAt\n    snapshotId\n  }\n  runs {\n    id\n    campaignId\n    campaignName\n    wave\n    attempt\n    state\n    stateClass\n    stateReason\n    since\n    createdAt\n    endedAt\n  }\n  run {\n    ...RunParts\n  }\n}\n\nfragment NodeRow on Node {\n  id\n  hostname\n  site\n  domains\n  os\n  kernel\n  stateClass\n  stateSince\n  runState\n  health\n  held\n  heldReason\n  protected\n  quarantined\n  retired\n  missing\n}\n\nfragment RunParts on Run {\n  id\n  campaignId\n  campaignName\n  wave\n  intent\n  node {\n    id\n    hostname\n    site\n  }\n  attempt\n  state\n  stateClass\n  stateReason\n  remediation\n  remedy\n  failureClass\n  since\n  createdAt\n  endedAt\n  overdue\n  findings {\n    check\n    severity\n    message\n    sentence\n    remediation\n    remedy\n    unreadable\n  }\n  steps {\n    name\n    attempt\n    state\n    begunAt\n    at\n  }\n  jobs {\n    id\n    phase\n    step\n    attempt\n    state\n    reason\n    exitCode\n    launchedAt\n    lastSeenAt\n    logBytes\n  }\n  outage {\n    message\n    sentence\n    since\n    failureClass\n  }\n  packageChanges {\n    added\n    changed\n    removed\n    packages {\n      name\n      before\n      after\n    }\n  }\n}"};

export const NodeByNameDocument: TypedDocument<NodeByNameQuery, NodeByNameQueryVariables> = {"id":"b8b15463efa81ed4c9d0438238f2f0e389931c9166cd3dcc526a7b2face8276b","name":"NodeByName","text":"query NodeByName($name: String!) {\n  nodeByName(name: $name) {\n    id\n  }\n}"};

export const StepDurationsDocument: TypedDocument<StepDurationsQuery, StepDurationsQueryVariables> = {"id":"df4ef5e8e15ee1372286ff476dc07f42abe02d9509fff5dbe0c12a326e84ce54","name":"StepDurations","text":"query StepDurations($campaignId: ID) {\n  stepDurations(campaignId: $campaignId) {\n    name\n    medianSeconds\n    p95Seconds\n    samples\n  }\n}"};

export const NodeListDocument: TypedDocument<NodeListQuery, NodeListQueryVariables> = {"id":"4652ffa925360af633ebf990fd1367828221e0a807a8b6ec036c3190629463cf","name":"NodeList","text":"query NodeList($filter: NodeFilter, $orderBy: NodeOrder, $page: PageInput) {\n  nodes(filter: $filter, orderBy: $orderBy, page: $page) {\n    nodes {\n      ...NodeRow\n    }\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment NodeRow on Node {\n  id\n  hostname\n  site\n  domains\n  os\n  kernel\n  stateClass\n  stateSince\n  runState\n  health\n  held\n  heldReason\n  protected\n  quarantined\n  retired\n  missing\n}"};

export const NodeFacetsDocument: TypedDocument<NodeFacetsQuery, NodeFacetsQueryVariables> = {"id":"5b3f674d55f3a1cd290abcfad67388079bd58e8f11d8d8108135378975d3baae","name":"NodeFacets","text":"query NodeFacets($by: [NodeFacetField!]!, $filter: NodeFilter) {\n  nodeFacets(by: $by, filter: $filter) {\n    field\n    counts {\n      value\n      count\n    }\n  }\n}"};

export const NodeHoldDocument: TypedDocument<NodeHoldMutation, NodeHoldMutationVariables> = {"id":"13e2b665da445c7d688112b3cc81857588a40e78097d68ad62eb95c41cef9acc","name":"NodeHold","text":"mutation NodeHold($input: NodeHoldInput!) {\n  nodeHold(input: $input) {\n    node {\n      ...NodeRow\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment NodeRow on Node {\n  id\n  hostname\n  site\n  domains\n  os\n  kernel\n  stateClass\n  stateSince\n  runState\n  health\n  held\n  heldReason\n  protected\n  quarantined\n  retired\n  missing\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const NodeProtectDocument: TypedDocument<NodeProtectMutation, NodeProtectMutationVariables> = {"id":"612517049c03f1f29f9446c1fb26bbcc4d19596eba75c8ce10af4385a333604b","name":"NodeProtect","text":"mutation NodeProtect($input: NodeProtectInput!) {\n  nodeProtect(input: $input) {\n    node {\n      ...NodeRow\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment NodeRow on Node {\n  id\n  hostname\n  site\n  domains\n  os\n  kernel\n  stateClass\n  stateSince\n  runState\n  health\n  held\n  heldReason\n  protected\n  quarantined\n  retired\n  missing\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const NodeRetireDocument: TypedDocument<NodeRetireMutation, NodeRetireMutationVariables> = {"id":"00676754f075f7d25b26785a5af5ec00dc084284e9dd8681f10d57bfe7211b8c","name":"NodeRetire","text":"mutation NodeRetire($input: NodeRetireInput!) {\n  nodeRetire(input: $input) {\n    node {\n      ...NodeRow\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment NodeRow on Node {\n  id\n  hostname\n  site\n  domains\n  os\n  kernel\n  stateClass\n  stateSince\n  runState\n  health\n  held\n  heldReason\n  protected\n  quarantined\n  retired\n  missing\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const NodeClearQuarantineDocument: TypedDocument<NodeClearQuarantineMutation, NodeClearQuarantineMutationVariables> = {"id":"3eeaa9010b28798e56598005a2eb750f2f3a8ca1c4dda6c9f8f54bed54baa44c","name":"NodeClearQuarantine","text":"mutation NodeClearQuarantine($input: NodeClearQuarantineInput!) {\n  nodeClearQuarantine(input: $input) {\n    node {\n      ...NodeRow\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment NodeRow on Node {\n  id\n  hostname\n  site\n  domains\n  os\n  kernel\n  stateClass\n  stateSince\n  runState\n  health\n  held\n  heldReason\n  protected\n  quarantined\n  retired\n  missing\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const NodesAssessDocument: TypedDocument<NodesAssessMutation, NodesAssessMutationVariables> = {"id":"122f83d8e9342eaf976dc1549248af8ba1347fce75eee8415689a5bc4669e826","name":"NodesAssess","text":"mutation NodesAssess($input: NodesAssessInput!) {\n  nodesAssess(input: $input) {\n    batch {\n      id\n      nodes\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const AssessmentBatchPageDocument: TypedDocument<AssessmentBatchPageQuery, AssessmentBatchPageQueryVariables> = {"id":"2de8ad501392f859ec608a385242b80064dfbd5ae3d5adaa508a78d0f5eb96b4","name":"AssessmentBatchPage","text":"query AssessmentBatchPage($id: ID!) {\n  assessmentBatch(id: $id) {\n    id\n    requestedAt\n    nodes\n    ready\n    blocked\n    failed\n    open\n    byCheck {\n      value\n      count\n    }\n  }\n}"};

export const TargetProfileChoicesDocument: TypedDocument<TargetProfileChoicesQuery, TargetProfileChoicesQueryVariables> = {"id":"5eceeab24d5de25bcc834e5b7ea5e83dd46c498d1a4ab8469c966c5c5f6267dd","name":"TargetProfileChoices","text":"query TargetProfileChoices {\n  targetProfiles {\n    id\n    name\n    osId\n    osVersion\n  }\n}"};

export const NowPageDocument: TypedDocument<NowPageQuery, NowPageQueryVariables> = {"id":"5d696d4f1b557250a3169e46c14edc932b1b90114893f8ac31216a2beca70a9e","name":"NowPage","text":"query NowPage {\n  now {\n    ...NowParts\n  }\n}\n\nfragment NowParts on Now {\n  at\n  unattendedSites\n  attention {\n    id\n    kind\n    stateClass\n    since\n    reason\n    count\n    subject\n    wave\n    campaign {\n      id\n      name\n    }\n  }\n  campaigns {\n    ...CampaignGlance\n  }\n  fleet {\n    ...FleetNumbers\n  }\n  events {\n    seq\n    at\n    actor\n    via\n    action\n    objectKind\n    objectId\n    reason\n    sentence\n  }\n}\n\nfragment CampaignGlance on Campaign {\n  id\n  name\n  kind\n  state\n  stateReason\n  startedAt\n  overdue\n  byStateClass {\n    stateClass\n    count\n  }\n  waves {\n    number\n    state\n    members\n    byStateClass {\n      stateClass\n      count\n    }\n  }\n  forecast {\n    p50\n    p90\n    samples\n  }\n}\n\nfragment FleetNumbers on FleetCounts {\n  total\n  unavailable\n  held\n  quarantined\n  protected\n  inFlight\n  byStateClass {\n    stateClass\n    count\n  }\n  bySite {\n    value\n    count\n  }\n  byLifecycle {\n    family\n    count\n    endOfLife\n  }\n}"};

export const NowAvailabilityDocument: TypedDocument<NowAvailabilityQuery, NowAvailabilityQueryVariables> = {"id":"7832fb5429bdbea66f0e66e23096d4208b133620b11bbad7222f46a0b1d870d1","name":"NowAvailability","text":"query NowAvailability {\n  campaigns(\n    filter: {states: [RUNNING, PAUSED, HALTING, HALTED, CANCELLING]}\n    orderBy: {field: STATE, direction: ASC}\n    page: {first: 5}\n  ) {\n    nodes {\n      id\n      name\n      waves {\n        number\n        startedAt\n        endedAt\n      }\n      availabilitySeries {\n        from\n        until\n        lowerPercent\n        upperPercent\n      }\n    }\n  }\n}"};

export const MeDocument: TypedDocument<MeQuery, MeQueryVariables> = {"id":"9d130944c6446ac91883f50969809d4f273cf44e9623f27abd9b54a4e1f66700","name":"Me","text":"query Me {\n  me {\n    via\n    permissions\n    person {\n      id\n      name\n      role\n    }\n  }\n}"};

export const SignInDocument: TypedDocument<SignInMutation, SignInMutationVariables> = {"id":"9960cb4c05afaf8bbc76a3f82d2aeef57b94413d8c386e69ae1da81e0e5f1385","name":"SignIn","text":"mutation SignIn($input: SignInInput!) {\n  signIn(input: $input) {\n    person {\n      id\n      name\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const SignOutDocument: TypedDocument<SignOutMutation, SignOutMutationVariables> = {"id":"dc93465f3ca8ae044c5120de93dcc7c70fd2f73363288e1152cc1ed3049671cd","name":"SignOut","text":"mutation SignOut {\n  signOut {\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const SettingsTokensDocument: TypedDocument<SettingsTokensQuery, SettingsTokensQueryVariables> = {"id":"40aff34019b89d4ae69c33af0988b13ed6b7c2190542add21bc7f305a98a6991","name":"SettingsTokens","text":"query SettingsTokens {\n  tokens {\n    id\n    name\n    owner {\n      id\n      name\n    }\n    createdAt\n    expiresAt\n    lastUsedAt\n    revokedAt\n  }\n}"};

export const TokenCreateDocument: TypedDocument<TokenCreateMutation, TokenCreateMutationVariables> = {"id":"70c84445f9de817a5c7493814a07df6f1a9cb1420e22770bc2c46fc05f71edcf","name":"TokenCreate","text":"mutation TokenCreate($input: TokenCreateInput!) {\n  tokenCreate(input: $input) {\n    apiToken {\n      id\n      name\n      expiresAt\n    }\n    secret\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const TokenRevokeDocument: TypedDocument<TokenRevokeMutation, TokenRevokeMutationVariables> = {"id":"26dc0716767c25b210c32b2f8b8c5eddb8b40b2b890f4b86f694d17bd5608b79","name":"TokenRevoke","text":"mutation TokenRevoke($input: TokenRevokeInput!) {\n  tokenRevoke(input: $input) {\n    apiToken {\n      id\n      revokedAt\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const SettingsSessionsDocument: TypedDocument<SettingsSessionsQuery, SettingsSessionsQueryVariables> = {"id":"88fe3825abcf5f56afbab242d24041db27686e7b4318d7e5fb1da61ef6b637e8","name":"SettingsSessions","text":"query SettingsSessions {\n  sessions {\n    id\n    createdAt\n    expiresAt\n    lastUsedAt\n    current\n  }\n}"};

export const SessionRevokeDocument: TypedDocument<SessionRevokeMutation, SessionRevokeMutationVariables> = {"id":"ece7265b5a1d68d12567ca3ae2cd6320b589de3602f73f3cfa0c6c393fc4c556","name":"SessionRevoke","text":"mutation SessionRevoke($input: SessionRevokeInput!) {\n  sessionRevoke(input: $input) {\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const PasswordChangeDocument: TypedDocument<PasswordChangeMutation, PasswordChangeMutationVariables> = {"id":"03b69cb47613a74155123ade3f9ffc1f8776b7a5b00abd2f94da8fa7288497a1","name":"PasswordChange","text":"mutation PasswordChange($input: PasswordChangeInput!) {\n  passwordChange(input: $input) {\n    person {\n      id\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const SettingsSitesDocument: TypedDocument<SettingsSitesQuery, SettingsSitesQueryVariables> = {"id":"5514a11bdbde02b0f5243bd459fb9a423606eb21e07a3dee199c0f22917ccc1b","name":"SettingsSites","text":"query SettingsSites {\n  sites {\n    id\n    name\n    routeKind\n    proxy\n    socket\n    credential\n    provider\n    nodeCount\n    unattended\n    unattendedSince\n    bastions {\n      address\n      port\n      credential\n      hostKeys\n    }\n  }\n}"};

export const SiteSaveDocument: TypedDocument<SiteSaveMutation, SiteSaveMutationVariables> = {"id":"d2dc9adf4f8c3ca78abcba34dea85578811c2fb0c5562a8f2e04ea761a090480","name":"SiteSave","text":"mutation SiteSave($input: SiteSaveInput!) {\n  siteSave(input: $input) {\n    site {\n      id\n      name\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const SettingsCredentialsDocument: TypedDocument<SettingsCredentialsQuery, SettingsCredentialsQueryVariables> = {"id":"767eb9111e4f5050b0f4e17ba47eae72d4cc5dfb089b6159fc790f245a70b89d","name":"SettingsCredentials","text":"query SettingsCredentials {\n  credentials {\n    id\n    name\n    user\n    become\n    updatedAt\n  }\n}"};

export const CredentialSaveDocument: TypedDocument<CredentialSaveMutation, CredentialSaveMutationVariables> = {"id":"ae61e559850e07cb819bb6b0079ef57953962a18f8f38e7d6aff6d907b13f7e3","name":"CredentialSave","text":"mutation CredentialSave($input: CredentialSaveInput!) {\n  credentialSave(input: $input) {\n    credential {\n      id\n      name\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const SettingsTargetProfilesDocument: TypedDocument<SettingsTargetProfilesQuery, SettingsTargetProfilesQueryVariables> = {"id":"20621a8d476b7b2812c225be09bb5de531f8df0e800cfc2029fc81ceb9566b81","name":"SettingsTargetProfiles","text":"query SettingsTargetProfiles {\n  targetProfiles {\n    id\n    name\n    osId\n    osVersion\n    kernelPrefix\n    repositoryUrl\n    repositoryKey\n    createdAt\n  }\n}"};

export const TargetProfileSaveDocument: TypedDocument<TargetProfileSaveMutation, TargetProfileSaveMutationVariables> = {"id":"64dfe72a03802d98d037e8abc6a15ee31b1acf09c90bdffb9a11b30644143988","name":"TargetProfileSave","text":"mutation TargetProfileSave($input: TargetProfileSaveInput!) {\n  targetProfileSave(input: $input) {\n    targetProfile {\n      id\n      name\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const SettingsBudgetsDocument: TypedDocument<SettingsBudgetsQuery, SettingsBudgetsQueryVariables> = {"id":"7191adc102195938f3e7b2fe640ba5c64d10f8cd4fe58a8da9fe59341eab8fd7","name":"SettingsBudgets","text":"query SettingsBudgets($page: PageInput) {\n  budgets(page: $page) {\n    nodes {\n      domain\n      nodeCount\n      unavailableMax\n      unavailableNow\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}"};

export const BudgetSaveDocument: TypedDocument<BudgetSaveMutation, BudgetSaveMutationVariables> = {"id":"31e5bc456defa22ad3213f4e7df2f5b605c4c080de7103164dcda81c31e8ed59","name":"BudgetSave","text":"mutation BudgetSave($input: BudgetSaveInput!) {\n  budgetSave(input: $input) {\n    budget {\n      domain\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const SettingsPeopleDocument: TypedDocument<SettingsPeopleQuery, SettingsPeopleQueryVariables> = {"id":"0f0e1b55fc430a2cd79cd9421e5451392df1233644d6d372ada1b511c90bab73","name":"SettingsPeople","text":"query SettingsPeople {\n  people {\n    id\n    name\n    role\n    disabledAt\n    lastSignInAt\n  }\n}"};

export const SettingsRolesDocument: TypedDocument<SettingsRolesQuery, SettingsRolesQueryVariables> = {"id":"347c69e516fe89763d80c63cac7b61577754581b5ffa0ca366a14bab05b0ea02","name":"SettingsRoles","text":"query SettingsRoles {\n  roles {\n    role\n    permissions\n  }\n}"};

export const PersonCreateDocument: TypedDocument<PersonCreateMutation, PersonCreateMutationVariables> = {"id":"567a612e5f5a6641d4802ae1599db66c8317bf01eacf319f419c1c00b9fcd8a1","name":"PersonCreate","text":"mutation PersonCreate($input: PersonCreateInput!) {\n  personCreate(input: $input) {\n    person {\n      id\n      name\n    }\n    password\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const PersonChangeDocument: TypedDocument<PersonChangeMutation, PersonChangeMutationVariables> = {"id":"92332fd87930ecc776afd10338ab93fbf8bc9e0fd0f1e809d23af0fb144f3393","name":"PersonChange","text":"mutation PersonChange($input: PersonChangeInput!) {\n  personChange(input: $input) {\n    person {\n      id\n      role\n      disabledAt\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const PersonResetPasswordDocument: TypedDocument<PersonResetPasswordMutation, PersonResetPasswordMutationVariables> = {"id":"1ae2fb92b93c7351cdd55c04429beca766723a8f5437b744100e33f75ef1adb7","name":"PersonResetPassword","text":"mutation PersonResetPassword($input: PersonResetPasswordInput!) {\n  personResetPassword(input: $input) {\n    person {\n      id\n      name\n    }\n    password\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};

export const SettingsHealthDocument: TypedDocument<SettingsHealthQuery, SettingsHealthQueryVariables> = {"id":"fa9fb94232abeea5eb5f4dcf43834767a586281d824866b556daa9cc0186a62e","name":"SettingsHealth","text":"query SettingsHealth {\n  health {\n    version\n    now\n    database\n    temporal\n  }\n}"};

export const ShellNumbersDocument: TypedDocument<ShellNumbersQuery, ShellNumbersQueryVariables> = {"id":"0c3d42bf6249882a8386390678e3daafc741f0421d2c7e55f96335e2c67b8b2b","name":"ShellNumbers","text":"query ShellNumbers {\n  health {\n    version\n  }\n}"};

export const CampaignsHaltAllDocument: TypedDocument<CampaignsHaltAllMutation, CampaignsHaltAllMutationVariables> = {"id":"423a2ee6a61f76835164f2aad94e934f1d70e92217ab37360060343c35a6200e","name":"CampaignsHaltAll","text":"mutation CampaignsHaltAll($input: CampaignsHaltAllInput!) {\n  campaignsHaltAll(input: $input) {\n    campaigns {\n      id\n      state\n    }\n    holdingPermit {\n      runId\n      hostname\n    }\n    userErrors {\n      ...UserErrorParts\n    }\n  }\n}\n\nfragment UserErrorParts on UserError {\n  code\n  field\n  message\n  hint\n  sentence\n}"};
