import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const repositoryRoot = join(import.meta.dirname, '../../..');

/** `npm start` as a child of its own, so that it can be killed like anything else. */
export class NpmStart {
  readonly home: string;
  #child: ChildProcess | null = null;

  constructor(home: string) {
    this.home = home;
    mkdirSync(home, { recursive: true });
  }

  start(...more: readonly string[]): void {
    const log = openSync(join(this.home, 'npm-start.log'), 'a');
    this.#child = spawn('npm', ['start', '--silent', '--', '--home', this.home, '--keep-fleet', ...more], { cwd: repositoryRoot, stdio: ['ignore', log, log], detached: true });
    closeSync(log);
  }

  get output(): string {
    return readFileSync(join(this.home, 'npm-start.log'), 'utf8');
  }

  /** kill -9 of the npm process and of all that it started itself; the parts have sessions of their own and are killed by their names. */
  killNpm(): void {
    const pid = this.#child?.pid;
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    this.#child = null;
  }

  stop(): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined || child.exitCode !== null) return Promise.resolve();
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    process.kill(-child.pid, 'SIGTERM');
    return ended;
  }

  /** What this stack uses, as it remembers it in its home. */
  ports(): Readonly<Record<string, number>> {
    return (JSON.parse(readFileSync(join(this.home, 'state.json'), 'utf8')) as { ports: Record<string, number> }).ports;
  }

  passwords(): { operator: string; approver: string; admin: string } {
    const found: Readonly<Record<string, string>> = Object.fromEntries(readFileSync(join(this.home, 'passwords'), 'utf8').split('\n').filter((line) => !line.startsWith('#')).map((line) => line.trim().split(/\s+/) as [string, string]));
    return { operator: found['operator'] ?? '', approver: found['approver'] ?? '', admin: found['admin'] ?? '' };
  }

  pidOf(part: 'api' | 'worker' | 'temporal' | 'postgres'): number {
    return (JSON.parse(readFileSync(join(this.home, 'run', `${part}.json`), 'utf8')) as { pid: number }).pid;
  }
}
