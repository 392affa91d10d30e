import { createHash } from 'node:crypto';
import { NodeAccessError } from '../transport/node-transport.ts';

/** What the runner reads and writes (docs/runner-protocol.md): `key=value` lines closed by the SHA-256 of all bytes before it. */
export type RunnerValue = string | number | bigint;

/** A word, or text that travels as base64 under `key.b64`. */
export const packed = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

const keyGrammar = /^[a-z][a-z0-9_.]*$/;
const wordGrammar = /^[A-Za-z0-9_.:/+-]*$/;
const base64Grammar = /^[A-Za-z0-9+/]*={0,2}$/;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Throws `protocolViolation` for a value that the runner would refuse: nothing of it is sent then. */
export function encodeRequest(verb: string, fields: Readonly<Record<string, RunnerValue>>): Buffer {
  const lines = Object.entries({ skein: 1, verb, ...fields }).map(([key, value]) => {
    const text = String(value);
    if (!keyGrammar.test(key) || !(key.endsWith('.b64') ? base64Grammar : wordGrammar).test(text)) throw new NodeAccessError('protocolViolation', `${key} cannot be sent to a node`);
    return `${key}=${text}\n`;
  });
  const body = lines.join('');
  return Buffer.from(`${body}digest=${sha256(body)}\n`);
}

export type RunnerReply = ReadonlyMap<string, string>;

/** null: these bytes are no reply of the runner at all. */
export function decodeReply(bytes: Buffer): RunnerReply | null {
  const text = bytes.toString('latin1');
  const closing = /(?:^|\n)digest=([0-9a-f]{64})\n$/.exec(text);
  if (closing?.[1] === undefined) return null;
  const body = text.slice(0, text.length - 'digest=\n'.length - closing[1].length);
  if (sha256(body) !== closing[1] || !body.startsWith('skein=1\n')) return null;
  return decodeFields(body);
}

/** null when a line breaks the grammar or a key comes twice. */
export function decodeFields(body: string): RunnerReply | null {
  const fields = new Map<string, string>();
  for (const line of body.split('\n').slice(0, -1)) {
    const at = line.indexOf('=');
    const key = line.slice(0, at);
    const value = line.slice(at + 1);
    if (at < 1 || fields.has(key) || !keyGrammar.test(key) || !(key.endsWith('.b64') ? base64Grammar : wordGrammar).test(value)) return null;
    fields.set(key, value);
  }
  return body.endsWith('\n') ? fields : null;
}
