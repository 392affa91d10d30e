import { can, type Refusal, refuse } from '@skein/core';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { appendAudit } from '../audit/append-audit.ts';
import { idempotent } from '../database/idempotent.ts';
import { type Database } from '../database/database.ts';
import { inTransaction, type Tx } from '../database/transaction.ts';
import { compareImport, insertNew, type ImportDifference, lockSource, markMissing, problemsOfImport, updateChanged } from './apply-import.ts';
import { type ImportProblem, type ImportReport, type InventoryCommands } from './inventory-command.ts';
import { dropStaged, problemsShownMax, type StagedImport, stageImport } from './stage-import.ts';

type ImportRequest = Parameters<InventoryCommands['importNodes']>[0];
const missingPercentDefault = 5;
/** From here on reading the inventory once costs less than looking for each row. */
const manyRows = 1000;

/** Read batch by batch into a staging table, then checked and applied set-wise in one transaction. */
export const importNodes = (database: Database): InventoryCommands['importNodes'] => async (request) => {
  const refusal = can(request.principal, 'inventory:write') ?? badPercent(request);
  if (refusal !== null) return refusal;
  const importId = randomUUID();
  try {
    const staged = await stageImport(database.db, importId, request.rows);
    if (staged.rows + staged.problemCount === 0) return refuse('importEmpty', 'the import names no node');
    const problems = await allProblems(database, importId, staged);
    if (problems.problemCount > 0) return { ...nothing, rows: staged.rows, ...problems };
    if (request.dryRun) return await inTransaction(database.db, (tx) => compare(tx, importId, request, staged));
    // The key stands for these rows, whichever import brought them.
    const { principal, idempotencyKey, reason, source, mode, missingPercentMax } = request;
    return await idempotent<ImportReport>(database.db, 'node.import', { principal, idempotencyKey, ...{ reason, source, mode, missingPercentMax, digest: staged.digest } }, (tx) => apply(tx, importId, request, staged));
  } finally {
    await dropStaged(database.db, importId);
  }
};

const nothing = { created: 0, updated: 0, unchanged: 0, missing: 0, problems: [], problemCount: 0 } as const;

const badPercent = ({ missingPercentMax }: ImportRequest): Refusal | null =>
  missingPercentMax === undefined || (missingPercentMax >= 0 && missingPercentMax <= 100) ? null
    : refuse('invalidInput', `${String(missingPercentMax)} is no percentage between 0 and 100`, { field: ['missingPercentMax'] });

/** What was found while reading and what only the whole import and the inventory show, in the order of the rows. */
async function allProblems(database: Database, importId: string, staged: StagedImport): Promise<{ readonly problems: readonly ImportProblem[]; readonly problemCount: number }> {
  const found = await database.db.transaction().execute(async (tx) => {
    await patient(tx, staged);
    return problemsOfImport(tx, importId, problemsShownMax);
  });
  const problems = [...staged.problems, ...found.problems].sort((one, other) => one.row - other.row).slice(0, problemsShownMax);
  return { problems, problemCount: staged.problemCount + found.problemCount };
}

const reportOf = (staged: StagedImport, difference: Pick<ImportDifference, 'created' | 'updated' | 'missing'>): ImportReport => ({
  rows: staged.rows, created: difference.created, updated: difference.updated, unchanged: staged.rows - difference.created - difference.updated, missing: difference.missing, problems: [], problemCount: 0,
});

async function compare(tx: Tx, importId: string, request: ImportRequest, staged: StagedImport): Promise<ImportReport | Refusal> {
  await patient(tx, staged);
  const difference = await compareImport(tx, importId, request.source, request.mode === 'mirror');
  return tooManyMissing(request, difference) ?? reportOf(staged, difference);
}

async function apply(tx: Tx, importId: string, request: ImportRequest, staged: StagedImport): Promise<ImportReport | Refusal> {
  await patient(tx, staged);
  if (!(await lockSource(tx, request.source))) return refuse('importUnderWay', `another import of ${request.source} is being applied`, { field: ['source'], hint: 'Try again when it is done.' });
  const mirror = request.mode === 'mirror';
  if (mirror) {
    const refusal = tooManyMissing(request, await compareImport(tx, importId, request.source, mirror));
    if (refusal !== null) return refusal;
  }
  const missing = mirror ? await markMissing(tx, importId, request.source) : 0;
  const updated = await updateChanged(tx, importId, request.source);
  const created = await insertNew(tx, importId, request.source);
  const report = reportOf(staged, { created, updated, missing });
  await appendAudit(tx, request.principal, {
    action: 'node.import', objectKind: 'inventory', objectId: request.source, after: { mode: request.mode ?? 'merge', rows: report.rows, created, updated, missing }, reason: request.reason,
  });
  return report;
}

/**
 * A hundred thousand rows take longer than any other statement may, and are planned as what they are: the plan that a connection keeps
 * from small imports would compare them each with each. So would one that is made before anybody has counted what was just staged, or
 * while the inventory is still empty: then each row was looked for among all that this statement had inserted before it.
 */
const patient = (tx: Tx, { rows }: StagedImport): Promise<unknown> => sql`/* importNodes patience */
  SELECT set_config('statement_timeout', '300s', true), set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_nestloop', ${rows < manyRows ? 'on' : 'off'}, true)`.execute(tx);

function tooManyMissing(request: ImportRequest, difference: ImportDifference): Refusal | null {
  const max = request.missingPercentMax ?? missingPercentDefault;
  if (difference.missing * 100 <= max * difference.inSource) return null;
  const percent = ((difference.missing / difference.inSource) * 100).toFixed(1);
  return refuse('tooManyMissing', `${String(difference.missing)} of ${String(difference.inSource)} nodes of ${request.source} (${percent} %) would go missing; at most ${String(max)} % may`, {
    field: ['missingPercentMax'], hint: 'Check that the file is whole. When it is, import again with a higher missingPercentMax.',
  });
}
