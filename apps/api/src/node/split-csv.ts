/** One record of a CSV and the line that it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What makes the text from this line on no CSV any more: everything behind it would be guessed. */
export interface CsvFault {
  readonly line: number;
  readonly code: 'badCsv' | 'rowTooLong';
  readonly message: string;
}

export const recordLengthMax = 65_536;

/**
 * RFC 4180 as it comes in: records in quotes or not, CRLF, LF or CR, blank lines skipped. Blanks around a cell are taken off as people write them,
 * tabs are not. Holds one record and one chunk; the first fault ends it.
 */
export async function* splitCsv(chunks: AsyncIterable<string>): AsyncGenerator<CsvRecord | CsvFault> {
  const splitter = new CsvSplitter();
  for await (const chunk of chunks) {
    yield* splitter.take(chunk);
    if (splitter.ended) return;
  }
  yield* splitter.end();
}

type Place = 'start' | 'bare' | 'quoted' | 'quoteInQuoted' | 'afterQuoted';

class CsvSplitter {
  ended = false;
  private place: Place = 'start';
  private line = 1;
  private recordLine = 1;
  private quoteLine = 1;
  private cells: string[] = [];
  private cell = '';
  private length = 0;
  private afterCr = false;

  * take(chunk: string): Generator<CsvRecord | CsvFault> {
    for (let at = 0; at < chunk.length;) {
      // Most of a text is neither quote, comma nor line end: it is taken in one piece.
      const stop = nextSpecial(chunk, at, this.place === 'quoted' ? inQuotes : outside);
      const plain = stop > at ? chunk.slice(at, stop) : '';
      const fault = plain === '' ? null : this.plain(plain);
      if (fault !== null) {
        yield this.fail(fault);
        return;
      }
      at = stop;
      if (at >= chunk.length) break;
      const answer = this.special(chunk[at] ?? '');
      at += 1;
      if (answer !== null) yield answer;
      if (this.ended) return;
    }
    if (this.length > recordLengthMax) yield this.fail(this.tooLong());
  }

  * end(): Generator<CsvRecord | CsvFault> {
    if (this.place === 'quoted') {
      yield this.fail({ line: this.quoteLine, code: 'badCsv', message: 'a quotation mark that opens here is never closed' });
      return;
    }
    const record = this.endRecord();
    if (record !== null) yield record;
  }

  private plain(text: string): CsvFault | null {
    this.afterCr = false;
    this.length += text.length;
    if (this.length > recordLengthMax) return this.tooLong();
    if (this.place === 'quoted') {
      this.cell += text;
      return null;
    }
    if (this.place === 'quoteInQuoted' || this.place === 'afterQuoted') {
      this.place = 'afterQuoted';
      return /^ *$/.test(text) ? null : { line: this.line, code: 'badCsv', message: 'a quotation mark closes in the middle of a value; write it twice inside of quotes' };
    }
    this.cell += text;
    if (this.place === 'start' && !/^ *$/.test(this.cell)) this.place = 'bare';
    return null;
  }

  private special(character: string): CsvRecord | CsvFault | null {
    this.length += 1;
    const wasCr = this.afterCr;
    this.afterCr = false;
    if (character === '"') return this.quote();
    if (this.place === 'quoted') {
      if (character === '\n') this.line += 1;
      this.cell += character;
      return null;
    }
    if (character === ',') {
      this.endCell();
      return null;
    }
    if (character === '\n' && wasCr) return null;
    this.afterCr = character === '\r';
    this.line += 1;
    return this.endRecord();
  }

  private quote(): CsvFault | null {
    switch (this.place) {
      case 'start':
        this.cell = '';
        this.quoteLine = this.line;
        this.place = 'quoted';
        return null;
      case 'quoted': this.place = 'quoteInQuoted'; return null;
      case 'quoteInQuoted':
        this.cell += '"';
        this.place = 'quoted';
        return null;
      case 'bare': return this.fail({ line: this.line, code: 'badCsv', message: 'a quotation mark stands in the middle of a value; put the whole value in quotes' });
      case 'afterQuoted': return this.fail({ line: this.line, code: 'badCsv', message: 'a quotation mark closes in the middle of a value; write it twice inside of quotes' });
    }
  }

  private endCell(): void {
    this.cells.push(this.place === 'quoteInQuoted' || this.place === 'afterQuoted' ? this.cell : this.cell.replace(/^ +| +$/g, ''));
    this.cell = '';
    this.place = 'start';
  }

  private endRecord(): CsvRecord | null {
    const wasQuoted = this.place === 'quoteInQuoted' || this.place === 'afterQuoted';
    this.endCell();
    const record = { line: this.recordLine, cells: this.cells };
    this.cells = [];
    this.length = 0;
    this.recordLine = this.line;
    return record.cells.length === 1 && record.cells[0] === '' && !wasQuoted ? null : record;
  }

  private tooLong(): CsvFault {
    return this.place === 'quoted'
      ? { line: this.quoteLine, code: 'badCsv', message: `a quotation mark that opens here is not closed within ${String(recordLengthMax)} characters` }
      : { line: this.recordLine, code: 'rowTooLong', message: `the row is longer than ${String(recordLengthMax)} characters` };
  }

  private fail(fault: CsvFault): CsvFault {
    this.ended = true;
    return fault;
  }
}

const outside = /[",\r\n]/g;
const inQuotes = /["\n]/g;

function nextSpecial(text: string, from: number, wanted: RegExp): number {
  wanted.lastIndex = from;
  const found = wanted.exec(text);
  return found === null ? text.length : found.index;
}
