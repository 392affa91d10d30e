import { can, planCampaign, planDigest, type CampaignSpec, type Plan, type PlanDigest, type Principal, type Refusal, refuse, validateSpec } from '@skein/core';
import { sql } from 'kysely';
import { type Database, type Queries } from '../database/database.ts';
import { json, type Tx } from '../database/transaction.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { applyVerb, type VerbWork } from './apply-verb.ts';
import { type CampaignAnswer, type CampaignCommands, type PlanPreview } from './campaign-command.ts';
import { idempotent } from '../database/idempotent.ts';
import { headOf, lockCampaign } from './lock-campaign.ts';
import { previewFirstWave, readRunSecondsMedian } from './preview-first-wave.ts';
import { savePlan } from './plan-revision.ts';
import { readPlannableNodes, readTargetProfile } from './read-inventory.ts';

type Planned = { readonly plan: Plan } | { readonly problems: readonly Refusal[] };

async function plan(db: Queries, spec: CampaignSpec, parent: PlanDigest | null): Promise<Planned> {
  const target = await readTargetProfile(db, spec.targetProfileId);
  if (target === null) return { problems: [refuse('targetProfileNotFound', `there is no target profile ${spec.targetProfileId}`, { field: ['spec', 'targetProfileId'] }), ...validateSpec(spec)] };
  const planned = planCampaign({ spec, target, nodes: await readPlannableNodes(db, spec.selector), parent });
  return 'waves' in planned ? { plan: planned } : { problems: planned };
}

export const draft = (database: Database): CampaignCommands['draft'] => (request) => {
  const refusal = can(request.principal, 'campaign:draft') ?? rollbackByHand(request.spec);
  if (refusal !== null) return Promise.resolve(refusal);
  return idempotent<CampaignAnswer>(database.db, 'campaign.draft', request, (tx) => draftIn(tx, request));
};

export async function draftIn(tx: Tx, request: Parameters<CampaignCommands['draft']>[0]): Promise<Exclude<CampaignAnswer, Refusal>> {
  const { rows: [row] } = await sql<{ campaign_id: string }>`/* draftCampaign */
    INSERT INTO campaign (name, kind, source, state, spec, author_id, last_editor_id)
    VALUES (${request.spec.name}, ${request.spec.kind}, ${request.source}, '{"kind": "DRAFT"}', ${json(request.spec)}, ${request.principal.personId}, ${request.principal.personId}) RETURNING campaign_id`.execute(tx);
  const campaign = await lockCampaign(tx, row?.campaign_id ?? '');
  if (campaign === null) throw new Error('a campaign that was just drafted is not there');
  await appendAudit(tx, request.principal, { action: 'campaign.draft', objectKind: 'campaign', objectId: campaign.campaignId, after: { spec: request.spec, source: request.source }, reason: request.reason });
  return { campaign: headOf(campaign) };
}

const rollbackByHand = (spec: CampaignSpec): Refusal | null =>
  spec.kind === 'migrate' ? null : refuse('kindIsRollback', 'a rollback is made from the campaign that it brings back', { field: ['spec', 'kind'], hint: 'Use the rollback of that campaign.' });

/** A new document: whoever wrote it may not approve it either, and what was approved was another one. */
export const reviseWork = (principal: Principal, spec: CampaignSpec): VerbWork<CampaignAnswer> => ({
  async then(tx, campaign) {
    await sql`/* reviseCampaign */ UPDATE campaign SET spec = ${json(spec)}, name = ${spec.name}, last_editor_id = ${principal.personId}, version = ${campaign.version + 1}
      WHERE campaign_id = ${campaign.campaignId}`.execute(tx);
    return { ...campaign, spec, name: spec.name, lastEditorId: principal.personId, version: campaign.version + 1 };
  },
  answer: (_tx, campaign) => Promise.resolve({ campaign }),
});

export const revise = (database: Database): CampaignCommands['revise'] => async (request) =>
  rollbackByHand(request.spec) ?? applyVerb(database, 'revise', request, reviseWork(request.principal, request.spec));

export const submit = (database: Database): CampaignCommands['submit'] => (request) => {
  let planned: Planned = { problems: [] };
  return applyVerb(database, 'submit', request, {
    async context(tx, campaign) {
      planned = await plan(tx, campaign.spec, campaign.revision);
      return 'problems' in planned ? { problems: planned.problems } : {};
    },
    async then(tx, campaign) {
      if ('problems' in planned) return campaign;
      const digest = planDigest(planned.plan);
      await savePlan(tx, digest, planned.plan);
      await sql`/* submitCampaign */ UPDATE campaign SET revision_digest = ${digest} WHERE campaign_id = ${campaign.campaignId}`.execute(tx);
      return { ...campaign, revision: digest };
    },
    answer: (_tx, campaign) => Promise.resolve({ campaign }),
  });
};

export const preview = (database: Database) => async (principal: Principal, spec: CampaignSpec): Promise<PlanPreview | Refusal> => {
  const refusal = can(principal, 'campaign:read') ?? rollbackByHand(spec);
  if (refusal !== null) return refusal;
  const { reading: db } = database;
  const planned = await plan(db, spec, null);
  if ('problems' in planned) return { plan: null, problems: planned.problems, firstWave: null, runSecondsMedian: null };
  return { ...planned, problems: [], firstWave: await previewFirstWave(db, planned.plan), runSecondsMedian: await readRunSecondsMedian(db) };
};
