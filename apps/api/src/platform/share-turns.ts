/**
 * One at a time, and whoever comes while it works shares the turn after: that one begins later than they asked, so it misses nothing that
 * they have seen elsewhere.
 */
export function shareTurns<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let now: Promise<Value> | null = null;
  let next: Promise<Value> | null = null;
  const begin = (): Promise<Value> => {
    const turn = work().finally(() => { if (now === turn) now = null; });
    now = turn;
    return turn;
  };
  return () => {
    if (now === null) return begin();
    next ??= now.then(() => undefined, () => undefined).then(() => {
      next = null;
      return begin();
    });
    return next;
  };
}
