import { type CampaignVerb, decideCampaign, isRefusal, type Principal, type Refusal, refuse } from '@skein/core';
import { sql } from 'kysely';
import { verbRefusal } from '../campaign/apply-verb.ts';
import { readContexts } from '../campaign/campaign-context.ts';
import { type Database } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { inKinds, openKinds } from '../run/run-kinds.ts';
import { type CampaignCan, type CampaignCanContext, type CampaignView } from './view.ts';

const verbs: readonly CampaignVerb[] = ['submit', 'approve', 'deny', 'start', 'pause', 'hold', 'halt', 'resume', 'cancel', 'retry', 'revise'];

/** What this person may do now, by the functions that the commands call. What depends on a command's own arguments may still be refused for them. */
export function campaignCan(principal: Principal, campaign: CampaignView, context: CampaignCanContext): CampaignCan {
  const authors = { authorId: campaign.author.personId, lastEditorId: campaign.lastEditor.personId };
  const answers = verbs.map((verb) => {
    const decided = verbRefusal(verb, principal, authors) ?? decideCampaign(verb, campaign.state, context);
    return [verb, isRefusal(decided) ? decided : null] as const;
  });
  const rollback = verbRefusal('rollback', principal, authors) ?? rollbackRefusal(campaign, context);
  return { ...Object.fromEntries(answers), rollback } as CampaignCan;
}

function rollbackRefusal(campaign: CampaignView, { canRollBack }: CampaignCanContext): Refusal | null {
  const cannot = (message: string, hint: string): Refusal => refuse('nothingToRollBack', message, { hint });
  if (campaign.kind === 'rollback') return cannot('a rollback is not rolled back', 'Migrate the nodes again with a campaign of their own.');
  if (campaign.startedAt === null) return cannot('nothing of this campaign ran', 'Revise or cancel it if it is not wanted.');
  return canRollBack ? null : cannot('no node of this campaign is changed and free to be brought back', 'Let nodes go that are held, and look at those that are quarantined or in another campaign.');
}

/** For several campaigns in two statements; those that are not there are left out. */
export async function campaignCanContexts({ db }: Database, campaignIds: readonly string[]): Promise<ReadonlyMap<string, CampaignCanContext>> {
  const [contexts, withRollback] = await Promise.all([readContexts(db, campaignIds, false), rollBackable(db, campaignIds)]);
  return new Map([...contexts].map(([campaignId, context]) => [campaignId, { ...context, canRollBack: withRollback.has(campaignId) }]));
}

/** Asks what the planner of rollbacks asks of all runs (core's `planRollback`, `readRollbackRuns`), until one answers. */
async function rollBackable(db: Database['db'], campaignIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ campaign_id: string }>`/* campaignViews.can rollback */
    SELECT c.campaign_id FROM campaign c WHERE c.campaign_id = ANY (${texts(campaignIds)}) AND c.kind = 'migrate' AND c.started_at IS NOT NULL AND EXISTS (SELECT FROM node_run r JOIN node n ON n.node_id = r.node_id
      WHERE r.campaign_id = c.campaign_id AND r.state_kind IN ('SUCCEEDED', 'SOAKING') AND NOT n.held AND NOT n.retired AND NOT n.quarantined
        AND NOT EXISTS (SELECT FROM node_run later WHERE later.campaign_id = r.campaign_id AND later.node_id = r.node_id AND later.wave > r.wave)
        AND NOT EXISTS (SELECT FROM node_run x WHERE x.node_id = r.node_id AND x.state_kind ${inKinds(openKinds)} AND x.run_id <> r.run_id)
        AND NOT EXISTS (SELECT FROM node_run b WHERE b.node_id = r.node_id AND b.original_run_id = r.run_id AND b.state_kind = 'RESTORED'))`.execute(db);
  return new Set(rows.map((row) => row.campaign_id));
}
