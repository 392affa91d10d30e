/** One item of a JSON array, as its text; or why the text is no array of them. */
export type JsonPiece = { readonly kind: 'item'; readonly text: string } | { readonly kind: 'fault'; readonly message: string };

export const itemLengthMax = 65_536;

/**
 * Cuts the outermost array of a JSON text into its items as it comes in; what an item says is `JSON.parse`'s business. Holds one item and one
 * chunk; the first fault ends it.
 */
export async function* splitJson(chunks: AsyncIterable<string>): AsyncGenerator<JsonPiece> {
  const splitter = new JsonSplitter();
  for await (const chunk of chunks) {
    yield* splitter.take(chunk);
    if (splitter.ended) return;
  }
  const message = splitter.unfinished();
  if (message !== null) yield { kind: 'fault', message };
}

type Place = 'beforeArray' | 'beforeItem' | 'inItem' | 'afterArray';

class JsonSplitter {
  ended = false;
  private place: Place = 'beforeArray';
  /** A comma was read and its item not yet. */
  private owesItem = false;
  private item = '';
  private depth = 0;
  private inString = false;
  private escaped = false;

  * take(chunk: string): Generator<JsonPiece> {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const character = chunk[at] ?? '';
      if (this.place === 'inItem') {
        if (!this.closes(character)) continue;
        this.item += chunk.slice(from, at);
        yield { kind: 'item', text: this.item };
        this.item = '';
        this.owesItem = character === ',';
        this.place = character === ',' ? 'beforeItem' : 'afterArray';
        continue;
      }
      if (' \t\r\n'.includes(character)) continue;
      const message = this.outside(character);
      if (message !== null) {
        yield this.fail(message);
        return;
      }
      if (this.isInItem()) {
        from = at;
        this.closes(character);
      }
    }
    if (!this.isInItem()) return;
    this.item += chunk.slice(from);
    if (this.item.length > itemLengthMax) yield this.fail(`an item is longer than ${String(itemLengthMax)} characters, or a bracket or quotation mark in it is never closed`);
  }

  unfinished(): string | null {
    if (this.place === 'afterArray') return null;
    return this.place === 'beforeArray' ? notAnArray : 'the text ends before its array does';
  }

  // Asked through a method, since the compiler does not see that another one changes the place.
  private isInItem(): boolean {
    return this.place === 'inItem';
  }

  /** True when this character ends the item: a comma or the array's own bracket, outside of strings and of everything nested. */
  private closes(character: string): boolean {
    if (this.inString) {
      if (this.escaped) this.escaped = false;
      else if (character === '\\') this.escaped = true;
      else if (character === '"') this.inString = false;
      return false;
    }
    if (character === '"') this.inString = true;
    else if (character === '{' || character === '[') this.depth += 1;
    else if (character === '}' || character === ']') {
      if (this.depth === 0) return character === ']';
      this.depth -= 1;
    } else return character === ',' && this.depth === 0;
    return false;
  }

  /** Null when the character is in order where no item is. */
  private outside(character: string): string | null {
    switch (this.place) {
      case 'beforeArray':
        if (character !== '[') return notAnArray;
        this.place = 'beforeItem';
        return null;
      case 'beforeItem':
        if (character === ']' && !this.owesItem) {
          this.place = 'afterArray';
          return null;
        }
        if (character === ',' || character === ']') return 'an item is missing between two commas, or after the last one';
        this.place = 'inItem';
        return null;
      default: return 'something stands behind the end of the array';
    }
  }

  private fail(message: string): JsonPiece {
    this.ended = true;
    return { kind: 'fault', message };
  }
}

const notAnArray = 'the text is not an array of objects';
