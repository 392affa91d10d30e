import { readFileSync } from 'node:fs';
import { preflightMinimaDefault, type PreflightMinima } from '@skein/core';

/** The worker's whole configuration: parsed once at boot, all errors together. Durations in seconds. */
export interface WorkerEnvironment {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly secretKey: Buffer;
  /** Takes part in decisions: workflow tasks, the control queue, relay and reconciler. */
  readonly control: boolean;
  /** Sites whose nodes this process can reach, by name. */
  readonly sites: 'all' | readonly string[];
  readonly integrationsFile: string | null;
  readonly workflowBundle: string;
  readonly port: number;
  readonly observeEverySeconds: number;
  readonly preflightMinima: PreflightMinima;
  /** Tests only: `name=action` pairs such as `afterPermit=sleep:60`; `sleepOnce` holds only the first that comes by. */
  readonly failpoints: Readonly<Record<string, string>>;
}

type Source = Readonly<Record<string, string | undefined>>;

export function parseEnvironment(source: Source = process.env, readFile: (path: string) => string = (path) => readFileSync(path, 'utf8')): WorkerEnvironment {
  const problems: string[] = [];
  const required = (name: string): string => {
    const value = source[name];
    if (value === undefined || value === '') problems.push(`${name} is not set`);
    return value ?? '';
  };
  const number = (name: string, fallback: number): number => {
    const value = source[name];
    if (value === undefined || value === '') return fallback;
    if (!/^\d+(\.\d+)?$/.test(value)) problems.push(`${name} must be a number, not "${value}"`);
    return Number(value);
  };
  const keyFile = required('SKEIN_SECRET_KEY_FILE');
  let secretKey = Buffer.alloc(0);
  if (keyFile !== '') {
    try {
      secretKey = Buffer.from(readFile(keyFile).trim(), 'hex');
      if (secretKey.length !== 32) problems.push(`SKEIN_SECRET_KEY_FILE must hold 64 hexadecimal digits, ${keyFile} does not`);
    } catch (cause) {
      problems.push(`SKEIN_SECRET_KEY_FILE cannot be read: ${(cause as Error).message}`);
    }
  }
  const sites = source['SKEIN_WORKER_SITES'] ?? 'all';
  const failpoints: Record<string, string> = {};
  for (const pair of (source['SKEIN_FAILPOINTS'] ?? '').split(',').filter((part) => part !== '')) {
    const [name, action] = pair.split('=');
    if (name === undefined || action === undefined || !/^sleep(Once)?:\d+$/.test(action)) problems.push(`SKEIN_FAILPOINTS: "${pair}" is not name=sleep:SECONDS or name=sleepOnce:SECONDS`);
    else failpoints[name] = action;
  }
  const environment: WorkerEnvironment = {
    databaseUrl: required('SKEIN_DATABASE_URL'),
    temporalAddress: required('SKEIN_TEMPORAL_ADDRESS'),
    temporalNamespace: source['SKEIN_TEMPORAL_NAMESPACE'] ?? 'default',
    secretKey,
    control: (source['SKEIN_WORKER_CONTROL'] ?? 'true') === 'true',
    sites: sites === 'all' ? 'all' : sites === 'none' ? [] : sites.split(',').map((name) => name.trim()),
    integrationsFile: source['SKEIN_INTEGRATIONS_FILE'] ?? null,
    workflowBundle: required('SKEIN_WORKFLOW_BUNDLE'),
    port: number('SKEIN_WORKER_PORT', 4100),
    observeEverySeconds: number('SKEIN_OBSERVE_EVERY_SECONDS', 10),
    preflightMinima: {
      rootFreeKib: number('SKEIN_MIN_ROOT_FREE_KIB', preflightMinimaDefault.rootFreeKib),
      bootFreeKib: number('SKEIN_MIN_BOOT_FREE_KIB', preflightMinimaDefault.bootFreeKib),
      memoryFreeKib: number('SKEIN_MIN_MEMORY_KIB', preflightMinimaDefault.memoryFreeKib),
    },
    failpoints,
  };
  if (problems.length > 0) throw new Error(`the worker cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  return environment;
}
