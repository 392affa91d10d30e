import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const bytes = readFileSync(new URL('./skein-runner.sh', import.meta.url));

/** The one file that runs on nodes, and the digest by which a node's copy is recognised. */
export const runnerProgram = { bytes, digest: createHash('sha256').update(bytes).digest('hex') } as const;

export const runnerFolder = '/var/lib/skein';
export const runnerPath = `${runnerFolder}/runner`;

export const runnerVerbs = ['hello', 'inspect', 'launch', 'status', 'follow', 'verify', 'fingerprint', 'adopt', 'log', 'cleanup', 'ping', 'commit_kernel'] as const;
export type RunnerVerb = (typeof runnerVerbs)[number];
