import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../apps/cli/bin/skein.js', import.meta.url));

export interface Ended {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

export interface SkeinCommandOptions {
  readonly input?: string;
  /** Over the environment of the home. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Ctrl-C when the text has been said on standard error. */
  readonly interruptAfter?: string;
}

/** The command line as its users start it: another process, without a terminal, with a configuration of its own. */
export const skeinCommand = (home: string) => (args: readonly string[], { input = '', environment = {}, interruptAfter }: SkeinCommandOptions = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { env: { PATH: process.env['PATH'], HOME: home, XDG_CONFIG_HOME: join(home, 'config'), ...environment }, cwd: home });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => { out += chunk.toString('utf8'); });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString('utf8');
      if (interruptAfter !== undefined && err.includes(interruptAfter)) child.kill('SIGINT');
    });
    child.once('error', reject);
    child.once('close', (code, signal) => { resolve({ exitCode: code ?? (signal === 'SIGINT' ? 130 : -1), out, err }); });
    child.stdin.end(input);
  });

/** What `-o json` printed. */
export const itemsOf = (ended: Ended): readonly Readonly<Record<string, unknown>>[] => {
  const { apiVersion, items } = JSON.parse(ended.out) as { readonly apiVersion: string; readonly items: readonly Readonly<Record<string, unknown>>[] };
  if (apiVersion !== 'skein/v1') throw new Error(`the contract is ${apiVersion}`);
  return items;
};
