import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { failureCatalogue, type RefusalAdvice, refusalCatalogue } from '@skein/core';
import { workspaceRoot } from '../generated-file.ts';
import { pageHead, table } from './markdown.ts';

const introduction = `Every "no" of Skein has a code that never changes its meaning. Look for the code, not for the sentence: sentences carry names and numbers, and may be worded better tomorrow.

- A **refusal** is the answer to a command that does not fit: nothing was changed, and somebody can do something about it. GraphQL tells it in \`userErrors\` with \`code\`, \`message\`, \`field\` and \`hint\`.
- A **failure** is about the way there: sign-in, limits, outages, bugs. GraphQL tells it in \`errors\`, with \`extensions.code\`, \`extensions.retryable\` and \`extensions.correlationId\`. The api's log has the rest under the correlation id.

Asking again is safe: a command with the same idempotency key is carried out once, and its first answer is given again for 24 hours.`;

const entries = (catalogue: Readonly<Record<string, RefusalAdvice>>): string =>
  Object.entries(catalogue).sort(([left], [right]) => (left < right ? -1 : 1)).map(([code, { cause, remedy }]) => `### \`${code}\`\n\n${cause}\n\nWhat to do: ${remedy}`).join('\n\n');

interface ExitCodes {
  readonly exitCodes: Readonly<Record<string, number>>;
  readonly exitCodeMeanings: Readonly<Record<string, string>>;
}

/** By its path: the command line is a program and no library, and nothing but this page wants its table. */
async function exitCodeTable(): Promise<string> {
  const { exitCodes, exitCodeMeanings } = await import(pathToFileURL(join(workspaceRoot, 'apps/cli/src/failure/exit-code.ts')).href) as ExitCodes;
  return table(['exit code', 'meaning'], Object.entries(exitCodes).sort(([, left], [, right]) => left - right).map(([name, code]) => [`\`${String(code)}\``, exitCodeMeanings[name] ?? name]));
}

/** Codes with cause and remedy, and the exit codes of the command line. */
export const errorsReference = async (): Promise<string> => `${pageHead('Errors', introduction)}
## Refusals

${entries(refusalCatalogue)}

## Failures

${entries(failureCatalogue)}

## Exit codes of the command line

A script learns from the exit code what became of a command. The code of the refusal or failure stands on standard error.

${await exitCodeTable()}
`;
