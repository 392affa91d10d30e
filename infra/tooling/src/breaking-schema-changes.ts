import { buildSchema, findBreakingChanges } from 'graphql';

/** A change that clients of the last release notice, allowed on purpose. */
export interface AllowedChange {
  /** As `findBreakingChanges` words it. */
  readonly change: string;
  /** Why, for whoever must change a script. */
  readonly reason: string;
}

export interface SchemaChanges {
  /** Breaks a client and is not allowed. */
  readonly breaking: readonly string[];
  /** Allowed, and not there any more: the line is to be removed. */
  readonly needless: readonly string[];
}

/** What a client that was written for one schema would find broken in another. */
export function breakingSchemaChanges(released: string, current: string, allowed: readonly AllowedChange[]): SchemaChanges {
  const found = findBreakingChanges(buildSchema(released), buildSchema(current)).map(({ description }) => description);
  const unexplained = allowed.find(({ reason }) => reason.trim() === '');
  if (unexplained !== undefined) throw new Error(`a breaking change is allowed without a reason: ${unexplained.change}`);
  return {
    breaking: found.filter((change) => !allowed.some((one) => one.change === change)),
    needless: allowed.map(({ change }) => change).filter((change) => !found.includes(change)),
  };
}
