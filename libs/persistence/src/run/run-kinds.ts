import { mayFollow, runHoldsLease, runHoldsPermit, runIsDeferred, runIsOpen, runTransitions, type RunStateKind } from '@skein/core';
import { type RawBuilder, sql } from 'kysely';

/** Lists for SQL, made from core's own predicates: nobody writes them a second time. */
export const runKinds = Object.keys(runTransitions) as RunStateKind[];
export const openKinds = runKinds.filter(runIsOpen);
export const leaseKinds = runKinds.filter(runHoldsLease);
export const permitKinds = runKinds.filter(runHoldsPermit);
export const deferredKinds = runKinds.filter(runIsDeferred);
/** Open and before any lease: nothing was taken out of service yet. */
export const waitingKinds = openKinds.filter((kind) => !runHoldsLease(kind) && kind !== 'SOAKING');
/** Being inspected or staged: what `stagingMax` bounds. */
export const stagingKinds: readonly RunStateKind[] = ['PLANNED', 'PREFLIGHT', 'STAGING'];

export const kindsBefore = (to: RunStateKind): RunStateKind[] => runKinds.filter((from) => mayFollow(runTransitions, from, to));

/** `IN ('LEASED', …)` as literals, not parameters: only then PostgreSQL can prove that a partial index serves the query. */
export const inKinds = (kinds: readonly RunStateKind[]): RawBuilder<unknown> => sql.raw(`IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`);

/** Runs `r` that hold a lease: by their state, or from the moment of their adoption, while they still soak. */
export const holdsLease = sql`(r.state_kind ${inKinds(leaseKinds)} OR (r.state_kind = 'SOAKING' AND r.intent = 'restore'))`;
