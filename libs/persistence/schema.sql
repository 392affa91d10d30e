-- What all migrations together make, written by `npm run codegen`. Never run, only compared.

CREATE SEQUENCE fence AS bigint;

CREATE TABLE api_token (
  api_token_id text NOT NULL DEFAULT (gen_random_uuid())::text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  name text NOT NULL,
  person_id text NOT NULL,
  revoked_at timestamp with time zone,
  token_sha256 bytea NOT NULL,
  CONSTRAINT api_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
  CONSTRAINT api_token_person_id_name_key UNIQUE (person_id, name),
  CONSTRAINT api_token_pkey PRIMARY KEY (api_token_id),
  CONSTRAINT api_token_token_sha256_check CHECK ((length(token_sha256) = 32)),
  CONSTRAINT api_token_token_sha256_key UNIQUE (token_sha256)
);

CREATE TABLE approval (
  approval_id text NOT NULL DEFAULT (gen_random_uuid())::text,
  at timestamp with time zone NOT NULL DEFAULT now(),
  campaign_id text NOT NULL,
  decision text NOT NULL,
  digest text NOT NULL,
  person_id text NOT NULL,
  reason text,
  CONSTRAINT approval_campaign_id_digest_person_id_key UNIQUE (campaign_id, digest, person_id),
  CONSTRAINT approval_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(campaign_id),
  CONSTRAINT approval_decision_check CHECK ((decision = ANY (ARRAY['approved'::text, 'denied'::text]))),
  CONSTRAINT approval_digest_fkey FOREIGN KEY (digest) REFERENCES plan_revision(digest),
  CONSTRAINT approval_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
  CONSTRAINT approval_pkey PRIMARY KEY (approval_id)
);

CREATE TABLE assessment (
  assessment_batch_id text NOT NULL,
  assessment_id text NOT NULL DEFAULT (gen_random_uuid())::text,
  claim integer NOT NULL DEFAULT 0,
  due_at timestamp with time zone NOT NULL DEFAULT now(),
  ended_at timestamp with time zone,
  facts jsonb,
  findings jsonb NOT NULL DEFAULT '[]'::jsonb,
  message text,
  node_id text NOT NULL,
  ready boolean,
  requested_at timestamp with time zone NOT NULL DEFAULT now(),
  site_id text NOT NULL,
  state text NOT NULL DEFAULT 'WAITING'::text,
  CONSTRAINT assessment_assessment_batch_id_fkey FOREIGN KEY (assessment_batch_id) REFERENCES assessment_batch(assessment_batch_id) ON DELETE CASCADE,
  CONSTRAINT assessment_assessment_batch_id_node_id_key UNIQUE (assessment_batch_id, node_id),
  CONSTRAINT assessment_check CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['WAITING'::text, 'RUNNING'::text])))),
  CONSTRAINT assessment_check1 CHECK (((ready IS NOT NULL) = (state = 'DONE'::text))),
  CONSTRAINT assessment_check2 CHECK (((message IS NOT NULL) = (state = 'FAILED'::text))),
  CONSTRAINT assessment_node_id_fkey FOREIGN KEY (node_id) REFERENCES node(node_id) ON DELETE CASCADE,
  CONSTRAINT assessment_pkey PRIMARY KEY (assessment_id),
  CONSTRAINT assessment_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(site_id),
  CONSTRAINT assessment_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'RUNNING'::text, 'DONE'::text, 'FAILED'::text])))
);

CREATE TABLE assessment_batch (
  assessment_batch_id text NOT NULL DEFAULT (gen_random_uuid())::text,
  nodes integer NOT NULL,
  requested_at timestamp with time zone NOT NULL DEFAULT now(),
  requested_by text NOT NULL,
  target_profile_id text NOT NULL,
  CONSTRAINT assessment_batch_nodes_check CHECK ((nodes > 0)),
  CONSTRAINT assessment_batch_pkey PRIMARY KEY (assessment_batch_id),
  CONSTRAINT assessment_batch_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES person(person_id),
  CONSTRAINT assessment_batch_target_profile_id_fkey FOREIGN KEY (target_profile_id) REFERENCES target_profile(target_profile_id)
);

CREATE TABLE audit_event (
  action text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  after jsonb,
  at timestamp with time zone NOT NULL,
  before jsonb,
  hash bytea NOT NULL,
  object_id text NOT NULL,
  object_kind text NOT NULL,
  previous_hash bytea NOT NULL,
  reason text,
  seq bigint NOT NULL,
  via text NOT NULL,
  CONSTRAINT audit_event_pkey PRIMARY KEY (seq),
  CONSTRAINT audit_event_via_check CHECK ((via = ANY (ARRAY['session'::text, 'token'::text, 'system'::text])))
);

CREATE TABLE availability_interval (
  availability_interval_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  campaign_id text,
  from_at timestamp with time zone NOT NULL DEFAULT now(),
  node_id text NOT NULL,
  run_id text,
  source text NOT NULL,
  status text NOT NULL,
  until_at timestamp with time zone,
  CONSTRAINT availability_interval_check CHECK ((from_at <= until_at)),
  CONSTRAINT availability_interval_node_id_fkey FOREIGN KEY (node_id) REFERENCES node(node_id),
  CONSTRAINT availability_interval_pkey PRIMARY KEY (availability_interval_id),
  CONSTRAINT availability_interval_source_check CHECK ((source = ANY (ARRAY['lease'::text, 'probe'::text]))),
  CONSTRAINT availability_interval_status_check CHECK ((status = ANY (ARRAY['UNAVAILABLE'::text, 'UNKNOWN'::text])))
);

