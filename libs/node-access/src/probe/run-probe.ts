import { request } from 'node:http';
import { type Duplex } from 'node:stream';
import { type Probe, type ProbeResult } from '@skein/core';
import { describeEnd, runCommand } from '../hook/run-command.ts';
import { NodeAccessError, type NodeAccessFailure } from '../transport/node-transport.ts';

/** A byte stream to a port of a node, through whatever the node's site needs; rejects within `timeoutMs`. */
export type Dial = (host: string, port: number, timeoutMs: number) => Promise<Duplex>;

/** An operator's executable that answers a question about a node. */
export interface ProbeCommand {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface ProbeContext {
  readonly host: string;
  readonly dial: Dial;
  /** Command probes by name. A probe's first word names one of them, the rest are its arguments: who may edit a service may not run programs here. */
  readonly commands?: Readonly<Record<string, ProbeCommand>>;
}

/**
 * Asks a node's service once. `bad` needs an answer, or a silence, that is the node's own; when the way there is down, or nobody could
 * be asked, it is `unknown`. A command says good with exit 0, "no data" with 75, bad with any other exit.
 */
export async function runProbe(probe: Probe, context: ProbeContext): Promise<ProbeResult> {
  if (probe.kind === 'command') return runCommandProbe(probe, context);
  const until = performance.now() + probe.timeoutSeconds * 1000;
  let stream: Duplex;
  try {
    stream = await context.dial(context.host, probe.port, probe.timeoutSeconds * 1000);
  } catch (error) {
    return judgeDial(error, probe.kind);
  }
  if (probe.kind === 'tcp') {
    stream.on('error', () => undefined);
    stream.destroy();
    return { verdict: 'good', detail: 'tcp: connected' };
  }
  return askHttp(probe, context.host, stream, Math.max(1, until - performance.now()));
}

const nodeSilent: readonly NodeAccessFailure[] = ['unreachable', 'deadlineExceeded'];
// What the node's own stack, or its own silence, says. ENETUNREACH, EMFILE and the like are about us.
const nodeRefused: readonly string[] = ['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ETIMEDOUT'];

function judgeDial(error: unknown, kind: string): ProbeResult {
  if (error instanceof NodeAccessError) return { verdict: nodeSilent.includes(error.failure) ? 'bad' : 'unknown', detail: `${kind}: ${error.failure}` };
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { verdict: code !== null && nodeRefused.includes(code) ? 'bad' : 'unknown', detail: `${kind}: ${code ?? String(error)}` };
}

const bodyBytesMax = 64 * 1024;

/** One request, one connection: a kept-alive one would hide that nobody can connect any more. */
function askHttp(probe: Extract<Probe, { kind: 'http' }>, host: string, stream: Duplex, timeoutMs: number): Promise<ProbeResult> {
  return new Promise((resolve) => {
    const end = (verdict: 'good' | 'bad', detail: string): void => {
      clearTimeout(timer);
      resolve({ verdict, detail: `http: ${detail}` });
      asked.destroy();
      stream.destroy();
    };
    const timer = setTimeout(() => { end('bad', `no full answer within ${String(probe.timeoutSeconds)} s`); }, timeoutMs);
    const asked = request({ method: 'GET', host, port: probe.port, path: probe.path, headers: { 'user-agent': 'skein-probe' }, createConnection: () => stream });
    asked.on('error', (error) => { end('bad', error.message); });
    asked.on('response', (response) => {
      const { statusCode } = response;
      const judge = (): void => { end(statusCode === probe.expectStatus ? 'good' : 'bad', `status ${String(statusCode)}`); };
      if (statusCode !== probe.expectStatus) {
        judge();
        return;
      }
      let held = 0;
      response.on('data', (chunk: Buffer) => {
        held += chunk.length;
        if (held > bodyBytesMax) judge();
      });
      response.on('end', judge);
      response.on('error', (error) => { end('bad', error.message); });
    });
    asked.end();
  });
}

const noDataCode = 75;

async function runCommandProbe(probe: Extract<Probe, { kind: 'command' }>, context: ProbeContext): Promise<ProbeResult> {
  const [name, ...rest] = probe.argv;
  const { commands = {} } = context;
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return { verdict: 'unknown', detail: `command: this worker has no probe command named ${name ?? '""'}` };
  const end = await runCommand([...command.argv, ...rest], `${JSON.stringify({ host: context.host })}\n`, command.env, { timeoutSeconds: probe.timeoutSeconds, outputBytesMax: bodyBytesMax });
  const detail = `command: ${describeEnd(end)}`;
  // A question that was cut short has no answer.
  if (end.kind !== 'exited' || end.exitCode === noDataCode) return { verdict: 'unknown', detail };
  return { verdict: end.exitCode === 0 ? 'good' : 'bad', detail };
}
