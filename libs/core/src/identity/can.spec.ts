import { describe, expect, it } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { approvalRefusal } from './approval-refusal.ts';
import { can } from './can.ts';
import { type Permission, type Principal, type Role } from './permission.ts';

const person = (role: Role, via: Principal['via'] = 'session'): Principal => ({ personId: 'p1', name: 'Ada', role, via });

// Written out in full, so that whoever changes a right changes this table and sees it in review.
const expected: Record<Permission, readonly Role[]> = {
  'fleet:read': ['viewer', 'operator', 'approver', 'admin'],
  'campaign:read': ['viewer', 'operator', 'approver', 'admin'],
  'audit:read': ['operator', 'approver', 'admin'],
  'inventory:write': ['operator', 'admin'],
  'credential:write': ['admin'],
  'people:manage': ['admin'],
  'campaign:draft': ['operator', 'admin'],
  'campaign:start': ['operator', 'admin'],
  'campaign:stop': ['operator', 'approver', 'admin'],
  'campaign:approve': ['approver', 'admin'],
  'campaign:rollback': ['operator', 'admin'],
};
const roles: readonly Role[] = ['viewer', 'operator', 'approver', 'admin'];
const cases = (Object.keys(expected) as Permission[]).flatMap((permission) => roles.map((role) => [role, permission, expected[permission].includes(role)] as const));

describe('who may do what', () => {
  it.each(cases)('%s, %s: %s', (role, permission, allowed) => {
    const answer = can(person(role), permission);
    expect(answer === null).toBe(allowed);
    if (!allowed) expect(answer).toMatchObject({ code: 'permissionMissing', hint: expect.stringContaining(expected[permission][0] ?? '') as string });
  });

  it.each(roles)('a token of a person with the role %s never approves', (role) => {
    expect(can(person(role, 'token'), 'campaign:approve')).toMatchObject({ code: 'tokenNeverApproves' });
  });

  it('a token may do everything else that its owner may', () => {
    expect(can(person('operator', 'token'), 'campaign:stop')).toBeNull();
    expect(can(person('viewer', 'token'), 'campaign:stop')).toMatchObject({ code: 'permissionMissing' });
  });

  it('everybody who may start a campaign may stop it', () => {
    for (const role of roles) {
      if (can(person(role), 'campaign:start') === null) expect(can(person(role), 'campaign:stop')).toBeNull();
    }
  });
});

describe('four eyes', () => {
  it('lets an approver approve what others wrote', () => {
    expect(approvalRefusal(person('approver'), 'p2', 'p3')).toBeNull();
  });

  it.each([
    ['the author', person('admin'), 'p1', 'p3', 'authorMayNotApprove'],
    ['the last editor', person('approver'), 'p2', 'p1', 'editorMayNotApprove'],
    ['an operator', person('operator'), 'p2', 'p3', 'permissionMissing'],
    ['a token', person('approver', 'token'), 'p2', 'p3', 'tokenNeverApproves'],
  ])('refuses %s', (_who, principal, author, editor, code) => {
    const refusal = approvalRefusal(principal, author, editor);
    expect(isRefusal(refusal)).toBe(true);
    expect(refusal).toMatchObject({ code });
  });
});
