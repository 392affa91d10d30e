import { type AddressInfo, type Socket, createServer } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BastionHop, type JobId, type NodeTarget } from '@skein/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FollowFrame, type JobStatus, type LaunchRequest, type NodeAccessFailure } from '../transport/node-transport.ts';
import { eventually } from '../conformance/conformance-case.ts';
import { type SshTransport, openSshTransport } from './ssh-transport.ts';
import { type SshdForSpec, openSshdForSpec } from './sshd-for-spec.ts';

const waitMs = 60_000;
let sshd: SshdForSpec;
let transport: SshTransport;
beforeAll(async () => {
  sshd = await openSshdForSpec();
  transport = openSshTransport({ deadlines: { dial: 2_000, handshake: 3_000 } });
}, waitMs);
afterAll(async () => {
  await transport.close();
  await sshd.close();
});

const failsWith = async (failure: NodeAccessFailure, ask: Promise<unknown>): Promise<void> => {
  await expect(ask).rejects.toMatchObject({ name: 'NodeAccessError', failure });
};
const through = (target: NodeTarget, ...bastions: BastionHop[]): NodeTarget => ({ ...target, route: { kind: 'ssh', proxy: null, bastions } });
const jump = (more: Partial<BastionHop> = {}): BastionHop => {
  const { address, port, hostKeys, credential } = sshd.target('jump');
  return { address, port, hostKeys, credential, ...more };
};

describe('who is there', () => {
  it('logs in as root, brings the runner along and finds it again', async () => {
    const first = await transport.hello(sshd.target('root'));
    expect(first).toMatchObject({ incarnation: 0, fence: 0n, seq: 0, jobs: [] });
    expect((await transport.ping(sshd.target('root'))).bootId).toBe(first.bootId);
  });

  it('sends nothing to a host with another key, not even who we are', async () => {
    const stranger = { ...sshd.target('root'), nodeId: 'stranger' as NodeTarget['nodeId'], hostKeys: [sshd.newKeyPair().publicKey] };
    const before = sshd.log().length;
    await failsWith('hostKeyMismatch', transport.hello(stranger));
    await eventually('sshd to tell of it', () => Promise.resolve(/Connection (closed|reset)|Disconnected|ssh_dispatch/.test(sshd.log().slice(before)) ? true : null));
    expect(sshd.log().slice(before)).not.toMatch(/authenticating user|invalid user|Accepted|Failed publickey/);
  });

  it('takes a host whose pinned key is of a type that it does not have for another host', async () => {
    const rsa = 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQC3 spec';
    await failsWith('hostKeyMismatch', transport.hello({ ...sshd.target('root'), hostKeys: [rsa] }));
    await failsWith('hostKeyMismatch', transport.hello({ ...sshd.target('root'), hostKeys: [] }));
  });

  it('accepts any of several pinned keys', async () => {
    const target = { ...sshd.target('root'), hostKeys: [sshd.newKeyPair().publicKey, sshd.hostKey] };
    await expect(transport.ping(target)).resolves.toMatchObject({ bootId: expect.any(String) as string });
  });

  it('says whose fault a failed login is', async () => {
    const target = sshd.target('root');
    await failsWith('authenticationFailed', transport.hello({ ...target, credential: { ...target.credential, privateKey: sshd.newKeyPair().privateKey } }));
    await failsWith('authenticationFailed', transport.hello({ ...target, credential: { ...target.credential, privateKey: 'no key' } }));
    await failsWith('authenticationFailed', transport.hello(sshd.target('nobody-here')));
  });

  it('becomes root by exactly the sudo rule, and says when it may not', async () => {
    const hello = await transport.hello(sshd.target('skein', 'sudo'));
    expect(hello.bootId).toBe((await transport.ping(sshd.target('root'))).bootId);
    await failsWith('becomeRefused', transport.hello(sshd.target('plain', 'sudo')));
  }, waitMs);

  it('believes nothing that is no reply', async () => {
    await failsWith('protocolViolation', transport.hello(sshd.target('liar')));
    await failsWith('protocolViolation', transport.hello(sshd.target('flood')));
  }, waitMs);
});

