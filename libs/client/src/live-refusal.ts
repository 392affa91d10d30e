/** One of the errors that end a subscription, as the protocol brings them. */
export interface Refused {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

export interface Refusal {
  readonly message: string;
  readonly code: string | null;
  /** It may be answered otherwise in a while, though nobody does anything about it. */
  readonly retryable: boolean;
  readonly retryAfterMilliseconds: number;
}

// Whatever is asked for: a screen that waits for longer looks broken.
const retryAfterMillisecondsMax = 60_000;

/** What the first of them means; one that does not say that it passes is for good. */
export function refusalOf(errors: readonly Refused[] | undefined): Refusal {
  const { message = 'the api refused the subscription', extensions = {} } = errors?.[0] ?? {};
  const { code, retryable, retryAfterSeconds } = extensions;
  return {
    message, code: typeof code === 'string' ? code : null, retryable: retryable === true,
    retryAfterMilliseconds: typeof retryAfterSeconds === 'number' && retryAfterSeconds > 0 ? Math.min(retryAfterMillisecondsMax, retryAfterSeconds * 1000) : 0,
  };
}

/** Sockets that are closed like this would be closed like this again: what was sent cannot be taken. */
const closedForGood: ReadonlyMap<number, Refused> = new Map([
  [4400, { message: 'the api could not read what was sent', extensions: { code: 'BAD_REQUEST' } }],
  [4406, { message: 'the api does not speak this protocol', extensions: { code: 'BAD_REQUEST' } }],
  [4413, { message: 'what was sent is larger than the api takes', extensions: { code: 'BODY_TOO_LARGE' } }],
]);

/** null: the socket may be opened again. */
export const refusalOfClose = (code: unknown): Refused | null => (typeof code === 'number' ? closedForGood.get(code) ?? null : null);
