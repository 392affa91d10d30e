-- Campaigns, plans, waves, runs: what was decided and what became of it.

-- `state_kind` is always derived from `state`: the two cannot disagree.
CREATE TABLE campaign (
  campaign_id     text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  name            text NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('migrate', 'rollback')),
  source          text NOT NULL CHECK (source IN ('operator', 'demo', 'api')),
  state           jsonb NOT NULL,
  state_kind      text NOT NULL GENERATED ALWAYS AS (state ->> 'kind') STORED CHECK (state_kind IN (
                    'DRAFT', 'INVALID', 'AWAITING_APPROVAL', 'REJECTED', 'SCHEDULED', 'RUNNING', 'PAUSED', 'HALTING', 'HALTED',
                    'CANCELLING', 'CANCELLED', 'COMPLETED', 'COMPLETED_WITH_EXCEPTIONS')),
  version         integer NOT NULL DEFAULT 1,
  epoch           integer NOT NULL DEFAULT 1,
  spec            jsonb NOT NULL,
  author_id       text NOT NULL REFERENCES person,
  last_editor_id  text NOT NULL REFERENCES person,
  revision_digest text,
  parent_id       text REFERENCES campaign,
  entered_at      timestamptz NOT NULL DEFAULT now(),
  started_at      timestamptz,
  finished_at     timestamptz,
  created_at      timestamptz NOT NULL DEFAULT now(),
  advanced_at     timestamptz,
  due_at          timestamptz
) WITH (fillfactor = 80);
CREATE INDEX campaign_newest ON campaign (created_at DESC, campaign_id);
CREATE INDEX campaign_parent ON campaign (parent_id) WHERE parent_id IS NOT NULL;
CREATE TRIGGER campaign_counters BEFORE UPDATE ON campaign FOR EACH ROW
  WHEN (new.epoch < old.epoch OR new.version < old.version) EXECUTE FUNCTION refuse_counter_back();

