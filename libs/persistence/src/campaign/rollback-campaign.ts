import { can, type CampaignId, type CampaignSpec, planDigest, planRollback, type Refusal, refuse, sentence } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { json } from '../database/transaction.ts';
import { campaignDriver } from '../outbox/driver-key.ts';
import { insertWaves } from '../wave/insert-waves.ts';
import { versionRefusal } from './apply-verb.ts';
import { campaignAudit, changeCampaign, nothingToTell, tell } from './change-campaign.ts';
import { type CampaignAnswer, type CampaignCommands } from './campaign-command.ts';
import { idempotent } from '../database/idempotent.ts';
import { headOf, lockCampaign } from './lock-campaign.ts';
import { readPlan, savePlan } from './plan-revision.ts';
import { readRollbackRuns } from './read-inventory.ts';

/**
 * What went forward under an approval may come back without another one: a campaign of kind rollback that runs at once, in the waves and
 * under the gates of its parent, which is paused meanwhile.
 */
export const rollback = (database: Database): CampaignCommands['rollback'] => (request) => {
  const forbidden = can(request.principal, 'campaign:rollback');
  if (forbidden !== null) return Promise.resolve(forbidden);
  return idempotent<CampaignAnswer>(database.db, 'campaign.rollback', request, async (tx): Promise<CampaignAnswer> => {
    const parent = await lockCampaign(tx, request.campaignId);
    if (parent === null) return refuse('campaignNotFound', `there is no campaign ${request.campaignId}`, { field: ['campaignId'] });
    const stale = versionRefusal(parent, request.expectedVersion);
    if (stale !== null) return stale;
    const parentPlan = parent.revision === null ? null : await readPlan(tx, parent.revision);
    if (parent.kind === 'rollback' || parentPlan === null || parent.revision === null) return cannot(parent.kind === 'rollback' ? 'a rollback is not rolled back' : 'the campaign has no plan, so nothing of it ran');
    const { rollback: _none, ...parentSpec } = parent.spec;
    const spec: CampaignSpec = { ...parentSpec, name: `${parent.name}: rollback`, kind: 'rollback', rollback: { parentId: parent.campaignId, scope: request.scope } };
    const planned = planRollback({ spec, parentPlan, parentDigest: parent.revision, ...(await readRollbackRuns(tx, parent.campaignId)) });
    if (!('waves' in planned)) return planned[0] ?? cannot('no plan can be made');
    const digest = planDigest(planned);
    await savePlan(tx, digest, planned);
    const { rows: [row] } = await sql<{ campaign_id: CampaignId }>`/* rollbackCampaign */
      INSERT INTO campaign (name, kind, source, state, spec, author_id, last_editor_id, revision_digest, parent_id, started_at, due_at)
      VALUES (${spec.name}, 'rollback', ${request.source}, '{"kind": "RUNNING"}', ${json(spec)}, ${request.principal.personId}, ${request.principal.personId}, ${digest}, ${parent.campaignId}, now(), now())
      RETURNING campaign_id`.execute(tx);
    const campaign = await lockCampaign(tx, row?.campaign_id ?? '');
    if (campaign === null) throw new Error('a rollback that was just made is not there');
    await insertWaves(tx, campaign.campaignId, planned.waves);
    const telling = nothingToTell();
    telling.pokes.push(campaignDriver(campaign.campaignId));
    telling.audits.push({ action: 'campaign.rollback', objectKind: 'campaign', objectId: campaign.campaignId, reason: request.reason, after: { parent: parent.campaignId, scope: request.scope, revision: digest } });
    if (parent.state.kind === 'RUNNING') {
      const paused = await changeCampaign(tx, parent, { kind: 'PAUSED', reason: 'rollbackRunning' }, telling);
      telling.audits.push(campaignAudit('campaign.paused', parent, paused, sentence('audit.rollback', { campaign: campaign.campaignId })));
    }
    await tell(tx, request.principal, telling);
    return { campaign: headOf(campaign) };
  });
};

const cannot = (message: string): Refusal => refuse('nothingToRollBack', message, { field: ['campaignId'] });
