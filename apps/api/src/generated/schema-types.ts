// Made from the .graphql files of apps/api by `npm run codegen`: do not edit.
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A moment, RFC 3339 in UTC with milliseconds, by the database server's clock. */
  DateTime: { input: string; output: string; }
  /** An object whose keys are data, such as facts a node reported. Treat every value as hostile text. */
  JSONObject: { input: Readonly<Record<string, unknown>>; output: Readonly<Record<string, unknown>>; }
  /**
   * What a sentence says, apart from its language: `{ code, values }`, with a stable code such as `finding.spaceShort`. A value is a text (a name,
   * or what a node or a program said), a number, `{ names, more }`, `{ at }`, `{ term }` or another sentence. English is in the field beside it.
   */
  Sentence: { input: { readonly code: string; readonly values: Readonly<Record<string, unknown>> }; output: { readonly code: string; readonly values: Readonly<Record<string, unknown>> }; }
};

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

/** Facts, preflight and prediction of one node: read-only, without lease and without approval. */
export type Assessment = {
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** The node. */
  readonly nodeId: Scalars['ID']['output'];
  /** Profile that it was assessed for. */
  readonly targetProfileId: Scalars['ID']['output'];
  /** Where it is. */
  readonly state: AssessmentState;
  /** When it was asked for. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** When it ended; null: not yet. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** True when no check forbids the change; null: not known yet. */
  readonly ready?: Maybe<Scalars['Boolean']['output']>;
  /** Findings that did not simply pass. */
  readonly findings: ReadonlyArray<Finding>;
  /** Why it could not be looked at; null otherwise. */
  readonly message?: Maybe<Scalars['String']['output']>;
};

/** How far the assessments of a request are. */
export type AssessmentBatch = {
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Nodes. */
  readonly nodes: Scalars['Int']['output'];
  /** Nodes that wait or are being looked at. */
  readonly open: Scalars['Int']['output'];
  /** Nodes that no check forbids. */
  readonly ready: Scalars['Int']['output'];
  /** Nodes that a check forbids. */
  readonly blocked: Scalars['Int']['output'];
  /** Nodes that could not be looked at. */
  readonly failed: Scalars['Int']['output'];
  /** Findings by check, most frequent first, at most 50. */
  readonly byCheck: ReadonlyArray<NodeCount>;
  /** When it was asked for. */
  readonly requestedAt: Scalars['DateTime']['output'];
  /** Its assessments by host name. */
  readonly assessments: AssessmentConnection;
};


/** How far the assessments of a request are. */
export type AssessmentBatchAssessmentsArgs = {
  page?: InputMaybe<PageInput>;
};

/** A page of assessments. */
export type AssessmentConnection = {
  /** Rows by host name, then id. */
  readonly nodes: ReadonlyArray<Assessment>;
  /** Where the page ended. */
  readonly pageInfo: PageInfo;
};

