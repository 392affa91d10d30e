import { type ExitCode, exitCodeOfRefusal, exitCodes } from './exit-code.ts';

/** What a person reads when a command ends without doing what was asked. */
export interface FailureParts {
  readonly exitCode: ExitCode;
  /** Stable word for programs. */
  readonly code: string;
  /** What to do next. */
  readonly hint?: string | null | undefined;
  /** Path into the input. */
  readonly field?: readonly string[] | null | undefined;
  readonly correlationId?: string | null | undefined;
  /** More lines under the message, such as candidates. */
  readonly details?: readonly string[];
}

/** Ends a command. Thrown, since everything between the refusal and the terminal has nothing to add. */
export class CommandFailure extends Error {
  readonly parts: FailureParts;
  constructor(message: string, parts: FailureParts, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'CommandFailure';
    this.parts = parts;
  }
}

export const usageFailure = (message: string, hint?: string, details?: readonly string[]): CommandFailure =>
  new CommandFailure(message, { exitCode: exitCodes.usage, code: 'usage', hint, ...(details === undefined ? {} : { details }) });

/** A refusal as the api words it. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[] | null;
  readonly hint: string | null;
}

/** Returns the payload when nothing was refused. */
export function accepted<Payload extends { readonly userErrors: readonly Refusal[] }>(payload: Payload): Payload {
  const [first, ...others] = payload.userErrors;
  if (first === undefined) return payload;
  throw new CommandFailure(first.message, {
    exitCode: exitCodeOfRefusal(first.code), code: first.code, hint: first.hint, field: first.field,
    details: others.map((refusal) => `${refusal.message} (${refusal.code}${refusal.field === null ? '' : ` at ${refusal.field.join('.')}`})${refusal.hint === null ? '' : ` ${refusal.hint}`}`),
  });
}
