-- What comes in before anything is planned: imports on their way into the inventory, and assessments of nodes.

-- Rows of an import that were read and not yet applied. Unlogged: after a crash the import is simply sent again.
CREATE UNLOGGED TABLE node_import_row (
  import_id       text NOT NULL,
  -- Where a person finds it: the line of the CSV, the item of the JSON or YAML.
  place           integer NOT NULL,
  external_id     text NOT NULL,
  hostname        text NOT NULL,
  site            text NOT NULL,
  address         text NOT NULL,
  port            integer NOT NULL,
  credential      text,
  host_keys       text[] NOT NULL,
  machine_id      text,
  labels          jsonb NOT NULL,
  failure_domains text[] NOT NULL,
  role            text,
  protected       boolean NOT NULL,
  probes          jsonb NOT NULL,
  staged_at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX node_import_row_external_id ON node_import_row (import_id, external_id);

CREATE TABLE assessment_batch (
  assessment_batch_id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  target_profile_id   text NOT NULL REFERENCES target_profile,
  requested_by        text NOT NULL REFERENCES person,
  nodes               integer NOT NULL CHECK (nodes > 0),
  requested_at        timestamptz NOT NULL DEFAULT now()
);

-- One look at one node. A worker that takes it raises `claim` and moves `due_at` on; whoever dies with it in hand has only put it off, and
-- an answer under an older claim changes nothing.
CREATE TABLE assessment (
  assessment_id       text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  assessment_batch_id text NOT NULL REFERENCES assessment_batch ON DELETE CASCADE,
  node_id             text NOT NULL REFERENCES node ON DELETE CASCADE,
  site_id             text NOT NULL REFERENCES site,
  state               text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  claim               integer NOT NULL DEFAULT 0,
  due_at              timestamptz NOT NULL DEFAULT now(),
  requested_at        timestamptz NOT NULL DEFAULT now(),
  ended_at            timestamptz,
  ready               boolean,
  findings            jsonb NOT NULL DEFAULT '[]',
  -- Kept for the newest assessment of a node only.
  facts               jsonb,
  message             text,
  UNIQUE (assessment_batch_id, node_id),
  CHECK ((ended_at IS NULL) = (state IN ('WAITING', 'RUNNING'))),
  CHECK ((ready IS NOT NULL) = (state = 'DONE')),
  CHECK ((message IS NOT NULL) = (state = 'FAILED'))
);
CREATE INDEX assessment_due ON assessment (site_id, due_at) WHERE ended_at IS NULL;
CREATE INDEX assessment_node ON assessment (node_id, requested_at DESC);
