import { type PersonId, type Principal, type Refusal, type Role } from '@skein/core';
import { type CommandContext } from '../database/idempotent.ts';

export interface Person {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: Role;
}

/** A person as whoever keeps people sees one. */
export interface PersonView extends Person {
  readonly disabledAt: Date | null;
  readonly lastSignInAt: Date | null;
}

export interface SessionView {
  readonly sessionId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  /** Whether its token is the one that was asked about. */
  readonly current: boolean;
}

export interface ApiTokenRow {
  readonly apiTokenId: string;
  readonly name: string;
  readonly owner: Person;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** People, sessions and tokens. Tokens arrive as SHA-256 (32 bytes): the secret itself never reaches the database. */
export interface IdentityStore {
  /** Makes or updates a person by name (start-up of an installation, audited as `system`). */
  savePerson(person: { readonly name: string; readonly role: Role; readonly passwordHash: string | null }): Promise<Person>;
  /** Null too for a person who was switched off. */
  personByName(name: string): Promise<(Person & { readonly passwordHash: string | null }) | null>;
  /** Whether a person of this name was changed through Skein, or switched off: an installation's file then has no say. */
  isKeptByPeople(name: string): Promise<boolean>;
  person(personId: string): Promise<PersonView | null>;
  /** Several at once; those that are not there are left out. */
  peopleById(personIds: readonly string[]): Promise<ReadonlyMap<string, PersonView>>;
  people(): Promise<readonly PersonView[]>;
  openSession(personId: string, tokenSha256: Uint8Array, seconds: number): Promise<{ readonly expiresAt: Date }>;
  /** True when there was such a session. */
  endSession(tokenSha256: Uint8Array): Promise<boolean>;
  /** Open sessions of a person, newest first, at most 200. */
  sessions(personId: string, current: Uint8Array | null): Promise<readonly SessionView[]>;
  /** Session or API token, not expired, not revoked, its person not disabled; writes last use at most once a minute. */
  principalByToken(tokenSha256: Uint8Array): Promise<Principal | null>;
  /** The same for many at once, in one statement and without writing last use. Keys are the tokens' SHA-256 in hexadecimal digits. */
  principalsByTokens(tokensSha256: readonly Uint8Array[]): Promise<ReadonlyMap<string, Principal>>;
  createApiToken(request: CommandContext & { readonly ownerId: string; readonly name: string; readonly tokenSha256: Uint8Array; readonly expiresInDays: number }): Promise<{ readonly apiTokenId: string; readonly replayed: boolean } | Refusal>;
  revokeApiToken(request: CommandContext & { readonly apiTokenId: string }): Promise<{ readonly apiTokenId: string } | Refusal>;
  apiTokens(principal: Principal): Promise<readonly ApiTokenRow[]>;
}

type Changed = { readonly personId: PersonId } | Refusal;

/** What changes people, each an audited transaction. A person who loses the right to sign in loses sessions and tokens in the same one. */
export interface PeopleCommands {
  /** Refusals: nameTaken, permissionMissing. `replayed`: the key made this person before, with another password. */
  create(request: CommandContext & { readonly name: string; readonly role: Role; readonly passwordHash: string }): Promise<{ readonly personId: PersonId; readonly replayed: boolean } | Refusal>;
  /** Refusals: personNotFound, notToYourself, lastAdmin, permissionMissing. */
  change(request: CommandContext & { readonly personId: string; readonly role: Role | null; readonly disabled: boolean | null }): Promise<Changed>;
  /** Ends the person's sessions. Refusals: personNotFound, notToYourself, permissionMissing. */
  resetPassword(request: CommandContext & { readonly personId: string; readonly passwordHash: string }): Promise<{ readonly personId: PersonId; readonly replayed: boolean } | Refusal>;
  /** Of the caller; ends all sessions but the one that asks. Whether the old password fits was checked before. */
  changePassword(request: CommandContext & { readonly passwordHash: string; readonly keepSha256: Uint8Array }): Promise<Changed>;
  /** Of the caller. Refusals: sessionNotFound. */
  revokeSession(request: CommandContext & { readonly sessionId: string }): Promise<{ readonly sessionId: string } | Refusal>;
}
