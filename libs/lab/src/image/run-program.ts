import { spawn } from 'node:child_process';
import { programEnvironment } from '../environment.ts';

export interface ProgramResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly input?: string | Uint8Array;
  readonly environment?: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
}

/** Collects both streams (4 MiB each at most) and never throws for an exit code; throws when the program cannot be started. */
export function tryProgram(program: string, args: readonly string[], options: ProgramOptions = {}): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      env: options.environment ?? programEnvironment,
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs, killSignal: 'SIGKILL' as const }),
    });
    const collected = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream]?.setEncoding('utf8').on('data', (text: string) => {
        if (collected[stream].length < 4 << 20) collected[stream] += text;
      });
    }
    child.once('error', (cause) => { reject(new Error(`start ${program}`, { cause })); });
    child.once('close', (code) => { resolve({ code: code ?? 137, ...collected }); });
    // A program may end without reading what it was given; its exit code says enough.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.input);
  });
}

/** As tryProgram, but an exit code other than 0 is an error that carries the last lines of what the program said. */
export async function runProgram(program: string, args: readonly string[], options: ProgramOptions = {}): Promise<ProgramResult> {
  const result = await tryProgram(program, args, options);
  if (result.code !== 0) {
    throw new Error(`${program} ended with ${result.code}: ${(result.stderr.trim() || result.stdout.trim()).slice(-600)}`);
  }
  return result;
}
