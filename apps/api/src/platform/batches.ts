/**
 * Collects the ids that the fields of one request ask for in the same turn and reads them with one statement, so that a list
 * of 200 rows costs one statement per field and not 200. Lives as long as the request.
 */
export class Batches {
  readonly #open = new Map<string, Map<string, PromiseWithResolvers<unknown>>>();

  /** `read` gets every id asked for under `name`; an id that it leaves out is answered with `undefined`. */
  load<Row>(name: string, id: string, read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>): Promise<Row | undefined> {
    let waiting = this.#open.get(name);
    if (waiting === undefined) {
      const batch = new Map<string, PromiseWithResolvers<unknown>>();
      waiting = batch;
      this.#open.set(name, batch);
      // After the microtasks of this turn: by then all rows of a list have asked.
      setImmediate(() => {
        this.#open.delete(name);
        read([...batch.keys()]).then(
          (rows) => { for (const [key, { resolve }] of batch) resolve(rows.get(key)); },
          (cause: unknown) => { for (const { reject } of batch.values()) reject(cause); },
        );
      });
    }
    let answer = waiting.get(id);
    if (answer === undefined) {
      answer = Promise.withResolvers<unknown>();
      waiting.set(id, answer);
    }
    return answer.promise as Promise<Row | undefined>;
  }
}