CREATE TABLE campaign (
  advanced_at timestamp with time zone,
  author_id text NOT NULL,
  campaign_id text NOT NULL DEFAULT (gen_random_uuid())::text,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  due_at timestamp with time zone,
  entered_at timestamp with time zone NOT NULL DEFAULT now(),
  epoch integer NOT NULL DEFAULT 1,
  finished_at timestamp with time zone,
  kind text NOT NULL,
  last_editor_id text NOT NULL,
  name text NOT NULL,
  parent_id text,
  revision_digest text,
  source text NOT NULL,
  spec jsonb NOT NULL,
  started_at timestamp with time zone,
  state jsonb NOT NULL,
  state_kind text NOT NULL GENERATED ALWAYS AS ((state ->> 'kind'::text)) STORED,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT campaign_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(person_id),
  CONSTRAINT campaign_kind_check CHECK ((kind = ANY (ARRAY['migrate'::text, 'rollback'::text]))),
  CONSTRAINT campaign_last_editor_id_fkey FOREIGN KEY (last_editor_id) REFERENCES person(person_id),
  CONSTRAINT campaign_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES campaign(campaign_id),
  CONSTRAINT campaign_pkey PRIMARY KEY (campaign_id),
  CONSTRAINT campaign_revision FOREIGN KEY (revision_digest) REFERENCES plan_revision(digest),
  CONSTRAINT campaign_source_check CHECK ((source = ANY (ARRAY['operator'::text, 'demo'::text, 'api'::text]))),
  CONSTRAINT campaign_state_kind_check CHECK ((state_kind = ANY (ARRAY['DRAFT'::text, 'INVALID'::text, 'AWAITING_APPROVAL'::text, 'REJECTED'::text, 'SCHEDULED'::text, 'RUNNING'::text, 'PAUSED'::text, 'HALTING'::text, 'HALTED'::text, 'CANCELLING'::text, 'CANCELLED'::text, 'COMPLETED'::text, 'COMPLETED_WITH_EXCEPTIONS'::text])))
) WITH (fillfactor=80);

CREATE TABLE change_log (
  at timestamp with time zone NOT NULL DEFAULT now(),
  kind text NOT NULL,
  object_id text NOT NULL,
  seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT change_log_kind_check CHECK ((kind = ANY (ARRAY['node'::text, 'campaign'::text]))),
  CONSTRAINT change_log_pkey PRIMARY KEY (seq)
);

CREATE TABLE credential (
  become text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  credential_id text NOT NULL DEFAULT (gen_random_uuid())::text,
  envelope bytea NOT NULL,
  login_user text NOT NULL,
  name text NOT NULL,
  public_key text,
  rotated_at timestamp with time zone NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT credential_become_check CHECK ((become = ANY (ARRAY['none'::text, 'sudo'::text]))),
  CONSTRAINT credential_name_key UNIQUE (name),
  CONSTRAINT credential_pkey PRIMARY KEY (credential_id)
);

CREATE TABLE disruption_budget (
  domain text NOT NULL,
  max_unavailable integer NOT NULL,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT disruption_budget_max_unavailable_check CHECK ((max_unavailable >= 0)),
  CONSTRAINT disruption_budget_pkey PRIMARY KEY (domain)
);

CREATE TABLE driver_attention (
  asked_at timestamp with time zone NOT NULL DEFAULT now(),
  driver text NOT NULL,
  flagged_at timestamp with time zone,
  times integer NOT NULL DEFAULT 0,
  CONSTRAINT driver_attention_pkey PRIMARY KEY (driver)
);

CREATE TABLE effect (
  attempt integer NOT NULL,
  closed_at timestamp with time zone,
  detail jsonb NOT NULL DEFAULT '{}'::jsonb,
  direction text NOT NULL,
  effect_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  fence bigint NOT NULL,
  not_after timestamp with time zone NOT NULL,
  opened_at timestamp with time zone NOT NULL DEFAULT now(),
  run_id text NOT NULL,
  state text NOT NULL,
  step text NOT NULL,
  CONSTRAINT effect_direction_check CHECK ((direction = ANY (ARRAY['do'::text, 'undo'::text]))),
  CONSTRAINT effect_pkey PRIMARY KEY (effect_id),
  CONSTRAINT effect_run_id_fkey FOREIGN KEY (run_id) REFERENCES node_run(run_id),
  CONSTRAINT effect_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'failed'::text, 'unknown'::text])))
);

CREATE TABLE gate_evaluation (
  at timestamp with time zone NOT NULL DEFAULT now(),
  campaign_id text NOT NULL,
  detail jsonb NOT NULL,
  evidence jsonb NOT NULL,
  gate_evaluation_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  verdict text NOT NULL,
  wave integer NOT NULL,
  CONSTRAINT gate_evaluation_pkey PRIMARY KEY (gate_evaluation_id),
  CONSTRAINT gate_evaluation_verdict_check CHECK ((verdict = ANY (ARRAY['PASS'::text, 'FAIL'::text, 'INCONCLUSIVE'::text, 'ERROR'::text])))
);

CREATE TABLE hook_call (
  attempt integer NOT NULL,
  due_at timestamp with time zone NOT NULL DEFAULT now(),
  hook text NOT NULL,
  outcome text NOT NULL,
  run_id text NOT NULL,
  site_id text NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  CONSTRAINT hook_call_hook_check CHECK ((hook = ANY (ARRAY['afterRun'::text, 'needsPerson'::text]))),
  CONSTRAINT hook_call_pkey PRIMARY KEY (run_id, attempt, hook),
  CONSTRAINT hook_call_run_id_fkey FOREIGN KEY (run_id) REFERENCES node_run(run_id),
  CONSTRAINT hook_call_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(site_id)
);

CREATE TABLE idempotency_key (
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  key text NOT NULL,
  principal text NOT NULL,
  request_digest bytea NOT NULL,
  response jsonb,
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (principal, key)
);

CREATE TABLE lease (
  campaign_id text NOT NULL,
  cause text NOT NULL,
  granted_at timestamp with time zone NOT NULL DEFAULT now(),
  lease_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  node_id text NOT NULL,
  released_at timestamp with time zone,
  run_id text NOT NULL,
  site_id text NOT NULL,
  wave integer NOT NULL,
  CONSTRAINT lease_cause_check CHECK ((cause = ANY (ARRAY['admission'::text, 'restore'::text]))),
  CONSTRAINT lease_node_id_fkey FOREIGN KEY (node_id) REFERENCES node(node_id),
  CONSTRAINT lease_pkey PRIMARY KEY (lease_id),
  CONSTRAINT lease_run_id_fkey FOREIGN KEY (run_id) REFERENCES node_run(run_id)
);

