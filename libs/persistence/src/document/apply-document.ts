import { type ApplyDecision, can, type CampaignDocument, type CampaignId, type CampaignSpec, type CampaignStateKind, decideApply, documentChanges, documentOf, isRefusal, type Refusal } from '@skein/core';
import { sql } from 'kysely';
import { applyVerbIn } from '../campaign/apply-verb.ts';
import { type ApplyAnswer, type ApplyRequest } from '../campaign/campaign-command.ts';
import { idempotent } from '../database/idempotent.ts';
import { draftIn, reviseWork } from '../campaign/plan-campaign-command.ts';
import { type Database, type Queries } from '../database/database.ts';
import { type SpecChangeView } from '../insight/plan-diff.ts';
import { specChange } from '../insight/plan-diff.ts';
import { readDocumentSpec } from './document-ids.ts';
import { readDocumentNames } from './document-names.ts';

interface Decided { readonly decision: ApplyDecision; readonly changes: readonly SpecChangeView[] }
type Applied = Pick<Exclude<ApplyAnswer, { readonly refusals: unknown }>, 'outcome' | 'campaignId' | 'changes'>;

/** Makes a document true, once. Names are looked up first: what cannot be found is told all at once, and nothing is written. */
export const applyDocument = (database: Database) => async (request: ApplyRequest): Promise<ApplyAnswer> => {
  const { dryRun, ...asked } = request;
  const forbidden = can(request.principal, 'campaign:draft');
  if (forbidden !== null) return { refusals: [forbidden] };
  const spec = await readDocumentSpec(database.reading, request.document);
  if (!('waves' in spec)) return { refusals: spec };
  const applied = dryRun ? await inThought(database.reading, request.document, spec) : await idempotent<Applied>(database.db, 'campaign.apply', asked, (tx) => apply(tx, asked, spec));
  return isRefusal(applied) ? { refusals: [applied] } : { ...applied, spec };
};

async function inThought(db: Queries, document: CampaignDocument, spec: CampaignSpec): Promise<Applied | Refusal> {
  const decided = await decide(db, document, spec);
  return isRefusal(decided) ? decided : { outcome: decided.decision.outcome, campaignId: decided.decision.outcome === 'CREATED' ? null : decided.decision.campaignId, changes: decided.changes };
}

type Tx = Parameters<typeof draftIn>[0];

async function apply(tx: Tx, request: Omit<ApplyRequest, 'dryRun'>, spec: CampaignSpec): Promise<Applied | Refusal> {
  // Two documents of one name at the same time: the second one finds what the first one made.
  await sql`/* applyDocument lock */ SELECT pg_advisory_xact_lock(hashtextextended(${spec.name}, 7307))`.execute(tx);
  const decided = await decide(tx, request.document, spec);
  if (isRefusal(decided)) return decided;
  const { decision, changes } = decided;
  if (decision.outcome === 'UNCHANGED') return { ...decision, changes };
  if (decision.outcome === 'CREATED') return { outcome: 'CREATED', campaignId: (await draftIn(tx, { ...request, spec })).campaign.campaignId, changes };
  const revised = await applyVerbIn(tx, 'revise', { ...request, campaignId: decision.campaignId }, reviseWork(request.principal, spec));
  return isRefusal(revised) ? revised : { ...decision, changes };
}

async function decide(db: Queries, document: CampaignDocument, spec: CampaignSpec): Promise<Decided | Refusal> {
  const { rows } = await sql<{ campaignId: CampaignId; state: CampaignStateKind; spec: CampaignSpec }>`/* applyDocument campaigns */
    SELECT campaign_id AS "campaignId", state_kind AS state, spec FROM campaign WHERE name = ${document.metadata.name} AND kind = 'migrate' ORDER BY created_at DESC, campaign_id LIMIT 200`.execute(db);
  const names = await readDocumentNames(db, [spec, ...rows.map((row) => row.spec)]);
  const changesOf = new Map(rows.map((row) => [row.campaignId, documentChanges(documentOf(row.spec, names), documentOf(spec, names))]));
  const decision = decideApply(spec.name, rows.map(({ campaignId, state }) => ({ campaignId, state, same: changesOf.get(campaignId)?.length === 0 })));
  if (isRefusal(decision)) return decision;
  return { decision, changes: decision.outcome === 'CREATED' ? [] : (changesOf.get(decision.campaignId) ?? []).map(specChange) };
}