-- `spec` and `target` stand apart from the members, so that a driver never reads 2,000 nodes to advance one.
CREATE TABLE plan_revision (
  digest        text PRIMARY KEY,
  parent_digest text REFERENCES plan_revision,
  spec          jsonb NOT NULL,
  target        jsonb NOT NULL,
  waves         jsonb NOT NULL,
  excluded      jsonb NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE TRIGGER plan_revision_immutable BEFORE UPDATE OR DELETE ON plan_revision FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE campaign ADD CONSTRAINT campaign_revision FOREIGN KEY (revision_digest) REFERENCES plan_revision;

CREATE TABLE approval (
  approval_id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  campaign_id text NOT NULL REFERENCES campaign,
  digest      text NOT NULL REFERENCES plan_revision,
  person_id   text NOT NULL REFERENCES person,
  decision    text NOT NULL CHECK (decision IN ('approved', 'denied')),
  reason      text,
  at          timestamptz NOT NULL DEFAULT now(),
  UNIQUE (campaign_id, digest, person_id)
);
CREATE FUNCTION approval_guard() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$;
CREATE TRIGGER approval_guard BEFORE INSERT ON approval FOR EACH ROW EXECUTE FUNCTION approval_guard();
CREATE TRIGGER approval_immutable BEFORE UPDATE OR DELETE ON approval FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE wave (
  campaign_id text NOT NULL REFERENCES campaign,
  number      integer NOT NULL CHECK (number >= 1),
  state       jsonb NOT NULL,
  state_kind  text NOT NULL GENERATED ALWAYS AS (state ->> 'kind') STORED CHECK (state_kind IN (
                'PENDING', 'ADMITTING', 'SETTLING', 'SOAKING', 'EVALUATING', 'PASSED', 'FAILED', 'INCONCLUSIVE', 'OVERRIDDEN', 'SKIPPED')),
  entered_at  timestamptz NOT NULL DEFAULT now(),
  opened_at   timestamptz,
  closed_at   timestamptz,
  -- First moment of the present uncertainty of its gate; null while there is none.
  inconclusive_since timestamptz,
  advanced_at timestamptz,
  due_at      timestamptz,
  PRIMARY KEY (campaign_id, number)
) WITH (fillfactor = 70);
CREATE INDEX wave_open ON wave (campaign_id, number) WHERE state_kind IN ('ADMITTING', 'SETTLING', 'SOAKING', 'EVALUATING', 'INCONCLUSIVE');

-- Frozen when the campaign starts. An alternate that steps in, and the member it steps in for, say so in `stepped_in_for`.
CREATE TABLE wave_member (
  campaign_id    text NOT NULL,
  wave           integer NOT NULL,
  node_id        text NOT NULL REFERENCES node,
  ordinal        integer NOT NULL,
  alternate      boolean NOT NULL,
  stepped_in_for text,
  -- The node runs in an earlier wave, as an alternate; this wave no longer waits for it.
  moved_to_wave  integer,
  -- Rollback: the member's own open run was adopted, so it gets no other one.
  adopted_run_id text,
  -- Its run was inserted (or adopted): what is left to do is found without looking at all that is done.
  opened         boolean NOT NULL DEFAULT false,
  member         jsonb NOT NULL,
  PRIMARY KEY (campaign_id, wave, node_id),
  FOREIGN KEY (campaign_id, wave) REFERENCES wave
);
CREATE INDEX wave_member_node ON wave_member (node_id);
CREATE INDEX wave_member_adopted ON wave_member (adopted_run_id) WHERE adopted_run_id IS NOT NULL;
CREATE INDEX wave_member_order ON wave_member (campaign_id, wave, alternate, ordinal);
CREATE INDEX wave_member_unopened ON wave_member (campaign_id, wave, alternate, ordinal) WHERE NOT opened;

CREATE SEQUENCE fence AS bigint;

CREATE TABLE node_run (
  run_id       text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  campaign_id  text NOT NULL REFERENCES campaign,
  wave         integer NOT NULL,
  node_id      text NOT NULL REFERENCES node,
  site_id      text NOT NULL REFERENCES site,
  attempt      integer NOT NULL DEFAULT 1,
  state        jsonb NOT NULL,
  state_kind   text NOT NULL GENERATED ALWAYS AS (state ->> 'kind') STORED CHECK (state_kind IN (
                 'PLANNED', 'PREFLIGHT', 'BLOCKED', 'STAGING', 'STAGED', 'LEASED', 'DRAINING', 'PROTECTING', 'APPLYING', 'REBOOTING', 'VERIFYING',
                 'SOAKING', 'SUCCEEDED', 'UNDOING', 'FAILED_CLEAN', 'RESTORING', 'RESTORED', 'QUARANTINED', 'DEFERRED', 'CANCELLED')),
  entered_at   timestamptz NOT NULL DEFAULT now(),
  intent       text NOT NULL DEFAULT 'continue' CHECK (intent IN ('continue', 'hold', 'restore', 'cancel')),
  -- A rollback campaign that adopted this run: its epoch and its slots.
  driven_by    text REFERENCES campaign,
  original_run_id text REFERENCES node_run,
  fence        bigint NOT NULL DEFAULT 0,
  permit_at    timestamptz,
  permit_epoch integer,
  -- This attempt has been verified once: it counts, whatever follows.
  verified_at  timestamptz,
  overdue      boolean NOT NULL DEFAULT false,
  incarnation_raised_attempt integer,
  created_at   timestamptz NOT NULL DEFAULT now(),
  settled_at   timestamptz,
  advanced_at  timestamptz,
  due_at       timestamptz,
  -- A member that could not start when it was its turn has a second run, in the tail wave.
  UNIQUE (campaign_id, wave, node_id),
  FOREIGN KEY (campaign_id, wave) REFERENCES wave
) WITH (fillfactor = 60);
-- One open run per node, across all campaigns (core: runIsOpen).
CREATE UNIQUE INDEX node_run_open ON node_run (node_id) WHERE state_kind IN (
  'PLANNED', 'PREFLIGHT', 'STAGING', 'STAGED', 'LEASED', 'DRAINING', 'PROTECTING', 'APPLYING', 'REBOOTING', 'VERIFYING', 'SOAKING', 'UNDOING', 'RESTORING');
CREATE INDEX node_run_wave_state ON node_run (campaign_id, wave, state_kind);
CREATE INDEX node_run_node ON node_run (node_id, created_at DESC);
-- Not on due_at itself: each execution moves that, and an update that touches no indexed column is much cheaper.
CREATE INDEX node_run_unsettled ON node_run (run_id) WHERE settled_at IS NULL;
CREATE INDEX node_run_driven_by ON node_run (driven_by) WHERE driven_by IS NOT NULL;
CREATE INDEX node_run_clock ON node_run (site_id, state_kind) WHERE state_kind IN (
  'PREFLIGHT', 'STAGING', 'LEASED', 'DRAINING', 'PROTECTING', 'APPLYING', 'REBOOTING', 'VERIFYING', 'UNDOING', 'RESTORING');
CREATE INDEX node_run_overdue ON node_run (campaign_id, wave) WHERE overdue;
CREATE TRIGGER node_run_counters BEFORE UPDATE ON node_run FOR EACH ROW
  WHEN (new.fence < old.fence OR new.attempt < old.attempt) EXECUTE FUNCTION refuse_counter_back();

-- Long and written once or twice, so apart from the row that moves eight times.
CREATE TABLE run_facts (
  run_id       text NOT NULL REFERENCES node_run,
  attempt      integer NOT NULL,
  facts        jsonb,
  verification jsonb,
  PRIMARY KEY (run_id, attempt)
);

CREATE TABLE run_step (
  run_id  text NOT NULL REFERENCES node_run,
  attempt integer NOT NULL,
  step    text NOT NULL,
  state   text NOT NULL CHECK (state IN ('begun', 'done', 'failed', 'undone')),
  detail  jsonb NOT NULL DEFAULT '{}',
  fence   bigint NOT NULL,
  begun_at timestamptz NOT NULL DEFAULT now(),
  at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (run_id, attempt, step)
);

CREATE TABLE effect (
  effect_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id    text NOT NULL REFERENCES node_run,
  attempt   integer NOT NULL,
  step      text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('do', 'undo')),
  fence     bigint NOT NULL,
  not_after timestamptz NOT NULL,
  state     text NOT NULL CHECK (state IN ('open', 'done', 'failed', 'unknown')),
  detail    jsonb NOT NULL DEFAULT '{}',
  opened_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz
);
CREATE UNIQUE INDEX effect_one_open ON effect (run_id) WHERE state = 'open';
CREATE INDEX effect_run ON effect (run_id, attempt, effect_id);

