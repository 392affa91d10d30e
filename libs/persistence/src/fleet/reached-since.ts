/**
 * SQL: whether a node (its health `h`) was reached since its run `r` came where it is; null: never observed. An ended or verified run was
 * reached, so silence from before, as during a reboot, does not make it unreachable.
 */
export const reachedSince = '(h.reachable OR h.observed_at < r.entered_at)';
