import { useState } from 'react';
import { type HeldRows, holdRows, takeRows } from './hold-rows.ts';

interface HeldAnswer<Row> {
  /** null while nothing was answered. */
  readonly held: HeldRows<Row> | null;
  /** Shows the newest answer as it is. */
  readonly refresh: () => void;
}

/**
 * Rows that stay where they are while their list is asked for again and again, so that nobody clicks on a row that has just moved away.
 * `of` names the question: filter, order and page. `settled`: `answer` belongs to that question, and not to the one before.
 */
export function useHeldRows<Row>(answer: readonly Row[] | undefined, { of, settled, idOf }: { readonly of: string; readonly settled: boolean; readonly idOf: (row: Row) => string }): HeldAnswer<Row> {
  const [held, setHeld] = useState<HeldRows<Row> | null>(null);
  const told = answer !== undefined && settled && (held === null || held.of !== of || held.answer !== answer) ? holdRows(held, of, answer, idOf) : held;
  // Kept while drawing, as what was drawn before decides what is drawn now.
  if (told !== held) setHeld(told);
  return { held: told, refresh: () => { setHeld((before) => (before === null ? null : takeRows(before.of, before.answer))); } };
}
