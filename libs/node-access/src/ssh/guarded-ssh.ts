import { type Duplex, type Readable } from 'node:stream';
import { Client, type ClientChannel } from 'ssh2';
import { type LoginCredential } from '@skein/core';
import { NodeAccessError } from '../transport/node-transport.ts';
import { channelStream } from './channel-stream.ts';
import { asNodeAccessError, messageOf, withDeadline } from './node-access-failure.ts';
import { pinnedHostKeys } from './pinned-host-keys.ts';

/**
 * The only file that may touch ssh2. By itself that library accepts any host key, takes a promise for a yes, waits forever and has no idea
 * of who is to blame; here a pinned key is mandatory, everything has a deadline and every failure a class.
 */
export interface GuardedSshOptions {
  /** An open stream to the host's sshd; closed by us whatever happens. */
  readonly stream: Duplex;
  readonly hostKeys: readonly string[];
  readonly credential: LoginCredential;
  /** Whom errors name. */
  readonly name: string;
  readonly deadlines: SshDeadlines;
}

/** Milliseconds. */
export interface SshDeadlines {
  readonly dial: number;
  /** Key exchange and login together. */
  readonly handshake: number;
  readonly channel: number;
  readonly keepalive: number;
  /** Unanswered keepalives until the connection counts as lost. */
  readonly keepaliveMax: number;
}

export interface ExecResult {
  readonly stdout: Buffer;
  readonly stderr: string;
  readonly code: number | null;
}

export interface GuardedSsh {
  /** Runs one command with this input; throws `connectionLost` when the channel ends without an exit code, `deadlineExceeded`, `protocolViolation` above the cap. */
  exec(command: string, input: Uint8Array, limits: { readonly deadlineMs: number; readonly bytesMax: number }): Promise<ExecResult>;
  /** A command whose output is read as it comes; ends with an error `connectionLost` when the connection does. */
  stream(command: string, input: Uint8Array): Promise<Readable>;
  /** A TCP connection from the far side. */
  forward(host: string, port: number, timeoutMs: number): Promise<Duplex>;
  readonly open: boolean;
  /** Milliseconds since the far side was last heard of; keepalives make this small on a living connection. */
  silentFor(): number;
  onClose(listener: () => void): void;
  end(): void;
}

// No chacha20 and no CBC: without strict key exchange (OpenSSH 7.4) only these are outside of Terrapin's reach.
const ciphers = ['aes128-gcm@openssh.com', 'aes256-gcm@openssh.com', 'aes128-ctr', 'aes192-ctr', 'aes256-ctr'] as const;
const stderrBytesMax = 16 * 1024;
const openFailureProhibited = 1;
const openFailureConnect = 2;

