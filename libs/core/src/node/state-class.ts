/**
 * The classes that every screen shows states in, in the order of the screens; the number of a class is its place here. Which state is in
 * which class is decided where the rows are (`state_class` in SQL), because a hundred thousand nodes are filtered, sorted and counted by it.
 */
export const stateClasses = ['NOT_STARTED', 'IN_FLIGHT', 'MIGRATED', 'ATTENTION', 'FAILED', 'ROLLED_BACK', 'UNREACHABLE'] as const;

export type StateClass = (typeof stateClasses)[number];

/** What was last observed of a node; an old observation is `unknown`. */
export const nodeHealths = ['good', 'bad', 'unknown'] as const;

export type NodeHealth = (typeof nodeHealths)[number];
