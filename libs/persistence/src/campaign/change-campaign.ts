import { type AuditAction, campaignTransitions, type CampaignState, mayFollow, type Principal, type Sentence, tell as tellInEnglish } from '@skein/core';
import { sql } from 'kysely';
import { appendAudit, type AuditEntry, type SystemActor } from '../audit/append-audit.ts';
import { json, type Tx } from '../database/transaction.ts';
import { campaignDriver } from '../outbox/driver-key.ts';
import { poke } from '../outbox/poke.ts';
import { type CampaignRow } from './lock-campaign.ts';

/** What a transaction tells when all its rows are written: audit takes the last lock, so everything is collected until then. */
export interface Telling {
  readonly audits: AuditEntry[];
  readonly pokes: string[];
}

export const nothingToTell = (): Telling => ({ audits: [], pokes: [] });

export async function tell(tx: Tx, actor: Principal | SystemActor, telling: Telling): Promise<void> {
  await poke(tx, telling.pokes);
  for (const entry of telling.audits) await appendAudit(tx, actor, entry);
}

/** States in which a campaign waits for nobody but its runs, so its driver must exist. */
export const campaignIsDriven = (state: CampaignState): boolean => ['RUNNING', 'HALTING', 'CANCELLING'].includes(state.kind);
export const campaignHasEnded = (state: CampaignState): boolean => ['CANCELLED', 'COMPLETED', 'COMPLETED_WITH_EXCEPTIONS'].includes(state.kind);

/** Writes a state that core decided; throws when the table does not know the way, because then core and rows disagree. */
export async function changeCampaign(tx: Tx, campaign: CampaignRow, state: CampaignState, telling: Telling, more: { readonly raiseEpoch?: boolean } = {}): Promise<CampaignRow> {
  if (state.kind !== campaign.state.kind && !mayFollow(campaignTransitions, campaign.state.kind, state.kind)) {
    throw new Error(`campaign ${campaign.campaignId} does not go from ${campaign.state.kind} to ${state.kind}`);
  }
  const changed = { ...campaign, state, version: campaign.version + 1, epoch: campaign.epoch + (more.raiseEpoch === true ? 1 : 0) };
  await sql`/* changeCampaign */ UPDATE campaign SET state = ${json(state)}, version = ${changed.version}, epoch = ${changed.epoch}, entered_at = now(),
      started_at = CASE WHEN ${state.kind} = 'RUNNING' THEN coalesce(started_at, now()) ELSE started_at END,
      finished_at = CASE WHEN ${campaignHasEnded(state)} THEN now() END, due_at = CASE WHEN ${campaignIsDriven(state)} THEN now() END
    WHERE campaign_id = ${campaign.campaignId}`.execute(tx);
  telling.pokes.push(campaignDriver(campaign.campaignId));
  return changed;
}

/** For what people need to see of a change that Skein made by itself. The reason is English; what it says in any language is with what came of it. */
export const campaignAudit = (action: AuditAction, before: CampaignRow, after: CampaignRow, because: Sentence | null): AuditEntry => ({
  action, objectKind: 'campaign', objectId: before.campaignId, reason: because === null ? null : tellInEnglish(because),
  before: { state: before.state, version: before.version, epoch: before.epoch }, after: { state: after.state, version: after.version, epoch: after.epoch, ...(because === null ? {} : { because }) },
});
