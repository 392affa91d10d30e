-- Words and labels are looked for in narrow rows and in an index: reading the long rows of a large fleet for them took longer than all the rest.
CREATE INDEX node_labels ON node USING gin (labels jsonb_path_ops);

-- Host name and external id in small letters. Filled like the other columns, so whatever was folded before is folded again.
TRUNCATE node_status;
ALTER TABLE node_status ADD COLUMN search text NOT NULL;
UPDATE node_status_position SET folded = NULL;
