import { NodeAccessError } from '../transport/node-transport.ts';

const frameBytesMax = 256 * 1024;
const headLengthMax = 24;

/** Cuts a stream into `frame <length>\n<bytes>\n`. A frame that is not one, or too long, is a protocol violation. */
export function frameReader(name: string): (chunk: Buffer) => string[] {
  let held = '';
  return (chunk) => {
    held += chunk.toString('latin1');
    const frames: string[] = [];
    for (;;) {
      const end = held.indexOf('\n');
      if (end < 0) {
        if (held.length > headLengthMax) throw violation(name);
        return frames;
      }
      const length = Number(/^frame (\d{1,7})$/.exec(held.slice(0, end))?.[1] ?? NaN);
      if (!(length <= frameBytesMax)) throw violation(name);
      if (held.length < end + 1 + length + 1) return frames;
      if (held[end + 1 + length] !== '\n') throw violation(name);
      frames.push(held.slice(end + 1, end + 1 + length));
      held = held.slice(end + 1 + length + 1);
    }
  };
}

const violation = (name: string): NodeAccessError => new NodeAccessError('protocolViolation', `${name}: what follows is no frame`);
