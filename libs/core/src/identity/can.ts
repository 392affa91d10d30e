import { type Refusal, refuse } from '../kernel/refusal.ts';
import { type Permission, type Principal, type Role } from './permission.ts';

const reading: readonly Permission[] = ['fleet:read', 'campaign:read'];
// Whoever may look at a running campaign for a living may also stop it: stopping is always easier than starting.
const operating: readonly Permission[] = [...reading, 'audit:read', 'inventory:write', 'campaign:draft', 'campaign:start', 'campaign:stop', 'campaign:rollback'];

/** Which role may do what; an approver approves and stops but never prepares what is approved. */
export const rolePermissions = {
  viewer: reading,
  operator: operating,
  approver: [...reading, 'audit:read', 'campaign:stop', 'campaign:approve'],
  admin: [...operating, 'credential:write', 'people:manage', 'campaign:approve'],
} as const satisfies Record<Role, readonly Permission[]>;

/** null: allowed. Refusals: tokenNeverApproves, permissionMissing. */
export function can(principal: Principal, permission: Permission): Refusal | null {
  if (permission === 'campaign:approve' && principal.via === 'token') {
    return refuse('tokenNeverApproves', `${principal.name} signed in with a token, and approving needs a person`, { hint: 'Sign in with a password and approve there.' });
  }
  const allowed: readonly Permission[] = rolePermissions[principal.role];
  if (allowed.includes(permission)) return null;
  const roles = (Object.keys(rolePermissions) as Role[]).filter((role) => (rolePermissions[role] as readonly Permission[]).includes(permission));
  return refuse('permissionMissing', `${principal.name} has the role ${principal.role}, which may not ${permission}`, { hint: `Ask someone with the role ${roles.join(' or ')}.` });
}
