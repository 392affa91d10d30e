-- The few nodes that need somebody are found without reading all the others: Now asks for them at each look. Rows that are not among them cost nothing here.
CREATE INDEX node_status_quarantined ON node_status (node_id) WHERE quarantined;
CREATE INDEX node_status_missing ON node_status (node_id) WHERE missing;
