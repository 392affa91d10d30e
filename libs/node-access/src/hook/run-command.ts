import { spawn } from 'node:child_process';

/** What bounds an operator's executable. */
export interface CommandLimits {
  readonly timeoutSeconds: number;
  /** Standard output and error, each; more kills it. */
  readonly outputBytesMax: number;
}

export const commandLimitsDefault: CommandLimits = { timeoutSeconds: 30, outputBytesMax: 64 * 1024 };

/** `tooLate` and `outputTooLong`: it was killed, with everything that it had started and that stayed in its process group. */
export type CommandEnd =
  | { readonly kind: 'exited'; readonly exitCode: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'signalled'; readonly signal: string; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'tooLate' | 'outputTooLong'; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'notStarted'; readonly detail: string };

const pathDefault = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Runs an executable with `input` on its standard input, an environment of PATH, LC_ALL and `env` only, in a process group of its own. */
export function runCommand(argv: readonly string[], input: string, env: Readonly<Record<string, string>>, limits: CommandLimits): Promise<CommandEnd> {
  const [file, ...rest] = argv;
  if (file === undefined) return Promise.resolve({ kind: 'notStarted', detail: 'the command is empty' });
  return new Promise((resolve) => {
    const child = spawn(file, rest, { detached: true, stdio: ['pipe', 'pipe', 'pipe'], cwd: '/', env: { PATH: pathDefault, LC_ALL: 'C', ...env } });
    let why: 'tooLate' | 'outputTooLong' | null = null;
    const kill = (reason: 'tooLate' | 'outputTooLong'): void => {
      why ??= reason;
      killGroup(child.pid);
      // A grandchild that left the group may hold the pipes open for ever; nobody waits for it.
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const stdout = collect(child.stdout, limits.outputBytesMax, () => { kill('outputTooLong'); });
    const stderr = collect(child.stderr, limits.outputBytesMax, () => { kill('outputTooLong'); });
    const timer = setTimeout(() => { kill('tooLate'); }, limits.timeoutSeconds * 1000);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ kind: 'notStarted', detail: error.message });
    });
    child.on('close', (exitCode, signal) => {
      clearTimeout(timer);
      // What it left behind in its group ends with it: an effect has one end.
      killGroup(child.pid);
      const said = { stdout: stdout(), stderr: stderr() };
      if (why !== null) resolve({ kind: why, ...said });
      else if (exitCode === null) resolve({ kind: 'signalled', signal: signal ?? 'unknown', ...said });
      else resolve({ kind: 'exited', exitCode, ...said });
    });
    // It may exit without reading: that is its right.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in the group.
  }
}

function collect(stream: NodeJS.ReadableStream, bytesMax: number, tooLong: () => void): () => string {
  const chunks: Buffer[] = [];
  let held = 0;
  stream.on('data', (chunk: Buffer) => {
    if (held + chunk.length > bytesMax) {
      chunks.push(chunk.subarray(0, bytesMax - held));
      held = bytesMax;
      tooLong();
    } else {
      chunks.push(chunk);
      held += chunk.length;
    }
  });
  return () => Buffer.concat(chunks).toString();
}

/** The last words of a command, for a message: one line, at most 300 characters. */
export function describeEnd(end: CommandEnd): string {
  if (end.kind === 'notStarted') return `did not start: ${end.detail}`;
  const words = (end.stderr.trim() === '' ? end.stdout : end.stderr).replaceAll(/\s+/g, ' ').trim().slice(-300);
  const how = end.kind === 'exited' ? `exit ${String(end.exitCode)}` : end.kind === 'signalled' ? `killed by ${end.signal}` : end.kind === 'tooLate' ? 'killed at its deadline' : 'killed: it wrote too much';
  return words === '' ? how : `${how}: ${words}`;
}
