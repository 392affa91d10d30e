export type Role = 'viewer' | 'operator' | 'approver' | 'admin';

export type Permission =
  | 'fleet:read' | 'campaign:read' | 'audit:read'
  | 'inventory:write' | 'credential:write' | 'people:manage' | 'campaign:draft' | 'campaign:start' | 'campaign:stop' | 'campaign:approve' | 'campaign:rollback';

export interface Principal {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  /** Tokens of automation never approve, whatever the role of their owner. */
  readonly via: 'session' | 'token';
}