CREATE TABLE node (
  address text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  credential_id text,
  domains text[] NOT NULL GENERATED ALWAYS AS (domain_prefixes(failure_domains)) STORED,
  external_id text NOT NULL,
  facts_at timestamp with time zone,
  failure_domains text[] NOT NULL DEFAULT '{}'::text[],
  held boolean NOT NULL DEFAULT false,
  held_reason text,
  host_keys text[] NOT NULL DEFAULT '{}'::text[],
  hostname text NOT NULL,
  incarnation integer NOT NULL DEFAULT 1,
  kernel text,
  labels jsonb NOT NULL DEFAULT '{}'::jsonb,
  machine_id text,
  missing boolean NOT NULL DEFAULT false,
  node_id text NOT NULL DEFAULT (gen_random_uuid())::text,
  os_id text,
  os_minor text,
  os_version text,
  port integer NOT NULL,
  probes jsonb NOT NULL DEFAULT '[]'::jsonb,
  protected boolean NOT NULL DEFAULT false,
  quarantined boolean NOT NULL DEFAULT false,
  restore_commanded boolean NOT NULL DEFAULT false,
  retired boolean NOT NULL DEFAULT false,
  role text,
  site_id text NOT NULL,
  source text NOT NULL,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT node_credential_id_fkey FOREIGN KEY (credential_id) REFERENCES credential(credential_id),
  CONSTRAINT node_pkey PRIMARY KEY (node_id),
  CONSTRAINT node_port_check CHECK (((port >= 1) AND (port <= 65535))),
  CONSTRAINT node_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(site_id),
  CONSTRAINT node_source_external_id_key UNIQUE (source, external_id)
) WITH (fillfactor=85);

CREATE TABLE node_health (
  boot_id text,
  detail jsonb NOT NULL DEFAULT '[]'::jsonb,
  node_id text NOT NULL,
  observed_at timestamp with time zone NOT NULL,
  reachable boolean,
  verdict text NOT NULL,
  CONSTRAINT node_health_node_id_fkey FOREIGN KEY (node_id) REFERENCES node(node_id) ON DELETE CASCADE,
  CONSTRAINT node_health_pkey PRIMARY KEY (node_id),
  CONSTRAINT node_health_verdict_check CHECK ((verdict = ANY (ARRAY['good'::text, 'bad'::text, 'unknown'::text])))
) WITH (fillfactor=50);

CREATE TABLE node_import_row (
  address text NOT NULL,
  credential text,
  external_id text NOT NULL,
  failure_domains text[] NOT NULL,
  host_keys text[] NOT NULL,
  hostname text NOT NULL,
  import_id text NOT NULL,
  labels jsonb NOT NULL,
  machine_id text,
  place integer NOT NULL,
  port integer NOT NULL,
  probes jsonb NOT NULL,
  protected boolean NOT NULL,
  role text,
  site text NOT NULL,
  staged_at timestamp with time zone NOT NULL DEFAULT now()
);

CREATE TABLE node_job (
  attachments integer NOT NULL DEFAULT 0,
  attempt integer NOT NULL,
  exit_code integer,
  incarnation integer NOT NULL,
  job_id text NOT NULL,
  last_seen_at timestamp with time zone,
  launch_boot_id text NOT NULL,
  launched_at timestamp with time zone NOT NULL DEFAULT now(),
  log_bytes integer NOT NULL DEFAULT 0,
  node_id text NOT NULL,
  not_after_uptime_seconds double precision NOT NULL,
  phase text NOT NULL DEFAULT ''::text,
  reason text,
  run_id text NOT NULL,
  seen_boot_id text,
  seq integer NOT NULL DEFAULT 0,
  site_id text NOT NULL,
  state text NOT NULL,
  step text NOT NULL,
  transactions integer NOT NULL DEFAULT 0,
  CONSTRAINT node_job_node_id_fkey FOREIGN KEY (node_id) REFERENCES node(node_id),
  CONSTRAINT node_job_pkey PRIMARY KEY (job_id),
  CONSTRAINT node_job_run_id_fkey FOREIGN KEY (run_id) REFERENCES node_run(run_id),
  CONSTRAINT node_job_state_check CHECK ((state = ANY (ARRAY['UNCONFIRMED'::text, 'RUNNING'::text, 'EXITED'::text, 'CRASHED'::text, 'REBOOTED'::text, 'POWER_LOSS'::text, 'FOREIGN'::text, 'REWOUND'::text, 'IDENTITY_CHANGED'::text, 'VOID'::text])))
) WITH (fillfactor=70);

CREATE TABLE node_log (
  byte_offset integer NOT NULL,
  bytes bytea NOT NULL,
  job_id text NOT NULL,
  CONSTRAINT node_log_job_id_fkey FOREIGN KEY (job_id) REFERENCES node_job(job_id),
  CONSTRAINT node_log_pkey PRIMARY KEY (job_id, byte_offset)
);

CREATE TABLE node_run (
  advanced_at timestamp with time zone,
  attempt integer NOT NULL DEFAULT 1,
  campaign_id text NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  driven_by text,
  due_at timestamp with time zone,
  entered_at timestamp with time zone NOT NULL DEFAULT now(),
  fence bigint NOT NULL DEFAULT 0,
  incarnation_raised_attempt integer,
  intent text NOT NULL DEFAULT 'continue'::text,
  node_id text NOT NULL,
  original_run_id text,
  overdue boolean NOT NULL DEFAULT false,
  permit_at timestamp with time zone,
  permit_epoch integer,
  run_id text NOT NULL DEFAULT (gen_random_uuid())::text,
  settled_at timestamp with time zone,
  site_id text NOT NULL,
  state jsonb NOT NULL,
  state_kind text NOT NULL GENERATED ALWAYS AS ((state ->> 'kind'::text)) STORED,
  verified_at timestamp with time zone,
  wave integer NOT NULL,
  CONSTRAINT node_run_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(campaign_id),
  CONSTRAINT node_run_campaign_id_wave_fkey FOREIGN KEY (campaign_id, wave) REFERENCES wave(campaign_id, number),
  CONSTRAINT node_run_campaign_id_wave_node_id_key UNIQUE (campaign_id, wave, node_id),
  CONSTRAINT node_run_driven_by_fkey FOREIGN KEY (driven_by) REFERENCES campaign(campaign_id),
  CONSTRAINT node_run_intent_check CHECK ((intent = ANY (ARRAY['continue'::text, 'hold'::text, 'restore'::text, 'cancel'::text]))),
  CONSTRAINT node_run_node_id_fkey FOREIGN KEY (node_id) REFERENCES node(node_id),
  CONSTRAINT node_run_original_run_id_fkey FOREIGN KEY (original_run_id) REFERENCES node_run(run_id),
  CONSTRAINT node_run_pkey PRIMARY KEY (run_id),
  CONSTRAINT node_run_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(site_id),
  CONSTRAINT node_run_state_kind_check CHECK ((state_kind = ANY (ARRAY['PLANNED'::text, 'PREFLIGHT'::text, 'BLOCKED'::text, 'STAGING'::text, 'STAGED'::text, 'LEASED'::text, 'DRAINING'::text, 'PROTECTING'::text, 'APPLYING'::text, 'REBOOTING'::text, 'VERIFYING'::text, 'SOAKING'::text, 'SUCCEEDED'::text, 'UNDOING'::text, 'FAILED_CLEAN'::text, 'RESTORING'::text, 'RESTORED'::text, 'QUARANTINED'::text, 'DEFERRED'::text, 'CANCELLED'::text])))
) WITH (fillfactor=60);

