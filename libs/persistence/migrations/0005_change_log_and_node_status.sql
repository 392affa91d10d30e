-- What people look at: a log of what changed, so that screens are told instead of asking, and one narrow row per node to filter, sort and
-- count a large fleet by.

-- Readers ask what their last snapshot did not show yet (`pg_visible_in_snapshot`), so nothing that is committed late is missed. Inserts
-- only, and no lock but that of the new row: whoever writes never waits here.
CREATE TABLE change_log (
  seq       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid       xid8 NOT NULL DEFAULT pg_current_xact_id(),
  kind      text NOT NULL CHECK (kind IN ('node', 'campaign')),
  object_id text NOT NULL,
  at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX change_log_xid ON change_log (xid);

-- Index of a class in the enum StateClass of the api: NOT_STARTED, IN_FLIGHT, MIGRATED, ATTENTION, FAILED, ROLLED_BACK, UNREACHABLE.
-- The one rule, for a run and for a node alike. `run_state` null: no run. `quarantined` and `reachable` are those of the node; null: not asked.
CREATE FUNCTION state_class(run_state jsonb, overdue boolean, quarantined boolean, reachable boolean) RETURNS smallint LANGUAGE sql IMMUTABLE AS $$
  SELECT (CASE
    WHEN quarantined OR run_state ->> 'kind' IN ('FAILED_CLEAN', 'QUARANTINED') THEN 4
    WHEN reachable = false AND coalesce(run_state ->> 'kind', '') NOT IN ('APPLYING', 'REBOOTING', 'RESTORING', 'VERIFYING') THEN 6
    WHEN run_state IS NULL OR run_state ->> 'kind' = 'CANCELLED' THEN 0
    WHEN run_state ->> 'kind' = 'SUCCEEDED' THEN 2
    WHEN run_state ->> 'kind' = 'RESTORED' THEN 5
    WHEN run_state ->> 'kind' = 'DEFERRED' AND run_state ->> 'reason' = 'alreadyOnTarget' THEN 2
    WHEN overdue OR run_state ->> 'kind' IN ('BLOCKED', 'DEFERRED') THEN 3
    ELSE 1 END)::smallint
$$;

-- What needs a person first: failed, unreachable, attention, under way, brought back, not started, migrated.
CREATE FUNCTION state_class_urgency(state_class smallint) RETURNS smallint LANGUAGE sql IMMUTABLE AS $$ SELECT ('{5,3,6,2,0,4,1}'::smallint[])[state_class + 1] $$;

-- `sz/az1/rack-07` of several paths: the deepest, of equally deep ones the first by name. Empty for a node without any.
CREATE FUNCTION deepest_domain(paths text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce((SELECT path FROM unnest(paths) AS path ORDER BY length(path) - length(replace(path, '/', '')) DESC, path LIMIT 1), '')
$$;

-- Folded from the log by whoever reads next, always whole and never by a writer, so it holds no reference that would lock a node.
CREATE TABLE node_status (
  node_id     text PRIMARY KEY,
  state_class smallint NOT NULL CHECK (state_class BETWEEN 0 AND 6),
  state_since timestamptz NOT NULL,
  -- Of the last change of its class; the fleet map's deltas count from it.
  revision    bigint NOT NULL,
  -- Of the open run, or of the last one; null: none yet.
  run_id      text,
  run_state   text,
  site        text NOT NULL,
  -- Deepest failure domain, and the first part of the first one; empty without any.
  rack        text NOT NULL,
  region      text NOT NULL,
  hostname    text NOT NULL,
  os          text NOT NULL,
  protected   boolean NOT NULL,
  held        boolean NOT NULL,
  quarantined boolean NOT NULL,
  missing     boolean NOT NULL,
  retired     boolean NOT NULL
) WITH (fillfactor = 80);
-- Each order that a list of nodes can have; `retired` leads because every list asks for one of its two values.
CREATE INDEX node_status_hostname ON node_status (retired, hostname, node_id);
CREATE INDEX node_status_map ON node_status (retired, site, rack, hostname, node_id);
CREATE INDEX node_status_site ON node_status (retired, site, hostname, node_id);
CREATE INDEX node_status_os ON node_status (retired, os, hostname, node_id);
CREATE INDEX node_status_class ON node_status (retired, state_class_urgency(state_class), hostname, node_id);
CREATE INDEX node_status_since ON node_status (retired, state_since, hostname, node_id);
CREATE INDEX node_status_revision ON node_status (revision);

-- One row: how far the log was folded. `folded` null: never, so that the next reader begins with all nodes.
CREATE TABLE node_status_position (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  folded   pg_snapshot,
  revision bigint NOT NULL DEFAULT 0,
  -- Another one whenever a node comes, goes, moves or gets another name.
  layout   text NOT NULL DEFAULT gen_random_uuid()::text,
  -- The newest transaction of which rows of the log were removed: who stopped reading before it has missed some.
  pruned   xid8 NOT NULL DEFAULT '0',
  pruned_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO node_status_position DEFAULT VALUES;

CREATE FUNCTION log_node_change() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$;
CREATE TRIGGER node_inserted AFTER INSERT ON node REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_node_change();
CREATE TRIGGER node_updated AFTER UPDATE ON node REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_node_change();
CREATE TRIGGER node_deleted AFTER DELETE ON node REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION log_node_change();

-- Every round writes every row and hardly any says something new, so here each row is asked whether it does, before anything is called.
CREATE FUNCTION log_node() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change_log (kind, object_id) VALUES ('node', new.node_id);
  RETURN NULL;
END $$;
CREATE TRIGGER node_health_inserted AFTER INSERT ON node_health FOR EACH ROW EXECUTE FUNCTION log_node();
CREATE TRIGGER node_health_updated AFTER UPDATE ON node_health FOR EACH ROW
  WHEN (new.verdict IS DISTINCT FROM old.verdict OR new.reachable IS DISTINCT FROM old.reachable) EXECUTE FUNCTION log_node();
CREATE TRIGGER node_job_inserted AFTER INSERT ON node_job FOR EACH ROW EXECUTE FUNCTION log_node();
CREATE TRIGGER node_job_updated AFTER UPDATE ON node_job FOR EACH ROW WHEN (new.phase <> old.phase OR new.state <> old.state) EXECUTE FUNCTION log_node();

CREATE FUNCTION log_site_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change_log (kind, object_id) SELECT 'node', node_id FROM node WHERE site_id = new.site_id;
  RETURN NULL;
END $$;
CREATE TRIGGER site_renamed AFTER UPDATE ON site FOR EACH ROW WHEN (new.name <> old.name) EXECUTE FUNCTION log_site_renamed();

CREATE FUNCTION log_run_change() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$;
CREATE TRIGGER node_run_inserted AFTER INSERT ON node_run REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_run_change();
CREATE TRIGGER node_run_updated AFTER UPDATE ON node_run REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_run_change();

CREATE FUNCTION log_campaign() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change_log (kind, object_id) VALUES ('campaign', new.campaign_id);
  RETURN NULL;
END $$;
-- Drivers move `advanced_at` and `due_at` all the time; nobody looks at these.
CREATE TRIGGER campaign_inserted AFTER INSERT ON campaign FOR EACH ROW EXECUTE FUNCTION log_campaign();
CREATE TRIGGER campaign_updated AFTER UPDATE ON campaign FOR EACH ROW
  WHEN ((new.state, new.version, new.epoch, new.name, new.revision_digest, new.last_editor_id, new.started_at, new.finished_at)
    IS DISTINCT FROM (old.state, old.version, old.epoch, old.name, old.revision_digest, old.last_editor_id, old.started_at, old.finished_at)) EXECUTE FUNCTION log_campaign();
CREATE TRIGGER approval_inserted AFTER INSERT ON approval FOR EACH ROW EXECUTE FUNCTION log_campaign();
CREATE TRIGGER gate_evaluation_inserted AFTER INSERT ON gate_evaluation FOR EACH ROW EXECUTE FUNCTION log_campaign();
CREATE TRIGGER wave_updated AFTER UPDATE ON wave FOR EACH ROW WHEN (new.state IS DISTINCT FROM old.state) EXECUTE FUNCTION log_campaign();

CREATE FUNCTION log_waves_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change_log (kind, object_id) SELECT DISTINCT 'campaign', campaign_id FROM new_rows;
  RETURN NULL;
END $$;
CREATE TRIGGER wave_inserted AFTER INSERT ON wave REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION log_waves_inserted();

CREATE FUNCTION log_campaign_of_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change_log (kind, object_id) SELECT 'campaign', coalesce(driven_by, campaign_id) FROM node_run WHERE run_id = new.run_id;
  RETURN NULL;
END $$;
CREATE TRIGGER soak_ended AFTER UPDATE ON soak FOR EACH ROW WHEN (old.ended_at IS NULL AND new.ended_at IS NOT NULL) EXECUTE FUNCTION log_campaign_of_run();

CREATE FUNCTION log_node_of_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO change_log (kind, object_id) SELECT 'node', node_id FROM node_run WHERE run_id = new.run_id;
  RETURN NULL;
END $$;
CREATE TRIGGER run_step_inserted AFTER INSERT ON run_step FOR EACH ROW EXECUTE FUNCTION log_node_of_run();
CREATE TRIGGER run_step_updated AFTER UPDATE ON run_step FOR EACH ROW WHEN (new.state <> old.state) EXECUTE FUNCTION log_node_of_run();