export async function connectGuarded(options: GuardedSshOptions): Promise<GuardedSsh> {
  const { name, stream, deadlines } = options;
  const pinned = pinnedHostKeys(options.hostKeys);
  if (pinned.algorithms.length === 0) {
    stream.destroy();
    throw new NodeAccessError('hostKeyMismatch', `${name}: no host key is pinned`);
  }
  const client = new Client();
  let keyRefused = false;
  let closed = false;
  let lastHeard = Date.now();
  const closeListeners = new Set<() => void>();
  // Any first sign counts. ssh2 itself waits for the stream to close, and a stream through a silent bastion may never do so.
  const markClosed = (): void => {
    if (closed) return;
    closed = true;
    client.destroy();
    stream.destroy();
    for (const listener of closeListeners) listener();
    closeListeners.clear();
  };
  client.on('close', markClosed);
  client.on('end', markClosed);
  stream.on('close', markClosed);
  const ready = new Promise<void>((resolve, reject) => {
    client.on('ready', resolve);
    // Stays attached: later errors are followed by a close, and one without a listener would end the process.
    client.on('error', (error) => {
      reject(connectFailure(error, name, keyRefused));
    });
    closeListeners.add(() => {
      reject(new NodeAccessError('unreachable', `${name}: hung up during the handshake`));
    });
  });
  ready.catch(() => undefined);
  try {
    client.connect({
      sock: stream,
      username: options.credential.user,
      privateKey: options.credential.privateKey,
      authHandler: ['publickey'],
      agentForward: false,
      readyTimeout: deadlines.handshake,
      keepaliveInterval: deadlines.keepalive,
      keepaliveCountMax: deadlines.keepaliveMax,
      algorithms: { serverHostKey: [...pinned.algorithms] as never, cipher: [...ciphers] },
      // One parameter and a plain boolean: with a second parameter, or a promise, ssh2 would take any key.
      hostVerifier: (shown: Buffer): boolean => {
        keyRefused = !pinned.accepts(shown);
        return !keyRefused;
      },
    });
  } catch (error) {
    stream.destroy();
    throw asNodeAccessError(error, 'authenticationFailed', `${name}: the login key cannot be used`);
  }
  try {
    await ready;
  } catch (error) {
    markClosed();
    throw error;
  }
  client.on('error', markClosed);
  stream.on('data', () => {
    lastHeard = Date.now();
  });

  const lost = (): NodeAccessError => new NodeAccessError('connectionLost', `${name}: the connection was lost`);
  // `use` is called in the very tick in which the channel opens: a command that fails at once has its exit code in the same packet.
  const openChannel = <Result>(command: string, use: (channel: ClientChannel) => Result): Promise<Result> => {
    if (closed) return Promise.reject(lost());
    const opened = new Promise<Result>((resolve, reject) => {
      const gone = (): void => { reject(lost()); };
      closeListeners.add(gone);
      try {
        client.exec(command, (error, channel) => {
          closeListeners.delete(gone);
          if (error !== undefined) reject(asNodeAccessError(error, 'connectionLost', `${name}: no channel`));
          else resolve(use(channel));
        });
      } catch (error) {
        // ssh2 throws "Not connected" when the stream ended and nobody told us yet.
        closeListeners.delete(gone);
        reject(asNodeAccessError(error, 'connectionLost', name));
        markClosed();
      }
    });
    return withDeadline(opened, deadlines.channel, () => new NodeAccessError('deadlineExceeded', `${name}: no channel within ${String(deadlines.channel)} ms`), markClosed);
  };
  const whileOpen = async <Result>(work: Promise<Result>): Promise<Result> => {
    let gone: () => void = () => undefined;
    const closing = new Promise<never>((_, reject) => {
      gone = (): void => { reject(lost()); };
      closeListeners.add(gone);
      if (closed) gone();
    });
    try {
      return await Promise.race([work, closing]);
    } finally {
      closeListeners.delete(gone);
      work.catch(() => undefined);
    }
  };

  return {
    async exec(command, input, { deadlineMs, bytesMax }) {
      const { channel, done } = await openChannel(command, (channel) => ({ channel, done: collect(channel, input, bytesMax, name, lost) }));
      return withDeadline(whileOpen(done), deadlineMs, () => new NodeAccessError('deadlineExceeded', `${name}: no reply within ${String(deadlineMs)} ms`), () => channel.destroy());
    },
    stream(command, input) {
      return openChannel(command, (channel) => {
        channel.stderr.resume();
        const output = channelStream(channel);
        const gone = (): void => { output.destroy(lost()); };
        closeListeners.add(gone);
        output.once('close', () => { closeListeners.delete(gone); });
        output.end(input);
        return output;
      });
    },
    forward(host, port, timeoutMs) {
      if (closed) return Promise.reject(new NodeAccessError('bastionDown', `${name}: the connection was lost`));
      const opened = new Promise<Duplex>((resolve, reject) => {
        const gone = (): void => { reject(new NodeAccessError('bastionDown', `${name}: lost while it dialled`)); };
        closeListeners.add(gone);
        try {
          client.forwardOut('127.0.0.1', 0, host, port, (error, channel) => {
            closeListeners.delete(gone);
            if (error !== undefined) {
              reject(forwardFailure(error, name, host, port));
              return;
            }
            const forwarded = channelStream(channel);
            const end = (): void => { forwarded.destroy(); };
            closeListeners.add(end);
            forwarded.once('close', () => { closeListeners.delete(end); });
            resolve(forwarded);
          });
        } catch (error) {
          closeListeners.delete(gone);
          reject(asNodeAccessError(error, 'bastionDown', name));
          markClosed();
        }
      });
      opened.then((channel) => { if (late) channel.destroy(); }, () => undefined);
      let late = false;
      return withDeadline(opened, timeoutMs, () => new NodeAccessError('unreachable', `${host}:${String(port)} from ${name}: no answer within ${String(timeoutMs)} ms`), () => { late = true; });
    },
    get open() { return !closed; },
    silentFor: () => Date.now() - lastHeard,
    onClose(listener) {
      if (closed) listener();
      else closeListeners.add(listener);
    },
    end() {
      client.end();
      markClosed();
    },
  };
}

function collect(channel: ClientChannel, input: Uint8Array, bytesMax: number, name: string, lost: () => NodeAccessError): Promise<ExecResult> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let stderr = '';
    let code: number | null = null;
    channel.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > bytesMax) {
        reject(new NodeAccessError('protocolViolation', `${name}: more than ${String(bytesMax)} bytes in a reply`));
        channel.destroy();
      } else chunks.push(chunk);
    });
    channel.stderr.on('data', (chunk: Buffer) => {
      if (stderr.length < stderrBytesMax) stderr += chunk.toString('utf8').slice(0, stderrBytesMax - stderr.length);
    });
    channel.on('exit', (exitCode: number | null) => { code = exitCode; });
    channel.on('error', () => undefined);
    channel.on('close', () => {
      // Without an exit code the command was cut, not failed; what it did is unknown.
      if (code === null) reject(lost());
      else resolve({ stdout: Buffer.concat(chunks), stderr, code });
    });
    channel.end(input);
  });
}

function connectFailure(error: Error & { level?: string }, name: string, keyRefused: boolean): NodeAccessError {
  const said = `${name}: ${messageOf(error)}`;
  if (keyRefused || error.message.includes('no matching host key')) return new NodeAccessError('hostKeyMismatch', `${name}: the host shows another key than the pinned one`, { cause: error });
  if (error.level === 'client-authentication') return new NodeAccessError('authenticationFailed', said, { cause: error });
  if (error.level === 'client-timeout') return new NodeAccessError('deadlineExceeded', said, { cause: error });
  if (error.level === 'handshake' || error.level === 'protocol') return new NodeAccessError('protocolViolation', said, { cause: error });
  return new NodeAccessError('unreachable', said, { cause: error });
}

function forwardFailure(error: Error & { reason?: unknown }, name: string, host: string, port: number): NodeAccessError {
  const said = `${host}:${String(port)} from ${name}: ${messageOf(error)}`;
  const reason = typeof error.reason === 'number' ? error.reason : null;
  if (reason === openFailureConnect) return new NodeAccessError('unreachable', said, { cause: error });
  return new NodeAccessError('bastionDown', reason === openFailureProhibited ? `${said} (forwarding is not allowed there)` : said, { cause: error });
}