CREATE TABLE node_status (
  held boolean NOT NULL,
  hostname text NOT NULL,
  missing boolean NOT NULL,
  node_id text NOT NULL,
  os text NOT NULL,
  protected boolean NOT NULL,
  quarantined boolean NOT NULL,
  rack text NOT NULL,
  region text NOT NULL,
  retired boolean NOT NULL,
  revision bigint NOT NULL,
  run_id text,
  run_state text,
  search text NOT NULL,
  site text NOT NULL,
  state_class smallint NOT NULL,
  state_since timestamp with time zone NOT NULL,
  CONSTRAINT node_status_pkey PRIMARY KEY (node_id),
  CONSTRAINT node_status_state_class_check CHECK (((state_class >= 0) AND (state_class <= 6)))
) WITH (fillfactor=80);

CREATE TABLE node_status_position (
  folded pg_snapshot,
  layout text NOT NULL DEFAULT (gen_random_uuid())::text,
  only_row boolean NOT NULL DEFAULT true,
  pruned xid8 NOT NULL DEFAULT '0'::xid8,
  pruned_at timestamp with time zone NOT NULL DEFAULT now(),
  revision bigint NOT NULL DEFAULT 0,
  CONSTRAINT node_status_position_only_row_check CHECK (only_row),
  CONSTRAINT node_status_position_pkey PRIMARY KEY (only_row)
);

CREATE TABLE outbox (
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  driver text NOT NULL,
  outbox_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT outbox_pkey PRIMARY KEY (outbox_id)
);

CREATE TABLE person (
  changed_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  disabled_at timestamp with time zone,
  last_sign_in_at timestamp with time zone,
  name text NOT NULL,
  password_hash text,
  person_id text NOT NULL DEFAULT (gen_random_uuid())::text,
  role text NOT NULL,
  CONSTRAINT person_name_key UNIQUE (name),
  CONSTRAINT person_pkey PRIMARY KEY (person_id),
  CONSTRAINT person_role_check CHECK ((role = ANY (ARRAY['viewer'::text, 'operator'::text, 'approver'::text, 'admin'::text])))
);

CREATE TABLE plan_revision (
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  digest text NOT NULL,
  excluded jsonb NOT NULL,
  member_count integer NOT NULL GENERATED ALWAYS AS (plan_member_count(waves)) STORED,
  parent_digest text,
  spec jsonb NOT NULL,
  target jsonb NOT NULL,
  wave_count integer NOT NULL GENERATED ALWAYS AS (jsonb_array_length(waves)) STORED,
  waves jsonb NOT NULL,
  CONSTRAINT plan_revision_parent_digest_fkey FOREIGN KEY (parent_digest) REFERENCES plan_revision(digest),
  CONSTRAINT plan_revision_pkey PRIMARY KEY (digest)
);

CREATE TABLE preference (
  document jsonb NOT NULL,
  person_id text NOT NULL,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT preference_document_check CHECK ((jsonb_typeof(document) = 'object'::text)),
  CONSTRAINT preference_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
  CONSTRAINT preference_pkey PRIMARY KEY (person_id)
);

CREATE TABLE restore_point (
  attempt integer NOT NULL,
  node_id text NOT NULL,
  restore_point_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  run_id text NOT NULL,
  snapshot_id text NOT NULL,
  state text NOT NULL,
  taken_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT restore_point_node_id_fkey FOREIGN KEY (node_id) REFERENCES node(node_id),
  CONSTRAINT restore_point_pkey PRIMARY KEY (restore_point_id),
  CONSTRAINT restore_point_run_id_attempt_snapshot_id_key UNIQUE (run_id, attempt, snapshot_id),
  CONSTRAINT restore_point_run_id_fkey FOREIGN KEY (run_id) REFERENCES node_run(run_id),
  CONSTRAINT restore_point_state_check CHECK ((state = ANY (ARRAY['READY'::text, 'STALE'::text, 'CONSUMED'::text])))
);

CREATE TABLE run_facts (
  attempt integer NOT NULL,
  facts jsonb,
  run_id text NOT NULL,
  verification jsonb,
  CONSTRAINT run_facts_pkey PRIMARY KEY (run_id, attempt),
  CONSTRAINT run_facts_run_id_fkey FOREIGN KEY (run_id) REFERENCES node_run(run_id)
);

CREATE TABLE run_outcome (
  attempt integer NOT NULL,
  evidence jsonb NOT NULL,
  is_current boolean NOT NULL DEFAULT true,
  kind text NOT NULL,
  recorded_at timestamp with time zone NOT NULL DEFAULT now(),
  run_id text NOT NULL,
  run_outcome_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  state jsonb NOT NULL,
  CONSTRAINT run_outcome_kind_check CHECK ((kind = ANY (ARRAY['SUCCEEDED'::text, 'FAILED_CLEAN'::text, 'RESTORED'::text, 'QUARANTINED'::text, 'DEFERRED'::text, 'BLOCKED'::text, 'CANCELLED'::text, 'OVERDUE'::text]))),
  CONSTRAINT run_outcome_pkey PRIMARY KEY (run_outcome_id),
  CONSTRAINT run_outcome_run_id_fkey FOREIGN KEY (run_id) REFERENCES node_run(run_id)
);

CREATE TABLE run_step (
  at timestamp with time zone NOT NULL DEFAULT now(),
  attempt integer NOT NULL,
  begun_at timestamp with time zone NOT NULL DEFAULT now(),
  detail jsonb NOT NULL DEFAULT '{}'::jsonb,
  fence bigint NOT NULL,
  run_id text NOT NULL,
  state text NOT NULL,
  step text NOT NULL,
  CONSTRAINT run_step_pkey PRIMARY KEY (run_id, attempt, step),
  CONSTRAINT run_step_run_id_fkey FOREIGN KEY (run_id) REFERENCES node_run(run_id),
  CONSTRAINT run_step_state_check CHECK ((state = ANY (ARRAY['begun'::text, 'done'::text, 'failed'::text, 'undone'::text])))
);