CREATE TABLE node_job (
  job_id       text PRIMARY KEY,
  run_id       text NOT NULL REFERENCES node_run,
  node_id      text NOT NULL REFERENCES node,
  site_id      text NOT NULL,
  attempt      integer NOT NULL,
  step         text NOT NULL,
  state        text NOT NULL CHECK (state IN (
                 'UNCONFIRMED', 'RUNNING', 'EXITED', 'CRASHED', 'REBOOTED', 'POWER_LOSS', 'FOREIGN', 'REWOUND', 'IDENTITY_CHANGED', 'VOID')),
  phase        text NOT NULL DEFAULT '',
  incarnation  integer NOT NULL,
  seq          integer NOT NULL DEFAULT 0,
  launch_boot_id text NOT NULL,
  seen_boot_id text,
  not_after_uptime_seconds double precision NOT NULL,
  exit_code    integer,
  reason       text,
  transactions integer NOT NULL DEFAULT 0,
  attachments  integer NOT NULL DEFAULT 0,
  log_bytes    integer NOT NULL DEFAULT 0,
  launched_at  timestamptz NOT NULL DEFAULT now(),
  last_seen_at timestamptz
) WITH (fillfactor = 70);
CREATE INDEX node_job_run ON node_job (run_id, attempt);
CREATE INDEX node_job_open ON node_job (site_id, node_id) WHERE state IN ('UNCONFIRMED', 'RUNNING');
CREATE INDEX node_job_node ON node_job (node_id);

