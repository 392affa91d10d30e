import { waveIsFinal } from '@skein/core';
import { type Command } from 'commander';
import { CommandFailure, usageFailure } from '../failure/command-failure.ts';
import { type ExitCode, exitCodes } from '../failure/exit-code.ts';
import { type CliWatchedCampaignFragment } from '../generated/documents.ts';
import { act, parseDuration, type Perform } from '../invocation/define-command.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { describeState } from './campaign-columns.ts';
import { findCampaign } from './find-campaign.ts';
import { followCampaign } from './follow-campaign.ts';
import { readEnd } from './watch-campaign.ts';

interface WaitOptions {
  readonly for: string;
  readonly timeout: number;
}

export function waitCampaignCommand(noun: Command, perform: Perform): void {
  const command = noun.command('wait').description('wait until a campaign has come as far as asked').argument('<campaign>', 'name or id')
    .option('--for <what>', 'completed, approved, started or wave/<number>', 'completed').option('--timeout <time>', 'give up after this time, such as 90s, 30m or 2h', parseDuration, 1800)
    .addHelpText('after', '\nExit codes: 0 it came so far, 10 halted by a gate, 11 ended with nodes brought back, 12 not in time, 1 it will not come so far.\n  skein campaign wait spring --for=wave/2 --timeout 2h');
  act<[string], WaitOptions>(command, perform, waitCampaign);
}

type Goal = { readonly kind: 'completed' | 'approved' | 'started' } | { readonly kind: 'wave'; readonly number: number };

export function readGoal(text: string): Goal {
  const wave = /^wave\/([1-9]\d{0,3})$/.exec(text);
  if (wave !== null) return { kind: 'wave', number: Number(wave[1]) };
  if (text === 'completed' || text === 'approved' || text === 'started') return { kind: text };
  throw usageFailure(`cannot wait for ${JSON.stringify(text)}`, 'There are: completed, approved, started, wave/1, wave/2, …');
}

/** Whether a campaign has come as far as asked. Completion is judged by its end. */
export function isReached(goal: Goal, campaign: Pick<CliWatchedCampaignFragment, 'state' | 'approval' | 'startedAt' | 'waves'>): boolean {
  switch (goal.kind) {
    case 'completed': return campaign.state === 'COMPLETED';
    case 'approved': return campaign.approval?.approved === true;
    case 'started': return campaign.startedAt !== null;
    case 'wave': return campaign.waves.some((wave) => wave.number === goal.number && waveIsFinal(wave.state));
  }
}

async function waitCampaign(invocation: Invocation, options: WaitOptions, name: string): Promise<ExitCode> {
  const goal = readGoal(options.for);
  const connection = await invocation.connection();
  const { id } = await findCampaign(connection, name);
  let last: CliWatchedCampaignFragment | null = null;
  let told = '';
  let end: ExitCode | null = null;
  // Ends the following itself: what still listens would keep the command from ending.
  const until = AbortSignal.timeout(options.timeout * 1000);
  await followCampaign(invocation, id, {
    until,
    async seen(campaign) {
      last = campaign;
      const now = describeState(campaign);
      if (now !== told) invocation.say(`${campaign.name}: ${now}${campaign.stateDetail.length === 0 ? '' : `; ${campaign.stateDetail.join('; ')}`}`);
      told = now;
      if (isReached(goal, campaign)) end = exitCodes.ok;
      else if (goal.kind === 'wave' && campaign.waves.length > 0 && campaign.waves.every((wave) => wave.number !== goal.number)) throw usageFailure(`the campaign has ${String(campaign.waves.length)} waves, and none with number ${String(goal.number)}`);
      // Nothing but a person's decision can bring it there; a script that waits for one would wait for ever.
      else end = await readEnd(invocation, campaign);
      return end !== null;
    },
  });
  if (end !== null) return end;
  const state = last === null ? 'never seen' : describeState(last);
  throw new CommandFailure(`${JSON.stringify(name)} had not come to ${options.for} after ${String(options.timeout)} s; it is ${state}`, { exitCode: exitCodes.waitTimedOut, code: 'waitTimedOut', hint: 'The campaign goes on by itself; wait again, or look at it with `skein campaign get`.' });
}
