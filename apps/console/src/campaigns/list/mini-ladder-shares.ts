/** Share of each wave in a mini ladder. Sizes differ by hundreds, so a power keeps the canary visible. */
export const miniLadderShares = (sizes: readonly number[]): readonly number[] => sizes.map((size) => Math.max(size, 1) ** 0.42);