/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type Query = {
  /** Assessments that were asked for together; null when there are none. */
  readonly assessmentBatch?: Maybe<AssessmentBatch>;
  /** Audit events, newest first. */
  readonly audit: AuditConnection;
  /** Recomputes the whole chain. */
  readonly auditVerify: AuditVerification;
  /** Campaigns in the asked order, newest first without one. */
  readonly campaigns: CampaignConnection;
  /** One campaign; null when there is none. */
  readonly campaign?: Maybe<Campaign>;
  /** What would be planned now, for a campaign that exists or for a document. Changes nothing. */
  readonly campaignPreview: CampaignPreview;
  /** All credentials by name, without their secrets, at most 200. */
  readonly credentials: ReadonlyArray<Credential>;
  /** Who is asking, and with which rights. */
  readonly me: Me;
  /** API tokens: one's own, and everybody's for admins; newest first, at most 200. */
  readonly tokens: ReadonlyArray<ApiToken>;
  /** One's own open sessions, newest first, at most 200. */
  readonly sessions: ReadonlyArray<Session>;
  /** Everybody who can be responsible for a change, by name, at most 200. */
  readonly people: ReadonlyArray<Person>;
  /** The roles and their permissions. */
  readonly roles: ReadonlyArray<RoleDescription>;
  /** Nodes in the asked order, by host name without one. */
  readonly nodes: NodeConnection;
  /** Nodes counted by fields. A field's own part of the filter does not narrow its own counts. */
  readonly nodeFacets: ReadonlyArray<NodeFacet>;
  /** The fleet as one byte per node. */
  readonly fleetMap: FleetMap;
  /** The node at an ordinal of a layout; null when the layout is no longer in force. */
  readonly fleetMapNode?: Maybe<Node>;
  /** Services by name, at most 200. */
  readonly services: ReadonlyArray<Service>;
  /** One node; null when there is none. */
  readonly node?: Maybe<Node>;
  /** One node by (source, externalId) or, when only one has it, by host name; null when there is none. */
  readonly nodeByName?: Maybe<Node>;
  /** The fleet in numbers. */
  readonly fleet: FleetCounts;
  /** What needs a person first, and what is under way. */
  readonly now: Now;
  /** State of the control plane, without sign-in. */
  readonly health: Health;
  /** Saved views of a list: one's own and shared ones, by name, at most 200. */
  readonly savedViews: ReadonlyArray<SavedView>;
  /** What the console remembers for the person who asks, such as theme, language, density and columns. */
  readonly preferences: Scalars['JSONObject']['output'];
  /** Runs by wave and host name. */
  readonly runs: RunConnection;
  /** One run; null when there is none. */
  readonly run?: Maybe<Run>;
  /** How long steps take, by name; of one campaign, or everywhere. */
  readonly stepDurations: ReadonlyArray<StepDuration>;
  /** All sites by name, at most 200. */
  readonly sites: ReadonlyArray<Site>;
  /** Disruption budgets by domain. */
  readonly budgets: DisruptionBudgetConnection;
  /** Target profiles, newest first, at most 200. */
  readonly targetProfiles: ReadonlyArray<TargetProfile>;
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QueryAssessmentBatchArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QueryAuditArgs = {
  filter?: InputMaybe<AuditFilter>;
  page?: InputMaybe<PageInput>;
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QueryCampaignsArgs = {
  filter?: InputMaybe<CampaignFilter>;
  orderBy?: InputMaybe<CampaignOrder>;
  page?: InputMaybe<PageInput>;
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QueryCampaignArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QueryCampaignPreviewArgs = {
  of: CampaignPreviewInput;
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QueryNodesArgs = {
  filter?: InputMaybe<NodeFilter>;
  orderBy?: InputMaybe<NodeOrder>;
  page?: InputMaybe<PageInput>;
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QueryNodeFacetsArgs = {
  filter?: InputMaybe<NodeFilter>;
  by: ReadonlyArray<NodeFacetField>;
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QueryFleetMapArgs = {
  filter?: InputMaybe<NodeFilter>;
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QueryFleetMapNodeArgs = {
  layout: Scalars['String']['input'];
  ordinal: Scalars['Int']['input'];
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QueryNodeByNameArgs = {
  name: Scalars['String']['input'];
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QuerySavedViewsArgs = {
  list: Scalars['String']['input'];
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QueryRunsArgs = {
  filter?: InputMaybe<RunFilter>;
  page?: InputMaybe<PageInput>;
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QueryRunArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QueryStepDurationsArgs = {
  campaignId?: InputMaybe<Scalars['ID']['input']>;
};


/** Everything that can be read. Lists have a total order and at most 200 rows a page. */
export type QueryBudgetsArgs = {
  page?: InputMaybe<PageInput>;
};

/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type Mutation = {
  /** Asks for facts, preflight and prediction of nodes. Reads them only; nothing is staged and nothing is changed. */
  readonly nodesAssess: NodesAssessPayload;
  /** Writes a campaign. Nothing happens to any node. */
  readonly campaignDraft: CampaignPayload;
  /** Changes a campaign's document; makes a draft of it again and voids approvals. */
  readonly campaignRevise: CampaignPayload;
  /** Freezes the plan and asks for approval. */
  readonly campaignSubmit: CampaignPayload;
  /** Approves exactly one revision. Its author may not, and neither may a token. */
  readonly campaignApprove: CampaignPayload;
  /** Refuses exactly one revision. */
  readonly campaignDeny: CampaignPayload;
  /** Starts an approved campaign. */
  readonly campaignStart: CampaignPayload;
  /** Starts no new nodes; those under way go on. Ignores `expectedVersion`: stopping is never refused for being late. */
  readonly campaignPause: CampaignPayload;
  /** Pauses, and stops runs under way at their next safe point. Ignores `expectedVersion`. */
  readonly campaignHold: CampaignPayload;
  /** Gives no new permits from this answer on, and lists the runs that already hold one. Ignores `expectedVersion`. */
  readonly campaignHalt: CampaignHaltPayload;
  /** Goes on after a pause, a hold or a halt. */
  readonly campaignResume: CampaignPayload;
  /** Gives up: what has not started never will, what holds a permit comes to its end. */
  readonly campaignCancel: CampaignPayload;
  /** Tries ended runs again that did not reach the target. */
  readonly campaignRetry: CampaignPayload;
  /** Brings nodes back: makes a rollback campaign and starts it. The forward approval covers it. */
  readonly campaignRollback: CampaignPayload;
  /**
   * Makes the campaign that a document describes, or changes the one with the same name that may still be changed. Does nothing when it says the
   * same already. With `dryRun` it answers the same and changes nothing.
   */
  readonly campaignApply: CampaignApplyPayload;
  /** Halts every campaign that could start something. Nothing is skipped because something else failed. */
  readonly campaignsHaltAll: CampaignsHaltAllPayload;
  /** Makes a credential or replaces its user, key and way to become root, found by its name. */
  readonly credentialSave: CredentialSavePayload;
  /** Exchanges a name and a password for a session token of 12 hours. Wrong name and wrong password look the same and are throttled. */
  readonly signIn: SignInPayload;
  /** Ends the session whose token the request carries. */
  readonly signOut: SignOutPayload;
  /** Makes an API token with the rights of the caller, except approval. */
  readonly tokenCreate: TokenCreatePayload;
  /** Stops a token from being accepted, at once. Its sockets are closed within 30 seconds. */
  readonly tokenRevoke: TokenRevokePayload;
  /** Ends one of one's own sessions, at once. Its sockets are closed within 30 seconds. */
  readonly sessionRevoke: SessionRevokePayload;
  /** Makes a person with a first password that is shown once. */
  readonly personCreate: PersonCreatePayload;
  /** Changes a person's role, or switches the person off or on. Nobody does it to themselves. */
  readonly personChange: PersonPayload;
  /** Gives a person a new first password, shown once, and ends the person's sessions. */
  readonly personResetPassword: PersonCreatePayload;
  /** Changes one's own password and ends one's other sessions. */
  readonly passwordChange: PersonPayload;
  /** Imports nodes, all or nothing. With `dryRun` it answers the same and changes nothing. */
  readonly nodesImport: NodesImportPayload;
  /** Marks a node as protected, or no longer. */
  readonly nodeProtect: NodePayload;
  /** Keeps a node back, or lets it go. */
  readonly nodeHold: NodePayload;
  /** Lets a quarantined node take part again, after a human has looked at it. */
  readonly nodeClearQuarantine: NodePayload;
  /** Takes a dead node out of every budget, for good. */
  readonly nodeRetire: NodePayload;
  /** Makes a saved view, or changes one's own of the same list and name. */
  readonly savedViewSave: SavedViewPayload;
  /** Deletes one of one's own saved views. */
  readonly savedViewDelete: SavedViewPayload;
  /** Replaces what the console remembers. */
  readonly preferencesSave: PreferencesPayload;
  /** Makes or changes a site, found by its name. */
  readonly siteSave: SiteSavePayload;
  /** Makes or changes the disruption budget of a domain. */
  readonly budgetSave: BudgetSavePayload;
  /** Saves a target profile. Profiles never change: another description under the same name is a new profile. */
  readonly targetProfileSave: TargetProfileSavePayload;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationNodesAssessArgs = {
  input: NodesAssessInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCampaignDraftArgs = {
  input: CampaignDraftInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCampaignReviseArgs = {
  input: CampaignReviseInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCampaignSubmitArgs = {
  input: CampaignVerbInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCampaignApproveArgs = {
  input: CampaignApproveInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCampaignDenyArgs = {
  input: CampaignDenyInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCampaignStartArgs = {
  input: CampaignVerbInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCampaignPauseArgs = {
  input: CampaignVerbInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCampaignHoldArgs = {
  input: CampaignVerbInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCampaignHaltArgs = {
  input: CampaignVerbInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCampaignResumeArgs = {
  input: CampaignVerbInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCampaignCancelArgs = {
  input: CampaignVerbInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCampaignRetryArgs = {
  input: CampaignRetryInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCampaignRollbackArgs = {
  input: CampaignRollbackInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCampaignApplyArgs = {
  input: CampaignApplyInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCampaignsHaltAllArgs = {
  input: CampaignsHaltAllInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationCredentialSaveArgs = {
  input: CredentialSaveInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationSignInArgs = {
  input: SignInInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationTokenCreateArgs = {
  input: TokenCreateInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationTokenRevokeArgs = {
  input: TokenRevokeInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationSessionRevokeArgs = {
  input: SessionRevokeInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationPersonCreateArgs = {
  input: PersonCreateInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationPersonChangeArgs = {
  input: PersonChangeInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationPersonResetPasswordArgs = {
  input: PersonResetPasswordInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationPasswordChangeArgs = {
  input: PasswordChangeInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationNodesImportArgs = {
  input: NodesImportInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationNodeProtectArgs = {
  input: NodeProtectInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationNodeHoldArgs = {
  input: NodeHoldInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationNodeClearQuarantineArgs = {
  input: NodeClearQuarantineInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationNodeRetireArgs = {
  input: NodeRetireInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationSavedViewSaveArgs = {
  input: SavedViewSaveInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationSavedViewDeleteArgs = {
  input: SavedViewDeleteInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationPreferencesSaveArgs = {
  input: PreferencesSaveInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationSiteSaveArgs = {
  input: SiteSaveInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationBudgetSaveArgs = {
  input: BudgetSaveInput;
};


/** Everything that can be changed. Each change is one transaction: true when it answers, with Temporal up or down. */
export type MutationTargetProfileSaveArgs = {
  input: TargetProfileSaveInput;
};

/** Which nodes to assess, for what. */
export type NodesAssessInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Which nodes; retired ones are left out. The nodes are those that match when it is asked. */
  readonly filter: NodeFilter;
  /** Profile of the system to reach. */
  readonly targetProfileId: Scalars['ID']['input'];
  /** Refuse when another number of nodes matches by now. */
  readonly expectedCount?: InputMaybe<Scalars['Int']['input']>;
};

/** The assessments that were asked for. */
export type NodesAssessPayload = {
  /** The batch; null when refused. */
  readonly batch?: Maybe<AssessmentBatch>;
  /** Refusals: `noNodes`, `countChanged`, `tooManyNodes` (more than 10000), `targetProfileNotFound`, `badQuery`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One link of the audit chain: who did what, when, why. */
export type AuditEvent = {
  /** Number of the link, without gaps. */
  readonly seq: Scalars['Int']['output'];
  /** When it happened. */
  readonly at: Scalars['DateTime']['output'];
  /** Name of the person, or of the part of Skein that decided. */
  readonly actor: Scalars['String']['output'];
  /** How the actor came in: `session`, `token` or `system`. */
  readonly via: Scalars['String']['output'];
  /** What was done, such as `campaign.halt`. */
  readonly action: Scalars['String']['output'];
  /** Kind of the thing that it was done to, such as `campaign`. */
  readonly objectKind: Scalars['String']['output'];
  /** Id of that thing. */
  readonly objectId: Scalars['String']['output'];
  /** Reason that was given; null: none. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** What `reason` says, for other languages, where Skein changed something by itself; null where a person wrote it. */
  readonly sentence?: Maybe<Scalars['Sentence']['output']>;
  /** What was so before; null when there was nothing. */
  readonly before?: Maybe<Scalars['JSONObject']['output']>;
  /** What was so afterwards; null when nothing was left. */
  readonly after?: Maybe<Scalars['JSONObject']['output']>;
  /** SHA-256 over this link and the hash before, in hex. */
  readonly hash: Scalars['String']['output'];
};

/** A page of audit events. */
export type AuditConnection = {
  /** Rows, newest first. */
  readonly nodes: ReadonlyArray<AuditEvent>;
  /** Where the page ended. */
  readonly pageInfo: PageInfo;
};

/** Whether the chain is unbroken. */
export type AuditVerification = {
  /** True when every link fits. */
  readonly intact: Scalars['Boolean']['output'];
  /** Links that were checked. */
  readonly checked: Scalars['Int']['output'];
  /** First link that is missing or does not fit; null when intact. */
  readonly brokenAt?: Maybe<Scalars['Int']['output']>;
  /** What is wrong with it: `missing` or `changed`; null when intact. */
  readonly fault?: Maybe<Scalars['String']['output']>;
};

/** Which events; all given parts must match. */
export type AuditFilter = {
  /** Events about things of this kind. */
  readonly objectKind?: InputMaybe<Scalars['String']['input']>;
  /** Events about the thing with this id. */
  readonly objectId?: InputMaybe<Scalars['String']['input']>;
  /** Events by this actor. */
  readonly actor?: InputMaybe<Scalars['String']['input']>;
  /** Events of this action. */
  readonly action?: InputMaybe<Scalars['String']['input']>;
  /** Events at or after this moment. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** Events before this moment. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** How long a node was unavailable because of a campaign. Seconds that nobody observed are in the upper bound only. */
export type NodeAvailability = {
  /** Id of the node. */
  readonly nodeId: Scalars['ID']['output'];
  /** Host name. */
  readonly hostname: Scalars['String']['output'];
  /** Seconds known to have been unavailable. */
  readonly unavailableSecondsLower: Scalars['Float']['output'];
  /** The same, plus seconds that nobody observed. */
  readonly unavailableSecondsUpper: Scalars['Float']['output'];
};

/** A page of availability rows. */
export type NodeAvailabilityConnection = {
  /** Rows by host name, then id. */
  readonly nodes: ReadonlyArray<NodeAvailability>;
  /** Where the page ended. */
  readonly pageInfo: PageInfo;
};

/** One staged operation on many nodes. */
export type Campaign = {
  /** How long each node was unavailable between the campaign's start and its end, or now. */
  readonly availability: NodeAvailabilityConnection;
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Name for people. */
  readonly name: Scalars['String']['output'];
  /** What it is for. */
  readonly kind: CampaignKind;
  /** Who speaks for it. */
  readonly source: CampaignSource;
  /** Where it is. */
  readonly state: CampaignState;
  /** Why it is there, such as `operator` or `failuresReachedStop`; null without a reason. */
  readonly stateReason?: Maybe<Scalars['String']['output']>;
  /** More about the reason: problems of the plan, data that is missing. */
  readonly stateDetail: ReadonlyArray<Scalars['String']['output']>;
  /** What `stateDetail` says, in the same order, for other languages; null where only the text is known. */
  readonly stateSentences: ReadonlyArray<Maybe<Scalars['Sentence']['output']>>;
  /** Moved by verbs and wave transitions; give it as `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
  /** Moved by halts and breaches; checked by permits. */
  readonly epoch: Scalars['Int']['output'];
  /** The plan that is in force; null while none was made. */
  readonly revision?: Maybe<PlanRevision>;
  /** What the author wrote. */
  readonly spec: CampaignSpec;
  /** Who drafted it. */
  readonly author: Person;
  /** Who changed it last; may not approve it either. */
  readonly lastEditor: Person;
  /** Decision on the revision in force; null: none yet. */
  readonly approval?: Maybe<Approval>;
  /** Rollbacks only: the campaign whose runs are brought back. */
  readonly parentId?: Maybe<Scalars['ID']['output']>;
  /** When it was drafted. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it was started; null: not yet. */
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it ended; null: not yet. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Waves in order: from the plan, as PENDING, before the start, and none before the plan is made. */
  readonly waves: ReadonlyArray<Wave>;
  /** Runs by state; states without runs are left out. */
  readonly counts: ReadonlyArray<RunStateCount>;
  /** Runs that are overdue. */
  readonly overdue: Scalars['Int']['output'];
  /** Runs that hold a permit now, at most 200: they go forward to verification or back, whatever is commanded. */
  readonly holdingPermit: ReadonlyArray<PermitHolder>;
  /** What became of its nodes, in numbers. */
  readonly summary: CampaignSummary;
  /** Planned members by the class that each node has now, as `nodes` finds them for the campaign; every class, in the order of the screens. */
  readonly byStateClass: ReadonlyArray<StateClassCount>;
  /** Runs that failed, blocked or were deferred, grouped by reason, most frequent first, at most 50. */
  readonly failures: ReadonlyArray<FailureGroup>;
  /** Members not ended over time, at most 200 points; empty before the start. */
  readonly burnDown: ReadonlyArray<BurnDownPoint>;
  /** When it would end; null while too few runs have ended to say. */
  readonly forecast?: Maybe<Forecast>;
  /** Availability of its nodes over time in equal spans from start to end or now, at most 120 points; empty before the start. */
  readonly availabilitySeries: ReadonlyArray<AvailabilityPoint>;
  /** What it touches; null while no plan was made. */
  readonly blastRadius?: Maybe<BlastRadius>;
  /** How its plan differs from the revision before; null when there is none before. */
  readonly planDiff?: Maybe<PlanDiff>;
  /** The document that makes it again: `apiVersion`, `kind`, `metadata`, `spec`, by the published JSON Schema. Of a rollback, whose `kind` is `Rollback`, it is for reading only. */
  readonly document: Scalars['JSONObject']['output'];
  /** What the person who asks may do now. */
  readonly can: CampaignCan;
};


/** One staged operation on many nodes. */
export type CampaignAvailabilityArgs = {
  page?: InputMaybe<PageInput>;
};


/** One staged operation on many nodes. */
export type CampaignAvailabilitySeriesArgs = {
  points: Scalars['Int']['input'];
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

/** A number that a verdict rests on. */
export type Evidence = {
  /** Name of the rule or measure. */
  readonly name: Scalars['String']['output'];
  /** What was found. */
  readonly value: Scalars['String']['output'];
  /** What it was compared with. */
  readonly threshold?: Maybe<Scalars['String']['output']>;
  /** Span of time that was looked at. */
  readonly window?: Maybe<Scalars['String']['output']>;
  /** How many samples it rests on. */
  readonly samples?: Maybe<Scalars['Int']['output']>;
  /** How it was asked for. */
  readonly query?: Maybe<Scalars['String']['output']>;
  /** What `value` says where it is a sentence, for other languages; null where it is not, or only its text is known. */
  readonly sentence?: Maybe<Scalars['Sentence']['output']>;
};

/** One evaluation of a wave's gate. It never changes. */
export type Verdict = {
  /** Number of the wave. */
  readonly wave: Scalars['Int']['output'];
  /** Outcome. */
  readonly kind: VerdictKind;
  /** Outcome in a sentence. */
  readonly message: Scalars['String']['output'];
  /** What it rests on. */
  readonly evidence: ReadonlyArray<Evidence>;
  /** When it was judged. */
  readonly at: Scalars['DateTime']['output'];
};

/** How many runs are in a state. */
export type RunStateCount = {
  /** The state. */
  readonly state: RunState;
  /** How many runs are in it. */
  readonly count: Scalars['Int']['output'];
};

/** One stage of a campaign. */
export type Wave = {
  /** Number, from 1. */
  readonly number: Scalars['Int']['output'];
  /** Where it is. */
  readonly state: WaveState;
  /** What a verdict is waiting for. */
  readonly missing: ReadonlyArray<Scalars['String']['output']>;
  /** What `missing` says, in the same order, for other languages; null where only the text is known. */
  readonly missingSentences: ReadonlyArray<Maybe<Scalars['Sentence']['output']>>;
  /** Planned members. */
  readonly members: Scalars['Int']['output'];
  /** Runs by state; states without runs are left out. */
  readonly counts: ReadonlyArray<RunStateCount>;
  /** Runs that are overdue. */
  readonly overdue: Scalars['Int']['output'];
  /** Planned members by the class that each node has now, as `nodes` finds them for the campaign; every class, in the order of the screens. */
  readonly byStateClass: ReadonlyArray<StateClassCount>;
  /** Its failure domains, one level below the site where there is one, by name, at most 50. */
  readonly domains: ReadonlyArray<WaveDomain>;
  /** Seconds of good observations that the slowest soaking run has collected; null: none soaks. */
  readonly soakedSeconds?: Maybe<Scalars['Float']['output']>;
  /** When it was opened; null: not yet. */
  readonly startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When its gate passed or failed; null: not yet. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Last evaluations of its gate, newest first, at most 50. */
  readonly verdicts: ReadonlyArray<Verdict>;
};

/** A failure domain within a wave. */
export type WaveDomain = {
  /** The domain. */
  readonly domain: Scalars['String']['output'];
  /** Planned members in it. */
  readonly members: Scalars['Int']['output'];
  /** Those members by class; classes without any are left out. */
  readonly byStateClass: ReadonlyArray<StateClassCount>;
};

/** Runs that failed in the same way. */
export type FailureGroup = {
  /** Reason, such as `bootFailed`, or the checks that block. */
  readonly reason: Scalars['String']['output'];
  /** Who is to blame; null when blocked or deferred. */
  readonly failureClass?: Maybe<FailureClass>;
  /** How many runs. */
  readonly count: Scalars['Int']['output'];
  /** Those runs by class; classes without any are left out. */
  readonly byStateClass: ReadonlyArray<StateClassCount>;
  /** When the first of them ended. */
  readonly firstAt: Scalars['DateTime']['output'];
  /** Five of their hosts, by name. */
  readonly hostnames: ReadonlyArray<Scalars['String']['output']>;
  /** What a person does about it; null when nothing. */
  readonly remediation?: Maybe<Scalars['String']['output']>;
  /** What `remediation` says, for other languages. */
  readonly remedy?: Maybe<Scalars['Sentence']['output']>;
};

/** How many members had not ended at a moment. */
export type BurnDownPoint = {
  /** The moment. */
  readonly at: Scalars['DateTime']['output'];
  /** Members not ended. */
  readonly remaining: Scalars['Int']['output'];
};

/** When the campaign would end at the pace of its ended runs. A guess, and said to be one. */
export type Forecast = {
  /** Half of the guesses end by then. */
  readonly p50: Scalars['DateTime']['output'];
  /** 90 of 100 guesses end by then. */
  readonly p90: Scalars['DateTime']['output'];
  /** Ended runs that the pace rests on. */
  readonly samples: Scalars['Int']['output'];
};

/** Availability of a campaign's nodes within a span of time. */
export type AvailabilityPoint = {
  /** Begin of the span. */
  readonly from: Scalars['DateTime']['output'];
  /** End of the span. */
  readonly until: Scalars['DateTime']['output'];
  /** Share of node time that was certainly available, 0 to 100. */
  readonly lowerPercent: Scalars['Float']['output'];
  /** The same, with unobserved time counted as available. */
  readonly upperPercent: Scalars['Float']['output'];
};

/** What a campaign touches. */
export type BlastRadius = {
  /** Planned members. */
  readonly nodes: Scalars['Int']['output'];
  /** Sites. */
  readonly sites: ReadonlyArray<NodeCount>;
  /** Failure domains with most members first, at most 50. */
  readonly domains: ReadonlyArray<DomainRadius>;
  /** Services that members carry, by name, at most 200. */
  readonly services: ReadonlyArray<ServiceRadius>;
  /** Members by operating system as last inspected. */
  readonly byOs: ReadonlyArray<NodeCount>;
};

/** What a campaign touches of a failure domain. */
export type DomainRadius = {
  /** The domain. */
  readonly domain: Scalars['String']['output'];
  /** Planned members in it. */
  readonly members: Scalars['Int']['output'];
  /** All nodes in it. */
  readonly nodeCount: Scalars['Int']['output'];
  /** Its disruption budget; null: none. */
  readonly unavailableMax?: Maybe<Scalars['Int']['output']>;
};

/** What a campaign touches of a service. */
export type ServiceRadius = {
  /** The service. */
  readonly service: Service;
  /** Planned members that carry it. */
  readonly members: Scalars['Int']['output'];
};

/** How a plan differs from the revision before. */
export type PlanDiff = {
  /** Digest of the revision before. */
  readonly againstDigest: Scalars['String']['output'];
  /** Host names that came, at most 200. */
  readonly added: ReadonlyArray<Scalars['String']['output']>;
  /** How many came. */
  readonly addedCount: Scalars['Int']['output'];
  /** Host names that went, at most 200. */
  readonly removed: ReadonlyArray<Scalars['String']['output']>;
  /** How many went. */
  readonly removedCount: Scalars['Int']['output'];
  /** Values of the document that changed. */
  readonly changes: ReadonlyArray<SpecChange>;
};

/** A value of a document that changed. */
export type SpecChange = {
  /** Path, such as `gate.soakSeconds`. */
  readonly path: Scalars['String']['output'];
  /** Before, as JSON; null: was not there. */
  readonly before?: Maybe<Scalars['String']['output']>;
  /** After, as JSON; null: is not there any more. */
  readonly after?: Maybe<Scalars['String']['output']>;
};

/** An immutable plan, named by the digest of its content. */
export type PlanRevision = {
  /** SHA-256 of the plan in canonical form, in hex. An approval is bound to it. */
  readonly digest: Scalars['String']['output'];
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Planned members of all waves. */
  readonly members: Scalars['Int']['output'];
  /** Waves. */
  readonly waves: Scalars['Int']['output'];
};

/** Somebody's yes or no to exactly one revision. */
export type Approval = {
  /** Who decided. */
  readonly person: Person;
  /** Yes or no. */
  readonly approved: Scalars['Boolean']['output'];
  /** Revision that was decided on. */
  readonly digest: Scalars['String']['output'];
  /** Reason that was given; null: none. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** When it was decided. */
  readonly at: Scalars['DateTime']['output'];
};

/** What the person who asks may do with a campaign now. */
export type CampaignCan = {
  /** Change its document. */
  readonly revise: Permitted;
  /** Freeze a plan and ask for approval. */
  readonly submit: Permitted;
  /** Approve its revision. */
  readonly approve: Permitted;
  /** Refuse its revision. */
  readonly deny: Permitted;
  /** Start it. */
  readonly start: Permitted;
  /** Start no new nodes. */
  readonly pause: Permitted;
  /** Pause, and also stop runs at their next safe point. */
  readonly hold: Permitted;
  /** Give no new permits. */
  readonly halt: Permitted;
  /** Go on after pause, hold or halt. */
  readonly resume: Permitted;
  /** Give up. */
  readonly cancel: Permitted;
  /** Try runs again. */
  readonly retry: Permitted;
  /** Bring nodes back. */
  readonly rollback: Permitted;
};

/** How many nodes a wave takes: exactly one of the three is set. */
export type WaveSize = {
  /** So many nodes. */
  readonly count?: Maybe<Scalars['Int']['output']>;
  /** So many percent of all members. */
  readonly percent?: Maybe<Scalars['Int']['output']>;
  /** All that are left; always the last wave. */
  readonly rest?: Maybe<Scalars['Boolean']['output']>;
};

/** Which nodes a campaign is about; all given parts must match, and protected nodes never do. */
export type Selector = {
  /** These nodes. */
  readonly nodeIds?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Nodes of these sites. */
  readonly siteIds?: Maybe<ReadonlyArray<Scalars['ID']['output']>>;
  /** Nodes with all these labels. */
  readonly labels?: Maybe<ReadonlyArray<Label>>;
};

/** When the next wave may open. */
export type Gate = {
  /** Percent of a wave's members whose failures stop the campaign. */
  readonly failurePercentMax: Scalars['Float']['output'];
  /** Percent of a wave's members that must be verified and soaked. */
  readonly verifiedPercentMin: Scalars['Float']['output'];
  /** Seconds of good observations per run. */
  readonly soakSeconds: Scalars['Int']['output'];
  /** Runs that may hold a permit until the first has verified. */
  readonly firstLook: Scalars['Int']['output'];
  /** Seconds that a gate may stay inconclusive before the campaign pauses. */
  readonly inconclusiveSecondsMax: Scalars['Int']['output'];
  /** Quarantined nodes that halt the campaign. */
  readonly lostMax: Scalars['Int']['output'];
};

/** Seconds of observed time for each part of a run. */
export type Deadlines = {
  /** Inspection. */
  readonly preflight: Scalars['Int']['output'];
  /** Fetching packages. */
  readonly staging: Scalars['Int']['output'];
  /** Taking traffic away. */
  readonly drain: Scalars['Int']['output'];
  /** The package transaction. */
  readonly apply: Scalars['Int']['output'];
  /** From the reboot request until silence is worth asking the provider about. */
  readonly rebootSilence: Scalars['Int']['output'];
  /** The whole reboot. */
  readonly reboot: Scalars['Int']['output'];
  /** Verification. */
  readonly verify: Scalars['Int']['output'];
  /** Bringing back. */
  readonly restore: Scalars['Int']['output'];
};

/** What the author wrote. */
export type CampaignSpec = {
  /** Name for people. */
  readonly name: Scalars['String']['output'];
  /** Profile of the system to reach. */
  readonly targetProfileId: Scalars['ID']['output'];
  /** Which nodes. */
  readonly selector: Selector;
  /** Sizes of the waves. */
  readonly waves: ReadonlyArray<WaveSize>;
  /** When the next wave may open. */
  readonly gate: Gate;
  /** Runs that hold a lease at the same time. */
  readonly concurrencyMax: Scalars['Int']['output'];
  /** Runs being inspected or staged at the same time. */
  readonly stagingMax: Scalars['Int']['output'];
  /** Nodes changed and not yet soaked. */
  readonly exposureMax: Scalars['Int']['output'];
  /** Time limits. */
  readonly deadlines: Deadlines;
  /** Name of a hook set of the worker; null: no hooks. */
  readonly hooks?: Maybe<Scalars['String']['output']>;
  /** Chooses members and their order. */
  readonly seed: Scalars['Int']['output'];
};

/** A run that holds a permit. */
export type PermitHolder = {
  /** Id of the run. */
  readonly runId: Scalars['ID']['output'];
  /** Id of its node. */
  readonly nodeId: Scalars['ID']['output'];
  /** Host name of its node. */
  readonly hostname: Scalars['String']['output'];
  /** Where it is. */
  readonly state: RunState;
  /** Past its deadline. */
  readonly overdue: Scalars['Boolean']['output'];
};

/** What became of a campaign's nodes. */
export type CampaignSummary = {
  /** Reached the target, verified and soaked. */
  readonly migrated: Scalars['Int']['output'];
  /** Brought back, and verified equal to before. */
  readonly rolledBack: Scalars['Int']['output'];
  /** Failed before anything was changed. */
  readonly failedClean: Scalars['Int']['output'];
  /** Waiting for a human. */
  readonly quarantined: Scalars['Int']['output'];
  /** Could not start. */
  readonly deferred: Scalars['Int']['output'];
  /** Forbidden by a check. */
  readonly blocked: Scalars['Int']['output'];
  /** Cancelled before they were changed. */
  readonly cancelled: Scalars['Int']['output'];
  /** Not ended yet. */
  readonly open: Scalars['Int']['output'];
  /** Seconds of unavailability of all nodes together, known. */
  readonly unavailableSecondsLower: Scalars['Float']['output'];
  /** The same, plus seconds that nobody observed. */
  readonly unavailableSecondsUpper: Scalars['Float']['output'];
  /** How often a connection to a node under change was taken up again. */
  readonly reattachments: Scalars['Int']['output'];
};

/** A page of campaigns. */
export type CampaignConnection = {
  /** Rows in the asked order, newest first without one. */
  readonly nodes: ReadonlyArray<Campaign>;
  /** Where the page ended. */
  readonly pageInfo: PageInfo;
  /** All rows that match; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Which campaigns; all given parts must match. */
export type CampaignFilter = {
  /** Campaigns in these states. */
  readonly states?: InputMaybe<ReadonlyArray<CampaignState>>;
  /** Campaigns of this kind. */
  readonly kind?: InputMaybe<CampaignKind>;
  /** Part of the name. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Rollbacks of this campaign. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Campaigns of this author, by id of the person. */
  readonly authorId?: InputMaybe<Scalars['ID']['input']>;
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
  readonly field: CampaignOrderField;
  /** Up or down. */
  readonly direction: SortDirection;
};

/** A node in a planned wave. */
export type PlannedMember = {
  /** Id of the node. */
  readonly nodeId: Scalars['ID']['output'];
  /** Host name. */
  readonly hostname: Scalars['String']['output'];
  /** Failure domains. */
  readonly domains: ReadonlyArray<Scalars['String']['output']>;
  /** What would stand in its way now, its last assessment for the same target included; only told of the first wave's members and alternates. */
  readonly obstacles: ReadonlyArray<NodeObstacle>;
};

/** How likely a wave notices a fault that strikes a given share of nodes. */
export type Detection = {
  /** Share of nodes that would fail, in percent. */
  readonly truePercent: Scalars['Float']['output'];
  /** Chance that the campaign has stopped by the end of this wave, 0 to 1. */
  readonly stopProbability: Scalars['Float']['output'];
};

/** A wave as it would be planned. */
export type PlannedWave = {
  /** Number, from 1. */
  readonly number: Scalars['Int']['output'];
  /** How many members it has. */
  readonly memberCount: Scalars['Int']['output'];
  /** The first 200 members, in order. */
  readonly members: ReadonlyArray<PlannedMember>;
  /** The first 200 nodes that step in for members that cannot start, in order. */
  readonly alternates: ReadonlyArray<PlannedMember>;
  /** Failures that would stop it. */
  readonly stopAt: Scalars['Int']['output'];
  /** Verified runs that it needs. */
  readonly needed: Scalars['Int']['output'];
  /** Chance to have stopped by its end, for shares of 1, 2, 5, 8, 10, 20, 30 and 50 percent. Exact, for independent failures. */
  readonly detection: ReadonlyArray<Detection>;
  /** Smallest share of failing nodes that it notices with a chance of 80 percent, in percent; null: none up to 100. */
  readonly seesPercent?: Maybe<Scalars['Float']['output']>;
  /** Seconds until its end by the pace of earlier runs plus its soak; null without earlier runs. */
  readonly expectedSeconds?: Maybe<Scalars['Float']['output']>;
  /** Members that could start now, of its first 200; only told of the first wave. Nodes that nobody observes yet are taken as well. */
  readonly startableNow?: Maybe<Scalars['Int']['output']>;
};

/** Why nodes were left out. */
export type ExclusionCount = {
  /** `protected`, `held`, `retired`, `quarantined`, `openRun`, `alreadyOnTarget`, `noEdge`, `siteUnknown` or `missing`. */
  readonly reason: Scalars['String']['output'];
  /** How many nodes. */
  readonly count: Scalars['Int']['output'];
  /** The first 20 of them by host name. */
  readonly hostnames: ReadonlyArray<Scalars['String']['output']>;
};

/** The plan that a submission would freeze now. */
export type CampaignPreview = {
  /** Digest that the plan would have; null when it cannot be made. */
  readonly digest?: Maybe<Scalars['String']['output']>;
  /** Members of all waves. */
  readonly memberCount: Scalars['Int']['output'];
  /** The waves. */
  readonly waves: ReadonlyArray<PlannedWave>;
  /** Nodes that match the selector and are left out. */
  readonly excluded: ReadonlyArray<ExclusionCount>;
  /** Why the plan cannot be made; empty when it can. */
  readonly problems: ReadonlyArray<UserError>;
};

/** What to preview: a campaign that exists, or a document. */
export type CampaignPreviewInput =
  /** A campaign's document. */
  { readonly campaignId: Scalars['ID']['input']; readonly spec?: never; }
  |  /** This document. */
  { readonly campaignId?: never; readonly spec: CampaignSpecInput; };

/** A campaign as a file, YAML or JSON. The JSON Schema `skein-campaign.schema.json` is made from this type. */
export type CampaignDocumentInput = {
  /** Version of the format: `skein/v1`. */
  readonly apiVersion: Scalars['String']['input'];
  /** Kind of the document: `Campaign`. */
  readonly kind: Scalars['String']['input'];
  /** What it is called. */
  readonly metadata: CampaignDocumentMetadataInput;
  /** What the author writes; its `name` is left out, since `metadata` has it. */
  readonly spec: CampaignDocumentSpecInput;
};

/** What a document is called. */
export type CampaignDocumentMetadataInput = {
  /** Name of the campaign; with it a document finds the campaign that it changes. */
  readonly name: Scalars['String']['input'];
};

/** What the author writes in a document: like `CampaignSpecInput`, with names instead of ids. */
export type CampaignDocumentSpecInput = {
  /** Name of a target profile, and the newest of that name is meant; or the id of one. */
  readonly targetProfile: Scalars['String']['input'];
  /** Which nodes. */
  readonly selector: DocumentSelectorInput;
  /** Sizes of the waves; the last one is always `rest`. */
  readonly waves: ReadonlyArray<WaveSizeInput>;
  /** When the next wave may open. */
  readonly gate: GateInput;
  /** Runs that hold a lease at the same time. */
  readonly concurrencyMax: Scalars['Int']['input'];
  /** Runs being inspected or staged at the same time. */
  readonly stagingMax: Scalars['Int']['input'];
  /** Nodes changed and not yet soaked. */
  readonly exposureMax: Scalars['Int']['input'];
  /** Time limits. */
  readonly deadlines: DeadlinesInput;
  /** Name of a hook set of the worker. */
  readonly hooks?: InputMaybe<Scalars['String']['input']>;
  /** Chooses members and their order; the same seed and nodes give the same plan. */
  readonly seed: Scalars['Int']['input'];
};

/** Which nodes; all given parts must match, and an empty selector means all nodes that are not protected. */
export type DocumentSelectorInput = {
  /** Host names, or `source/externalId` where a host name is not unique. */
  readonly nodes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Names of sites. */
  readonly sites?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Nodes with all these labels. */
  readonly labels?: InputMaybe<ReadonlyArray<LabelInput>>;
};

/** A document to make true. */
export type CampaignApplyInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The document. */
  readonly document: CampaignDocumentInput;
  /** Only say what would happen. */
  readonly dryRun: Scalars['Boolean']['input'];
  /** Why, for the audit. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** What applying a document did. */
export type ApplyOutcome =
  /** Made a campaign. */
  | 'CREATED'
  /** Changed a campaign and made a draft of it again. */
  | 'CHANGED'
  /** Did nothing: it says the same already. */
  | 'UNCHANGED';

/** What applying a document did, or would do. */
export type CampaignApplyPayload = {
  /** The campaign; null when refused, and when a dry run would make one. */
  readonly campaign?: Maybe<Campaign>;
  /** What was done, or would be; null when refused. */
  readonly outcome?: Maybe<ApplyOutcome>;
  /** Values that changed, or would. */
  readonly changes: ReadonlyArray<SpecChange>;
  /** The plan that a submission would freeze now; null when refused. */
  readonly preview?: Maybe<CampaignPreview>;
  /** Refusals: `campaignIsUnderWay`, `nameIsAmbiguous`, `targetProfileNotFound`, `siteNotFound`, `nodeNotFound`, `invalidInput`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Stop everything. */
export type CampaignsHaltAllInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Why, for the audit. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** What was halted and what still moves. */
export type CampaignsHaltAllPayload = {
  /** Campaigns that were halted. */
  readonly campaigns: ReadonlyArray<Campaign>;
  /** Runs that already held a permit: they go forward to verification or back, and nothing else will start. */
  readonly holdingPermit: ReadonlyArray<PermitHolder>;
  /** Refusals of single campaigns, such as `campaignNotHalted`; the others are halted all the same. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Size of a wave. */
export type WaveSizeInput =
  /** So many nodes. */
  { readonly count: Scalars['Int']['input']; readonly percent?: never; readonly rest?: never; }
  |  /** So many percent of all members. */
  { readonly count?: never; readonly percent: Scalars['Int']['input']; readonly rest?: never; }
  |  /** All that are left; must be true, and the last wave must have it. */
  { readonly count?: never; readonly percent?: never; readonly rest: Scalars['Boolean']['input']; };

/** A label to match. */
export type LabelInput = {
  /** Key. */
  readonly key: Scalars['String']['input'];
  /** Value. */
  readonly value: Scalars['String']['input'];
};

/** Which nodes; all given parts must match, and an empty selector means all nodes that are not protected. */
export type SelectorInput = {
  /** These nodes. */
  readonly nodeIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Nodes of these sites. */
  readonly siteIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Nodes with all these labels. */
  readonly labels?: InputMaybe<ReadonlyArray<LabelInput>>;
};

/** When the next wave may open. */
export type GateInput = {
  /** Percent of a wave's members whose failures stop the campaign: `max(1, floor(p·n/100))`. */
  readonly failurePercentMax: Scalars['Float']['input'];
  /** Percent of a wave's members that must be verified and soaked: `ceil(q·n/100)`. */
  readonly verifiedPercentMin: Scalars['Float']['input'];
  /** Seconds of good observations per run. */
  readonly soakSeconds: Scalars['Int']['input'];
  /** Runs that may hold a permit until the first has verified. */
  readonly firstLook: Scalars['Int']['input'];
  /** Seconds that a gate may stay inconclusive before the campaign pauses. */
  readonly inconclusiveSecondsMax: Scalars['Int']['input'];
  /** Quarantined nodes that halt the campaign. */
  readonly lostMax: Scalars['Int']['input'];
};

/** Seconds of observed time for each part of a run. */
export type DeadlinesInput = {
  /** Inspection. */
  readonly preflight: Scalars['Int']['input'];
  /** Fetching packages. */
  readonly staging: Scalars['Int']['input'];
  /** Taking traffic away. */
  readonly drain: Scalars['Int']['input'];
  /** The package transaction. */
  readonly apply: Scalars['Int']['input'];
  /** From the reboot request until silence is worth asking the provider about. */
  readonly rebootSilence: Scalars['Int']['input'];
  /** The whole reboot. */
  readonly reboot: Scalars['Int']['input'];
  /** Verification. */
  readonly verify: Scalars['Int']['input'];
  /** Bringing back. */
  readonly restore: Scalars['Int']['input'];
};

/** What the author writes. */
export type CampaignSpecInput = {
  /** Name for people. */
  readonly name: Scalars['String']['input'];
  /** Profile of the system to reach. */
  readonly targetProfileId: Scalars['ID']['input'];
  /** Which nodes. */
  readonly selector: SelectorInput;
  /** Sizes of the waves; the last one is always `rest`. */
  readonly waves: ReadonlyArray<WaveSizeInput>;
  /** When the next wave may open. */
  readonly gate: GateInput;
  /** Runs that hold a lease at the same time. */
  readonly concurrencyMax: Scalars['Int']['input'];
  /** Runs being inspected or staged at the same time. */
  readonly stagingMax: Scalars['Int']['input'];
  /** Nodes changed and not yet soaked. */
  readonly exposureMax: Scalars['Int']['input'];
  /** Time limits. */
  readonly deadlines: DeadlinesInput;
  /** Name of a hook set of the worker. */
  readonly hooks?: InputMaybe<Scalars['String']['input']>;
  /** Chooses members and their order; the same seed and nodes give the same plan. */
  readonly seed: Scalars['Int']['input'];
};

/** A new campaign. */
export type CampaignDraftInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The document. */
  readonly spec: CampaignSpecInput;
  /** Who speaks for it; left out: OPERATOR for a session, API for a token. */
  readonly source?: InputMaybe<CampaignSource>;
  /** Why, for the audit. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** A changed document. */
export type CampaignReviseInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The campaign. */
  readonly campaignId: Scalars['ID']['input'];
  /** Refuse when the campaign has another version by now. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Why, for the audit. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** The document. */
  readonly spec: CampaignSpecInput;
};

/** A verb on a campaign. */
export type CampaignVerbInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The campaign. */
  readonly campaignId: Scalars['ID']['input'];
  /** Refuse when the campaign has another version by now. Pause, hold, halt and cancel ignore it. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Why, for the audit. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** A yes to exactly one revision. */
export type CampaignApproveInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The campaign. */
  readonly campaignId: Scalars['ID']['input'];
  /** Digest of the revision that was read; another revision is not approved by it. */
  readonly digest: Scalars['String']['input'];
  /** Refuse when the campaign has another version by now. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Why, for the audit. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** A no to exactly one revision. */
export type CampaignDenyInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The campaign. */
  readonly campaignId: Scalars['ID']['input'];
  /** Digest of the revision that was read. */
  readonly digest: Scalars['String']['input'];
  /** Refuse when the campaign has another version by now. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Why not; the author reads it. */
  readonly reason: Scalars['String']['input'];
};

/** Runs to try again. */
export type CampaignRetryInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The campaign. */
  readonly campaignId: Scalars['ID']['input'];
  /** Refuse when the campaign has another version by now. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Why, for the audit. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** Which runs; left out: all of the campaign that may be tried again. */
  readonly runIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Only runs of this wave. */
  readonly wave?: InputMaybe<Scalars['Int']['input']>;
  /** Also runs whose nodes are quarantined; somebody has looked at them. */
  readonly clearQuarantine: Scalars['Boolean']['input'];
};

/** What to bring back. */
export type RollbackScopeInput =
  /** Everything; must be true. */
  { readonly campaign: Scalars['Boolean']['input']; readonly wave?: never; readonly nodeIds?: never; }
  |  /** One wave. */
  { readonly campaign?: never; readonly wave: Scalars['Int']['input']; readonly nodeIds?: never; }
  |  /** These nodes. */
  { readonly campaign?: never; readonly wave?: never; readonly nodeIds: ReadonlyArray<Scalars['ID']['input']>; };

/** A rollback. */
export type CampaignRollbackInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The campaign whose runs are brought back; it is paused if it runs. */
  readonly campaignId: Scalars['ID']['input'];
  /** Refuse when the campaign has another version by now. */
  readonly expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Why, for the audit. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  /** What to bring back. */
  readonly scope: RollbackScopeInput;
};

/** The campaign as it is now. */
export type CampaignPayload = {
  /** The campaign; after `campaignRollback` the rollback campaign; null when refused. */
  readonly campaign?: Maybe<Campaign>;
  /** Refusals, such as `staleVersion`, `authorMayNotApprove`, `campaignNotRunning`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The halted campaign and what still moves. */
export type CampaignHaltPayload = {
  /** The campaign as it is now; null when refused. */
  readonly campaign?: Maybe<Campaign>;
  /** Runs that already held a permit: they go forward to verification or back, and nothing else will start. */
  readonly holdingPermit: ReadonlyArray<PermitHolder>;
  /** Refusals, such as `campaignNotRunning`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** How to become root after logging in. */
export type Become =
  /** The user is root. */
  | 'NONE'
  /** `sudo -n`, for exactly the runner. */
  | 'SUDO';

/** A way to log in. The private key can be written and used, never read. */
export type Credential = {
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Unique name, used by imports and sites. */
  readonly name: Scalars['String']['output'];
  /** Login user. */
  readonly user: Scalars['String']['output'];
  /** How it becomes root. */
  readonly become: Become;
  /** When the secret was last written. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** A credential with its secret. */
export type CredentialSaveInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Unique name. */
  readonly name: Scalars['String']['input'];
  /** Login user. */
  readonly user: Scalars['String']['input'];
  /** Private key in OpenSSH or PEM format, without a passphrase. Encrypted before it is stored. */
  readonly privateKey: Scalars['String']['input'];
  /** How to become root. */
  readonly become: Become;
};

/** The credential as saved, without its secret. */
export type CredentialSavePayload = {
  /** The credential; null when refused. */
  readonly credential?: Maybe<Credential>;
  /** Refusals: `invalidInput`. */
  readonly userErrors: ReadonlyArray<UserError>;
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

/** Somebody who can be responsible for a change. */
export type Person = {
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Name to sign in with. */
  readonly name: Scalars['String']['output'];
  /** What the person may do. */
  readonly role: Role;
  /** When the person was switched off and can no longer sign in; null: can. */
  readonly disabledAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the person last signed in; null: never. */
  readonly lastSignInAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A role, and what it may do. */
export type RoleDescription = {
  /** The role. */
  readonly role: Role;
  /** Its permissions, such as `campaign:stop`. */
  readonly permissions: ReadonlyArray<Scalars['String']['output']>;
};

/** A way in that a person has open. */
export type Session = {
  /** Opaque id; not the secret. */
  readonly id: Scalars['ID']['output'];
  /** When it was opened. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it ends by itself. */
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Last time it was used, to the minute; null: never. */
  readonly lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether the request came with it. */
  readonly current: Scalars['Boolean']['output'];
};

/** Who is asking. */
export type Me = {
  /** The person, or the owner of the token. */
  readonly person: Person;
  /** How the caller proved it. */
  readonly via: SignInKind;
  /** Permissions in force, such as `campaign:stop`. */
  readonly permissions: ReadonlyArray<Scalars['String']['output']>;
};

/** A long-lived bearer token of automation. Its secret was shown once. */
export type ApiToken = {
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** What it is for. */
  readonly name: Scalars['String']['output'];
  /** Whose rights it carries. */
  readonly owner: Person;
  /** When it was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When it stops working; null: never. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Last time it was accepted, to the minute; null: never used. */
  readonly lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was revoked; null: still valid. */
  readonly revokedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Name and password. */
export type SignInInput = {
  /** Name of the person. */
  readonly name: Scalars['String']['input'];
  /** Password; never logged. */
  readonly password: Scalars['String']['input'];
  /** How the session is carried afterwards. */
  readonly carrier: SessionCarrier;
};

/** How a session is carried by the requests after the sign-in. */
export type SessionCarrier =
  /** As `Authorization: Bearer …`, for programs. */
  | 'TOKEN'
  /** As an HttpOnly cookie, for browsers. Every request that changes something must then carry the header `x-skein-csrf: 1`. */
  | 'COOKIE';

/** A session, or why not. */
export type SignInPayload = {
  /** Give it as `Authorization: Bearer …`; null when refused and when the session is carried by a cookie. */
  readonly token?: Maybe<Scalars['String']['output']>;
  /** When the session ends. */
  readonly expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who signed in. */
  readonly person?: Maybe<Person>;
  /** Refusals: `signInFailed`, `tooManyAttempts`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** The session is over. */
export type SignOutPayload = {
  /** Refusals: `notASession` when an API token asked. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What to call the token and how long it lives. */
export type TokenCreateInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** What it is for. */
  readonly name: Scalars['String']['input'];
  /** Days until it expires, 1 to 365. */
  readonly expiresInDays: Scalars['Int']['input'];
};

/** The token and its secret. */
export type TokenCreatePayload = {
  /** The token; null when refused. */
  readonly apiToken?: Maybe<ApiToken>;
  /** Shown in this answer only; null when refused and when an idempotency key is repeated. */
  readonly secret?: Maybe<Scalars['String']['output']>;
  /** Refusals. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Which token to revoke. */
export type TokenRevokeInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The token. */
  readonly tokenId: Scalars['ID']['input'];
};

/** The token as it is now. */
export type TokenRevokePayload = {
  /** The token; null when refused. */
  readonly apiToken?: Maybe<ApiToken>;
  /** Refusals: `tokenNotFound`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Which session to end. */
export type SessionRevokeInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The session. */
  readonly sessionId: Scalars['ID']['input'];
};

/** Whether the session is over. */
export type SessionRevokePayload = {
  /** Refusals: `sessionNotFound`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A new person. */
export type PersonCreateInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Name to sign in with: lower case letters, digits, dot, hyphen, underscore. */
  readonly name: Scalars['String']['input'];
  /** What the person may do. */
  readonly role: Role;
};

/** The person and the first password. */
export type PersonCreatePayload = {
  /** The person; null when refused. */
  readonly person?: Maybe<Person>;
  /** Shown in this answer only; null when refused and when an idempotency key is repeated. */
  readonly password?: Maybe<Scalars['String']['output']>;
  /** Refusals: `nameTaken`, `invalidInput`, `personNotFound`, `notToYourself`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What to change about a person; what is left out stays. */
export type PersonChangeInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The person. */
  readonly personId: Scalars['ID']['input'];
  /** The new role. */
  readonly role?: InputMaybe<Role>;
  /** True: can no longer sign in, and loses every session and token. False: can again. */
  readonly disabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** Why, for the audit. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** Whose password to replace. */
export type PersonResetPasswordInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The person. */
  readonly personId: Scalars['ID']['input'];
  /** Why, for the audit. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** The old password and the new one. */
export type PasswordChangeInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The password in force; never logged. */
  readonly current: Scalars['String']['input'];
  /** The new one, 12 to 1024 characters; never logged. */
  readonly next: Scalars['String']['input'];
};

/** The person as it is now. */
export type PersonPayload = {
  /** The person; null when refused. */
  readonly person?: Maybe<Person>;
  /** Refusals: `personNotFound`, `notToYourself`, `lastAdmin`, `passwordWrong`, `passwordTooShort`, `notASession`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What to be told about; exactly one part is set. */
export type LiveTopicInput =
  /** The classes of all nodes; must be true. */
  { readonly fleet: Scalars['Boolean']['input']; readonly now?: never; readonly campaign?: never; readonly node?: never; }
  |  /** What needs a person; must be true. */
  { readonly fleet?: never; readonly now: Scalars['Boolean']['input']; readonly campaign?: never; readonly node?: never; }
  |  /** One campaign, by id. */
  { readonly fleet?: never; readonly now?: never; readonly campaign: Scalars['ID']['input']; readonly node?: never; }
  |  /** One node, by id. */
  { readonly fleet?: never; readonly now?: never; readonly campaign?: never; readonly node: Scalars['ID']['input']; };

/** Nodes whose class changed, between two revisions of the fleet map. */
export type FleetDelta = {
  /** Layout that the ordinals belong to; when it is another than yours, ask for the map anew. */
  readonly layout: Scalars['String']['output'];
  /** Revision that the delta is counted from. It says classes and not steps, so it fits every map of the layout that is not older; when yours is, ask for the map anew. */
  readonly fromRevision: Scalars['Int']['output'];
  /** Revision that it leads to. */
  readonly revision: Scalars['Int']['output'];
  /** Base64: for each change four bytes of ordinal, lowest first, and one byte of class. */
  readonly changes: Scalars['String']['output'];
  /** Counts after the delta; every class, in the order of the screens. */
  readonly byStateClass: ReadonlyArray<StateClassCount>;
};

/**
 * One message. The first message of a topic carries its whole state. Afterwards a message comes when something changed, at most twice a second, and
 * what comes in between is folded into the next. `HEARTBEAT` comes every two seconds: when none came for five, what is shown is stale.
 */
export type LiveEvent = {
  /** `fleet`, `now`, `campaign:<id>`, `node:<id>` or `HEARTBEAT`. */
  readonly topic: Scalars['String']['output'];
  /** Counts the messages of one subscription, all topics together, from 1 and without gaps. After a gap, ask anew for everything shown. */
  readonly seq: Scalars['Int']['output'];
  /** The database server's time. */
  readonly at: Scalars['DateTime']['output'];
  /** Set for the topic `fleet`. Its first message has no changes and says from which revision they are counted: when your map is older, ask for it anew. */
  readonly fleet?: Maybe<FleetDelta>;
  /** Set for the topic `now`. */
  readonly now?: Maybe<Now>;
  /** Set for the topic `campaign:<id>`. */
  readonly campaign?: Maybe<Campaign>;
  /** Set for the topic `node:<id>`. */
  readonly node?: Maybe<Node>;
};

/** Everything that can be watched, over graphql-ws at `/graphql`, with the same sign-in, permissions and limits as a query. */
export type Subscription = {
  /** The topics, over one subscription; at most 20. To watch others, subscribe anew and end the old one. */
  readonly live: LiveEvent;
};


/** Everything that can be watched, over graphql-ws at `/graphql`, with the same sign-in, permissions and limits as a query. */
export type SubscriptionLiveArgs = {
  topics: ReadonlyArray<LiveTopicInput>;
};

/** What was last observed of a node's health. */
export type NodeHealth =
  /** Reachable, and its probes are good. */
  | 'GOOD'
  /** Reachable, and a probe is bad, or not reachable. */
  | 'BAD'
  /** Nobody looked lately, or the question could not be asked. Never counted as good. */
  | 'UNKNOWN';

/** A label of a node. */
export type Label = {
  /** Key. */
  readonly key: Scalars['String']['output'];
  /** Value. */
  readonly value: Scalars['String']['output'];
};

/** Why a node cannot be changed now. */
export type NodeObstacle = {
  /** Stable word, such as `domainBudgetFull`, `held`, `waveNotOpen`, `inChange`. */
  readonly code: Scalars['String']['output'];
  /** The obstacle, with names and numbers; of many nodes, five are named. */
  readonly message: Scalars['String']['output'];
  /** What `message` says, for other languages. */
  readonly sentence?: Maybe<Scalars['Sentence']['output']>;
};

/** What stands between a node and its change, now. */
export type NodeExplanation = {
  /** True when nothing stands in its way. */
  readonly couldStart: Scalars['Boolean']['output'];
  /** Every obstacle. */
  readonly obstacles: ReadonlyArray<NodeObstacle>;
};

/** A managed server. Its identity is (source, externalId); the hostname is an attribute. */
export type Node = {
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Inventory that it was imported from. */
  readonly source: Scalars['String']['output'];
  /** Id in that inventory, and at the provider. */
  readonly externalId: Scalars['String']['output'];
  /** Host name. */
  readonly hostname: Scalars['String']['output'];
  /** Name of its site. */
  readonly site: Scalars['String']['output'];
  /** Name or address that it is reached at, seen from the site's way in. */
  readonly address: Scalars['String']['output'];
  /** SSH port. */
  readonly port: Scalars['Int']['output'];
  /** Name of the credential to log in with; null: its site's. */
  readonly credential?: Maybe<Scalars['String']['output']>;
  /** Pinned OpenSSH public key lines. */
  readonly hostKeys: ReadonlyArray<Scalars['String']['output']>;
  /** Machine id pinned at import or at the first inspection; null: not known yet. */
  readonly machineId?: Maybe<Scalars['String']['output']>;
  /** Failure domains, such as `sz/az1/rack-07`. */
  readonly domains: ReadonlyArray<Scalars['String']['output']>;
  /** Labels by key. */
  readonly labels: ReadonlyArray<Label>;
  /** What it does for its site: `control`, `bastion`, `mirror`, `provider`, `loadBalancer`; null: an ordinary node. */
  readonly role?: Maybe<Scalars['String']['output']>;
  /** Never touched in a general wave. */
  readonly protected: Scalars['Boolean']['output'];
  /** An operator keeps it back. */
  readonly held: Scalars['Boolean']['output'];
  /** Why it is held; null when it is not. */
  readonly heldReason?: Maybe<Scalars['String']['output']>;
  /** Taken out of every budget for good. */
  readonly retired: Scalars['Boolean']['output'];
  /** A human must look at it before anything else happens. */
  readonly quarantined: Scalars['Boolean']['output'];
  /** Raised by each restore or reimage. */
  readonly incarnation: Scalars['Int']['output'];
  /** Operating system as last inspected, such as `centos-8.5`; null: never inspected. */
  readonly os?: Maybe<Scalars['String']['output']>;
  /** Running kernel as last inspected; null: never inspected. */
  readonly kernel?: Maybe<Scalars['String']['output']>;
  /** When it was last inspected; null: never. */
  readonly inspectedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Health as last observed. */
  readonly health: NodeHealth;
  /** When its health was last observed; null: never. */
  readonly observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The run that owns it now; null: none. */
  readonly openRunId?: Maybe<Scalars['ID']['output']>;
  /** State of the open run, or of the last one; null: no run yet. */
  readonly runState?: Maybe<RunState>;
  /** Class that screens show it in. */
  readonly stateClass: StateClass;
  /** Since when it is in that class. */
  readonly stateSince: Scalars['DateTime']['output'];
  /** The open run, or the last one; null: no run yet. */
  readonly run?: Maybe<Run>;
  /** Runs of the node, newest first, at most 50. */
  readonly runs: ReadonlyArray<Run>;
  /** True when the last mirrored import no longer named it. */
  readonly missing: Scalars['Boolean']['output'];
  /** Services that it carries. */
  readonly services: ReadonlyArray<Service>;
  /** Ways back that exist or existed, newest first, at most 50. */
  readonly restorePoints: ReadonlyArray<RestorePoint>;
  /** Facts as last read from it; null: never read. Hostile text. */
  readonly facts?: Maybe<Scalars['JSONObject']['output']>;
  /** The last assessment; null: never assessed. */
  readonly assessment?: Maybe<Assessment>;
  /** What stands between it and its change, now. Costs a query per node: ask for one node at a time. */
  readonly explain: NodeExplanation;
};

/** A workload on nodes, with an owner and a capacity floor. */
export type Service = {
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Unique name. */
  readonly name: Scalars['String']['output'];
  /** Who answers for it. */
  readonly owner: Scalars['String']['output'];
  /** Healthy members that it needs at any time. */
  readonly floor: Scalars['Int']['output'];
  /** Members. */
  readonly memberCount: Scalars['Int']['output'];
};

/** A verified way back of one node. */
export type RestorePoint = {
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Run that made it. */
  readonly runId: Scalars['ID']['output'];
  /** Attempt of that run. */
  readonly attempt: Scalars['Int']['output'];
  /** Name at the provider. */
  readonly snapshotId: Scalars['String']['output'];
  /** `READY`, `STALE` (the node wrote since) or `CONSUMED`. */
  readonly state: Scalars['String']['output'];
  /** When it was made. */
  readonly takenAt: Scalars['DateTime']['output'];
};

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
  readonly field: NodeOrderField;
  /** Up or down. */
  readonly direction: SortDirection;
};

/** A page of nodes. */
export type NodeConnection = {
  /** Rows in the asked order; by host name, then id, without one. */
  readonly nodes: ReadonlyArray<Node>;
  /** Where the page ended. */
  readonly pageInfo: PageInfo;
  /** All rows that match; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Which nodes; all given parts must match. */
export type NodeFilter = {
  /** These nodes. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Sites by name. */
  readonly sites?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** One failure domain, or a prefix of it that ends at a slash. */
  readonly domain?: InputMaybe<Scalars['String']['input']>;
  /** Part of the host name or of the external id. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  /** Labels, each `key=value`. */
  readonly labels?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Operating system as last inspected. */
  readonly os?: InputMaybe<Scalars['String']['input']>;
  /** State of the open or last run. */
  readonly runStates?: InputMaybe<ReadonlyArray<RunState>>;
  /** Protected or not. */
  readonly protected?: InputMaybe<Scalars['Boolean']['input']>;
  /** Held or not. */
  readonly held?: InputMaybe<Scalars['Boolean']['input']>;
  /** Quarantined or not. */
  readonly quarantined?: InputMaybe<Scalars['Boolean']['input']>;
  /** Retired nodes are left out unless asked for. */
  readonly retired?: InputMaybe<Scalars['Boolean']['input']>;
  /** Classes. */
  readonly stateClasses?: InputMaybe<ReadonlyArray<StateClass>>;
  /** Health as last observed. */
  readonly health?: InputMaybe<ReadonlyArray<NodeHealth>>;
  /** Operating systems as last inspected; `unknown` for never inspected. */
  readonly osIn?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Members of this campaign's plan in force, alternates that did not step in left out; retired ones stay in unless `retired` says otherwise. */
  readonly campaignId?: InputMaybe<Scalars['ID']['input']>;
  /** Gone from the last mirrored import, or not. */
  readonly missing?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * The query language that console and command line share: terms joined by `and`, each `key=value`, `key!=value` or `key in (a,b)`, or a bare
   * word that is part of the host name. Keys: `site`, `os`, `state` (a class), `health`, `domain`, `campaign` (an id), `protected`, `held`,
   * `quarantined`, `missing`, `retired`, and `label.<key>`. Refused with `badQuery`, which says where.
   */
  readonly query?: InputMaybe<Scalars['String']['input']>;
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

/** Nodes counted by one field, under the other parts of the filter. */
export type NodeFacet = {
  /** The field. */
  readonly field: NodeFacetField;
  /** The 50 most frequent values, most frequent first. */
  readonly counts: ReadonlyArray<NodeCount>;
};

/** A value and how many nodes have it. */
export type NodeCount = {
  /** The value. */
  readonly value: Scalars['String']['output'];
  /** How many nodes have it. */
  readonly count: Scalars['Int']['output'];
};

/** The fleet in numbers, retired nodes left out. */
export type FleetCounts = {
  /** All nodes. */
  readonly total: Scalars['Int']['output'];
  /** Never touched in a general wave. */
  readonly protected: Scalars['Int']['output'];
  /** Kept back by an operator. */
  readonly held: Scalars['Int']['output'];
  /** Waiting for a human. */
  readonly quarantined: Scalars['Int']['output'];
  /** With an open run. */
  readonly inFlight: Scalars['Int']['output'];
  /** Unavailable now: leased, bad, unreachable, or not observed lately while watched. */
  readonly unavailable: Scalars['Int']['output'];
  /** By site. */
  readonly bySite: ReadonlyArray<NodeCount>;
  /** By operating system as last inspected; `unknown` when never. */
  readonly byOs: ReadonlyArray<NodeCount>;
  /** By state of the open or last run; `none` without one. */
  readonly byRunState: ReadonlyArray<NodeCount>;
  /** By class; every class, in the order of the screens. */
  readonly byStateClass: ReadonlyArray<StateClassCount>;
  /** By operating system family with its end of life. */
  readonly byLifecycle: ReadonlyArray<LifecycleCount>;
};

/** Nodes of one operating system family, and until when it is maintained. */
export type LifecycleCount = {
  /** Family, such as `CentOS 8`; `unknown` for nodes that were never inspected. */
  readonly family: Scalars['String']['output'];
  /** How many nodes. */
  readonly count: Scalars['Int']['output'];
  /** Last day of maintenance, as `YYYY-MM-DD`; null: still maintained, or unknown. */
  readonly endOfLife?: Maybe<Scalars['String']['output']>;
};

/**
 * The fleet as one byte per node, in the order of the map: site, then rack, then host name. A node keeps its ordinal as long as `layout` stays the
 * same; when the layout changes, ask again.
 */
export type FleetMap = {
  /** Name of the order; changes when nodes come, go or move. */
  readonly layout: Scalars['String']['output'];
  /** Moved by every change of a class; deltas of the subscription name it. */
  readonly revision: Scalars['Int']['output'];
  /** All nodes, retired ones left out. */
  readonly nodeCount: Scalars['Int']['output'];
  /** Blocks of neighbouring ordinals, in order and without gaps. */
  readonly groups: ReadonlyArray<FleetMapGroup>;
  /** Base64 of one byte per node: the index of its class in `StateClass`. */
  readonly states: Scalars['String']['output'];
  /** Base64 of one bit per node, lowest bit first, set where the filter matches; null without a filter. */
  readonly matches?: Maybe<Scalars['String']['output']>;
  /** Nodes that match; `nodeCount` without a filter. */
  readonly matchCount: Scalars['Int']['output'];
};

/** A block of the map: one rack, or what a site has outside of racks. */
export type FleetMapGroup = {
  /** Site. */
  readonly site: Scalars['String']['output'];
  /** Deepest failure domain of the block; empty for nodes without one. */
  readonly domain: Scalars['String']['output'];
  /** Ordinal of its first node. */
  readonly start: Scalars['Int']['output'];
  /** How many nodes. */
  readonly count: Scalars['Int']['output'];
};

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

/** A problem of one cell. */
export type ImportRowError = {
  /** Line of the CSV (its header is 1), or item of the JSON or YAML, from 1. */
  readonly row: Scalars['Int']['output'];
  /** The column; null when the whole row is to blame. */
  readonly column?: Maybe<Scalars['String']['output']>;
  /** Stable word. */
  readonly code: Scalars['String']['output'];
  /** What is wrong with it. */
  readonly message: Scalars['String']['output'];
};

/**
 * Nodes to import. Columns: `externalId, hostname, site, address` are required; `port` (22), `credential`, `hostKeys` (OpenSSH lines separated
 * by `;`), `machineId`, `domains` (separated by `;`), `labels` (`key=value` separated by `;`, or a JSON object), `protected` (true or false), `role`,
 * `probes` (JSON array of `{kind: tcp|http|command, …}`). In JSON and YAML, lists and objects may be written as such. `state`, which exports have
 * besides, is read over.
 */
export type NodesImportInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Format of the content. */
  readonly format: ImportFormat;
  /** The text, at most 8 MiB. */
  readonly content: Scalars['String']['input'];
  /** Name of the inventory; with `externalId` it identifies a node. */
  readonly source: Scalars['String']['input'];
  /** What happens to nodes that are not named. */
  readonly mode: ImportMode;
  /** Percent of the source's nodes that a mirrored import may mark as missing. */
  readonly missingPercentMax: Scalars['Float']['input'];
  /** Only say what would happen. */
  readonly dryRun: Scalars['Boolean']['input'];
};

/** What an import did, or would do. */
export type NodesImportPayload = {
  /** Rows read. */
  readonly rows: Scalars['Int']['output'];
  /** Nodes that are new. */
  readonly created: Scalars['Int']['output'];
  /** Nodes that change. */
  readonly updated: Scalars['Int']['output'];
  /** Nodes that stay as they are. */
  readonly unchanged: Scalars['Int']['output'];
  /** Nodes that a mirrored import marks as missing. */
  readonly missing: Scalars['Int']['output'];
  /** The first 1000 problems; while there is one, nothing is imported. */
  readonly rowErrors: ReadonlyArray<ImportRowError>;
  /** Problems in all. */
  readonly rowErrorCount: Scalars['Int']['output'];
  /** Refusals: `importHasErrors`, `importEmpty`, `importTooLarge`, `importUnderWay`, `tooManyMissing`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Protect or unprotect. */
export type NodeProtectInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The node. */
  readonly nodeId: Scalars['ID']['input'];
  /** Wanted state. */
  readonly protected: Scalars['Boolean']['input'];
  /** Why, for the audit. */
  readonly reason: Scalars['String']['input'];
};

/** Hold or let go. */
export type NodeHoldInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The node. */
  readonly nodeId: Scalars['ID']['input'];
  /** Wanted state. */
  readonly held: Scalars['Boolean']['input'];
  /** Why, for the audit. */
  readonly reason: Scalars['String']['input'];
};

/** Back from quarantine. */
export type NodeClearQuarantineInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The node. */
  readonly nodeId: Scalars['ID']['input'];
  /** What was found and done, for the audit. */
  readonly reason: Scalars['String']['input'];
};

/** Retire. */
export type NodeRetireInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The node. */
  readonly nodeId: Scalars['ID']['input'];
  /** Why, for the audit. */
  readonly reason: Scalars['String']['input'];
};

/** The node as it is now. */
export type NodePayload = {
  /** The node; null when refused. */
  readonly node?: Maybe<Node>;
  /** Refusals: `nodeNotFound`, `runOpen`. */
  readonly userErrors: ReadonlyArray<UserError>;
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

/** Something that needs a person, with what to look at. */
export type AttentionItem = {
  /** Stable as long as the thing lasts. */
  readonly id: Scalars['ID']['output'];
  /** What it is. */
  readonly kind: AttentionKind;
  /** Class that it is shown in. */
  readonly stateClass: StateClass;
  /** How many nodes or runs it is about; null when not about nodes. */
  readonly count?: Maybe<Scalars['Int']['output']>;
  /** Its campaign; null when it is about none. */
  readonly campaign?: Maybe<Campaign>;
  /** Wave of that campaign; null when it is about none. */
  readonly wave?: Maybe<Scalars['Int']['output']>;
  /** Site, node, driver or token that it is about; null when the campaign says it. */
  readonly subject?: Maybe<Scalars['String']['output']>;
  /** Why, such as the reason of a state; null without one. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Since when it waits. */
  readonly since: Scalars['DateTime']['output'];
};

/** What needs a person first, and what is under way. */
export type Now = {
  /** What waits, highest risk first, at most 100. */
  readonly attention: ReadonlyArray<AttentionItem>;
  /** Campaigns that are not drafts and not ended, at most 50, those that run first. */
  readonly campaigns: ReadonlyArray<Campaign>;
  /** The fleet in numbers. */
  readonly fleet: FleetCounts;
  /** Sites that nobody can watch now, by name. */
  readonly unattendedSites: ReadonlyArray<Scalars['String']['output']>;
  /** The newest 20 events of the audit that say something about campaigns or nodes; empty for who may not read the audit. */
  readonly events: ReadonlyArray<AuditEvent>;
  /** The database server's time. */
  readonly at: Scalars['DateTime']['output'];
};

/** A refusal: nothing was changed, and the caller can do something about it. Bugs and outages are in GraphQL `errors` instead. */
export type UserError = {
  /** Stable word for programs, such as `staleVersion` or `authorMayNotApprove`. */
  readonly code: Scalars['String']['output'];
  /** What was refused, and where, for people. */
  readonly message: Scalars['String']['output'];
  /** Path into the mutation's input; null when no single field is to blame. */
  readonly field?: Maybe<ReadonlyArray<Scalars['String']['output']>>;
  /** What to do next. */
  readonly hint?: Maybe<Scalars['String']['output']>;
  /** What `message` says; null where `code` says enough. */
  readonly sentence?: Maybe<Scalars['Sentence']['output']>;
};

/** Whether the person who asks may do something now. The console shows the reason on the disabled button. */
export type Permitted = {
  /** True when the verb would be accepted now. */
  readonly allowed: Scalars['Boolean']['output'];
  /** Why not, and what to do about it, in a sentence or two; null when allowed. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Stable word for the reason, the same with which the verb would be refused now; null when allowed. */
  readonly code?: Maybe<Scalars['String']['output']>;
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

/** How many are in a class. */
export type StateClassCount = {
  /** The class. */
  readonly stateClass: StateClass;
  /** How many are in it. */
  readonly count: Scalars['Int']['output'];
};

/** Up or down. */
export type SortDirection =
  /** Smallest first. */
  | 'ASC'
  /** Largest first. */
  | 'DESC';

/** Which part of a list is wanted. */
export type PageInput = {
  /** How many rows, 1 to 200. */
  readonly first: Scalars['Int']['input'];
  /** `endCursor` of the page before; opaque. */
  readonly after?: InputMaybe<Scalars['String']['input']>;
  /** Rows to skip instead of `after`, 0 to 10000; for what is deeper, narrow the filter. Refused together with `after`. */
  readonly offset?: InputMaybe<Scalars['Int']['input']>;
};

/** Where a page ended. */
export type PageInfo = {
  /** Give it as `after` to read on; null when the page is empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether rows follow. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** How well the control plane's own parts can be reached. */
export type Health = {
  /** Version of Skein. */
  readonly version: Scalars['String']['output'];
  /** Time by the database server's clock; null when it does not answer. */
  readonly now?: Maybe<Scalars['DateTime']['output']>;
  /** Whether PostgreSQL answers. Without it nothing can be decided. */
  readonly database: Scalars['Boolean']['output'];
  /** Whether Temporal answers. Without it commands are still accepted, and are carried out when it is back. */
  readonly temporal: Scalars['Boolean']['output'];
};

/** A list's filter and order under a name. */
export type SavedView = {
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** List that it belongs to: `nodes`, `campaigns` or `audit`. */
  readonly list: Scalars['String']['output'];
  /** Name for people. */
  readonly name: Scalars['String']['output'];
  /** Search part of the address that shows it, such as `query=site%3Dsz&sort=OS`. */
  readonly search: Scalars['String']['output'];
  /** Whether everybody sees it. */
  readonly shared: Scalars['Boolean']['output'];
  /** Who made it. */
  readonly owner: Person;
};

/** A view to save. */
export type SavedViewSaveInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** List that it belongs to: `nodes`, `campaigns` or `audit`. */
  readonly list: Scalars['String']['input'];
  /** Name for people, 1 to 63 characters. */
  readonly name: Scalars['String']['input'];
  /** Search part of the address that shows it, at most 2000 characters. */
  readonly search: Scalars['String']['input'];
  /** Whether everybody sees it. */
  readonly shared: Scalars['Boolean']['input'];
};

/** A view to delete. */
export type SavedViewDeleteInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The view. */
  readonly savedViewId: Scalars['ID']['input'];
};

/** The view as it is now. */
export type SavedViewPayload = {
  /** The view; null when refused and when deleted. */
  readonly savedView?: Maybe<SavedView>;
  /** Refusals: `invalidInput`, `savedViewNotFound`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What to remember. */
export type PreferencesSaveInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** At most 32 KiB of JSON. */
  readonly preferences: Scalars['JSONObject']['input'];
};

/** What is remembered now. */
export type PreferencesPayload = {
  /** What is remembered; null when refused. */
  readonly preferences?: Maybe<Scalars['JSONObject']['output']>;
  /** Refusals: `invalidInput`. */
  readonly userErrors: ReadonlyArray<UserError>;
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

/** The node of a run, as the plan pinned it. */
export type RunNode = {
  /** Id of the node. */
  readonly id: Scalars['ID']['output'];
  /** Host name. */
  readonly hostname: Scalars['String']['output'];
  /** Name of its site. */
  readonly site: Scalars['String']['output'];
};

/** One step of a run's procedure, once per attempt. */
export type RunStep = {
  /** Attempt. */
  readonly attempt: Scalars['Int']['output'];
  /** Name of the step. */
  readonly name: Scalars['String']['output'];
  /** `begun`, `done`, `failed` or `undone`. */
  readonly state: Scalars['String']['output'];
  /** What the step recorded. */
  readonly detail: Scalars['JSONObject']['output'];
  /** When it began. */
  readonly begunAt: Scalars['DateTime']['output'];
  /** When it was last written. */
  readonly at: Scalars['DateTime']['output'];
};

/** How long a step takes elsewhere, over the newest 1000 that are done. */
export type StepDuration = {
  /** Name of the step. */
  readonly name: Scalars['String']['output'];
  /** Half of them took at most so many seconds. */
  readonly medianSeconds: Scalars['Float']['output'];
  /** 95 of 100 took at most so many seconds. */
  readonly p95Seconds: Scalars['Float']['output'];
  /** How many are behind the numbers. */
  readonly samples: Scalars['Int']['output'];
};

/** A package that differs between before and after. */
export type PackageChange = {
  /** Name. */
  readonly name: Scalars['String']['output'];
  /** Version before; null: was not there, or the solver did not say which version is replaced. */
  readonly before?: Maybe<Scalars['String']['output']>;
  /** Version after; null: is not there any more. */
  readonly after?: Maybe<Scalars['String']['output']>;
};

/** What became of a node's packages, as the solver said on the node right before the change; that they fit together was verified afterwards. */
export type PackageChanges = {
  /** Packages that came. */
  readonly added: Scalars['Int']['output'];
  /** Packages that went. */
  readonly removed: Scalars['Int']['output'];
  /** Packages with another version. */
  readonly changed: Scalars['Int']['output'];
  /** All of them by name, at most 2000. */
  readonly packages: ReadonlyArray<PackageChange>;
};

/** A detached job on the node, as far as PostgreSQL has heard of it. */
export type RunJob = {
  /** Id of the job: `<run>.<attempt>.<step>`. */
  readonly id: Scalars['ID']['output'];
  /** Attempt. */
  readonly attempt: Scalars['Int']['output'];
  /** Step that it is for. */
  readonly step: Scalars['String']['output'];
  /** UNCONFIRMED, RUNNING, EXITED, CRASHED, REBOOTED, POWER_LOSS, FOREIGN, REWOUND, IDENTITY_CHANGED or VOID. */
  readonly state: Scalars['String']['output'];
  /** Phase that began last. */
  readonly phase: Scalars['String']['output'];
  /** Exit code; null while it runs. */
  readonly exitCode?: Maybe<Scalars['Int']['output']>;
  /** Why it failed; null otherwise. */
  readonly reason?: Maybe<Scalars['String']['output']>;
  /** Package transactions that it began. */
  readonly transactions: Scalars['Int']['output'];
  /** When it was launched. */
  readonly launchedAt: Scalars['DateTime']['output'];
  /** When the node was last heard of; null: never. */
  readonly lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** How often the watcher attached anew. */
  readonly attachments: Scalars['Int']['output'];
  /** Bytes that PostgreSQL has of its log. */
  readonly logBytes: Scalars['Int']['output'];
};

/** An outcome of an attempt. */
export type RunOutcome = {
  /** Attempt. */
  readonly attempt: Scalars['Int']['output'];
  /** The state that ended it, or OVERDUE. */
  readonly kind: Scalars['String']['output'];
  /** What it rests on. */
  readonly evidence: Scalars['JSONObject']['output'];
  /** Whether it counts now. */
  readonly current: Scalars['Boolean']['output'];
  /** When it was recorded. */
  readonly at: Scalars['DateTime']['output'];
};

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

/** A finding of a preflight check that did not simply pass. */
export type Finding = {
  /** Id of the check, such as `disk.predicted`. */
  readonly check: Scalars['String']['output'];
  /** How bad it is. */
  readonly severity: FindingSeverity;
  /** What was found. */
  readonly message: Scalars['String']['output'];
  /** What `message` says, for other languages; null where only the text is known. */
  readonly sentence?: Maybe<Scalars['Sentence']['output']>;
  /** What to do about it. */
  readonly remediation: Scalars['String']['output'];
  /** What `remediation` says, for other languages; null where only the text is known. */
  readonly remedy?: Maybe<Scalars['Sentence']['output']>;
  /** The fact behind it could not be read: neither good nor bad. */
  readonly unreadable: Scalars['Boolean']['output'];
};

/** A piece of a job's log. */
export type LogSlice = {
  /** Where the piece begins, in bytes; later than asked when bytes in between never arrived. */
  readonly offset: Scalars['Int']['output'];
  /** Where to read on. A piece ends before bytes that never arrived, and never within a character whose rest is there or may still come. */
  readonly nextOffset: Scalars['Int']['output'];
  /** Bytes that PostgreSQL has of the log. */
  readonly totalBytes: Scalars['Int']['output'];
  /** The bytes as text; invalid UTF-8 is replaced. It comes from the node: escape it. */
  readonly text: Scalars['String']['output'];
};

/** What keeps a run waiting while nobody can see its site. No deadline runs and nothing is restored meanwhile. */
export type RunOutage = {
  /** Who is to blame: INFRA. */
  readonly failureClass: FailureClass;
  /** Since when. */
  readonly since: Scalars['DateTime']['output'];
  /** What is away, and what to do. */
  readonly message: Scalars['String']['output'];
  /** What `message` says, for other languages. */
  readonly sentence?: Maybe<Scalars['Sentence']['output']>;
};

/** One node going through a procedure once. */
export type Run = {
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Its campaign. */
  readonly campaignId: Scalars['ID']['output'];
  /** Campaign that drives it now; another than its own after a rollback adopted it. */
  readonly drivenBy: Scalars['ID']['output'];
  /** Number of its wave, from 1. */
  readonly wave: Scalars['Int']['output'];
  /** Attempt, from 1; moved only by a decision to try again. */
  readonly attempt: Scalars['Int']['output'];
  /** Its node. */
  readonly node: RunNode;
  /** Where it is. */
  readonly state: RunState;
  /** Class that screens show it in. */
  readonly stateClass: StateClass;
  /** Name of its campaign. */
  readonly campaignName: Scalars['String']['output'];
  /** Why it is there, such as `diskFull` or the checks that block; null without a reason. */
  readonly stateReason?: Maybe<Scalars['String']['output']>;
  /** Who is to blame; null unless it failed. */
  readonly failureClass?: Maybe<FailureClass>;
  /** Past its deadline in observed time: counts as a failure until its real outcome replaces it. */
  readonly overdue: Scalars['Boolean']['output'];
  /** What was asked of it: `continue`, `hold`, `restore` or `cancel`. */
  readonly intent: Scalars['String']['output'];
  /** Since when it is in this state. */
  readonly since: Scalars['DateTime']['output'];
  /** When the run was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** When the attempt ended; null: open. */
  readonly endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What keeps it waiting and is no fault of its node; null when nothing does. */
  readonly outage?: Maybe<RunOutage>;
  /** What a person should do now; null when nothing. */
  readonly remediation?: Maybe<Scalars['String']['output']>;
  /** What `remediation` says, for other languages. */
  readonly remedy?: Maybe<Scalars['Sentence']['output']>;
  /** Steps of all attempts, oldest first. */
  readonly steps: ReadonlyArray<RunStep>;
  /** Jobs of all attempts, oldest first. */
  readonly jobs: ReadonlyArray<RunJob>;
  /** Findings of the last preflight that did not simply pass. */
  readonly findings: ReadonlyArray<Finding>;
  /** Outcomes of all attempts, oldest first; an overdue one is replaced by the real one and kept. */
  readonly outcomes: ReadonlyArray<RunOutcome>;
  /** What the change did to its packages; null before the verification, or when the solver was not asked. */
  readonly packageChanges?: Maybe<PackageChanges>;
  /** The log of a job from a byte offset, at most 256 KiB a piece; null when there is no such job. As a stream: `GET /runs/<run>/jobs/<job>/log`. */
  readonly log?: Maybe<LogSlice>;
};


/** One node going through a procedure once. */
export type RunLogArgs = {
  jobId: Scalars['ID']['input'];
  offset: Scalars['Int']['input'];
};

/** A page of runs. */
export type RunConnection = {
  /** Rows by wave, host name and id. */
  readonly nodes: ReadonlyArray<Run>;
  /** Where the page ended. */
  readonly pageInfo: PageInfo;
  /** All rows that match; counted only when selected. */
  readonly totalCount: Scalars['Int']['output'];
};

/** Which runs; all given parts must match. */
export type RunFilter = {
  /** Runs of this campaign, or adopted by it. */
  readonly campaignId?: InputMaybe<Scalars['ID']['input']>;
  /** Runs of this wave; together with `campaignId` also those that the campaign brings back in it. */
  readonly wave?: InputMaybe<Scalars['Int']['input']>;
  /** Runs of this node. */
  readonly nodeId?: InputMaybe<Scalars['ID']['input']>;
  /** Runs in these states. */
  readonly states?: InputMaybe<ReadonlyArray<RunState>>;
  /** Runs that are overdue, or not. */
  readonly overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Runs in these classes. */
  readonly stateClasses?: InputMaybe<ReadonlyArray<StateClass>>;
  /** Runs that failed for this reason, as `failures` of the campaign groups them. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** How the nodes of a site are reached. */
export type SiteRouteKind =
  /** SSH, directly, through a SOCKS5 proxy, through bastions, or both. */
  | 'SSH'
  /** The simulated fleet, for trying and measuring. */
  | 'SIMULATED';

/** A host that connections are forwarded through; the node's own key is checked behind it. */
export type Bastion = {
  /** Name or address, as seen from the hop before. */
  readonly address: Scalars['String']['output'];
  /** SSH port. */
  readonly port: Scalars['Int']['output'];
  /** OpenSSH public key lines that the bastion may show. */
  readonly hostKeys: ReadonlyArray<Scalars['String']['output']>;
  /** Name of the credential to log in with. */
  readonly credential: Scalars['String']['output'];
};

/** A network location with its own way in. */
export type Site = {
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Unique name, used by imports. */
  readonly name: Scalars['String']['output'];
  /** How its nodes are reached. */
  readonly routeKind: SiteRouteKind;
  /** `host:port` or `unix:/path` of a SOCKS5 proxy, used first; null: none. */
  readonly proxy?: Maybe<Scalars['String']['output']>;
  /** Bastions in order, after the proxy. */
  readonly bastions: ReadonlyArray<Bastion>;
  /** Socket of the simulated fleet; null for SSH. */
  readonly socket?: Maybe<Scalars['String']['output']>;
  /** Credential of nodes that name none; null: each node must name one. */
  readonly credential?: Maybe<Scalars['String']['output']>;
  /** Provider of power, console and snapshots for its nodes; null: none. */
  readonly provider?: Maybe<Scalars['String']['output']>;
  /** Nodes of the site, retired ones left out. */
  readonly nodeCount: Scalars['Int']['output'];
  /** True while nobody has been able to watch the site: nothing is granted and no deadline runs. */
  readonly unattended: Scalars['Boolean']['output'];
  /** Since when the site is unattended; null when watched. */
  readonly unattendedSince?: Maybe<Scalars['DateTime']['output']>;
};

/** How many nodes of one failure domain may be unavailable at once, whatever the cause. */
export type DisruptionBudget = {
  /** The domain, such as `sz/az1/rack-07`. */
  readonly domain: Scalars['String']['output'];
  /** Most nodes that may be unavailable at once. */
  readonly unavailableMax: Scalars['Int']['output'];
  /** Unavailable now: leased, unhealthy, unreachable, quarantined, or not observed lately. */
  readonly unavailableNow: Scalars['Int']['output'];
  /** Nodes in the domain. */
  readonly nodeCount: Scalars['Int']['output'];
};

/** A page of disruption budgets. */
export type DisruptionBudgetConnection = {
  /** Rows by domain. */
  readonly nodes: ReadonlyArray<DisruptionBudget>;
  /** Where the page ended. */
  readonly pageInfo: PageInfo;
};

/** A bastion. */
export type BastionInput = {
  /** Name or address, as seen from the hop before. */
  readonly address: Scalars['String']['input'];
  /** SSH port. */
  readonly port: Scalars['Int']['input'];
  /** OpenSSH public key lines, at least one: an unknown bastion is never trusted. */
  readonly hostKeys: ReadonlyArray<Scalars['String']['input']>;
  /** Name of a credential. */
  readonly credential: Scalars['String']['input'];
};

/** A site. */
export type SiteSaveInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Unique name. */
  readonly name: Scalars['String']['input'];
  /** How its nodes are reached. */
  readonly routeKind: SiteRouteKind;
  /** SOCKS5 proxy as `host:port` or `unix:/path`. */
  readonly proxy?: InputMaybe<Scalars['String']['input']>;
  /** Bastions in order. */
  readonly bastions: ReadonlyArray<BastionInput>;
  /** Socket of the simulated fleet; only with SIMULATED. */
  readonly socket?: InputMaybe<Scalars['String']['input']>;
  /** Name of the credential of nodes that name none. */
  readonly credential?: InputMaybe<Scalars['String']['input']>;
  /** Name of a provider that the worker's configuration defines. */
  readonly provider?: InputMaybe<Scalars['String']['input']>;
};

/** The site as saved. */
export type SiteSavePayload = {
  /** The site; null when refused. */
  readonly site?: Maybe<Site>;
  /** Refusals: `invalidInput`, `credentialNotFound`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A disruption budget. */
export type BudgetSaveInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** The failure domain. */
  readonly domain: Scalars['String']['input'];
  /** Most nodes that may be unavailable at once, at least 0. */
  readonly unavailableMax: Scalars['Int']['input'];
};

/** The budget as saved. */
export type BudgetSavePayload = {
  /** The budget; null when refused. */
  readonly budget?: Maybe<DisruptionBudget>;
  /** Refusals: `invalidInput`. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** An immutable description of the operating system to reach. */
export type TargetProfile = {
  /** Opaque id. */
  readonly id: Scalars['ID']['output'];
  /** Name for people. */
  readonly name: Scalars['String']['output'];
  /** os-release `ID` that verification demands. */
  readonly osId: Scalars['String']['output'];
  /** os-release `VERSION_ID` that verification demands. */
  readonly osVersion: Scalars['String']['output'];
  /** Base URL of the repository snapshot, as nodes reach it. */
  readonly repositoryUrl: Scalars['String']['output'];
  /** Armoured public key that signs the repository's packages. */
  readonly repositoryKey: Scalars['String']['output'];
  /** `uname -r` must start with this. */
  readonly kernelPrefix: Scalars['String']['output'];
  /** When it was saved. */
  readonly createdAt: Scalars['DateTime']['output'];
};

/** A target profile. */
export type TargetProfileSaveInput = {
  /** Same key, same answer, for 24 hours. */
  readonly idempotencyKey: Scalars['String']['input'];
  /** Name for people. */
  readonly name: Scalars['String']['input'];
  /** os-release `ID`, such as `opencloudos`. */
  readonly osId: Scalars['String']['input'];
  /** os-release `VERSION_ID`, such as `8.8`. */
  readonly osVersion: Scalars['String']['input'];
  /** Base URL of the repository snapshot: http or https, as nodes reach it. */
  readonly repositoryUrl: Scalars['String']['input'];
  /** Armoured OpenPGP public key. */
  readonly repositoryKey: Scalars['String']['input'];
  /** Start of the kernel release, such as `5.4.`. */
  readonly kernelPrefix: Scalars['String']['input'];
};

/** The profile as saved. */
export type TargetProfileSavePayload = {
  /** The profile; null when refused. */
  readonly targetProfile?: Maybe<TargetProfile>;
  /** Refusals: `invalidInput`. */
  readonly userErrors: ReadonlyArray<UserError>;
};
