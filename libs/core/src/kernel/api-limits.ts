import { type failureCatalogue } from './failure-catalogue.ts';

/** What a limit bounds. The reference is made from this table, and every refusal says the number. */
export interface ApiLimit {
  readonly max: number;
  readonly unit: string;
  /** What is counted, as a sentence for the reference. */
  readonly counts: string;
}

const limit = (max: number, unit: string, counts: string): ApiLimit => ({ max, unit, counts });

/**
 * Every limit of the api by the code that it refuses with, the same over HTTP and over WebSocket. All but the last five are decided from the
 * request alone, before anything runs.
 */
export const apiLimits = {
  BODY_TOO_LARGE: limit(1_048_576, 'bytes', 'A request or a message, as it is sent. `nodesImport` alone may be larger, for its content of 8 MiB. Without sign-in: 16 KiB.'),
  TOO_MANY_TOKENS: limit(4000, 'tokens', 'Words and signs of a document.'),
  TOO_DEEP: limit(12, 'levels', 'How deep selections nest, fragments where they are spread.'),
  TOO_MANY_ALIASES: limit(15, 'aliases', 'Fields that are asked for under another name, fragments where they are spread.'),
  TOO_MANY_FIELDS: limit(500, 'fields', 'Fields of a document, and fields of its operation with fragments where they are spread.'),
  TOO_COSTLY: limit(5000, 'objects', 'Objects that the answer may hold: a list counts as many as its page asks for, 10 without a page, times what each holds. A list without a page of things that hold nothing but values counts as one. What is read anew for each row (`Node.explain`, `Run.log`, `Campaign.availability`) counts as 100 more.'),
  PAGE_TOO_LARGE: limit(200, 'rows', 'Rows that one page asks for.'),
  TOO_MANY_TOPICS: limit(20, 'topics', 'Topics of one live subscription.'),
  TOO_MANY_SUBSCRIPTIONS: limit(20, 'subscriptions', 'Open subscriptions of one person, over all sockets of this process.'),
  TOO_MANY_SOCKETS: limit(20, 'sockets', 'Open sockets of one person to this process.'),
  TOO_MANY_STREAMS: limit(10, 'streams', 'Logs that one person follows at a time from this process.'),
  OPERATION_TIMEOUT: limit(10, 'seconds', 'How long a query may read; its statements are cancelled.'),
  RATE_LIMITED: limit(8, 'operations', 'Operations of one person that run at a time in this process; 32 more wait up to 5 seconds.'),
} as const satisfies Partial<Record<keyof typeof failureCatalogue, ApiLimit>>;

export type ApiLimitCode = keyof typeof apiLimits;
