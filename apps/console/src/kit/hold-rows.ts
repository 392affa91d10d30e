export interface HeldRows<Row> {
  /** The question that these rows answer; another question has other rows. */
  readonly of: string;
  /** Answer that was looked at last. */
  readonly answer: readonly Row[];
  /** As they stand on the page: in the order of the first answer, with what is known of each now. */
  readonly rows: readonly Row[];
  /** Rows of the newest answer that are not on the page. */
  readonly fresh: number;
  /** Rows on the page that the newest answer does not have any more: what is shown of them is what was known last. */
  readonly left: ReadonlySet<string>;
  /** The newest answer has other rows, or the same ones in another order. */
  readonly changed: boolean;
}

const nobody: ReadonlySet<string> = new Set();
export const takeRows = <Row>(of: string, answer: readonly Row[]): HeldRows<Row> => ({ of, answer, rows: answer, fresh: 0, left: nobody, changed: false });

/** What stands on the page after another answer to the same question: rows change in place, and none moves, comes or goes by itself. */
export function holdRows<Row>(before: HeldRows<Row> | null, of: string, answer: readonly Row[], idOf: (row: Row) => string): HeldRows<Row> {
  // In an empty list nothing can move.
  if (before === null || before.of !== of || before.rows.length === 0) return takeRows(of, answer);
  const now = new Map(answer.map((row) => [idOf(row), row]));
  const shown = new Set(before.rows.map(idOf));
  return {
    of, answer, rows: before.rows.map((row) => now.get(idOf(row)) ?? row), fresh: answer.filter((row) => !shown.has(idOf(row))).length, left: new Set([...shown].filter((id) => !now.has(id))),
    changed: answer.length !== before.rows.length || answer.some((row, index) => idOf(row) !== idOf(before.rows[index] ?? row)),
  };
}
