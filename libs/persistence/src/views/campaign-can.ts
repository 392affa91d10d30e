import { type CampaignVerb, decideCampaign, isRefusal, type Principal, type Refusal, refuse } from '@skein/core';
import { sql } from 'kysely';
import { verbRefusal } from '../campaign/apply-verb.ts';
import { readContext } from '../campaign/campaign-context.ts';
import { type Database } from '../database/database.ts';
import { inKinds, openKinds } from '../run/run-kinds.ts';
import { type CampaignCan, type CampaignView } from './view.ts';

const verbs: readonly CampaignVerb[] = ['submit', 'approve', 'deny', 'start', 'pause', 'hold', 'halt', 'resume', 'cancel', 'retry', 'revise'];

/** What this person may do now, by the functions that the commands call. What depends on a command's own arguments may still be refused for them. */
export async function campaignCan(database: Database, principal: Principal, campaign: CampaignView): Promise<CampaignCan> {
  const context = await readContext(database.db, campaign, false);
  const authors = { authorId: campaign.author.personId, lastEditorId: campaign.lastEditor.personId };
  const answers = verbs.map((verb) => {
    const decided = verbRefusal(verb, principal, authors) ?? decideCampaign(verb, campaign.state, context);
    return [verb, isRefusal(decided) ? decided : null] as const;
  });
  const rollback = verbRefusal('rollback', principal, authors) ?? (await rollbackRefusal(database, campaign));
  return { ...Object.fromEntries(answers), rollback } as CampaignCan;
}

/** Asks what the planner of rollbacks asks of all runs (core's `planRollback`, `readRollbackRuns`), until one answers. */
async function rollbackRefusal({ db }: Database, campaign: CampaignView): Promise<Refusal | null> {
  const cannot = (message: string, hint: string): Refusal => refuse('nothingToRollBack', message, { hint });
  if (campaign.kind === 'rollback') return cannot('a rollback is not rolled back', 'Migrate the nodes again with a campaign of their own.');
  if (campaign.startedAt === null) return cannot('nothing of this campaign ran', 'Revise or cancel it if it is not wanted.');
  const { rows: [row] } = await sql<{ possible: boolean }>`/* campaignViews.can rollback */
    SELECT EXISTS (SELECT FROM node_run r JOIN node n ON n.node_id = r.node_id
      WHERE r.campaign_id = ${campaign.campaignId} AND r.state_kind IN ('SUCCEEDED', 'SOAKING') AND NOT n.held AND NOT n.retired AND NOT n.quarantined
        AND NOT EXISTS (SELECT FROM node_run later WHERE later.campaign_id = r.campaign_id AND later.node_id = r.node_id AND later.wave > r.wave)
        AND NOT EXISTS (SELECT FROM node_run x WHERE x.node_id = r.node_id AND x.state_kind ${inKinds(openKinds)} AND x.run_id <> r.run_id)
        AND NOT EXISTS (SELECT FROM node_run b WHERE b.node_id = r.node_id AND b.original_run_id = r.run_id AND b.state_kind = 'RESTORED')) AS possible`.execute(db);
  return row?.possible === true ? null : cannot('no node of this campaign is changed and free to be brought back', 'Let nodes go that are held, and look at those that are quarantined or in another campaign.');
}
