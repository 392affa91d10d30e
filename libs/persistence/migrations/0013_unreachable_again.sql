-- Silence that was observed before a run came where it is says nothing about it any more: it was reached since. So each further observation
-- of silence may class a node anew, although what was observed is the same.
DROP TRIGGER node_health_updated ON node_health;
CREATE TRIGGER node_health_updated AFTER UPDATE ON node_health FOR EACH ROW
  WHEN (new.verdict IS DISTINCT FROM old.verdict OR new.reachable IS DISTINCT FROM old.reachable OR new.reachable = false) EXECUTE FUNCTION log_node();
