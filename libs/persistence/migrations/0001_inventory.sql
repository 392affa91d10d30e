-- People, sites, credentials, nodes: what there is, before anybody wants to change it.
-- Applied inside one transaction by the migration runner; forward only.

-- A row that shall never change says so itself, whoever connects.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows never change: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

-- Called only when a WHEN clause has already found a counter that went back.
CREATE FUNCTION refuse_counter_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a counter of % went back', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;

CREATE TABLE person (
  person_id     text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  name          text NOT NULL UNIQUE,
  role          text NOT NULL CHECK (role IN ('viewer', 'operator', 'approver', 'admin')),
  password_hash text,
  disabled_at   timestamptz,
  created_at    timestamptz NOT NULL DEFAULT now()
);

-- Only the SHA-256 of a token is kept: reading this table lets nobody in.
CREATE TABLE session_token (
  token_sha256 bytea PRIMARY KEY CHECK (length(token_sha256) = 32),
  person_id    text NOT NULL REFERENCES person,
  created_at   timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX session_token_person ON session_token (person_id);

CREATE TABLE api_token (
  api_token_id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  token_sha256 bytea NOT NULL UNIQUE CHECK (length(token_sha256) = 32),
  person_id    text NOT NULL REFERENCES person,
  name         text NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  UNIQUE (person_id, name)
);

-- Write-only: `envelope` is sealed by a key that is not in this database.
CREATE TABLE credential (
  credential_id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  name          text NOT NULL UNIQUE,
  login_user    text NOT NULL,
  become        text NOT NULL CHECK (become IN ('none', 'sudo')),
  public_key    text,
  envelope      bytea NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  created_at    timestamptz NOT NULL DEFAULT now(),
  rotated_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE site (
  site_id          text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  name             text NOT NULL UNIQUE,
  -- {kind: ssh, proxy, bastions: [{address, port, hostKeys, credentialId}]} or {kind: simulated, socket}
  route            jsonb NOT NULL CHECK (route ->> 'kind' IN ('ssh', 'simulated')),
  credential_id    text REFERENCES credential,
  provider         text,
  -- Moved by every round of the watcher; older than 30 s means nobody watches this site.
  attended_until   timestamptz,
  unattended_since timestamptz,
  created_at       timestamptz NOT NULL DEFAULT now()
);

-- Seconds that somebody watched: deadlines count only these.
CREATE TABLE site_attendance (
  site_attendance_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  site_id            text NOT NULL REFERENCES site,
  from_at            timestamptz NOT NULL,
  until_at           timestamptz NOT NULL,
  CHECK (from_at <= until_at)
);
CREATE INDEX site_attendance_until ON site_attendance (site_id, until_at);

CREATE FUNCTION observed_seconds(of_site text, since timestamptz) RETURNS double precision LANGUAGE sql STABLE AS $$
  SELECT coalesce(sum(extract(epoch FROM least(until_at, now()) - greatest(from_at, since))), 0)::double precision
  FROM site_attendance WHERE site_id = of_site AND until_at > since AND from_at < now()
$$;

CREATE TABLE watcher_shard (
  site_id  text NOT NULL REFERENCES site,
  shard    integer NOT NULL CHECK (shard >= 0),
  owner    text NOT NULL,
  until_at timestamptz NOT NULL,
  PRIMARY KEY (site_id, shard)
);
CREATE INDEX watcher_shard_owner ON watcher_shard (owner);

-- `sz/az1/rack-07` lies in `sz`, `sz/az1` and `sz/az1/rack-07`: each prefix of a path is a failure domain.
CREATE FUNCTION domain_prefixes(paths text[]) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(DISTINCT array_to_string(parts[1:depth], '/')), '{}')
  FROM unnest(paths) AS path, LATERAL string_to_array(path, '/') AS parts, LATERAL generate_series(1, cardinality(parts)) AS depth
$$;

CREATE TABLE node (
  node_id           text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  source            text NOT NULL,
  external_id       text NOT NULL,
  hostname          text NOT NULL,
  site_id           text NOT NULL REFERENCES site,
  address           text NOT NULL,
  port              integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
  credential_id     text REFERENCES credential,
  host_keys         text[] NOT NULL DEFAULT '{}',
  machine_id        text,
  labels            jsonb NOT NULL DEFAULT '{}',
  failure_domains   text[] NOT NULL DEFAULT '{}',
  domains           text[] NOT NULL GENERATED ALWAYS AS (domain_prefixes(failure_domains)) STORED,
  -- control, bastion, mirror, provider, loadBalancer …; null: an ordinary node
  role              text,
  protected         boolean NOT NULL DEFAULT false,
  held              boolean NOT NULL DEFAULT false,
  held_reason       text,
  retired           boolean NOT NULL DEFAULT false,
  quarantined       boolean NOT NULL DEFAULT false,
  missing           boolean NOT NULL DEFAULT false,
  incarnation       integer NOT NULL DEFAULT 1,
  restore_commanded boolean NOT NULL DEFAULT false,
  os_id             text,
  os_version        text,
  os_minor          text,
  kernel            text,
  facts_at          timestamptz,
  probes            jsonb NOT NULL DEFAULT '[]',
  version           integer NOT NULL DEFAULT 1,
  created_at        timestamptz NOT NULL DEFAULT now(),
  updated_at        timestamptz NOT NULL DEFAULT now(),
  UNIQUE (source, external_id)
) WITH (fillfactor = 85);
CREATE INDEX node_hostname ON node (hostname, node_id);
CREATE INDEX node_site ON node (site_id);
CREATE INDEX node_domains ON node USING gin (domains);
CREATE TRIGGER node_counters BEFORE UPDATE ON node FOR EACH ROW
  WHEN (new.incarnation < old.incarnation OR new.version < old.version) EXECUTE FUNCTION refuse_counter_back();

-- One row per node, overwritten by each round: kept narrow and apart from `node`, whose rows are long.
CREATE TABLE node_health (
  node_id     text PRIMARY KEY REFERENCES node ON DELETE CASCADE,
  reachable   boolean,
  verdict     text NOT NULL CHECK (verdict IN ('good', 'bad', 'unknown')),
  boot_id     text,
  detail      jsonb NOT NULL DEFAULT '[]',
  observed_at timestamptz NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE service (
  service_id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  name       text NOT NULL UNIQUE,
  owner      text NOT NULL,
  floor      integer NOT NULL CHECK (floor >= 0),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE service_member (
  service_id text NOT NULL REFERENCES service ON DELETE CASCADE,
  node_id    text NOT NULL REFERENCES node ON DELETE CASCADE,
  PRIMARY KEY (service_id, node_id)
);
CREATE INDEX service_member_node ON service_member (node_id);

CREATE TABLE disruption_budget (
  domain          text PRIMARY KEY,
  max_unavailable integer NOT NULL CHECK (max_unavailable >= 0),
  updated_at      timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE target_profile (
  target_profile_id text PRIMARY KEY,
  name              text NOT NULL,
  digest            text NOT NULL UNIQUE,
  document          jsonb NOT NULL,
  created_at        timestamptz NOT NULL DEFAULT now()
);
CREATE TRIGGER target_profile_immutable BEFORE UPDATE OR DELETE ON target_profile FOR EACH ROW EXECUTE FUNCTION refuse_change();
