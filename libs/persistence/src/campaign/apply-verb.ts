import { approvalRefusal, type CampaignContext, type CampaignVerb, can, decideCampaign, isRefusal, type Permission, type Principal, type Refusal, refuse, runIntentOf } from '@skein/core';
import { sql } from 'kysely';
import { type Database } from '../database/database.ts';
import { type Tx } from '../database/transaction.ts';
import { waveDriver } from '../outbox/driver-key.ts';
import { giveBackAdopted } from '../lease/grant-leases.ts';
import { inKinds, openKinds } from '../run/run-kinds.ts';
import { changeCampaign, nothingToTell, tell, type Telling } from './change-campaign.ts';
import { readContext } from './campaign-context.ts';
import { type CampaignHead, type CampaignRequest } from './campaign-command.ts';
import { idempotent } from '../database/idempotent.ts';
import { type CampaignRow, headOf, lockCampaign } from './lock-campaign.ts';
import { settleCampaign } from './settle-campaign.ts';

export const verbPermissions: Readonly<Record<CampaignVerb | 'rollback', Permission>> = {
  revise: 'campaign:draft', submit: 'campaign:draft', approve: 'campaign:approve', deny: 'campaign:approve', start: 'campaign:start', resume: 'campaign:start', retry: 'campaign:start',
  pause: 'campaign:stop', hold: 'campaign:stop', halt: 'campaign:stop', cancel: 'campaign:stop', rollback: 'campaign:rollback',
};

/** Stopping is never refused for being late, and never waits behind other work for a connection. */
const stopping: readonly CampaignVerb[] = ['pause', 'hold', 'halt', 'cancel'];

/** Who may, on this campaign: role and four eyes. */
export const verbRefusal = (verb: CampaignVerb | 'rollback', principal: Principal, campaign: Pick<CampaignRow, 'authorId' | 'lastEditorId'>): Refusal | null =>
  verb === 'approve' || verb === 'deny' ? approvalRefusal(principal, campaign.authorId, campaign.lastEditorId) : can(principal, verbPermissions[verb]);

export interface VerbWork<T> {
  /** What the decision depends on besides what every verb may ask; read under the campaign's lock. */
  readonly context?: (tx: Tx, campaign: CampaignRow) => Promise<Partial<CampaignContext> | Refusal>;
  /** Rows that change with the state; the campaign is the changed one. */
  readonly then?: (tx: Tx, campaign: CampaignRow, before: CampaignRow, telling: Telling) => Promise<CampaignRow | Refusal>;
  readonly answer: (tx: Tx, campaign: CampaignHead) => Promise<T>;
}

/** The one way in which a verb becomes true: key, lock, permission, version, core's decision, rows, audit, pokes. */
export function applyVerb<T>(database: Database, verb: CampaignVerb, request: CampaignRequest, work: VerbWork<T>): Promise<T | Refusal> {
  const forbidden = can(request.principal, verbPermissions[verb]);
  if (forbidden !== null) return Promise.resolve(forbidden);
  return idempotent<T>(stopping.includes(verb) ? database.urgent : database.db, `campaign.${verb}`, request, (tx) => applyVerbIn(tx, verb, request, work));
}

/** The same inside of a command that has its own key and has asked for the permission. */
export async function applyVerbIn<T>(tx: Tx, verb: CampaignVerb, request: CampaignRequest, work: VerbWork<T>): Promise<T | Refusal> {
  const before = await lockCampaign(tx, request.campaignId);
  if (before === null) return refuse('campaignNotFound', `there is no campaign ${request.campaignId}`, { field: ['campaignId'] });
  const refusal = verbRefusal(verb, request.principal, before) ?? (stopping.includes(verb) ? null : versionRefusal(before, request.expectedVersion));
  if (refusal !== null) return refusal;
  const more = (await work.context?.(tx, before)) ?? {};
  if (isRefusal(more)) return more;
  const context = { ...(['resume', 'retry'].includes(verb) ? await readContext(tx, before, false) : noContext), ...more };
  const state = decideCampaign(verb, before.state, context);
  if (isRefusal(state)) return state;
  const telling = nothingToTell();
  // Halting twice raises the epoch once: the second finds everything as it wants it.
  let after = state === before.state ? before : await changeCampaign(tx, before, state, telling, { raiseEpoch: verb === 'halt' });
  await applyIntent(tx, verb, before);
  if (before.kind === 'rollback' && (verb === 'halt' || verb === 'hold' || verb === 'cancel')) await giveBackAdopted(tx, before.campaignId);
  const worked = (await work.then?.(tx, after, before, telling)) ?? after;
  if (isRefusal(worked)) return worked;
  after = worked;
  await pokeDrivers(tx, verb, after, telling);
  after = await settleCampaign(tx, after, [], telling);
  telling.audits.unshift({
    action: `campaign.${verb}`, objectKind: 'campaign', objectId: after.campaignId, reason: request.reason,
    before: { state: before.state, version: before.version, epoch: before.epoch, revision: before.revision }, after: { state, version: after.version, epoch: after.epoch, revision: after.revision },
  });
  const answer = await work.answer(tx, headOf(after));
  await tell(tx, request.principal, telling);
  return answer;
}

const noContext: CampaignContext = { problems: [], gateBlocks: false, rollbackRunning: false, retryableRuns: 0 };

export const versionRefusal = (campaign: CampaignRow, expected: number | undefined): Refusal | null =>
  expected === undefined || expected === campaign.version ? null
    : refuse('staleVersion', `the campaign is at version ${String(campaign.version)}, not ${String(expected)}`, { field: ['expectedVersion'], hint: 'Look at it again, then decide again.' });

/** An intent to restore stays: it was asked of the run, not of the campaign. */
async function applyIntent(tx: Tx, verb: CampaignVerb, campaign: CampaignRow): Promise<void> {
  const intent = runIntentOf(verb);
  if (intent === null) return;
  await sql`/* applyIntent */ UPDATE node_run SET intent = ${intent} WHERE run_id IN (
      SELECT run_id FROM node_run WHERE campaign_id = ${campaign.campaignId} AND driven_by IS NULL AND state_kind ${inKinds(openKinds)} AND intent <> ${intent}
        AND intent IN ('continue', 'hold') ORDER BY run_id FOR NO KEY UPDATE)`.execute(tx);
}

/** Those whose next step changes because the campaign did. */
async function pokeDrivers(tx: Tx, verb: CampaignVerb, campaign: CampaignRow, telling: Telling): Promise<void> {
  const kinds = verb === 'cancel' ? openKinds : verb === 'resume' ? (['PLANNED', 'PREFLIGHT', 'STAGING', 'LEASED', 'DRAINING', 'PROTECTING'] as const)
    : verb === 'halt' || verb === 'hold' ? (['LEASED', 'DRAINING', 'PROTECTING'] as const) : null;
  if (kinds === null) return;
  await sql`/* pokeDrivers runs */ INSERT INTO outbox (driver) SELECT 'nodeRun/' || run_id FROM node_run
    WHERE (campaign_id = ${campaign.campaignId} OR driven_by = ${campaign.campaignId}) AND state_kind ${inKinds(kinds)}`.execute(tx);
  const { rows } = await sql<{ number: number }>`/* pokeDrivers waves */ SELECT number FROM wave WHERE campaign_id = ${campaign.campaignId} AND state_kind NOT IN ('PENDING', 'PASSED', 'OVERRIDDEN', 'SKIPPED')`.execute(tx);
  telling.pokes.push(...rows.map((row) => waveDriver(campaign.campaignId, row.number)));
}
