/** Packages by what happened to them; the lines of both sides have the same shape (`name-version-release.arch`). */
export interface PackageChange {
  readonly install: readonly string[];
  readonly upgrade: readonly string[];
  readonly downgrade: readonly string[];
  readonly remove: readonly string[];
}

export interface PredictionDifference {
  /** Predicted and did not happen, as `install kernel-5.4…`. */
  readonly missing: readonly string[];
  /** Happened and was not predicted. */
  readonly unexpected: readonly string[];
}

const lines = (change: PackageChange): readonly string[] =>
  (['install', 'upgrade', 'downgrade', 'remove'] as const).flatMap((action) => change[action].map((name) => `${action} ${name}`));

const without = (some: readonly string[], others: readonly string[]): readonly string[] => {
  const known = new Set(others);
  return some.filter((line) => !known.has(line)).sort();
};

/** Where the transaction did something else than the solver said; both lists empty: exactly what was approved happened. */
export function predictedVersusActual(predicted: PackageChange, actual: PackageChange): PredictionDifference {
  return { missing: without(lines(predicted), lines(actual)), unexpected: without(lines(actual), lines(predicted)) };
}
