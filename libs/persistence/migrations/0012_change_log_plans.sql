-- These compare all old rows of a statement with all new ones. A connection keeps the plan that fitted the first statement it saw; was that
-- one small, two hundred thousand rows were compared each with each afterwards, and an import that changed every node never ended.
ALTER FUNCTION log_node_change() SET enable_nestloop = off;
ALTER FUNCTION log_run_change() SET enable_nestloop = off;
