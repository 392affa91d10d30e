import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type Stack } from '@skein/local';
import { freePort } from './free-port.ts';

const repositoryRoot = join(import.meta.dirname, '../../..');

/** A worker that stands at some sites and takes no part in decisions, beside a stack whose own worker serves none. */
export class SiteWorker {
  readonly #stack: Stack;
  readonly #sites: readonly string[];
  readonly #environment: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;

  constructor(stack: Stack, sites: readonly string[], environment: Readonly<Record<string, string>> = {}) {
    this.#stack = stack;
    this.#sites = sites;
    this.#environment = environment;
  }

  /** Resolves when it says that it is ready. */
  async start(): Promise<void> {
    const port = await freePort();
    const { home, urls, temporalNamespace } = this.#stack;
    const log = openSync(join(home, 'log', `worker-${this.#sites.join('-')}.log`), 'a');
    const child = spawn(process.execPath, [join(repositoryRoot, 'apps/worker/src/main.ts')], {
      cwd: repositoryRoot, stdio: ['ignore', log, log],
      env: {
        ...process.env, PATH: `${join(repositoryRoot, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`,
        SKEIN_DATABASE_URL: urls.database, SKEIN_TEMPORAL_ADDRESS: urls.temporal, SKEIN_TEMPORAL_NAMESPACE: temporalNamespace,
        SKEIN_SECRET_KEY_FILE: join(home, 'secret-key'), SKEIN_INTEGRATIONS_FILE: join(home, 'integrations.json'),
        // It runs no workflows, so it never opens their bundle.
        SKEIN_WORKFLOW_BUNDLE: 'none', SKEIN_WORKER_CONTROL: 'false', SKEIN_WORKER_SITES: this.#sites.join(','), SKEIN_WORKER_PORT: String(port), ...this.#environment,
      },
    });
    closeSync(log);
    this.#child = child;
    for (const until = Date.now() + 60_000; ;) {
      if (child.exitCode !== null) throw new Error(`the worker of ${this.#sites.join(', ')} ended with ${String(child.exitCode)}`);
      if (await fetch(`http://127.0.0.1:${String(port)}/readyz`).then((answer) => answer.ok, () => false)) return;
      if (Date.now() > until) throw new Error(`the worker of ${this.#sites.join(', ')} is not ready after 60 s`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** Resolves when it is gone. Safe to call when it does not run. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => { resolve(); }));
    child.kill(signal);
    await ended;
  }
}