CREATE TABLE node_log (
  job_id      text NOT NULL REFERENCES node_job,
  byte_offset integer NOT NULL,
  bytes       bytea NOT NULL,
  PRIMARY KEY (job_id, byte_offset)
);

CREATE TABLE restore_point (
  restore_point_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id      text NOT NULL REFERENCES node_run,
  attempt     integer NOT NULL,
  node_id     text NOT NULL REFERENCES node,
  snapshot_id text NOT NULL,
  state       text NOT NULL CHECK (state IN ('READY', 'STALE', 'CONSUMED')),
  taken_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (run_id, attempt, snapshot_id)
);

-- Never expires by itself: an outcome, a move that gives it back, or an operator ends it.
CREATE TABLE lease (
  lease_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id      text NOT NULL REFERENCES node_run,
  node_id     text NOT NULL REFERENCES node,
  campaign_id text NOT NULL,
  wave        integer NOT NULL,
  site_id     text NOT NULL,
  cause       text NOT NULL CHECK (cause IN ('admission', 'restore')),
  granted_at  timestamptz NOT NULL DEFAULT now(),
  released_at timestamptz
);
CREATE UNIQUE INDEX lease_held ON lease (node_id) WHERE released_at IS NULL;
CREATE UNIQUE INDEX lease_held_run ON lease (run_id) WHERE released_at IS NULL;
CREATE INDEX lease_run ON lease (run_id);

-- History is kept; one row per (run, attempt) is current. OVERDUE is an outcome until the real one replaces it.
CREATE TABLE run_outcome (
  run_outcome_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id      text NOT NULL REFERENCES node_run,
  attempt     integer NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('SUCCEEDED', 'FAILED_CLEAN', 'RESTORED', 'QUARANTINED', 'DEFERRED', 'BLOCKED', 'CANCELLED', 'OVERDUE')),
  state       jsonb NOT NULL,
  evidence    jsonb NOT NULL,
  is_current  boolean NOT NULL DEFAULT true,
  recorded_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX run_outcome_current ON run_outcome (run_id, attempt) WHERE is_current;

CREATE TABLE soak (
  run_id           text PRIMARY KEY REFERENCES node_run,
  attempt          integer NOT NULL,
  node_id          text NOT NULL,
  site_id          text NOT NULL,
  from_at          timestamptz NOT NULL DEFAULT now(),
  required_seconds double precision NOT NULL,
  exposure_seconds double precision NOT NULL DEFAULT 0,
  last_good_at     timestamptz,
  ended_at         timestamptz
) WITH (fillfactor = 60);
CREATE INDEX soak_open ON soak (site_id, node_id) WHERE ended_at IS NULL;

CREATE TABLE gate_evaluation (
  gate_evaluation_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  campaign_id text NOT NULL,
  wave        integer NOT NULL,
  verdict     text NOT NULL CHECK (verdict IN ('PASS', 'FAIL', 'INCONCLUSIVE', 'ERROR')),
  detail      jsonb NOT NULL,
  evidence    jsonb NOT NULL,
  at          timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX gate_evaluation_wave ON gate_evaluation (campaign_id, wave, gate_evaluation_id DESC);
CREATE TRIGGER gate_evaluation_immutable BEFORE UPDATE OR DELETE ON gate_evaluation FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Half-open, by this server's clock. `lease`: taken out by us, from drain to verified; `probe`: seen from outside.
CREATE TABLE availability_interval (
  availability_interval_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  node_id     text NOT NULL REFERENCES node,
  campaign_id text,
  run_id      text,
  status      text NOT NULL CHECK (status IN ('UNAVAILABLE', 'UNKNOWN')),
  source      text NOT NULL CHECK (source IN ('lease', 'probe')),
  from_at     timestamptz NOT NULL DEFAULT now(),
  until_at    timestamptz,
  CHECK (from_at <= until_at)
);
CREATE UNIQUE INDEX availability_interval_open ON availability_interval (node_id, source) WHERE until_at IS NULL;
CREATE INDEX availability_interval_node ON availability_interval (node_id, from_at);
