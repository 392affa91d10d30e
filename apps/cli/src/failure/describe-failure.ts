import { ApiError } from '@skein/client';
import { CommandFailure } from './command-failure.ts';
import { type ExitCode, exitCodeOfFailure, exitCodes } from './exit-code.ts';

export interface FailureDescription {
  readonly exitCode: ExitCode;
  readonly lines: readonly string[];
}

const hints: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'Sign in with `skein login`, or set SKEIN_TOKEN to a token that is in force.',
  UNREACHABLE: '`skein doctor` says what of the way there works.',
  DOCUMENT_NOT_FOUND: 'Command line and control plane are of different versions; `skein version` says which.',
  UNAVAILABLE: 'The control plane is there and its database is not. Try again; `skein doctor` says when it is back.',
};

/** One sentence, what to do, code and correlation id; the exit code with it. Surprises keep their stack for whoever asks for it. */
export function describeFailure(error: unknown, debug: boolean): FailureDescription {
  if (error instanceof CommandFailure) {
    const { exitCode, code, hint, field, correlationId, details = [] } = error.parts;
    return {
      exitCode,
      lines: [
        `error: ${error.message} (${code})`, ...details.map((detail) => `  ${detail}`),
        ...(field === null || field === undefined || field.length === 0 ? [] : [`  at: ${field.join('.')}`]),
        ...(hint === null || hint === undefined ? [] : [`  next: ${hint}`]),
        ...(correlationId === null || correlationId === undefined ? [] : [`  correlation id: ${correlationId}`]),
      ],
    };
  }
  if (error instanceof ApiError) {
    const again = error.retryAfterSeconds === null ? null : `Try again in ${String(Math.ceil(error.retryAfterSeconds))} seconds.`;
    const hint = error.hint ?? again ?? hints[error.code] ?? null;
    return {
      exitCode: exitCodeOfFailure(error.code),
      lines: [`error: ${error.message} (${error.code}${error.reason === null ? '' : `: ${error.reason}`})`, ...(hint === null ? [] : [`  next: ${hint}`]), ...(error.correlationId === null ? [] : [`  correlation id: ${error.correlationId}`])],
    };
  }
  const text = error instanceof Error ? (debug ? error.stack ?? error.message : error.message) : String(error);
  return { exitCode: exitCodes.failed, lines: [`error: ${text}`, ...(debug ? [] : ['  next: this is a fault of skein itself; --debug shows where.'])] };
}
