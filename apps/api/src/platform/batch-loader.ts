const keysMax = 1000;

interface Waiting<Value> {
  readonly answer: (value: Value | undefined) => void;
  readonly fail: (cause: unknown) => void;
}

/**
 * Fields of a list are asked for row by row, but within one turn of the event loop; this asks once for all rows that waited. Nothing is kept
 * afterwards, so it may serve all requests: each key is read after it was asked for.
 */
export class BatchLoader<Value> {
  private waiting = new Map<string, Waiting<Value>[]>();

  constructor(private readonly read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {}

  /** undefined: there is none for this key. */
  load(key: string): Promise<Value | undefined> {
    return new Promise((answer, fail) => {
      if (this.waiting.size === 0) setImmediate(() => { this.dispatch(); });
      const already = this.waiting.get(key);
      if (already === undefined) this.waiting.set(key, [{ answer, fail }]);
      else already.push({ answer, fail });
      if (this.waiting.size >= keysMax) this.dispatch();
    });
  }

  private dispatch(): void {
    const asked = this.waiting;
    if (asked.size === 0) return;
    this.waiting = new Map();
    this.read([...asked.keys()]).then(
      (values) => { for (const [key, some] of asked) for (const { answer } of some) answer(values.get(key)); },
      (cause: unknown) => { for (const some of asked.values()) for (const { fail } of some) fail(cause); },
    );
  }
}
