import { type NodeTarget } from '@skein/core';
import { type RunnerVerb, runnerFolder, runnerPath, runnerProgram } from '../runner/runner-program.ts';
import { uploadName } from '../runner/sudoers-rule.ts';
import { NodeAccessError } from '../transport/node-transport.ts';
import { type ConnectionPool, nameOf } from './connection-pool.ts';
import { type ExecResult, type GuardedSsh } from './guarded-ssh.ts';
import { type ReplyFields, replyFields } from './reply-fields.ts';
import { type RunnerValue, decodeReply, encodeRequest } from './runner-wire.ts';

/** Asks the runner of a node one question. The command line is a constant per verb; everything else goes through standard input. */
export interface RunnerCaller {
  /** Throws `refused` with the runner's word, and everything else as NodeAccessError. Installs the runner when it is missing or another version. */
  ask(target: NodeTarget, verb: RunnerVerb, fields: Readonly<Record<string, RunnerValue>>, limits: CallLimits): Promise<ReplyFields>;
  install(ssh: GuardedSsh, target: NodeTarget): Promise<void>;
}

export interface CallLimits {
  readonly deadlineMs: number;
  readonly bytesMax: number;
}

/** The runner's "no", as a word of the protocol. */
export class RunnerRefusal extends NodeAccessError {
  readonly word: string;
  constructor(name: string, word: string) {
    super(malformed.has(word) ? 'protocolViolation' : 'refused', `${name} refused: ${word}`);
    this.word = word;
  }
}

// Words that speak of the request's form, so of a bug or of tampering, and not of the node's state.
const malformed = new Set(['requestMalformed', 'requestTooLong', 'requestDigest', 'protocolUnknown']);
const installLimits: CallLimits = { deadlineMs: 30_000, bytesMax: 64 * 1024 };

export const runnerCommand = (verb: RunnerVerb, become: NodeTarget['credential']['become']): string =>
  become === 'sudo' ? `sudo -n /bin/sh ${runnerPath} ${verb}` : `/bin/sh ${runnerPath} ${verb}`;

// A login shell of any kind reads these: no syntax but plain words outside of the quotes, and $HOME.
const writeAsRoot = "/bin/sh -c 'umask 077 && mkdir -p /var/lib/skein && cat > /var/lib/skein/runner.$$ && chmod 0700 /var/lib/skein/runner.$$ && mv -f /var/lib/skein/runner.$$ /var/lib/skein/runner'";
const uploadAsUser = `/bin/sh -c 'umask 077 && cat > ${uploadName}.$$ && mv -f ${uploadName}.$$ ${uploadName}'`;
const installAsRoot = `sudo -n /usr/bin/install -d -o root -g root -m 0700 ${runnerFolder} && sudo -n /usr/bin/install -o root -g root -m 0700 "$HOME/${uploadName}" ${runnerPath}`;

export function openRunnerCaller(pool: ConnectionPool): RunnerCaller {
  /** Once per connection: a node that cannot keep the runner must not be written to with every question. */
  const installed = new WeakSet<GuardedSsh>();

  async function install(ssh: GuardedSsh, target: NodeTarget): Promise<void> {
    installed.add(ssh);
    const name = nameOf(target);
    const { become } = target.credential;
    const written = await ssh.exec(become === 'sudo' ? uploadAsUser : writeAsRoot, runnerProgram.bytes, installLimits);
    if (written.code !== 0) throw new NodeAccessError(become === 'sudo' ? 'protocolViolation' : 'becomeRefused', `${name}: the runner could not be written: ${lastLine(written.stderr)}`);
    if (become === 'none') return;
    const moved = await ssh.exec(installAsRoot, new Uint8Array(), installLimits);
    if (moved.code !== 0) throw new NodeAccessError('becomeRefused', `${name}: sudo did not install the runner: ${lastLine(moved.stderr)}`);
  }

  async function askOn(ssh: GuardedSsh, target: NodeTarget, verb: RunnerVerb, input: Uint8Array, limits: CallLimits): Promise<ReplyFields> {
    const name = nameOf(target);
    const result = await ssh.exec(runnerCommand(verb, target.credential.become), input, limits);
    const reply = decodeReply(result.stdout);
    if (reply === null) {
      const why = noReply(result, name);
      if (why.failure === 'becomeRefused' || installed.has(ssh)) throw why;
      await install(ssh, target);
      return askOn(ssh, target, verb, input, limits);
    }
    const refused = reply.get('refused');
    if (refused === undefined) return replyFields(reply, name);
    if (refused !== 'runnerOutdated' || installed.has(ssh)) throw new RunnerRefusal(name, refused);
    await install(ssh, target);
    return askOn(ssh, target, verb, input, limits);
  }

  return {
    install,
    ask(target, verb, fields, limits) {
      // A ping shall cost next to nothing, so it does not have the runner's digest compared.
      const input = encodeRequest(verb, verb === 'ping' ? fields : { runner: runnerProgram.digest, ...fields });
      return pool.with(target, (ssh) => askOn(ssh, target, verb, input, limits));
    },
  };
}

// sudo also says harmless things, such as a host name that it cannot resolve, before it does what it was asked.
const sudoSaidNo = /a password is required|a terminal is required|must have a tty|is not allowed to|may not run|not in the sudoers|not permitted|sudo: (command )?not found|unknown user/;

function noReply({ stdout, stderr, code }: ExecResult, name: string): NodeAccessError {
  if (sudoSaidNo.test(stderr)) return new NodeAccessError('becomeRefused', `${name}: ${lastLine(stderr)}`);
  return new NodeAccessError('protocolViolation', `${name}: exit ${String(code)}, ${String(stdout.length)} bytes that are no reply: ${lastLine(stderr)}`);
}

const lastLine = (text: string): string => (text.trim().split('\n').at(-1) ?? '').slice(0, 200);
