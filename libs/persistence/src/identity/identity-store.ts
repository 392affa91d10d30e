import { type PersonId, type Principal, type Refusal, type Role } from '@skein/core';
import { type CommandContext } from '../campaign/campaign-command.ts';

export interface Person {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: Role;
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
  personByName(name: string): Promise<(Person & { readonly passwordHash: string | null }) | null>;
  person(personId: string): Promise<Person | null>;
  people(): Promise<readonly Person[]>;
  openSession(personId: string, tokenSha256: Uint8Array, seconds: number): Promise<{ readonly expiresAt: Date }>;
  /** True when there was such a session. */
  endSession(tokenSha256: Uint8Array): Promise<boolean>;
  /** Session or API token, not expired, not revoked, its person not disabled; writes last use at most once a minute. */
  principalByToken(tokenSha256: Uint8Array): Promise<Principal | null>;
  createApiToken(request: CommandContext & { readonly ownerId: string; readonly name: string; readonly tokenSha256: Uint8Array; readonly expiresInDays: number }): Promise<{ readonly apiTokenId: string; readonly replayed: boolean } | Refusal>;
  revokeApiToken(request: CommandContext & { readonly apiTokenId: string }): Promise<{ readonly apiTokenId: string } | Refusal>;
  apiTokens(principal: Principal): Promise<readonly ApiTokenRow[]>;
}
