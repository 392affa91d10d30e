import { failureCatalogue, refusalCatalogue, type RefusalAdvice } from '@skein/core';
import { pageHead, table } from './markdown.ts';

const introduction = `Every "no" of Skein has a code that never changes its meaning. Look for the code, not for the sentence: sentences carry names and numbers, and may be worded better tomorrow.

- A **refusal** is the answer to a command that does not fit: nothing was changed, and somebody can do something about it. GraphQL tells it in \`userErrors\` with \`code\`, \`message\`, \`field\` and \`hint\`.
- A **failure** is about the way there: sign-in, limits, outages, bugs. GraphQL tells it in \`errors\`, with \`extensions.code\`, \`extensions.retryable\` and \`extensions.correlationId\`. The api's log has the rest under the correlation id.

Asking again is safe: a command with the same idempotency key is carried out once, and its first answer is given again for 24 hours.`;

const adviceTable = (catalogue: Readonly<Record<string, RefusalAdvice>>): string =>
  table(['code', 'why', 'what to do'], Object.entries(catalogue).map(([code, { cause, remedy }]) => [`\`${code}\``, cause, remedy]));

/** Codes with cause and remedy. */
export const errorsReference = (): string => `${[
  pageHead('Errors', introduction), '## Refusals', adviceTable(refusalCatalogue), '## Failures', adviceTable(failureCatalogue),
].join('\n\n').replace(/\n{3,}/gu, '\n\n')}\n`;
