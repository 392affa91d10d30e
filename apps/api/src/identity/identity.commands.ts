import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, refuse } from '@skein/core';
import { type Person as PersonRow } from '@skein/persistence';
import { type Logger } from 'pino';
import {
  type Person, type SignInInput, type SignInPayload, type SignOutPayload, type TokenCreateInput, type TokenCreatePayload, type TokenRevokeInput, type TokenRevokePayload,
} from '../generated/schema-types.ts';
import { type SignedInScope } from '../platform/caller.ts';
import { CommandDesk } from '../platform/command-desk.ts';
import { csrfRefused } from '../platform/graphql-failure.ts';
import { LOG, METRICS } from '../platform/injection-tokens.ts';
import { type Metrics } from '../platform/metrics.ts';
import { Persistence } from '../platform/persistence.ts';
import { type RequestScope, type SessionCookie } from '../platform/request-scope.ts';
import { userErrors } from '../platform/user-errors.ts';
import { newBearerToken } from './bearer-token.ts';
import { IdentityViews, toPerson } from './identity.views.ts';
import { passwordFits, passwordLengthMax } from './password.ts';

const sessionSeconds = 12 * 3600;

@Injectable()
export class IdentityCommands {
  constructor(
    private readonly persistence: Persistence,
    private readonly views: IdentityViews,
    private readonly desk: CommandDesk,
    @Inject(LOG) private readonly log: Logger,
    @Inject(METRICS) private readonly metrics: Metrics,
  ) {}

  async signIn({ name, password, carrier }: SignInInput, scope: RequestScope): Promise<SignInPayload> {
    const cookie = carrier === 'COOKIE' ? scope.sessionCookie : null;
    if (carrier === 'COOKIE' && cookie === null) throw csrfRefused('a session in a cookie is not given to pages of another origin');
    if (!await this.persistence.signIns.take(name, scope.remoteAddress)) {
      return this.refuseSignIn('throttled', scope, refuse('tooManyAttempts', 'too many sign-ins failed; wait five minutes', { hint: 'Ask an admin if it was not you.' }));
    }
    const found = name.length <= 200 ? await this.persistence.identity.personByName(name) : null;
    const fits = password.length <= passwordLengthMax && await passwordFits(found?.passwordHash ?? null, password);
    if (!fits || found === null) return this.refuseSignIn('failed', scope, refuse('signInFailed', 'name or password is wrong'));
    await this.persistence.signIns.succeed(name, scope.remoteAddress);
    return this.openSession(found, scope, cookie);
  }

  /** A token cannot sign out: revoking it is another decision. */
  async signOut(caller: SignedInScope): Promise<SignOutPayload> {
    const ended = caller.principal.via === 'session' && caller.tokenSha256 !== null && await this.persistence.identity.endSession(caller.tokenSha256);
    if (ended && caller.carrier === 'cookie') caller.sessionCookie?.clear();
    return { userErrors: ended ? [] : userErrors(refuse('notASession', 'the request carries no session token', { hint: 'Use tokenRevoke for API tokens.' })) };
  }

  async createToken(input: TokenCreateInput, caller: SignedInScope): Promise<TokenCreatePayload> {
    const refusal = tokenRefusal(input, caller);
    if (refusal !== null) return { apiToken: null, secret: null, userErrors: userErrors(refusal) };
    const { secret, sha256 } = newBearerToken('token');
    const answer = await this.desk.run('tokenCreate', caller, input, (context) =>
      this.persistence.identity.createApiToken({ ...context, ownerId: caller.principal.personId, name: input.name, tokenSha256: sha256, expiresInDays: input.expiresInDays }));
    if (isRefusal(answer)) return { apiToken: null, secret: null, userErrors: userErrors(answer) };
    // A repeated key made no new token, so this secret belongs to none.
    return { apiToken: await this.views.token(answer.apiTokenId, caller.principal), secret: answer.replayed ? null : secret, userErrors: [] };
  }

  async revokeToken(input: TokenRevokeInput, caller: SignedInScope): Promise<TokenRevokePayload> {
    const answer = await this.desk.run('tokenRevoke', caller, input, (context) => this.persistence.identity.revokeApiToken({ ...context, apiTokenId: input.tokenId }));
    if (isRefusal(answer)) return { apiToken: null, userErrors: userErrors(answer) };
    return { apiToken: await this.views.token(answer.apiTokenId, caller.principal), userErrors: [] };
  }

  private async openSession(row: PersonRow, scope: RequestScope, cookie: SessionCookie | null): Promise<SignInPayload> {
    const { secret, sha256 } = newBearerToken('session');
    const { expiresAt } = await this.persistence.identity.openSession(row.personId, sha256, sessionSeconds);
    this.metrics.signIns.inc({ outcome: 'accepted' });
    this.log.info({ person: row.name, correlationId: scope.correlationId }, 'signed in');
    const person: Person = toPerson(row);
    cookie?.set(secret, sessionSeconds);
    return { token: cookie === null ? secret : null, expiresAt: expiresAt.toISOString(), person, userErrors: [] };
  }

  // The name is not logged: people type passwords into the wrong field.
  private refuseSignIn(outcome: 'throttled' | 'failed', scope: RequestScope, refusal: Refusal): SignInPayload {
    this.metrics.signIns.inc({ outcome });
    this.log.warn({ outcome, remoteAddress: scope.remoteAddress, correlationId: scope.correlationId }, 'sign-in refused');
    return { token: null, expiresAt: null, person: null, userErrors: userErrors(refusal) };
  }
}

function tokenRefusal(input: TokenCreateInput, caller: SignedInScope): Refusal | null {
  if (caller.principal.via === 'token') return refuse('tokenMayNotCreateTokens', 'a token cannot make tokens, or it would outlive its own end', { hint: 'Sign in with a password.' });
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,62}$/u.test(input.name)) return refuse('invalidInput', 'the name of a token has 1 to 63 letters, digits, spaces, dots, hyphens', { field: ['name'] });
  if (input.expiresInDays < 1 || input.expiresInDays > 365) return refuse('invalidInput', 'a token lives 1 to 365 days', { field: ['expiresInDays'] });
  return null;
}
