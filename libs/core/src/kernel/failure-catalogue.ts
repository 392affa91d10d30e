import { type RefusalAdvice } from './refusal-catalogue.ts';

/**
 * Codes of GraphQL's own `errors`, of HTTP and of sockets: sign-in, limits, outages and bugs, as against refusals. One line per code, sorted.
 */
export const failureCatalogue = {
  BAD_REQUEST: { cause: 'The request itself cannot be read: its form, a page, a moment or an id.', remedy: 'Correct it as the message says; asking again changes nothing.' },
  BODY_TOO_LARGE: { cause: 'The request has more bytes than allowed.', remedy: 'Send less, or split it.' },
  CSRF_REFUSED: { cause: 'A change came with a session cookie, and without the header or the origin that prove that our own page sent it.', remedy: 'Send the header that the message names, or use an API token.' },
  DOCUMENT_NOT_FOUND: { cause: 'This version of Skein ships no document with the id that was sent.', remedy: 'Reload the page, or update the command line to the version of the api.' },
  FORBIDDEN: { cause: 'The role or the way of signing in does not allow the operation; `extensions.reason` has the refusal.', remedy: 'Ask someone with a role that does; `extensions.hint` names them.' },
  INTERNAL: { cause: 'Something went wrong inside Skein.', remedy: 'Look into the log of the api under the correlation id. A change may be repeated with the same idempotency key.' },
  NOT_FOUND: { cause: 'There is nothing at this address.', remedy: 'Check the address.' },
  OPERATION_TIMEOUT: { cause: 'A query read for longer than allowed and was cancelled.', remedy: 'Ask for less: a smaller page, a narrower filter, fewer fields.' },
  PAGE_TOO_LARGE: { cause: 'A page asks for more rows than allowed.', remedy: 'Ask for at most 200 rows and read on with `after`.' },
  RATE_LIMITED: { cause: 'Too many operations of one person run at the same time.', remedy: 'Wait a moment and try again; ask for several things in one query.' },
  ROLE_CHANGED: { cause: 'The role of the person is another than when the socket was opened.', remedy: 'Connect again: the new rights count from then on.' },
  TOO_COSTLY: { cause: 'The answer may hold more objects than allowed.', remedy: 'Ask for smaller pages, or for fewer lists inside of lists.' },
  TOO_DEEP: { cause: 'Selections nest deeper than allowed.', remedy: 'Ask for inner things in a query of their own.' },
  TOO_MANY_ALIASES: { cause: 'More fields are asked for under other names than allowed.', remedy: 'Split the query.' },
  TOO_MANY_FIELDS: { cause: 'The document has more fields than allowed.', remedy: 'Split the query.' },
  TOO_MANY_SOCKETS: { cause: 'One person has more sockets open than allowed.', remedy: 'Close some; one socket carries many subscriptions.' },
  TOO_MANY_STREAMS: { cause: 'One person follows more logs at a time than allowed.', remedy: 'Close some of them.' },
  TOO_MANY_SUBSCRIPTIONS: { cause: 'One person has more subscriptions open than allowed.', remedy: 'End some; one subscription carries many topics.' },
  TOO_MANY_TOKENS: { cause: 'The document has more words and signs than allowed.', remedy: 'Split the query.' },
  TOO_MANY_TOPICS: { cause: 'A live subscription asks for more topics than allowed.', remedy: 'Leave out what is not on the screen.' },
  TOO_SLOW: { cause: 'A socket or a log stream took nothing of what it was sent for fifteen seconds.', remedy: 'Connect again over a better line, and watch less.' },
  UNAUTHENTICATED: { cause: 'Nobody is signed in, or the session or token has ended or was revoked.', remedy: 'Sign in again, or make a new token.' },
  UNAVAILABLE: { cause: 'A part that is needed cannot be reached, mostly the database.', remedy: 'Try again later. A change may be repeated with the same idempotency key.' },
} as const satisfies Readonly<Record<string, RefusalAdvice>>;
