-- People who sign in with a browser, and those who keep them.

ALTER TABLE person
  ADD COLUMN last_sign_in_at timestamptz,
  -- When a person changed this person through Skein. From then on the file that an installation begins with has no say.
  ADD COLUMN changed_at      timestamptz;

-- Names a session where its secret must not be shown.
ALTER TABLE session_token ADD COLUMN session_id text NOT NULL UNIQUE DEFAULT gen_random_uuid()::text;

-- Sign-ins that failed, counted for all api processes together. Keys are digests: people type passwords into the wrong field.
CREATE TABLE sign_in_failure (
  key_sha256 bytea PRIMARY KEY CHECK (length(key_sha256) = 32),
  failures   integer NOT NULL CHECK (failures > 0),
  since      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_failure_since ON sign_in_failure (since);
