-- How large a plan is, beside its members: a list of campaigns shows it of each, and reading it from the members means reading all of them.

CREATE FUNCTION plan_member_count(waves jsonb) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(sum(jsonb_array_length(w.wave -> 'members')), 0)::integer FROM jsonb_array_elements(waves) AS w (wave)
$$;

ALTER TABLE plan_revision
  ADD COLUMN wave_count integer NOT NULL GENERATED ALWAYS AS (jsonb_array_length(waves)) STORED,
  ADD COLUMN member_count integer NOT NULL GENERATED ALWAYS AS (plan_member_count(waves)) STORED;
