import { type OutcomeState, type Refusal } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';
import { type SystemActor } from '../audit/append-audit.ts';
import { nothingToTell, tell, type Telling } from '../campaign/change-campaign.ts';
import { type CampaignRow, lockCampaignsOfRuns } from '../campaign/lock-campaign.ts';
import { settleCampaign } from '../campaign/settle-campaign.ts';
import { type Database } from '../database/database.ts';
import { inTransaction, json, texts, type Tx } from '../database/transaction.ts';
import { waveDriver } from '../outbox/driver-key.ts';
import { pokeWavesClause, releaseClauses, whyNot } from './move-run.ts';
import { kindsBefore } from './run-kinds.ts';
import { type Claim } from './run-store.ts';

interface EndedRun {
  readonly run_id: string;
  readonly campaign_id: string;
  readonly driven_by: string | null;
  readonly wave: number;
  readonly attempt: number;
  readonly adopter_wave: number | null;
}

/** Outcome, evidence, lease, availability, stop rule, campaign, audit, pokes: one transaction, or nothing. */
export function recordOutcome({ db }: Database, claim: Claim, outcome: OutcomeState, evidence: Readonly<Record<string, unknown>>): Promise<Refusal | null> {
  return inTransaction<null>(db, async (tx) => {
    const campaigns = await lockCampaignsOfRuns(tx, [claim.runId]);
    const ended = await endRuns(tx, outcome, evidence, sql`run_id = ${claim.runId} AND attempt = ${claim.attempt} AND fence = ${claim.fence.toString()}::bigint AND state_kind = ANY (${texts(kindsBefore(outcome.kind))})`);
    if (ended.length === 0) return whyNot(tx, claim);
    await settleEnded(tx, campaigns, ended, outcome, evidence, 'system/worker', nothingToTell());
    return null;
  });
}

/** Runs whose observations are complete: all of them at once, under the locks of their campaigns. */
export async function endSoaked({ db }: Database, runIds: readonly string[]): Promise<number> {
  if (runIds.length === 0) return 0;
  return db.transaction().execute(async (tx) => {
    const campaigns = await lockCampaignsOfRuns(tx, runIds);
    const evidence = { because: 'soaked' };
    const ended = await endRuns(tx, { kind: 'SUCCEEDED' }, evidence, sql`run_id IN (SELECT run_id FROM node_run WHERE run_id = ANY (${texts(runIds)}) ORDER BY run_id FOR NO KEY UPDATE)
      AND state_kind = 'SOAKING' AND intent = 'continue' AND EXISTS (SELECT FROM soak s WHERE s.run_id = node_run.run_id AND s.exposure_seconds >= s.required_seconds)`);
    await settleEnded(tx, campaigns, ended, { kind: 'SUCCEEDED' }, evidence, 'system/watcher', nothingToTell());
    return ended.length;
  });
}

async function endRuns(tx: Tx, outcome: OutcomeState, evidence: Readonly<Record<string, unknown>>, which: RawBuilder<unknown>): Promise<readonly EndedRun[]> {
  const clauses: RawBuilder<unknown>[] = [
    sql`moved AS (UPDATE node_run SET state = ${json(outcome)}, entered_at = now(), settled_at = now(), due_at = NULL, overdue = false WHERE ${which} AND settled_at IS NULL
      RETURNING run_id, campaign_id, driven_by, wave, node_id, site_id, attempt, original_run_id)`,
    sql`outdated AS (UPDATE run_outcome SET is_current = false FROM moved WHERE run_outcome.run_id = moved.run_id AND run_outcome.attempt = moved.attempt AND run_outcome.is_current RETURNING run_outcome.run_id)`,
    // Joining what was outdated makes sure that it is outdated first: one outcome per attempt is current.
    sql`recorded AS (INSERT INTO run_outcome (run_id, attempt, kind, state, evidence) SELECT moved.run_id, moved.attempt, ${outcome.kind}, ${json(outcome)}, ${json(evidence)} FROM moved LEFT JOIN outdated ON outdated.run_id = moved.run_id)`,
    owedClause(outcome),
    sql`soaked AS (UPDATE soak SET ended_at = now() FROM moved WHERE soak.run_id = moved.run_id AND soak.ended_at IS NULL)`,
    pokeWavesClause,
  ];
  // A node that a human must look at stays unavailable in the ledger until somebody says otherwise.
  clauses.push(...(outcome.kind === 'QUARANTINED' ? releaseClauses.slice(0, 1) : releaseClauses));
  if (outcome.kind === 'QUARANTINED') clauses.push(sql`node_ended AS (UPDATE node SET quarantined = true, restore_commanded = false FROM moved WHERE node.node_id = moved.node_id)`);
  if (outcome.kind === 'RESTORED') clauses.push(restoredNodeClause);
  const { rows } = await sql<EndedRun>`/* recordOutcome */ WITH ${sql.join(clauses)}
    SELECT moved.run_id, moved.campaign_id, moved.driven_by, moved.wave, moved.attempt, m.wave AS adopter_wave
    FROM moved LEFT JOIN wave_member m ON moved.driven_by IS NOT NULL AND m.adopted_run_id = moved.run_id`.execute(tx);
  return rows;
}

