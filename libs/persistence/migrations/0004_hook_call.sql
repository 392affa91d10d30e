-- Hooks that are owed because an attempt ended: written together with its outcome, gone when the hook has answered.
CREATE TABLE hook_call (
  run_id  text NOT NULL REFERENCES node_run,
  attempt integer NOT NULL,
  hook    text NOT NULL CHECK (hook IN ('afterRun', 'needsPerson')),
  site_id text NOT NULL REFERENCES site,
  outcome text NOT NULL,
  tries   integer NOT NULL DEFAULT 0,
  due_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (run_id, attempt, hook)
);
CREATE INDEX hook_call_due ON hook_call (site_id, due_at);