CREATE TABLE saved_view (
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  list text NOT NULL,
  name text NOT NULL,
  owner_id text NOT NULL,
  saved_view_id text NOT NULL DEFAULT (gen_random_uuid())::text,
  search text NOT NULL,
  shared boolean NOT NULL DEFAULT false,
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT saved_view_list_check CHECK ((list = ANY (ARRAY['nodes'::text, 'campaigns'::text, 'audit'::text]))),
  CONSTRAINT saved_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 63))),
  CONSTRAINT saved_view_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(person_id),
  CONSTRAINT saved_view_owner_id_list_name_key UNIQUE (owner_id, list, name),
  CONSTRAINT saved_view_pkey PRIMARY KEY (saved_view_id),
  CONSTRAINT saved_view_search_check CHECK ((length(search) <= 2000))
);

CREATE TABLE schema_migration (
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  checksum text NOT NULL,
  name text NOT NULL,
  CONSTRAINT schema_migration_pkey PRIMARY KEY (name)
);

CREATE TABLE service (
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  floor integer NOT NULL,
  name text NOT NULL,
  owner text NOT NULL,
  service_id text NOT NULL DEFAULT (gen_random_uuid())::text,
  CONSTRAINT service_floor_check CHECK ((floor >= 0)),
  CONSTRAINT service_name_key UNIQUE (name),
  CONSTRAINT service_pkey PRIMARY KEY (service_id)
);

CREATE TABLE service_member (
  node_id text NOT NULL,
  service_id text NOT NULL,
  CONSTRAINT service_member_node_id_fkey FOREIGN KEY (node_id) REFERENCES node(node_id) ON DELETE CASCADE,
  CONSTRAINT service_member_pkey PRIMARY KEY (service_id, node_id),
  CONSTRAINT service_member_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(service_id) ON DELETE CASCADE
);

CREATE TABLE session_token (
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  expires_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  person_id text NOT NULL,
  session_id text NOT NULL DEFAULT (gen_random_uuid())::text,
  token_sha256 bytea NOT NULL,
  CONSTRAINT session_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id),
  CONSTRAINT session_token_pkey PRIMARY KEY (token_sha256),
  CONSTRAINT session_token_session_id_key UNIQUE (session_id),
  CONSTRAINT session_token_token_sha256_check CHECK ((length(token_sha256) = 32))
);

CREATE TABLE sign_in_failure (
  failures integer NOT NULL,
  key_sha256 bytea NOT NULL,
  since timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT sign_in_failure_failures_check CHECK ((failures > 0)),
  CONSTRAINT sign_in_failure_key_sha256_check CHECK ((length(key_sha256) = 32)),
  CONSTRAINT sign_in_failure_pkey PRIMARY KEY (key_sha256)
);

CREATE TABLE site (
  attended_until timestamp with time zone,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  credential_id text,
  name text NOT NULL,
  provider text,
  route jsonb NOT NULL,
  site_id text NOT NULL DEFAULT (gen_random_uuid())::text,
  unattended_since timestamp with time zone,
  CONSTRAINT site_credential_id_fkey FOREIGN KEY (credential_id) REFERENCES credential(credential_id),
  CONSTRAINT site_name_key UNIQUE (name),
  CONSTRAINT site_pkey PRIMARY KEY (site_id),
  CONSTRAINT site_route_check CHECK (((route ->> 'kind'::text) = ANY (ARRAY['ssh'::text, 'simulated'::text])))
);

CREATE TABLE site_attendance (
  from_at timestamp with time zone NOT NULL,
  site_attendance_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  site_id text NOT NULL,
  until_at timestamp with time zone NOT NULL,
  CONSTRAINT site_attendance_check CHECK ((from_at <= until_at)),
  CONSTRAINT site_attendance_pkey PRIMARY KEY (site_attendance_id),
  CONSTRAINT site_attendance_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(site_id)
);

CREATE TABLE soak (
  attempt integer NOT NULL,
  ended_at timestamp with time zone,
  exposure_seconds double precision NOT NULL DEFAULT 0,
  from_at timestamp with time zone NOT NULL DEFAULT now(),
  last_good_at timestamp with time zone,
  node_id text NOT NULL,
  required_seconds double precision NOT NULL,
  run_id text NOT NULL,
  site_id text NOT NULL,
  CONSTRAINT soak_pkey PRIMARY KEY (run_id),
  CONSTRAINT soak_run_id_fkey FOREIGN KEY (run_id) REFERENCES node_run(run_id)
) WITH (fillfactor=60);

CREATE TABLE target_profile (
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  digest text NOT NULL,
  document jsonb NOT NULL,
  name text NOT NULL,
  target_profile_id text NOT NULL,
  CONSTRAINT target_profile_digest_key UNIQUE (digest),
  CONSTRAINT target_profile_pkey PRIMARY KEY (target_profile_id)
);

CREATE TABLE watcher_shard (
  owner text NOT NULL,
  shard integer NOT NULL,
  site_id text NOT NULL,
  until_at timestamp with time zone NOT NULL,
  CONSTRAINT watcher_shard_pkey PRIMARY KEY (site_id, shard),
  CONSTRAINT watcher_shard_shard_check CHECK ((shard >= 0)),
  CONSTRAINT watcher_shard_site_id_fkey FOREIGN KEY (site_id) REFERENCES site(site_id)
);

CREATE TABLE wave (
  advanced_at timestamp with time zone,
  campaign_id text NOT NULL,
  closed_at timestamp with time zone,
  due_at timestamp with time zone,
  entered_at timestamp with time zone NOT NULL DEFAULT now(),
  inconclusive_since timestamp with time zone,
  number integer NOT NULL,
  opened_at timestamp with time zone,
  state jsonb NOT NULL,
  state_kind text NOT NULL GENERATED ALWAYS AS ((state ->> 'kind'::text)) STORED,
  CONSTRAINT wave_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(campaign_id),
  CONSTRAINT wave_number_check CHECK ((number >= 1)),
  CONSTRAINT wave_pkey PRIMARY KEY (campaign_id, number),
  CONSTRAINT wave_state_kind_check CHECK ((state_kind = ANY (ARRAY['PENDING'::text, 'ADMITTING'::text, 'SETTLING'::text, 'SOAKING'::text, 'EVALUATING'::text, 'PASSED'::text, 'FAILED'::text, 'INCONCLUSIVE'::text, 'OVERRIDDEN'::text, 'SKIPPED'::text])))
) WITH (fillfactor=70);

