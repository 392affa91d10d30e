import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, refuse } from '@skein/core';
import {
  type PasswordChangeInput, type PersonChangeInput, type PersonCreateInput, type PersonCreatePayload, type PersonPayload, type PersonResetPasswordInput, type SessionRevokeInput, type SessionRevokePayload,
} from '../generated/schema-types.ts';
import { type SignedInScope } from '../platform/caller.ts';
import { CommandDesk } from '../platform/command-desk.ts';
import { Persistence } from '../platform/persistence.ts';
import { userErrors } from '../platform/user-errors.ts';
import { fromRole, IdentityViews } from './identity.views.ts';
import { hashPassword, newFirstPassword, passwordFits, passwordLengthMax, passwordLengthMin } from './password.ts';

@Injectable()
export class PeopleCommands {
  constructor(private readonly persistence: Persistence, private readonly views: IdentityViews, private readonly desk: CommandDesk) {}

  async create(input: PersonCreateInput, caller: SignedInScope): Promise<PersonCreatePayload> {
    const password = newFirstPassword();
    return this.#withPassword(password, await this.desk.run('personCreate', caller, input, async (context) => (/^[a-z][a-z0-9._-]{0,62}$/.test(input.name)
      ? this.persistence.people.create({ ...context, name: input.name, role: fromRole(input.role), passwordHash: await hashPassword(password) })
      : refuse('invalidInput', 'a name has 1 to 63 lower case letters, digits, dots, hyphens, underscores, and begins with a letter', { field: ['name'] }))));
  }

  async change(input: PersonChangeInput, caller: SignedInScope): Promise<PersonPayload> {
    return this.#person(await this.desk.run('personChange', caller, input, (context) =>
      this.persistence.people.change({ ...context, personId: input.personId, role: input.role === null || input.role === undefined ? null : fromRole(input.role), disabled: input.disabled ?? null })));
  }

  async resetPassword(input: PersonResetPasswordInput, caller: SignedInScope): Promise<PersonCreatePayload> {
    const password = newFirstPassword();
    return this.#withPassword(password, await this.desk.run('personResetPassword', caller, input, async (context) =>
      this.persistence.people.resetPassword({ ...context, personId: input.personId, passwordHash: await hashPassword(password) })));
  }

  /** Guesses at the old password are counted like guesses at a sign-in: an open session must not be a way around the throttle. */
  async changePassword(input: PasswordChangeInput, caller: SignedInScope): Promise<PersonPayload> {
    return this.#person(await this.desk.run('passwordChange', caller, { idempotencyKey: input.idempotencyKey }, async (context) => {
      const { principal, tokenSha256, remoteAddress } = caller;
      if (principal.via !== 'session' || tokenSha256 === null) return refuse('notASession', 'a token cannot change a password', { hint: 'Sign in with the password.' });
      if (input.next.length < passwordLengthMin || input.next.length > passwordLengthMax) return refuse('passwordTooShort', `a password has ${String(passwordLengthMin)} to ${String(passwordLengthMax)} characters`, { field: ['next'] });
      if (!await this.persistence.signIns.take(principal.name, remoteAddress)) return refuse('tooManyAttempts', 'too many passwords were wrong; wait five minutes');
      const person = await this.persistence.identity.personByName(principal.name);
      if (!await passwordFits(person?.passwordHash ?? null, input.current)) return refuse('passwordWrong', 'this is not the password in force', { field: ['current'] });
      await this.persistence.signIns.succeed(principal.name, remoteAddress);
      return this.persistence.people.changePassword({ ...context, passwordHash: await hashPassword(input.next), keepSha256: tokenSha256 });
    }));
  }

  async revokeSession(input: SessionRevokeInput, caller: SignedInScope): Promise<SessionRevokePayload> {
    const answer = await this.desk.run('sessionRevoke', caller, input, (context) => this.persistence.people.revokeSession({ ...context, sessionId: input.sessionId }));
    return { userErrors: isRefusal(answer) ? userErrors(answer) : [] };
  }

  async #person(answer: { readonly personId: string } | Refusal): Promise<PersonPayload> {
    return isRefusal(answer) ? { person: null, userErrors: userErrors(answer) } : { person: await this.views.person(answer.personId), userErrors: [] };
  }

  /** A repeated key set no new password, so this one is nobody's. */
  async #withPassword(password: string, answer: { readonly personId: string; readonly replayed: boolean } | Refusal): Promise<PersonCreatePayload> {
    if (isRefusal(answer)) return { person: null, password: null, userErrors: userErrors(answer) };
    return { person: await this.views.person(answer.personId), password: answer.replayed ? null : password, userErrors: [] };
  }
}
