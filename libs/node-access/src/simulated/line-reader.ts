/** Cuts a byte stream into lines; `tooLong` once, when the other side sends more than `bytesMax` without a newline. */
export function lineReader(bytesMax: number, line: (text: string) => void, tooLong: () => void): (chunk: Buffer) => void {
  let parts: Buffer[] = [];
  let held = 0;
  return (chunk) => {
    let from = 0;
    for (let end = chunk.indexOf(10, from); end !== -1; end = chunk.indexOf(10, from)) {
      const rest = chunk.subarray(from, end);
      const text = parts.length === 0 ? rest.toString() : Buffer.concat([...parts, rest]).toString();
      parts = [];
      held = 0;
      from = end + 1;
      if (text !== '') line(text);
    }
    if (from === chunk.length) return;
    parts.push(chunk.subarray(from));
    held += chunk.length - from;
    if (held > bytesMax) {
      parts = [];
      held = 0;
      tooLong();
    }
  };
}
