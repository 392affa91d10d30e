import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';

const bytesMax = 16 * 1024;

/** The last 16 KiB that a node printed; in a file, so that they survive the lab. */
export class ConsoleRing {
  readonly #file: string;
  constructor(file: string) {
    this.#file = file;
  }

  append(text: string): void {
    appendFileSync(this.#file, text);
    // Rewritten rarely: only when the file has grown to several times what is kept.
    if (statSync(this.#file).size > 4 * bytesMax) writeFileSync(this.#file, this.read());
  }

  read(): string {
    return existsSync(this.#file) ? readFileSync(this.#file).subarray(-bytesMax).toString('utf8') : '';
  }
}