CREATE TABLE wave_member (
  adopted_run_id text,
  alternate boolean NOT NULL,
  campaign_id text NOT NULL,
  member jsonb NOT NULL,
  moved_to_wave integer,
  node_id text NOT NULL,
  opened boolean NOT NULL DEFAULT false,
  ordinal integer NOT NULL,
  stepped_in_for text,
  wave integer NOT NULL,
  CONSTRAINT wave_member_campaign_id_wave_fkey FOREIGN KEY (campaign_id, wave) REFERENCES wave(campaign_id, number),
  CONSTRAINT wave_member_node_id_fkey FOREIGN KEY (node_id) REFERENCES node(node_id),
  CONSTRAINT wave_member_pkey PRIMARY KEY (campaign_id, wave, node_id)
);

CREATE INDEX assessment_due ON public.assessment USING btree (site_id, due_at) WHERE (ended_at IS NULL);

CREATE INDEX assessment_node ON public.assessment USING btree (node_id, requested_at DESC);

CREATE INDEX audit_event_object ON public.audit_event USING btree (object_kind, object_id, seq DESC);

CREATE INDEX availability_interval_node ON public.availability_interval USING btree (node_id, from_at);

CREATE UNIQUE INDEX availability_interval_open ON public.availability_interval USING btree (node_id, source) WHERE (until_at IS NULL);

CREATE INDEX campaign_author ON public.campaign USING btree (author_id, created_at DESC);

CREATE INDEX campaign_name ON public.campaign USING btree (name, created_at DESC);

CREATE INDEX campaign_newest ON public.campaign USING btree (created_at DESC, campaign_id);

CREATE INDEX campaign_parent ON public.campaign USING btree (parent_id) WHERE (parent_id IS NOT NULL);

CREATE INDEX change_log_xid ON public.change_log USING btree (xid);

CREATE UNIQUE INDEX effect_one_open ON public.effect USING btree (run_id) WHERE (state = 'open'::text);

CREATE INDEX effect_run ON public.effect USING btree (run_id, attempt, effect_id);

CREATE INDEX gate_evaluation_wave ON public.gate_evaluation USING btree (campaign_id, wave, gate_evaluation_id DESC);

CREATE INDEX hook_call_due ON public.hook_call USING btree (site_id, due_at);

CREATE INDEX idempotency_key_age ON public.idempotency_key USING btree (created_at);

CREATE UNIQUE INDEX lease_held ON public.lease USING btree (node_id) WHERE (released_at IS NULL);

CREATE UNIQUE INDEX lease_held_run ON public.lease USING btree (run_id) WHERE (released_at IS NULL);

CREATE INDEX lease_run ON public.lease USING btree (run_id);

CREATE INDEX node_domains ON public.node USING gin (domains);

CREATE INDEX node_hostname ON public.node USING btree (hostname, node_id);

CREATE INDEX node_import_row_external_id ON public.node_import_row USING btree (import_id, external_id);

CREATE INDEX node_job_ended_well ON public.node_job USING btree (step, launched_at DESC) WHERE ((state = 'REBOOTED'::text) OR ((state = 'EXITED'::text) AND (exit_code = 0)));

CREATE INDEX node_job_node ON public.node_job USING btree (node_id);

CREATE INDEX node_job_open ON public.node_job USING btree (site_id, node_id) WHERE (state = ANY (ARRAY['UNCONFIRMED'::text, 'RUNNING'::text]));

CREATE INDEX node_job_run ON public.node_job USING btree (run_id, attempt);

CREATE INDEX node_labels ON public.node USING gin (labels jsonb_path_ops);

CREATE INDEX node_run_clock ON public.node_run USING btree (site_id, state_kind) WHERE (state_kind = ANY (ARRAY['PREFLIGHT'::text, 'STAGING'::text, 'LEASED'::text, 'DRAINING'::text, 'PROTECTING'::text, 'APPLYING'::text, 'REBOOTING'::text, 'VERIFYING'::text, 'UNDOING'::text, 'RESTORING'::text]));

CREATE INDEX node_run_driven_by ON public.node_run USING btree (driven_by) WHERE (driven_by IS NOT NULL);

CREATE INDEX node_run_node ON public.node_run USING btree (node_id, created_at DESC);

CREATE UNIQUE INDEX node_run_open ON public.node_run USING btree (node_id) WHERE (state_kind = ANY (ARRAY['PLANNED'::text, 'PREFLIGHT'::text, 'STAGING'::text, 'STAGED'::text, 'LEASED'::text, 'DRAINING'::text, 'PROTECTING'::text, 'APPLYING'::text, 'REBOOTING'::text, 'VERIFYING'::text, 'SOAKING'::text, 'UNDOING'::text, 'RESTORING'::text]));

CREATE INDEX node_run_overdue ON public.node_run USING btree (campaign_id, wave) WHERE overdue;

CREATE INDEX node_run_unsettled ON public.node_run USING btree (run_id) WHERE (settled_at IS NULL);

CREATE INDEX node_run_wave_state ON public.node_run USING btree (campaign_id, wave, state_kind);

CREATE INDEX node_site ON public.node USING btree (site_id);

CREATE INDEX node_status_class ON public.node_status USING btree (retired, state_class_urgency(state_class), hostname, node_id);

CREATE INDEX node_status_hostname ON public.node_status USING btree (retired, hostname, node_id);

CREATE INDEX node_status_map ON public.node_status USING btree (retired, site, rack, hostname, node_id);

CREATE INDEX node_status_missing ON public.node_status USING btree (node_id) WHERE missing;

CREATE INDEX node_status_os ON public.node_status USING btree (retired, os, hostname, node_id);

CREATE INDEX node_status_quarantined ON public.node_status USING btree (node_id) WHERE quarantined;

CREATE INDEX node_status_revision ON public.node_status USING btree (revision);

CREATE INDEX node_status_since ON public.node_status USING btree (retired, state_since, hostname, node_id);

CREATE INDEX node_status_site ON public.node_status USING btree (retired, site, hostname, node_id);

CREATE UNIQUE INDEX run_outcome_current ON public.run_outcome USING btree (run_id, attempt) WHERE is_current;

CREATE INDEX run_step_done ON public.run_step USING btree (step, at DESC) WHERE (state = 'done'::text);

CREATE INDEX saved_view_list ON public.saved_view USING btree (list, name);

CREATE INDEX service_member_node ON public.service_member USING btree (node_id);

CREATE INDEX session_token_person ON public.session_token USING btree (person_id);

CREATE INDEX sign_in_failure_since ON public.sign_in_failure USING btree (since);

CREATE INDEX site_attendance_until ON public.site_attendance USING btree (site_id, until_at);

