import { Injectable } from '@nestjs/common';
import { can, type Permission, type Principal, rolePermissions } from '@skein/core';
import { type ApiTokenRow, type Person as PersonRow } from '@skein/persistence';
import { type ApiToken, type Me, type Person, type Role } from '../generated/schema-types.ts';
import { Persistence } from '../platform/persistence.ts';

const roles = { viewer: 'VIEWER', operator: 'OPERATOR', approver: 'APPROVER', admin: 'ADMIN' } as const satisfies Record<PersonRow['role'], Role>;

export const toPerson = (row: PersonRow): Person => ({ id: row.personId, name: row.name, role: roles[row.role] });

@Injectable()
export class IdentityViews {
  constructor(private readonly persistence: Persistence) {}

  me(principal: Principal): Me {
    const granted: readonly Permission[] = rolePermissions[principal.role];
    return {
      person: { id: principal.personId, name: principal.name, role: roles[principal.role] },
      via: principal.via === 'session' ? 'SESSION' : 'TOKEN',
      permissions: granted.filter((permission) => can(principal, permission) === null),
    };
  }

  async tokens(principal: Principal): Promise<ApiToken[]> {
    return (await this.persistence.identity.apiTokens(principal)).map(toToken);
  }

  async token(id: string, principal: Principal): Promise<ApiToken | null> {
    return (await this.tokens(principal)).find((token) => token.id === id) ?? null;
  }
}

const toToken = (row: ApiTokenRow): ApiToken => ({
  id: row.apiTokenId, name: row.name, owner: toPerson(row.owner), createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null, revokedAt: row.revokedAt?.toISOString() ?? null,
});
