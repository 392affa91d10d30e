import { type Duplex } from 'node:stream';
import { type JobId, type NodeTarget, type SiteRoute } from '@skein/core';
import { type Hello, type JobStatus, type LaunchAnswer, type LaunchRequest, NodeAccessError, type NodeTransport } from '../transport/node-transport.ts';
import { openConnectionPool } from './connection-pool.ts';
import { followNode } from './follow-node.ts';
import { type SshDeadlines } from './guarded-ssh.ts';
import { readHello, readNodeFacts, readVerification } from './read-facts.ts';
import { defaultSshDeadlines, openRouteDialer } from './route-dialer.ts';
import { type CallLimits, RunnerRefusal, openRunnerCaller } from './runner-caller.ts';
import { type RunnerValue, packed } from './runner-wire.ts';

export interface SshTransportOptions {
  readonly deadlines?: Partial<SshDeadlines>;
  /** How long an unused connection to a node is kept, in milliseconds. */
  readonly idleMs?: number;
  readonly bastionIdleMs?: number;
  readonly handshakesPerSiteMax?: number;
}

/** The transport, and the same way in for probes. */
export interface SshTransport extends NodeTransport {
  /** A TCP connection through the site's proxy and bastions; throws NodeAccessError. */
  dial(route: SiteRoute, host: string, port: number, timeoutMs: number): Promise<Duplex>;
}

const kib = 1024;
const quick: CallLimits = { deadlineMs: 20_000, bytesMax: 256 * kib };
const limitsOf = {
  launch: { deadlineMs: 30_000, bytesMax: 64 * kib },
  inspect: { deadlineMs: 120_000, bytesMax: 4096 * kib },
  verify: { deadlineMs: 120_000, bytesMax: 4096 * kib },
  fingerprint: { deadlineMs: 60_000, bytesMax: 8192 * kib },
  log: { deadlineMs: 30_000, bytesMax: 400 * kib },
} as const satisfies Record<string, CallLimits>;

const launchRefusals: ReadonlySet<string> = new Set(['bootChanged', 'tooLate', 'fenceSuperseded', 'incarnationOld', 'busy', 'stagingMissing'] satisfies Extract<LaunchAnswer, { kind: 'refused' }>['reason'][]);
const isLaunchRefusal = (word: string): word is Extract<LaunchAnswer, { kind: 'refused' }>['reason'] => launchRefusals.has(word);

export function openSshTransport(options: SshTransportOptions = {}): SshTransport {
  const deadlines = { ...defaultSshDeadlines, ...options.deadlines };
  const dialer = openRouteDialer({ deadlines, bastionIdleMs: options.bastionIdleMs ?? 60_000 });
  const pool = openConnectionPool({ dialer, deadlines, idleMs: options.idleMs ?? 15_000, handshakesPerSiteMax: options.handshakesPerSiteMax ?? 8 });
  const caller = openRunnerCaller(pool);

  const hello = async (target: NodeTarget): Promise<Hello> => readHello(await caller.ask(target, 'hello', {}, quick));

  return {
    hello,
    async inspect(target, request) {
      const fields = await caller.ask(target, 'inspect', { target_os_id: request.targetOsId, 'repository_url.b64': packed(request.repositoryUrl), 'repository_key.b64': packed(request.repositoryKey) }, limitsOf.inspect);
      return readNodeFacts(fields, Date.now());
    },
    async launch(target, request) {
      try {
        const fields = await caller.ask(target, 'launch', launchFields(request), limitsOf.launch);
        const [job] = fields.jobs();
        const answer = fields.word('answer');
        if (job === undefined || (answer !== 'started' && answer !== 'known')) throw new NodeAccessError('protocolViolation', `${target.nodeId}: a launch was answered without a job`);
        return { kind: answer, job };
      } catch (error) {
        if (error instanceof RunnerRefusal && isLaunchRefusal(error.word)) return { kind: 'refused', reason: error.word };
        throw error;
      }
    },
    async status(target, jobId) {
      const fields = await caller.ask(target, 'status', { job_id: jobId }, quick);
      return fields.jobs()[0] ?? unknownJob(jobId);
    },
    async verify(target, request) {
      return readVerification(await caller.ask(target, 'verify', { 'names.b64': packed(request.sourceIdentityPackages.join('\n')) }, limitsOf.verify));
    },
    async fingerprint(target) {
      const fields = await caller.ask(target, 'fingerprint', {}, limitsOf.fingerprint);
      return { digest: fields.word('fingerprint'), lines: fields.gzippedLines('lines') };
    },
    async adopt(target, request) {
      return readHello(await caller.ask(target, 'adopt', writeFields(request), quick));
    },
    async commitKernel(target, request) {
      await caller.ask(target, 'commit_kernel', writeFields(request), quick);
    },
    async readLog(target, jobId, offset) {
      const fields = await caller.ask(target, 'log', { job_id: jobId, offset }, limitsOf.log);
      return { offset, bytes: fields.bytes('bytes'), totalBytes: fields.integer('total') };
    },
    async cleanup(target, request) {
      await caller.ask(target, 'cleanup', { job_id: request.jobId, fence: request.fence, incarnation: request.incarnation }, quick);
    },
    follow: (target, fromSeq, signal) => followNode(pool, caller, target, fromSeq, signal),
    async ping(target) {
      const fields = await caller.ask(target, 'ping', {}, quick);
      return { bootId: fields.word('boot_id'), uptimeSeconds: fields.decimal('uptime') };
    },
    dial: (route, host, port, timeoutMs) => dialer.dial(route, host, port, timeoutMs),
    async close() {
      await pool.close();
      await dialer.close();
    },
  };
}

const writeFields = (request: { readonly incarnation: number; readonly fence: bigint; readonly bootId: string }): Record<string, RunnerValue> => ({
  boot_id: request.bootId, incarnation: request.incarnation, fence: request.fence,
});

const launchFields = (request: LaunchRequest): Record<string, RunnerValue> => ({
  job_id: request.jobId,
  kind: request.kind,
  not_after_uptime: Math.floor(request.notAfterUptimeSeconds),
  ...writeFields(request),
  target_os_id: request.targetOsId,
  kernel_prefix: request.kernelPrefix,
  ...(request.stageJobId === null ? {} : { stage_job_id: request.stageJobId }),
  ...(request.kind === 'stage' ? { 'repository_url.b64': packed(request.repositoryUrl), 'repository_key.b64': packed(request.repositoryKey) } : {}),
});

const unknownJob = (jobId: JobId): JobStatus => ({
  jobId, kind: 'stage', state: 'unknown', phase: 'begin', bootId: '', seq: 0, exitCode: null, reason: null, transactions: 0, logBytes: 0,
});