CREATE INDEX soak_open ON public.soak USING btree (site_id, node_id) WHERE (ended_at IS NULL);

CREATE INDEX watcher_shard_owner ON public.watcher_shard USING btree (owner);

CREATE INDEX wave_member_adopted ON public.wave_member USING btree (adopted_run_id) WHERE (adopted_run_id IS NOT NULL);

CREATE INDEX wave_member_node ON public.wave_member USING btree (node_id);

CREATE INDEX wave_member_order ON public.wave_member USING btree (campaign_id, wave, alternate, ordinal);

CREATE INDEX wave_member_unopened ON public.wave_member USING btree (campaign_id, wave, alternate, ordinal) WHERE (NOT opened);

CREATE INDEX wave_open ON public.wave USING btree (campaign_id, number) WHERE (state_kind = ANY (ARRAY['ADMITTING'::text, 'SETTLING'::text, 'SOAKING'::text, 'EVALUATING'::text, 'INCONCLUSIVE'::text]));

CREATE OR REPLACE FUNCTION public.approval_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE asked campaign%ROWTYPE;
BEGIN
  SELECT * INTO asked FROM campaign WHERE campaign_id = new.campaign_id;
  IF new.person_id IN (asked.author_id, asked.last_editor_id) THEN
    RAISE EXCEPTION 'who wrote a campaign never approves it' USING ERRCODE = 'check_violation', CONSTRAINT = 'approval_author';
  END IF;
  IF new.digest IS DISTINCT FROM asked.revision_digest THEN
    RAISE EXCEPTION 'an approval belongs to the revision that was submitted' USING ERRCODE = 'check_violation', CONSTRAINT = 'approval_digest';
  END IF;
  RETURN new;
END $function$;

CREATE OR REPLACE FUNCTION public.audit_append(actor_id text, actor_name text, via text, action text, object_kind text, object_id text, before jsonb, after jsonb, reason text)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
DECLARE
  head record;
  event audit_event%ROWTYPE;
BEGIN
  PERFORM pg_advisory_xact_lock(7305, 2);
  SELECT a.seq, a.hash INTO head FROM audit_event a ORDER BY a.seq DESC LIMIT 1;
  event.seq := coalesce(head.seq, 0) + 1;
  event.at := clock_timestamp();
  event.actor_id := actor_id;
  event.actor_name := actor_name;
  event.via := via;
  event.action := action;
  event.object_kind := object_kind;
  event.object_id := object_id;
  event.before := before;
  event.after := after;
  event.reason := reason;
  event.previous_hash := coalesce(head.hash, '\x00'::bytea);
  event.hash := audit_hash(event.previous_hash, event);
  INSERT INTO audit_event SELECT event.*;
  RETURN event.seq;
END $function$;

CREATE OR REPLACE FUNCTION public.audit_hash(previous bytea, event audit_event)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT sha256(previous || convert_to(jsonb_build_array(
    event.seq, floor(extract(epoch FROM event.at) * 1000000)::bigint, event.actor_id, event.actor_name, event.via, event.action,
    event.object_kind, event.object_id, event.before, event.after, event.reason)::text, 'UTF8'))
$function$;

