/** Packages by what happened to them, as names with version and architecture. */
export interface PackageChange {
  readonly install: readonly string[];
  readonly upgrade: readonly string[];
  readonly downgrade: readonly string[];
  readonly remove: readonly string[];
}

export interface PredictionDifference {
  /** `install kernel-5.4…`: predicted and did not happen. */
  readonly missing: readonly string[];
  /** Happened and was not predicted. */
  readonly unexpected: readonly string[];
}

export function predictedVersusActual(_predicted: PackageChange, _actual: PackageChange): PredictionDifference {
  throw new Error('predictedVersusActual is not written yet');
}
