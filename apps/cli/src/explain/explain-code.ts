import { failureCatalogue, refusalCatalogue } from '@skein/core';
import { type ExitCode, exitCodeOfFailure, exitCodeOfRefusal, exitCodes } from '../failure/exit-code.ts';

export interface CodeExplanation {
  readonly code: string;
  readonly exitCode: ExitCode;
  readonly cause: string;
  readonly remedy: string;
}

/** Codes that only this command line has, each with what to do. */
const ownCodes = {
  ABORTED: { cause: 'It was interrupted from the keyboard. What had been asked for before goes on by itself.', remedy: 'Look at what became of it, then go on from there.', exitCode: exitCodes.interrupted },
  UNREACHABLE: { cause: 'No answer came: the address, the network or the api is away. Whether a change was made is not known.', remedy: '`skein doctor`; then give the same command with the --idempotency-key that it named.', exitCode: exitCodes.failed },
  configIsOpen: { cause: 'The file with contexts and tokens can be read by others.', remedy: 'chmod 600 it, and revoke what may have been read.', exitCode: exitCodes.usage },
  contextNotFound: { cause: 'There is no context of this name on this machine.', remedy: '`skein context list`; `skein login --endpoint URL --context NAME` makes one.', exitCode: exitCodes.notFound },
  notConfirmed: { cause: 'The question was not answered with yes, so nothing was changed.', remedy: 'Give the command again, or --yes.', exitCode: exitCodes.failed },
  usage: { cause: 'The command line is wrong, or nobody could be asked and --yes was not given.', remedy: '--help after any command shows what it takes.', exitCode: exitCodes.usage },
  waitTimedOut: { cause: 'What was waited for did not happen in time; the campaign goes on by itself.', remedy: 'Wait again with a longer --timeout, or look at it with `skein campaign get`.', exitCode: exitCodes.waitTimedOut },
} as const;

const has = <Table extends object>(table: Table, code: string): code is Extract<keyof Table, string> => Object.hasOwn(table, code);

/** Null: there is no such code. */
export function explainCode(code: string): CodeExplanation | null {
  if (has(refusalCatalogue, code)) return { code, exitCode: exitCodeOfRefusal(code), cause: refusalCatalogue[code].cause, remedy: refusalCatalogue[code].remedy };
  if (has(failureCatalogue, code)) return { code, exitCode: exitCodeOfFailure(code), cause: failureCatalogue[code].cause, remedy: failureCatalogue[code].remedy };
  return has(ownCodes, code) ? { code, ...ownCodes[code] } : null;
}
