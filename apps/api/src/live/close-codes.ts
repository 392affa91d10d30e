import { type FailureCode } from '../platform/graphql-failure.ts';

/** Why a socket is closed by the api; the reason of the frame is the word. Programs may connect anew after those that are `retryable`. */
export const closeCodes = {
  /** Nobody signed in, or the session or token has ended. */
  UNAUTHENTICATED: { code: 4401, retryable: false },
  /** A page of another origin. */
  CSRF_REFUSED: { code: 4403, retryable: false },
  /** The person's role is another now; connect anew to go on with its rights. */
  ROLE_CHANGED: { code: 4410, retryable: true },
  BODY_TOO_LARGE: { code: 4413, retryable: false },
  /** Until the person closes another one. */
  TOO_MANY_SOCKETS: { code: 4420, retryable: true },
  /** Messages were not taken for fifteen seconds. */
  TOO_SLOW: { code: 4421, retryable: true },
  /** Something could not be read, or nobody can say whether the session still is good: mostly the database is away. */
  UNAVAILABLE: { code: 4503, retryable: true },
  /** A message took longer to read than a query may. */
  OPERATION_TIMEOUT: { code: 4504, retryable: true },
} as const satisfies Partial<Record<FailureCode, { readonly code: number; readonly retryable: boolean }>>;

export type CloseReason = keyof typeof closeCodes;
