import { CommandFailure, usageFailure } from '../failure/command-failure.ts';
import { exitCodes } from '../failure/exit-code.ts';
import { escapeHostile } from '../output/escape-hostile.ts';
import { type ChangeOptions } from './define-command.ts';
import { type Invocation } from './invocation.ts';

/** What is about to be changed. */
export interface IntendedChange {
  /** As the end of "This will …", such as `start campaign "spring"`. */
  readonly what: string;
  /** How many nodes it touches; null when it is not about nodes. */
  readonly nodes: number | null;
  /** More that a person weighs before saying yes. */
  readonly details?: readonly string[];
  /** What the api says of it now: who would be refused is told before being asked, not after. */
  readonly permitted?: { readonly allowed: boolean; readonly reason: string | null };
  /** Whether a person is asked. What stops things never asks. */
  readonly asks?: boolean;
}

const nodesText = (nodes: number | null): string => (nodes === null ? '' : nodes === 1 ? ', on 1 node' : `, on ${String(nodes)} nodes`);

/**
 * Says what will be done and how many nodes it touches, and asks. Returns the reason to give, or null when nothing is to be done: a dry run.
 * Without anybody to ask and without --yes it refuses: silence is no yes.
 */
export async function confirmChange(invocation: Invocation, options: ChangeOptions, change: IntendedChange): Promise<{ readonly reason: string | undefined } | null> {
  const { world } = invocation;
  const { terminal } = world;
  const destination = await invocation.destination();
  const where = destination.context === null ? destination.endpoint : `${destination.context.name} (${destination.endpoint})`;
  const place = destination.protected ? terminal.paintMessage(`${where}, protected`, 'bad') : where;
  terminal.say(`This will ${escapeHostile(change.what)}${nodesText(change.nodes)}, at ${place}.`);
  for (const detail of change.details ?? []) terminal.say(`  ${escapeHostile(detail)}`);
  if (options.expectCount !== undefined && change.nodes !== null && options.expectCount !== change.nodes) {
    throw new CommandFailure(`it would touch ${String(change.nodes)} nodes, and ${String(options.expectCount)} were expected`, { exitCode: exitCodes.conflict, code: 'countChanged', hint: 'Look at what changed, then give the new number.' });
  }
  // With --yes nobody decides on it any more, and the api says it in its own words.
  if (change.permitted?.allowed === false && (options.dryRun === true || options.yes !== true)) terminal.say(`It would be refused now: ${escapeHostile(change.permitted.reason ?? 'it is not allowed')}`);
  if (options.dryRun === true) {
    terminal.say('Dry run: nothing was changed.');
    return null;
  }
  const asks = change.asks !== false;
  let { reason } = options;
  if (asks && destination.protected && (reason === undefined || reason.trim() === '')) {
    if (!terminal.canAsk) throw usageFailure(`the context ${JSON.stringify(destination.context?.name ?? '')} is protected: it wants a reason`, 'Give --reason TEXT.');
    reason = (await terminal.ask('Reason, for the audit: '))?.trim() ?? '';
    if (reason === '') throw usageFailure('no reason was given, and nothing was changed');
  }
  if (!asks || options.yes === true) return { reason };
  if (!terminal.canAsk) throw usageFailure('nobody can be asked here, and nothing was changed', 'Give --yes if this is what you want, or --dry-run to only see it.');
  const answer = await terminal.ask('Go on? [y/N] ');
  if (world.signal.aborted) throw new CommandFailure('interrupted, and nothing was changed', { exitCode: exitCodes.interrupted, code: 'ABORTED' });
  // Ctrl-D leaves the question's line open.
  if (answer === null) terminal.say('');
  if (answer === null || !/^y(es)?$/i.test(answer.trim())) throw new CommandFailure('nothing was changed', { exitCode: exitCodes.failed, code: 'notConfirmed' });
  return { reason };
}