/** Operators are told by hooks, after the commit and at least once; a campaign without hooks owes nobody anything. */
const owedClause = (outcome: OutcomeState): RawBuilder<unknown> => sql`owed AS (
  INSERT INTO hook_call (run_id, attempt, hook, site_id, outcome) SELECT moved.run_id, moved.attempt, h.hook, moved.site_id, ${outcome.kind}
  FROM moved JOIN campaign c ON c.campaign_id = moved.campaign_id, unnest(${texts(outcome.kind === 'QUARANTINED' ? ['afterRun', 'needsPerson'] : ['afterRun'])}) AS h (hook)
  WHERE c.spec ->> 'hooks' IS NOT NULL ON CONFLICT DO NOTHING)`;

/** The inventory shows again what was seen before the change. */
const restoredNodeClause = sql`node_ended AS (UPDATE node SET restore_commanded = false, os_id = f.facts ->> 'osId', os_version = f.facts ->> 'osVersion', os_minor = f.facts ->> 'osMinor', kernel = f.facts ->> 'kernelRunning', facts_at = now()
  FROM moved JOIN run_facts f ON f.run_id = coalesce(moved.original_run_id, moved.run_id) AND f.facts IS NOT NULL WHERE node.node_id = moved.node_id)`;

async function settleEnded(tx: Tx, campaigns: ReadonlyMap<string, CampaignRow>, ended: readonly EndedRun[], outcome: OutcomeState, evidence: Readonly<Record<string, unknown>>, actor: SystemActor, telling: Telling): Promise<void> {
  for (const campaign of campaigns.values()) {
    const own = ended.filter((run) => run.campaign_id === campaign.campaignId && run.driven_by === null);
    const adopted = ended.filter((run) => run.driven_by === campaign.campaignId);
    if (own.length + adopted.length === 0) continue;
    for (const run of adopted) if (run.adopter_wave !== null) telling.pokes.push(waveDriver(campaign.campaignId, run.adopter_wave));
    // Good news cannot break a stop rule, so the wave is not counted for it.
    const good = outcome.kind === (campaign.kind === 'rollback' ? 'RESTORED' : 'SUCCEEDED');
    const waves = new Set([...own.map((run) => run.wave), ...adopted.map((run) => run.adopter_wave ?? 0)]);
    await settleCampaign(tx, campaign, good ? [] : [...waves].filter((wave) => wave > 0), telling);
  }
  const byCampaign = Map.groupBy(ended, (run) => run.campaign_id);
  telling.audits.unshift(...[...byCampaign.values()].map((runs) => outcomeAudit(runs, outcome, evidence)));
  await tell(tx, actor, telling);
}

/** Many soaked runs make one link of the chain, not hundreds. */
const outcomeAudit = (ended: readonly EndedRun[], outcome: OutcomeState, evidence: Readonly<Record<string, unknown>>): Telling['audits'][number] => {
  const [first] = ended;
  return ended.length === 1 && first !== undefined
    ? { action: 'run.outcome', objectKind: 'run', objectId: first.run_id, after: { state: outcome, attempt: first.attempt, wave: first.wave, because: evidence['because'] ?? null } }
    : { action: 'run.outcomes', objectKind: 'campaign', objectId: first?.campaign_id ?? '', after: { state: outcome, runs: ended.map((run) => run.run_id) } };
};
