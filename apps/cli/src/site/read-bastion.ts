import { readFile } from 'node:fs/promises';
import { usageFailure } from '../failure/command-failure.ts';
import { type BastionInput } from '../generated/documents.ts';

const keys = ['address', 'port', 'credential', 'host-key-file'];

/** `address=jump.example,credential=jump,host-key-file=jump.pub,port=22`. */
export async function readBastion(text: string): Promise<BastionInput> {
  const values = new Map<string, string>();
  for (const part of text.split(',')) {
    const at = part.indexOf('=');
    const key = part.slice(0, Math.max(0, at)).trim();
    if (at < 1 || !keys.includes(key)) throw usageFailure(`${JSON.stringify(part)} is no part of a bastion`, `There are: ${keys.join(', ')}, each with = and a value, separated by commas.`);
    values.set(key, part.slice(at + 1).trim());
  }
  const needed = (key: string): string => {
    const value = values.get(key);
    if (value === undefined || value === '') throw usageFailure(`the bastion ${JSON.stringify(text)} has no ${key}`, 'Give it as address=HOST,credential=NAME,host-key-file=PATH.');
    return value;
  };
  const port = Number(values.get('port') ?? '22');
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw usageFailure(`${JSON.stringify(values.get('port'))} is not a port between 1 and 65535`);
  const file = needed('host-key-file');
  const lines = await readFile(file, 'utf8').catch((cause: unknown) => { throw usageFailure(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`); });
  const hostKeys = lines.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  if (hostKeys.length === 0) throw usageFailure(`${file} holds no host key`, 'An unknown bastion is never trusted: copy its /etc/ssh/ssh_host_ed25519_key.pub.');
  return { address: needed('address'), port, credential: needed('credential'), hostKeys };
}
