import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Way } from './way.ts';

const program = fileURLToPath(new URL('../../../apps/cli/bin/skein.js', import.meta.url));

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

interface CliWayOptions {
  readonly address: string;
  readonly passwords: { readonly admin: string; readonly approver: string };
  readonly targetProfile: string;
  readonly hooks: string | null;
}

type Person = keyof CliWayOptions['passwords'];

/** The command line, by two people with a configuration each, the way that a script would call it. */
export async function cliWay({ address, passwords, targetProfile, hooks }: CliWayOptions): Promise<Way> {
  const folder = mkdtempSync(join(tmpdir(), 'skein-cli-'));
  const run = (person: Person, args: readonly string[], input = ''): Promise<Ended> => new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], XDG_CONFIG_HOME: join(folder, person), NO_COLOR: '1' } });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => { stdout += chunk.toString('utf8'); });
    child.stderr.on('data', (chunk: Buffer) => { stderr += chunk.toString('utf8'); });
    child.once('error', reject).once('close', (exitCode) => { resolve({ stdout, stderr, exitCode }); });
    child.stdin.end(input);
  });
  const succeed = async (person: Person, args: readonly string[], input?: string): Promise<Ended> => {
    const ended = await run(person, args, input);
    if (ended.exitCode !== 0) throw new Error(`skein ${args.join(' ')} ended with ${String(ended.exitCode)}: ${ended.stderr}`);
    return ended;
  };
  const idIn = ({ stdout }: Ended): string => (JSON.parse(stdout) as { readonly items: readonly { readonly id: string }[] }).items[0]?.id ?? '';
  for (const person of ['admin', 'approver'] as const) await succeed(person, ['login', '--endpoint', address, '--name', person, '--password-stdin'], `${passwords[person]}\n`);

  return {
    async createAndSubmit(name, hostnames) {
      const document = `apiVersion: skein/v1
kind: Campaign
metadata:
  name: ${JSON.stringify(name)}
spec:
  targetProfile: ${JSON.stringify(targetProfile)}
  selector:
    nodes: [${hostnames.join(', ')}]
  waves:
    - rest: true
  gate:
    soakSeconds: 600
${hooks === null ? '' : `  hooks: ${hooks}\n`}`;
      const id = idIn(await succeed('admin', ['campaign', 'apply', '-f', '-', '--yes', '-o', 'json'], document));
      const again = await succeed('admin', ['campaign', 'apply', '-f', '-', '--yes', '-o', 'json'], document);
      if (idIn(again) !== id || !again.stderr.includes('nothing to do')) throw new Error(`applying the same document again did something: ${again.stderr}`);
      await succeed('admin', ['campaign', 'submit', name, '--yes']);
      return id;
    },
    async approveAsAuthor(campaignId) {
      const { exitCode, stderr } = await run('admin', ['campaign', 'approve', campaignId, '--yes', '--reason', 'story']);
      if (exitCode === 0) throw new Error('nobody refused');
      return stderr;
    },
    async approveAsSecondPerson(campaignId) {
      await succeed('approver', ['campaign', 'approve', campaignId, '--yes', '--reason', 'story']);
    },
    async start(campaignId) {
      await succeed('admin', ['campaign', 'start', campaignId, '--yes', '--reason', 'story']);
    },
    async watchUntilInFlight(campaignId) {
      await succeed('admin', ['campaign', 'wait', campaignId, '--for', 'started', '--timeout', '60s']);
      for (const until = Date.now() + 90_000; ;) {
        const { stdout } = await succeed('admin', ['campaign', 'get', campaignId, '-o', 'json']);
        if (/"state": "(APPLYING|REBOOTING|VERIFYING|SOAKING)"/.test(stdout)) return;
        if (Date.now() > until) throw new Error(`no node is being changed: ${stdout}`);
        await new Promise((resolve) => { setTimeout(resolve, 1000); });
      }
    },
    async halt(campaignId) {
      await succeed('admin', ['campaign', 'halt', campaignId]);
    },
    async rollback(campaignId) {
      return idIn(await succeed('admin', ['campaign', 'rollback', campaignId, '--all', '--yes', '--reason', 'story', '-o', 'json']));
    },
    async close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
