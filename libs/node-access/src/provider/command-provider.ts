import { type CommandLimits, commandLimitsDefault, describeEnd, runCommand } from '../hook/run-command.ts';
import { type PowerState, type Provider } from './provider.ts';

const consoleCharactersMax = 16 * 1024;
const snapshotIdPattern = /^[A-Za-z0-9_.:/@+-]{1,256}$/;

/**
 * A provider that is an operator's own executable, so that any cloud, hypervisor or BMC fits. It is started once per verb with
 * `{"verb","externalId"}` and, where the verb has them, `key`, `snapshotId`, `wanted` as one JSON object on standard input; it answers on
 * standard output with `{"power":"on"|"off"}`, `{"console":"…"}`, `{"snapshotId":"…"}` or `{}` and exit code 0. Anything else is thrown.
 */
export function commandProvider(argv: readonly string[], env: Readonly<Record<string, string>> = {}, limits: Partial<CommandLimits> = {}): Provider {
  const bounds = { ...commandLimitsDefault, ...limits };
  async function ask(verb: string, externalId: string, more: Readonly<Record<string, string>> = {}): Promise<Readonly<Record<string, unknown>>> {
    const end = await runCommand(argv, `${JSON.stringify({ verb, externalId, ...more })}\n`, env, bounds);
    if (end.kind !== 'exited' || end.exitCode !== 0) throw new Error(`provider command, ${verb} of ${externalId}: ${describeEnd(end)}`);
    return parseAnswer(end.stdout, verb);
  }
  return {
    async power(externalId): Promise<PowerState> {
      const { power } = await ask('power', externalId);
      if (power === 'on' || power === 'off') return power;
      throw new Error('provider command, power: the answer has no "power" that is "on" or "off"');
    },
    async console(externalId) {
      const said = (await ask('console', externalId))['console'];
      if (typeof said === 'string') return said.slice(-consoleCharactersMax);
      throw new Error('provider command, console: the answer has no "console"');
    },
    async setPower(externalId, wanted, key) {
      await ask('setPower', externalId, { wanted, key });
    },
    async snapshot(externalId, key) {
      const { snapshotId } = await ask('snapshot', externalId, { key });
      if (typeof snapshotId === 'string' && snapshotIdPattern.test(snapshotId)) return { snapshotId };
      throw new Error('provider command, snapshot: the answer has no usable "snapshotId"');
    },
    async restore(externalId, snapshotId, key) {
      await ask('restore', externalId, { snapshotId, key });
    },
    async deleteSnapshot(externalId, snapshotId) {
      await ask('deleteSnapshot', externalId, { snapshotId });
    },
  };
}

function parseAnswer(text: string, verb: string): Readonly<Record<string, unknown>> {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) return answer as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw new Error(`provider command, ${verb}: the answer is not JSON`, { cause });
  }
  throw new Error(`provider command, ${verb}: the answer is not a JSON object`);
}
