/** Names under which Nest finds what is not a class. */
export const LOG = Symbol('log');
export const METRICS = Symbol('metrics');
export const TEMPORAL_HEALTH = Symbol('temporalHealth');
export const CONSOLE_PAGE = Symbol('consolePage');