CREATE OR REPLACE FUNCTION public.deepest_domain(paths text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT coalesce((SELECT path FROM unnest(paths) AS path ORDER BY length(path) - length(replace(path, '/', '')) DESC, path LIMIT 1), '')
$function$;

CREATE OR REPLACE FUNCTION public.domain_prefixes(paths text[])
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT coalesce(array_agg(DISTINCT array_to_string(parts[1:depth], '/')), '{}')
  FROM unnest(paths) AS path, LATERAL string_to_array(path, '/') AS parts, LATERAL generate_series(1, cardinality(parts)) AS depth
$function$;

CREATE OR REPLACE FUNCTION public.log_campaign()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO change_log (kind, object_id) VALUES ('campaign', new.campaign_id);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.log_campaign_of_run()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO change_log (kind, object_id) SELECT 'campaign', coalesce(driven_by, campaign_id) FROM node_run WHERE run_id = new.run_id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.log_node()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO change_log (kind, object_id) VALUES ('node', new.node_id);
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.log_node_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET enable_nestloop TO 'off'
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO change_log (kind, object_id) SELECT 'node', node_id FROM new_rows;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO change_log (kind, object_id) SELECT 'node', node_id FROM old_rows;
  ELSE
    -- What is imported moves `version`; the other columns are changed by what was found out.
    INSERT INTO change_log (kind, object_id) SELECT 'node', n.node_id FROM new_rows n JOIN old_rows o ON o.node_id = n.node_id
    WHERE (n.version, n.hostname, n.site_id, n.failure_domains, n.protected, n.held, n.retired, n.quarantined, n.missing, n.incarnation, n.os_id, n.os_version, n.os_minor, n.kernel)
      IS DISTINCT FROM (o.version, o.hostname, o.site_id, o.failure_domains, o.protected, o.held, o.retired, o.quarantined, o.missing, o.incarnation, o.os_id, o.os_version, o.os_minor, o.kernel);
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.log_node_of_run()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO change_log (kind, object_id) SELECT 'node', node_id FROM node_run WHERE run_id = new.run_id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.log_run_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SET enable_nestloop TO 'off'
AS $function$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO change_log (kind, object_id) SELECT 'node', node_id FROM new_rows UNION SELECT 'campaign', campaign_id FROM new_rows;
  ELSE
    WITH changed AS (SELECT n.node_id, n.campaign_id, n.driven_by FROM new_rows n JOIN old_rows o ON o.run_id = n.run_id
      WHERE (n.state, n.overdue, n.intent, n.attempt, n.driven_by) IS DISTINCT FROM (o.state, o.overdue, o.intent, o.attempt, o.driven_by))
    INSERT INTO change_log (kind, object_id) SELECT 'node', node_id FROM changed UNION SELECT 'campaign', campaign_id FROM changed
      UNION SELECT 'campaign', driven_by FROM changed WHERE driven_by IS NOT NULL;
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.log_site_renamed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO change_log (kind, object_id) SELECT 'node', node_id FROM node WHERE site_id = new.site_id;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.log_waves_inserted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO change_log (kind, object_id) SELECT DISTINCT 'campaign', campaign_id FROM new_rows;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.observed_seconds(of_site text, since timestamp with time zone)
 RETURNS double precision
 LANGUAGE sql
 STABLE
AS $function$
  SELECT coalesce(sum(extract(epoch FROM least(until_at, now()) - greatest(from_at, since))), 0)::double precision
  FROM site_attendance WHERE site_id = of_site AND until_at > since AND from_at < now()
$function$;

CREATE OR REPLACE FUNCTION public.plan_member_count(waves jsonb)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT coalesce(sum(jsonb_array_length(w.wave -> 'members')), 0)::integer FROM jsonb_array_elements(waves) AS w (wave)
$function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% rows never change: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $function$;

CREATE OR REPLACE FUNCTION public.refuse_counter_back()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'a counter of % went back', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $function$;

CREATE OR REPLACE FUNCTION public.state_class(run_state jsonb, overdue boolean, quarantined boolean, reachable boolean)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT (CASE
    WHEN quarantined OR run_state ->> 'kind' IN ('FAILED_CLEAN', 'QUARANTINED') THEN 4
    WHEN reachable = false AND coalesce(run_state ->> 'kind', '') NOT IN ('APPLYING', 'REBOOTING', 'RESTORING', 'VERIFYING') THEN 6
    WHEN run_state IS NULL OR run_state ->> 'kind' = 'CANCELLED' THEN 0
    WHEN run_state ->> 'kind' = 'SUCCEEDED' THEN 2
    WHEN run_state ->> 'kind' = 'RESTORED' THEN 5
    WHEN run_state ->> 'kind' = 'DEFERRED' AND run_state ->> 'reason' = 'alreadyOnTarget' THEN 2
    WHEN overdue OR run_state ->> 'kind' IN ('BLOCKED', 'DEFERRED') THEN 3
    ELSE 1 END)::smallint
$function$;

CREATE OR REPLACE FUNCTION public.state_class_urgency(state_class smallint)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT ('{5,3,6,2,0,4,1}'::smallint[])[state_class + 1] $function$;

CREATE TRIGGER approval_guard BEFORE INSERT ON public.approval FOR EACH ROW EXECUTE FUNCTION approval_guard();

CREATE TRIGGER approval_immutable BEFORE DELETE OR UPDATE ON public.approval FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER approval_inserted AFTER INSERT ON public.approval FOR EACH ROW EXECUTE FUNCTION log_campaign();

CREATE TRIGGER audit_event_insert_only BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER campaign_counters BEFORE UPDATE ON public.campaign FOR EACH ROW WHEN (((new.epoch < old.epoch) OR (new.version < old.version))) EXECUTE FUNCTION refuse_counter_back();

CREATE TRIGGER campaign_inserted AFTER INSERT ON public.campaign FOR EACH ROW EXECUTE FUNCTION log_campaign();

CREATE TRIGGER campaign_updated AFTER UPDATE ON public.campaign FOR EACH ROW WHEN (((((((((new.state IS DISTINCT FROM old.state) OR (new.version IS DISTINCT FROM old.version)) OR (new.epoch IS DISTINCT FROM old.epoch)) OR (new.name IS DISTINCT FROM old.name)) OR (new.revision_digest IS DISTINCT FROM old.revision_digest)) OR (new.last_editor_id IS DISTINCT FROM old.last_editor_id)) OR (new.started_at IS DISTINCT FROM old.started_at)) OR (new.finished_at IS DISTINCT FROM old.finished_at))) EXECUTE FUNCTION log_campaign();

CREATE TRIGGER gate_evaluation_immutable BEFORE DELETE OR UPDATE ON public.gate_evaluation FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER gate_evaluation_inserted AFTER INSERT ON public.gate_evaluation FOR EACH ROW EXECUTE FUNCTION log_campaign();

CREATE TRIGGER node_counters BEFORE UPDATE ON public.node FOR EACH ROW WHEN (((new.incarnation < old.incarnation) OR (new.version < old.version))) EXECUTE FUNCTION refuse_counter_back();

CREATE TRIGGER node_deleted AFTER DELETE ON public.node REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_node_change();

CREATE TRIGGER node_inserted AFTER INSERT ON public.node REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_node_change();

CREATE TRIGGER node_updated AFTER UPDATE ON public.node REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_node_change();

CREATE TRIGGER node_health_inserted AFTER INSERT ON public.node_health FOR EACH ROW EXECUTE FUNCTION log_node();

CREATE TRIGGER node_health_updated AFTER UPDATE ON public.node_health FOR EACH ROW WHEN (((new.verdict IS DISTINCT FROM old.verdict) OR (new.reachable IS DISTINCT FROM old.reachable) OR (new.reachable = false))) EXECUTE FUNCTION log_node();

CREATE TRIGGER node_job_inserted AFTER INSERT ON public.node_job FOR EACH ROW EXECUTE FUNCTION log_node();

CREATE TRIGGER node_job_updated AFTER UPDATE ON public.node_job FOR EACH ROW WHEN (((new.phase <> old.phase) OR (new.state <> old.state))) EXECUTE FUNCTION log_node();

CREATE TRIGGER node_run_counters BEFORE UPDATE ON public.node_run FOR EACH ROW WHEN (((new.fence < old.fence) OR (new.attempt < old.attempt))) EXECUTE FUNCTION refuse_counter_back();

CREATE TRIGGER node_run_inserted AFTER INSERT ON public.node_run REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_run_change();

CREATE TRIGGER node_run_updated AFTER UPDATE ON public.node_run REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_run_change();

CREATE TRIGGER plan_revision_immutable BEFORE DELETE OR UPDATE ON public.plan_revision FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER run_step_inserted AFTER INSERT ON public.run_step FOR EACH ROW EXECUTE FUNCTION log_node_of_run();

CREATE TRIGGER run_step_updated AFTER UPDATE ON public.run_step FOR EACH ROW WHEN ((new.state <> old.state)) EXECUTE FUNCTION log_node_of_run();

CREATE TRIGGER site_renamed AFTER UPDATE ON public.site FOR EACH ROW WHEN ((new.name <> old.name)) EXECUTE FUNCTION log_site_renamed();

CREATE TRIGGER soak_ended AFTER UPDATE ON public.soak FOR EACH ROW WHEN (((old.ended_at IS NULL) AND (new.ended_at IS NOT NULL))) EXECUTE FUNCTION log_campaign_of_run();

CREATE TRIGGER target_profile_immutable BEFORE DELETE OR UPDATE ON public.target_profile FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER wave_inserted AFTER INSERT ON public.wave REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_waves_inserted();

CREATE TRIGGER wave_updated AFTER UPDATE ON public.wave FOR EACH ROW WHEN ((new.state IS DISTINCT FROM old.state)) EXECUTE FUNCTION log_campaign();
