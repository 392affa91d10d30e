import { gunzipSync } from 'node:zlib';
import { type JobId } from '@skein/core';
import { type JobKind, type JobStatus, NodeAccessError } from '../transport/node-transport.ts';
import { type RunnerReply } from './runner-wire.ts';

/** Reads fields of a reply. Everything a node says is hostile: lengths and counts are capped here, bytes that are no text are replaced. */
export interface ReplyFields {
  word(key: string): string;
  integer(key: string): number;
  decimal(key: string): number;
  /** Free text; empty when it is missing. */
  text(key: string): string;
  textOrNull(key: string): string | null;
  integerOrNull(key: string): number | null;
  lines(key: string): readonly string[];
  bytes(key: string): Buffer;
  gzippedLines(key: string): readonly string[];
  jobs(): readonly JobStatus[];
}

const textLengthMax = 4096;
const lineLengthMax = 512;
const linesMax = 4000;
const gzippedBytesMax = 8 * 1024 * 1024;
// NUL and other control characters: PostgreSQL's jsonb refuses the one, terminals obey the others.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

const clean = (bytes: Buffer): string => new TextDecoder('utf-8').decode(bytes).replace(controls, '\uFFFD');

export function replyFields(reply: RunnerReply, name: string): ReplyFields {
  const violation = (key: string): NodeAccessError => new NodeAccessError('protocolViolation', `${name}: the reply has no proper ${key}`);
  const word = (key: string): string => {
    const value = reply.get(key);
    if (value === undefined || value.length > lineLengthMax) throw violation(key);
    return value;
  };
  const number = (key: string, text: string, grammar: RegExp): number => {
    const value = Number(text);
    if (!grammar.test(text) || !Number.isFinite(value)) throw violation(key);
    return value;
  };
  const bytes = (key: string): Buffer => Buffer.from(reply.get(`${key}.b64`) ?? '', 'base64');
  const text = (key: string): string => clean(bytes(key)).trim().slice(0, textLengthMax);
  const toLines = (whole: string, max: number): string[] => whole.split('\n').filter((line) => line !== '').slice(0, max).map((line) => line.slice(0, lineLengthMax));
  return {
    word,
    integer: (key) => number(key, word(key), /^\d{1,15}$/),
    decimal: (key) => number(key, word(key), /^\d{1,15}(\.\d{1,9})?$/),
    text,
    textOrNull: (key) => text(key) || null,
    integerOrNull(key) {
      const value = text(key);
      return /^-?\d{1,15}$/.test(value) ? Number(value) : null;
    },
    lines: (key) => toLines(clean(bytes(key)), linesMax),
    bytes,
    gzippedLines(key) {
      try {
        return toLines(clean(gunzipSync(bytes(`${key}.gz`), { maxOutputLength: gzippedBytesMax })), 200_000);
      } catch (cause) {
        throw new NodeAccessError('protocolViolation', `${name}: ${key} cannot be unpacked`, { cause });
      }
    },
    jobs: () => [...reply].filter(([key]) => /^job\.\d{1,4}$/.test(key)).map(([key, value]) => parseJob(value) ?? fail(violation(key))),
  };
}

const fail = (error: Error): never => {
  throw error;
};

const kinds: Readonly<Record<string, JobKind>> = { stage: 'stage', apply: 'apply', reverse: 'reverse' };
const states: Readonly<Record<string, JobStatus['state']>> = { alive: 'alive', exited: 'exited', dead: 'dead', refused: 'refused' };

/** `id:kind:state:phase:bootId:seq:exit:reason:transactions:logBytes`; a dash for nothing. */
function parseJob(line: string): JobStatus | null {
  const match = /^([\w.-]{1,160}):(\w+):(\w+):(\w{1,40}):([\w.-]{1,64}):(\d{1,15}):(-|\d{1,3}):(-|\w{1,60}):(\d{1,9}):(\d{1,15})$/.exec(line);
  if (match === null) return null;
  const [, jobId = '', kindWord = '', stateWord = '', phase = '', bootId = '', seq, exit, reason = '-', transactions, logBytes] = match;
  const kind = kinds[kindWord];
  const state = states[stateWord];
  if (kind === undefined || state === undefined) return null;
  return {
    jobId: jobId as JobId, kind, state, phase, bootId, seq: Number(seq), exitCode: exit === '-' ? null : Number(exit), reason: reason === '-' ? null : reason,
    transactions: Number(transactions), logBytes: Number(logBytes),
  };
}
