/** For each state, the states that may follow it. One table per noun; nobody else compares states. */
export type TransitionTable<Kind extends string> = Readonly<Record<Kind, readonly Kind[]>>;

export const mayFollow = <Kind extends string>(table: TransitionTable<Kind>, from: Kind, to: Kind): boolean => table[from].includes(to);

/** States that nothing leads to, counted from `start`: a table must have none, or it promises what cannot happen. */
export function unreachableStates<Kind extends string>(table: TransitionTable<Kind>, start: Kind): Kind[] {
  const seen = new Set<Kind>([start]);
  const open: Kind[] = [start];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const next of table[state]) {
      if (!seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
    }
  }
  return (Object.keys(table) as Kind[]).filter((kind) => !seen.has(kind));
}
