import { type Plan, type PlanDigest } from '@skein/core';
import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { json, type Tx } from '../database/transaction.ts';

/** The same content is the same row. */
export async function savePlan(tx: Tx, digest: PlanDigest, plan: Plan): Promise<void> {
  await sql`/* savePlan */ INSERT INTO plan_revision (digest, parent_digest, spec, target, waves, excluded)
    VALUES (${digest}, ${plan.parent}, ${json(plan.spec)}, ${json(plan.target)}, ${json(plan.waves)}, ${json(plan.excluded)}) ON CONFLICT (digest) DO NOTHING`.execute(tx);
}

/** The whole plan with all its members: large, so not for anything that happens per run. */
export async function readPlan(db: Queries, digest: PlanDigest): Promise<Plan | null> {
  const { rows: [row] } = await sql<Pick<Plan, 'spec' | 'target' | 'waves' | 'excluded' | 'parent'>>`/* readPlan */
    SELECT spec, target, waves, excluded, parent_digest AS parent FROM plan_revision WHERE digest = ${digest}`.execute(db);
  return row === undefined ? null : { schema: 'skein.plan/1', ...row };
}
