-- What the console remembers for people, and campaigns found by the name of their document.

CREATE TABLE saved_view (
  saved_view_id text PRIMARY KEY DEFAULT gen_random_uuid()::text,
  owner_id      text NOT NULL REFERENCES person,
  list          text NOT NULL CHECK (list IN ('nodes', 'campaigns', 'audit')),
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 63),
  search        text NOT NULL CHECK (length(search) <= 2000),
  shared        boolean NOT NULL DEFAULT false,
  created_at    timestamptz NOT NULL DEFAULT now(),
  updated_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (owner_id, list, name)
);
CREATE INDEX saved_view_list ON saved_view (list, name);

-- Theme, language, density, columns: the console's business, so not taken apart here.
CREATE TABLE preference (
  person_id  text PRIMARY KEY REFERENCES person,
  document   jsonb NOT NULL CHECK (jsonb_typeof(document) = 'object'),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX campaign_name ON campaign (name, created_at DESC);
CREATE INDEX campaign_author ON campaign (author_id, created_at DESC);
