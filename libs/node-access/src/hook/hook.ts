/**
 * `beforeDisrupt` may object before a node is taken out of service; `drain` and `undrain` do that and return it. `afterRun` is told of
 * every outcome of an attempt, `needsPerson` of one that ends in quarantine: both after the fact, at least once, and nothing waits for them.
 */
export type HookName = 'beforeDisrupt' | 'drain' | 'undrain' | 'afterRun' | 'needsPerson';

export interface HookInput {
  readonly hook: HookName;
  readonly runId: string;
  readonly node: { readonly hostname: string; readonly externalId: string; readonly address: string };
  readonly campaignId: string;
  /** The outcome so far, for afterRun and needsPerson; null otherwise. */
  readonly outcome: string | null;
}

/** Exit 0 is done, 75 is "try again", anything else refuses; idempotent on (runId, hook). */
export type HookAnswer =
  | { readonly kind: 'done'; readonly detail: string }
  | { readonly kind: 'tryAgain'; readonly detail: string }
  | { readonly kind: 'refused'; readonly detail: string };

export interface HookRunner {
  /** A hook that the set does not define is `done`. Refuses to start, and is killed, past `notAfter` (epoch milliseconds). */
  run(hookSet: string | null, input: HookInput, notAfter: number): Promise<HookAnswer>;
}
