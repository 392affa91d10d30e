import { Injectable } from '@nestjs/common';
import { can, type Permission, type Principal, rolePermissions } from '@skein/core';
import { type ApiTokenRow, type Person as PersonRow, type PersonView, type SessionView } from '@skein/persistence';
import { type ApiToken, type Me, type Person, type Role, type RoleDescription, type Session } from '../generated/schema-types.ts';
import { BatchLoader } from '../platform/batch-loader.ts';
import { type SignedInScope } from '../platform/caller.ts';
import { Persistence } from '../platform/persistence.ts';

const roles = { viewer: 'VIEWER', operator: 'OPERATOR', approver: 'APPROVER', admin: 'ADMIN' } as const satisfies Record<PersonRow['role'], Role>;
const rolesBack = { VIEWER: 'viewer', OPERATOR: 'operator', APPROVER: 'approver', ADMIN: 'admin' } as const satisfies Record<Role, PersonRow['role']>;

export const toPerson = (row: PersonRow): Person => ({ id: row.personId, name: row.name, role: roles[row.role] });
export const fromRole = (role: Role): PersonRow['role'] => rolesBack[role];

@Injectable()
export class IdentityViews {
  private readonly personLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.identity.peopleById(ids));

  constructor(private readonly persistence: Persistence) {}

  me(principal: Principal): Me {
    const granted: readonly Permission[] = rolePermissions[principal.role];
    return {
      person: { id: principal.personId, name: principal.name, role: roles[principal.role] },
      via: principal.via === 'session' ? 'SESSION' : 'TOKEN',
      permissions: granted.filter((permission) => can(principal, permission) === null),
    };
  }

  async people(): Promise<Person[]> {
    return (await this.persistence.identity.people()).map(toWholePerson);
  }

  async person(id: string): Promise<Person | null> {
    const row = await this.persistence.identity.person(id);
    return row === null ? null : toWholePerson(row);
  }

  /** Most people are shown by their name only; the rest is read when it is asked for. */
  async detail(person: Person, field: 'disabledAt' | 'lastSignInAt'): Promise<string | null> {
    const known = person[field];
    if (known !== undefined) return known;
    const row = await this.personLoader.load(person.id);
    return row === undefined ? null : toWholePerson(row)[field] ?? null;
  }

  roles(): RoleDescription[] {
    return (Object.keys(roles) as PersonRow['role'][]).map((role) => ({ role: roles[role], permissions: [...rolePermissions[role]] }));
  }

  async sessions({ principal, tokenSha256 }: SignedInScope): Promise<Session[]> {
    return (await this.persistence.identity.sessions(principal.personId, tokenSha256)).map(toSession);
  }

  async tokens(principal: Principal): Promise<ApiToken[]> {
    return (await this.persistence.identity.apiTokens(principal)).map(toToken);
  }

  async token(id: string, principal: Principal): Promise<ApiToken | null> {
    return (await this.tokens(principal)).find((token) => token.id === id) ?? null;
  }
}

const toWholePerson = (row: PersonView): Person => ({ ...toPerson(row), disabledAt: row.disabledAt?.toISOString() ?? null, lastSignInAt: row.lastSignInAt?.toISOString() ?? null });

const toSession = (row: SessionView): Session => ({
  id: row.sessionId, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString(), lastUsedAt: row.lastUsedAt?.toISOString() ?? null, current: row.current,
});

const toToken = (row: ApiTokenRow): ApiToken => ({
  id: row.apiTokenId, name: row.name, owner: toPerson(row.owner), createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null, revokedAt: row.revokedAt?.toISOString() ?? null,
});
