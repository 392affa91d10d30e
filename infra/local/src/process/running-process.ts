import { spawn } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { identifyProcess, isAlive, type ProcessIdentity } from './process-identity.ts';
import { writeProcessFile } from './process-file.ts';

export interface RunningProcess {
  readonly identity: ProcessIdentity;
  /** How it ended, in words: `exit code 1`, `signal SIGKILL`. Never rejects. */
  readonly exited: Promise<string>;
}

export interface ProcessCommand {
  readonly argv: readonly [string, ...string[]];
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
  /** Both output streams are appended here. */
  readonly logFile: string;
  readonly processFile: string;
  readonly user?: { readonly uid: number; readonly gid: number };
}

const logBytesMax = 20 * 1024 * 1024;

function openLog(path: string): number {
  try {
    if (statSync(path).size > logBytesMax) renameSync(path, `${path}.1`);
  } catch {
    // No log yet.
  }
  return openSync(path, 'a', 0o600);
}

/**
 * In a session of its own: Ctrl-C at the terminal reaches only the supervisor, which then stops the parts in their order.
 * Rejects when the program cannot be started at all.
 */
export async function startProcess(command: ProcessCommand): Promise<RunningProcess> {
  const log = openLog(command.logFile);
  try {
    const [program, ...args] = command.argv;
    const child = spawn(program, args, {
      cwd: command.directory, env: { ...command.environment }, detached: true, stdio: ['ignore', log, log],
      ...(command.user === undefined ? {} : { uid: command.user.uid, gid: command.user.gid }),
    });
    const exited = new Promise<string>((resolve) => {
      child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${String(code)}` : `signal ${signal}`));
      child.once('error', (error) => resolve(error.message));
    });
    if (child.pid === undefined) throw new Error(`start ${program}: ${await exited}`);
    // Asked before the event loop turns, so even a process that ends at once is still there to be asked.
    const identity = identifyProcess(child.pid) ?? { pid: child.pid, startTicks: 'gone' };
    writeProcessFile(command.processFile, identity);
    return { identity, exited };
  } finally {
    closeSync(log);
  }
}

/** A process that an earlier supervisor started and that goes on. */
export function adoptProcess(identity: ProcessIdentity): RunningProcess {
  const watch = async (): Promise<string> => {
    while (isAlive(identity)) await sleep(250);
    return 'the end of a process that was started earlier';
  };
  return { identity, exited: watch() };
}

/** The last lines of a log, for an error that shall explain itself. */
export async function tailOf(path: string, lines: number): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const length = Math.min(size, 16 * 1024);
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
      return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}
