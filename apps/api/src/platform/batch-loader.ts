import { type Persistence } from './persistence.ts';

const keysMax = 1000;

interface Waiting<Value> {
  readonly answer: (value: Value | undefined) => void;
  readonly fail: (cause: unknown) => void;
}

/**
 * Fields of a list are asked for row by row, but within one turn of the event loop; this asks once for all rows that waited. Nothing is kept
 * afterwards, so it may serve all requests: each key is read after it was asked for. Readers are kept apart, or one would wait for what
 * another one's share of the connections has no room for.
 */
export class BatchLoader<Value> {
  private readonly waiting = new Map<string | null, Map<string, Waiting<Value>[]>>();

  constructor(private readonly persistence: () => Pick<Persistence, 'reader'>, private readonly read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {}

  /** undefined: there is none for this key. */
  load(key: string): Promise<Value | undefined> {
    const reader = this.persistence().reader();
    return new Promise((answer, fail) => {
      let asked = this.waiting.get(reader);
      if (asked === undefined) {
        asked = new Map<string, Waiting<Value>[]>();
        this.waiting.set(reader, asked);
        setImmediate(() => { this.dispatch(reader); });
      }
      const already = asked.get(key);
      if (already === undefined) asked.set(key, [{ answer, fail }]);
      else already.push({ answer, fail });
      if (asked.size >= keysMax) this.dispatch(reader);
    });
  }

  private dispatch(reader: string | null): void {
    const asked = this.waiting.get(reader);
    if (asked === undefined) return;
    this.waiting.delete(reader);
    this.read([...asked.keys()]).then(
      (values) => { for (const [key, some] of asked) for (const { answer } of some) answer(values.get(key)); },
      (cause: unknown) => { for (const some of asked.values()) for (const { fail } of some) fail(cause); },
    );
  }
}