describe('the way there', () => {
  it('calls a closed port unreachable and a silent host too late', async () => {
    const silent = await openServer(() => undefined);
    const { port } = silent;
    await failsWith('deadlineExceeded', transport.ping({ ...sshd.target('root'), port }));
    await silent.close();
    await failsWith('unreachable', transport.ping({ ...sshd.target('root'), port }));
  }, waitMs);

  it('goes through bastions, each with its own key', async () => {
    const target = sshd.target('root');
    const { bootId } = await transport.ping(target);
    await expect(transport.ping(through(target, jump()))).resolves.toMatchObject({ bootId });
    await expect(transport.ping(through(target, jump(), jump()))).resolves.toMatchObject({ bootId });
    await failsWith('hostKeyMismatch', transport.ping({ ...through(target, jump()), hostKeys: [sshd.newKeyPair().publicKey] }));
    await failsWith('unreachable', transport.ping({ ...through(target, jump()), port: 1 }));
  }, waitMs);

  it('never blames the node for its bastion', async () => {
    const target = sshd.target('root');
    await failsWith('bastionDown', transport.ping(through(target, jump({ port: 1 }))));
    await failsWith('bastionDown', transport.ping(through(target, jump({ hostKeys: [sshd.newKeyPair().publicKey] }))));
    await failsWith('bastionDown', transport.ping(through(target, jump({ credential: { ...sshd.target('jump').credential, privateKey: sshd.newKeyPair().privateKey } }))));
    await failsWith('bastionDown', transport.ping(through(target, jump({ credential: sshd.target('plain').credential }))));
  }, waitMs);

  it('never blames the node for its proxy', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'skein-proxy-'));
    const target = sshd.target('root');
    const behind = (proxy: string): NodeTarget => ({ ...target, route: { kind: 'ssh', proxy, bastions: [] } });
    await failsWith('proxyDown', transport.ping(behind(`unix:${folder}/none.sock`)));
    await failsWith('proxyDown', transport.ping(behind('127.0.0.1:1')));
    const nonsense = await openServer((socket) => { socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'); });
    await failsWith('proxyDown', transport.ping(behind(`127.0.0.1:${String(nonsense.port)}`)));
    await nonsense.close();
    const silent = await openServer(() => undefined);
    await failsWith('proxyDown', transport.ping(behind(`127.0.0.1:${String(silent.port)}`)));
    await silent.close();
    rmSync(folder, { recursive: true });
  }, waitMs);

  it('lets probes take the same way', async () => {
    const target = sshd.target('root');
    const stream = await transport.dial(through(target, jump()).route, target.address, target.port, 3_000);
    const greeting = await new Promise<string>((resolve) => { stream.once('data', (chunk: Buffer) => { resolve(chunk.toString('utf8')); }); });
    stream.destroy();
    expect(greeting).toMatch(/^SSH-2\.0-/);
    await failsWith('unreachable', transport.dial(target.route, target.address, 1, 3_000));
  }, waitMs);
});

describe('a connection that is lost', () => {
  it('leaves the job alone, and following goes on where it was', async () => {
    // A mirror that accepts and never answers keeps the staging busy until it gives up by itself.
    const mirror = await openServer(() => undefined);
    const line = await sshd.line();
    const target = { ...sshd.target('root'), port: line.port };
    const hello = await transport.hello(target);
    const request: LaunchRequest = {
      jobId: 'cut.1.stage' as JobId, kind: 'stage', bootId: hello.bootId, notAfterUptimeSeconds: hello.uptimeSeconds + 15, incarnation: 1, fence: 1n,
      repositoryUrl: `http://127.0.0.1:${String(mirror.port)}/`, repositoryKey: 'none', targetOsId: 'opencloudos', kernelPrefix: '5.4', stageJobId: null,
    };
    await expect(transport.launch(target, request)).resolves.toMatchObject({ kind: 'started', job: { state: 'alive' } });
    const seen: JobStatus[] = [];
    await failsWith('connectionLost', (async () => {
      for await (const frame of transport.follow(target, 0, new AbortController().signal)) {
        if (frame.kind === 'job') seen.push(frame.job);
        if (frame.kind === 'job' && frame.job.phase === 'download') line.cut();
      }
    })());
    await sleep(200);
    const later: FollowFrame[] = [];
    const stop = new AbortController();
    for await (const frame of transport.follow(target, seen.at(-1)?.seq ?? 0, stop.signal)) {
      later.push(frame);
      if (frame.kind === 'job' && frame.job.state !== 'alive') stop.abort();
    }
    const last = later.at(-1);
    expect(last?.kind === 'job' && last.job).toMatchObject({ jobId: request.jobId, state: 'exited', reason: 'mirrorFailed', seq: (seen.at(-1)?.seq ?? 0) + 1 });
    await line.close();
    await mirror.close();
  }, 120_000);
});

/** A server whose connections end with it. */
async function openServer(serve: (socket: Socket) => void): Promise<{ readonly port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    serve(socket);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
    },
  };
}
