import { type CampaignVerb, type PlanDigest, type Refusal, refuse, type RunId } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { type Tx } from '../database/transaction.ts';
import { applyDocument } from '../document/apply-document.ts';
import { inKinds, permitKinds } from '../run/run-kinds.ts';
import { type PermitHolder } from '../views/view.ts';
import { insertWaves } from '../wave/insert-waves.ts';
import { applyVerb } from './apply-verb.ts';
import { type CampaignAnswer, type CampaignCommands, type CampaignRequest, type HaltAnswer } from './campaign-command.ts';
import { haltAll } from './halt-all.ts';
import { type CampaignRow } from './lock-campaign.ts';
import { draft, preview, revise, submit } from './plan-campaign-command.ts';
import { readPlan } from './plan-revision.ts';
import { countRetryable, retryRuns } from './retry-runs.ts';
import { rollback } from './rollback-campaign.ts';

const plainAnswer = (_tx: Tx, campaign: Extract<CampaignAnswer, { campaign: unknown }>['campaign']): Promise<CampaignAnswer> => Promise.resolve({ campaign });

export function campaignCommands(database: Database): CampaignCommands {
  const plain = (verb: CampaignVerb) => (request: CampaignRequest): Promise<CampaignAnswer> => applyVerb<CampaignAnswer>(database, verb, request, { answer: plainAnswer });
  const halt = (request: CampaignRequest): Promise<HaltAnswer> => applyVerb<HaltAnswer>(database, 'halt', request, { answer: async (tx, campaign) => ({ campaign, holdingPermit: await readPermitHolders(tx, campaign.campaignId) }) });
  return {
    draft: draft(database), revise: revise(database), preview: preview(database), submit: submit(database), apply: applyDocument(database),
    approve: (request) => applyVerb<CampaignAnswer>(database, 'approve', request, {
      context: (_tx, campaign) => Promise.resolve(digestRefusal(campaign, request.digest) ?? {}),
      then: (tx, campaign) => decide(tx, campaign, request.principal.personId, 'approved', request.reason),
      answer: plainAnswer,
    }),
    deny: (request) => applyVerb<CampaignAnswer>(database, 'deny', request, {
      context: (_tx, campaign) => Promise.resolve(digestRefusal(campaign, request.digest) ?? { reason: request.reason }),
      then: (tx, campaign) => decide(tx, campaign, request.principal.personId, 'denied', request.reason),
      answer: plainAnswer,
    }),
    start: (request) => applyVerb<CampaignAnswer>(database, 'start', request, { then: (tx, campaign) => freezeMembers(tx, campaign), answer: plainAnswer }),
    pause: plain('pause'), hold: plain('hold'), resume: plain('resume'), cancel: plain('cancel'),
    halt, haltAll: (request, onFailure) => haltAll(database, halt, request, onFailure),
    retry: (request) => applyVerb<CampaignAnswer>(database, 'retry', request, {
      context: async (tx, campaign) => ({ retryableRuns: await countRetryable(tx, campaign, request) }),
      async then(tx, campaign, _before, telling) {
        await retryRuns(tx, campaign, request, telling);
        return campaign;
      },
      answer: plainAnswer,
    }),
    rollback: rollback(database),
  };
}

const digestRefusal = (campaign: CampaignRow, digest: PlanDigest): Refusal | null =>
  campaign.revision === digest ? null : refuse('digestMismatch', 'the campaign has another revision than the one that was read', { field: ['digest'], hint: 'Read the revision in force, then decide again.' });

async function decide(tx: Tx, campaign: CampaignRow, personId: string, decision: 'approved' | 'denied', reason: string | undefined): Promise<CampaignRow> {
  await sql`/* decideApproval */ INSERT INTO approval (campaign_id, digest, person_id, decision, reason) VALUES (${campaign.campaignId}, ${campaign.revision}, ${personId}, ${decision}, ${reason ?? null})`.execute(tx);
  return campaign;
}

async function freezeMembers(tx: Tx, campaign: CampaignRow): Promise<CampaignRow> {
  const plan = campaign.revision === null ? null : await readPlan(tx, campaign.revision);
  if (plan === null) throw new Error(`campaign ${campaign.campaignId} was approved without a plan`);
  await insertWaves(tx, campaign.campaignId, plan.waves);
  return campaign;
}

/** Those that go on whatever is commanded: forward to verification or back. */
async function readPermitHolders(tx: Tx, campaignId: string): Promise<readonly PermitHolder[]> {
  const { rows } = await sql<PermitHolder & { readonly runId: RunId }>`/* readPermitHolders */
    SELECT r.run_id AS "runId", r.node_id AS "nodeId", n.hostname, r.state_kind AS state, r.overdue FROM node_run r JOIN node n ON n.node_id = r.node_id
    WHERE ((r.campaign_id = ${campaignId} AND r.driven_by IS NULL) OR r.driven_by = ${campaignId}) AND r.state_kind ${inKinds(permitKinds)} ORDER BY n.hostname, r.run_id LIMIT 1000`.execute(tx);
  return rows;
}
