/** What a script learns from the command's end. */
export const exitCodes = {
  ok: 0,
  failed: 1,
  usage: 2,
  notFound: 3,
  signInNeeded: 4,
  forbidden: 5,
  conflict: 6,
  rateLimited: 7,
  haltedByGate: 10,
  rolledBack: 11,
  waitTimedOut: 12,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** In the order of the numbers, for help and reference. */
export const exitCodeMeanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  ok: 'done, and nothing is wrong',
  failed: 'refused or failed; standard error says why',
  usage: 'the command line or a document is wrong, or nobody could be asked and --yes was not given',
  notFound: 'there is no such node, campaign, site, token or context, or more than one',
  signInNeeded: 'sign in first: skein login, or SKEIN_TOKEN',
  forbidden: 'signed in, and not allowed',
  conflict: 'somebody was faster: the version, the plan or the number of nodes is another by now',
  rateLimited: 'too much in too short a time; standard error says when to come back',
  haltedByGate: 'the campaign was halted by a gate or a breach',
  rolledBack: 'the campaign ended with nodes brought back',
  waitTimedOut: 'what was waited for did not happen in time',
  interrupted: 'interrupted from the keyboard',
};

const ofFailure: Readonly<Record<string, ExitCode>> = {
  UNAUTHENTICATED: exitCodes.signInNeeded, FORBIDDEN: exitCodes.forbidden, RATE_LIMITED: exitCodes.rateLimited, TOO_MANY_STREAMS: exitCodes.rateLimited, CSRF_REFUSED: exitCodes.forbidden, CONFLICT: exitCodes.conflict,
  NOT_FOUND: exitCodes.notFound, BAD_REQUEST: exitCodes.usage, ABORTED: exitCodes.interrupted,
  HTTP_401: exitCodes.signInNeeded, HTTP_403: exitCodes.forbidden, HTTP_404: exitCodes.notFound, HTTP_409: exitCodes.conflict, HTTP_429: exitCodes.rateLimited,
};

const ofRefusal: Readonly<Record<string, ExitCode>> = {
  signInFailed: exitCodes.signInNeeded, tooManyAttempts: exitCodes.rateLimited,
  authorMayNotApprove: exitCodes.forbidden, editorMayNotApprove: exitCodes.forbidden, tokenNeverApproves: exitCodes.forbidden, permissionMissing: exitCodes.forbidden,
  tokenMayNotCreateTokens: exitCodes.forbidden, notToYourself: exitCodes.forbidden,
  staleVersion: exitCodes.conflict, countChanged: exitCodes.conflict, digestMismatch: exitCodes.conflict, idempotencyKeyReused: exitCodes.conflict, tokenNameTaken: exitCodes.conflict,
  nameTaken: exitCodes.conflict, stateChanged: exitCodes.conflict, campaignIsUnderWay: exitCodes.conflict, rollbackRunning: exitCodes.conflict,
  invalidInput: exitCodes.usage, badQuery: exitCodes.usage, specInvalid: exitCodes.usage, nameIsAmbiguous: exitCodes.notFound,
};

/** For an error of the transport: its code is one of the api's, or `HTTP_<status>`. */
export const exitCodeOfFailure = (code: string): ExitCode => ofFailure[code] ?? exitCodes.failed;

/** For a refusal of a command. */
export const exitCodeOfRefusal = (code: string): ExitCode => ofRefusal[code] ?? (code.endsWith('NotFound') ? exitCodes.notFound : exitCodes.failed);
