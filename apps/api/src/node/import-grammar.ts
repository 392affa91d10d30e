import { isIP } from 'node:net';
import { type Probe } from '@skein/core';
import { firstNonAscii } from './look-alike.ts';

/** What is wrong with one value; the row and the column are the caller's to add. */
export class ImportValueError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'ImportValueError';
    this.code = code;
  }
}

const wrong = (code: string, message: string): never => {
  throw new ImportValueError(code, message);
};

// Quoted in messages: what was sent is shown, but never a control character or a novel.
const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
const withoutFinalDot = (text: string): string => (text.endsWith('.') ? text.slice(0, -1) : text);
const hostname = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;
const name = /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/;
const listLengthMax = 16;

/** Refuses what is not ASCII in a text that names a machine: a letter that only looks right would be another machine. */
function ascii(text: string): string {
  const found = firstNonAscii(text);
  if (found === null) return text;
  const where = `${shown(text)} has "${found.character}" (${found.codePoint}) at character ${String(found.place)}`;
  return found.looksLike === null ? wrong('notAscii', `${where}; letters other than a to z are not allowed, an international host name is written in its xn-- form`)
    : wrong('lookAlike', `${where}, which only looks like "${found.looksLike}"; type it anew`);
}

export function readExternalId(text: string): string {
  ascii(text);
  return /^[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,199}$/.test(text) ? text : wrong('badExternalId', `${shown(text)} is not an id: letters, digits and . _ : / @ + - are allowed`);
}

/** In lower case and without a final dot, so that one host has one name. */
export function readHostname(text: string): string {
  ascii(text);
  const host = withoutFinalDot(text.toLowerCase());
  return hostname.test(host) ? host : wrong('badHostname', `${shown(text)} is not a host name: letters, digits and hyphens between dots are allowed`);
}

export function readAddress(text: string): string {
  if (isIP(text) !== 0) return text;
  ascii(text);
  const host = withoutFinalDot(text.toLowerCase());
  // Four numbers are meant as an address, and 10.0.0.300 is none.
  return hostname.test(host) && !/^[\d.]+$/.test(host) ? host : wrong('badAddress', `${shown(text)} is neither an IP address nor a host name`);
}

export const readName = (text: string): string => (name.test(text) ? text : wrong('badName', `${shown(text)} is not a name: letters, digits and . _ - are allowed, at most 63`));

export function readPort(value: string | number): number {
  const port = typeof value === 'number' ? value : /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  return Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : wrong('badPort', `${shown(String(value))} is not a port between 1 and 65535`);
}

export function readFlag(value: string | boolean): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  return wrong('badFlag', `${shown(value)} is neither true nor false`);
}

export const readMachineId = (text: string): string => (/^[0-9a-f]{32}$/.test(text) ? text : wrong('badMachineId', `${shown(text)} is not a machine id: 32 hexadecimal digits in lower case`));

/** OpenSSH public key lines, `type base64 comment`; the comment is dropped. */
export function readHostKeys(lines: readonly string[]): readonly string[] {
  if (lines.length > listLengthMax) wrong('tooMany', `at most ${listLengthMax} host keys are kept`);
  return lines.map((line) => {
    const [type, body] = line.trim().split(/\s+/);
    if (type === undefined || body === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(body)) return wrong('badHostKey', `${shown(line)} is not an OpenSSH public key line such as "ssh-ed25519 AAAA…"`);
    const bytes = Buffer.from(body, 'base64');
    // The key says its own type, after its length: a cut or pasted line does not fit.
    const inner = bytes.length < 4 ? '' : bytes.subarray(4, 4 + bytes.readUInt32BE(0)).toString('latin1');
    return inner === type && bytes.length > 4 + type.length + 4 ? `${type} ${body}` : wrong('badHostKey', `${shown(line)} is not a whole ${shown(type)} key`);
  });
}

export function readDomains(paths: readonly string[]): readonly string[] {
  if (paths.length > listLengthMax) wrong('tooMany', `at most ${listLengthMax} failure domains are kept`);
  return [...new Set(paths.map((path) => (/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,62}){0,7}$/.test(path) ? path : wrong('badDomain', `${shown(path)} is not a path such as region/az/rack`))))];
}

export function readLabels(pairs: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  if (pairs.length > 64) wrong('tooMany', 'at most 64 labels are kept');
  const labels = new Map<string, string>();
  for (const [key, value] of pairs) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._/-]{0,62}$/.test(key)) wrong('badLabel', `${shown(key)} is not a label's key: letters, digits and . _ / - are allowed`);
    if (value.length > 200) wrong('badLabel', `the value of label ${key} is longer than 200 characters`);
    if (labels.has(key)) wrong('badLabel', `label ${key} stands there twice`);
    labels.set(key, value);
  }
  return Object.fromEntries(labels);
}

const probeKeys: Readonly<Record<string, readonly string[]>> = { tcp: ['kind', 'port', 'timeoutSeconds'], http: ['kind', 'port', 'path', 'expectStatus', 'timeoutSeconds'], command: ['kind', 'argv', 'timeoutSeconds'] };

export function readProbes(value: unknown): readonly Probe[] {
  if (!Array.isArray(value) || value.length > listLengthMax) return wrong('badProbes', `probes are a JSON array of at most ${listLengthMax} objects`);
  return value.map(readProbe);
}

function readProbe(value: unknown): Probe {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('badProbes', 'a probe is a JSON object');
  const fields = new Map<string, unknown>(Object.entries(value));
  const kind = fields.get('kind');
  const known = typeof kind === 'string' && Object.hasOwn(probeKeys, kind) ? probeKeys[kind] : undefined;
  if (known === undefined) return wrong('badProbes', 'the kind of a probe is tcp, http or command');
  const strange = [...fields.keys()].find((key) => !known.includes(key));
  if (strange !== undefined) wrong('badProbes', `a probe of kind ${String(kind)} has no ${shown(strange)}`);
  const timeoutSeconds = fields.get('timeoutSeconds') ?? 5;
  if (typeof timeoutSeconds !== 'number' || !(timeoutSeconds > 0 && timeoutSeconds <= 60)) return wrong('badProbes', 'the timeoutSeconds of a probe is a number up to 60');
  if (kind === 'command') {
    const argv = fields.get('argv');
    const isArgv = Array.isArray(argv) && argv.length > 0 && argv.length <= 64 && argv.every((part): part is string => typeof part === 'string' && part.length <= 4096);
    return isArgv ? { kind, argv, timeoutSeconds } : wrong('badProbes', 'the argv of a command probe is an array of texts');
  }
  const portValue = fields.get('port');
  if (typeof portValue !== 'number') return wrong('badProbes', `a probe of kind ${String(kind)} needs a port`);
  const port = readPort(portValue);
  if (kind === 'tcp') return { kind, port, timeoutSeconds };
  const path = fields.get('path') ?? '/';
  const expectStatus = fields.get('expectStatus') ?? 200;
  if (typeof path !== 'string' || !/^\/[\x21-\x7e]{0,1023}$/.test(path)) return wrong('badProbes', 'the path of an http probe begins with a slash and has no spaces');
  if (typeof expectStatus !== 'number' || !Number.isInteger(expectStatus) || expectStatus < 100 || expectStatus > 599) return wrong('badProbes', 'the expectStatus of an http probe is a number between 100 and 599');
  return { kind: 'http', port, path, expectStatus, timeoutSeconds };
}
