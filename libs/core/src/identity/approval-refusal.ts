import { type Refusal, refuse } from '../kernel/refusal.ts';
import { can } from './can.ts';
import { type Principal } from './permission.ts';

/**
 * Four eyes: who wrote the plan, or edited it last, does not approve it. null: may approve.
 * Refusals: tokenNeverApproves, permissionMissing, authorMayNotApprove, editorMayNotApprove.
 */
export function approvalRefusal(principal: Principal, authorId: string, lastEditorId: string): Refusal | null {
  const missing = can(principal, 'campaign:approve');
  if (missing !== null) return missing;
  const hint = 'Ask another person with the role approver or admin.';
  if (principal.personId === authorId) return refuse('authorMayNotApprove', `${principal.name} wrote this campaign, and who writes one never approves it`, { hint });
  if (principal.personId === lastEditorId) return refuse('editorMayNotApprove', `${principal.name} changed this campaign last, and who changes one never approves it`, { hint });
  return null;
}
