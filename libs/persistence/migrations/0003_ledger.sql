-- Audit, pokes, idempotency: what makes a command true, told and repeatable.

CREATE TABLE audit_event (
  seq         bigint PRIMARY KEY,
  at          timestamptz NOT NULL,
  actor_id    text NOT NULL,
  actor_name  text NOT NULL,
  via         text NOT NULL CHECK (via IN ('session', 'token', 'system')),
  action      text NOT NULL,
  object_kind text NOT NULL,
  object_id   text NOT NULL,
  before      jsonb,
  after       jsonb,
  reason      text,
  previous_hash bytea NOT NULL,
  hash        bytea NOT NULL
);
CREATE INDEX audit_event_object ON audit_event (object_kind, object_id, seq DESC);
CREATE TRIGGER audit_event_insert_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- jsonb prints its keys in one order, so the same event always has the same text.
CREATE FUNCTION audit_hash(previous bytea, event audit_event) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(previous || convert_to(jsonb_build_array(
    event.seq, floor(extract(epoch FROM event.at) * 1000000)::bigint, event.actor_id, event.actor_name, event.via, event.action,
    event.object_kind, event.object_id, event.before, event.after, event.reason)::text, 'UTF8'))
$$;

-- The last lock of every transaction: the head of the one chain.
CREATE FUNCTION audit_append(actor_id text, actor_name text, via text, action text, object_kind text, object_id text, before jsonb, after jsonb, reason text)
RETURNS bigint LANGUAGE plpgsql AS $$
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
END $$;

-- Plain inserts, never an upsert: two transactions that poke the same driver do not wait for each other. The relay coalesces.
CREATE TABLE outbox (
  outbox_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  driver     text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- Drivers that were poked; a driver that did not advance since is poked again, and flagged the fifth time.
CREATE TABLE driver_attention (
  driver     text PRIMARY KEY,
  asked_at   timestamptz NOT NULL DEFAULT now(),
  times      integer NOT NULL DEFAULT 0,
  flagged_at timestamptz
);

CREATE TABLE idempotency_key (
  principal      text NOT NULL,
  key            text NOT NULL,
  request_digest bytea NOT NULL,
  response       jsonb,
  created_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (principal, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
