import { admit, type CampaignId, describeWaiting, type NodeId, type RunId, type RunState, type WaveState } from '@skein/core';
import { sql } from 'kysely';
import { readCampaign } from '../campaign/lock-campaign.ts';
import { type Database } from '../database/database.ts';
import { readAdmission, readRoom } from '../lease/read-admission.ts';
import { readWave } from '../wave/read-wave.ts';
import { type NodeExplanation } from './view.ts';

interface ExplainRow {
  readonly node_id: NodeId; readonly protected: boolean; readonly held: boolean; readonly retired: boolean; readonly quarantined: boolean;
  readonly run_id: RunId | null; readonly campaign_id: CampaignId | null; readonly wave: number | null; readonly state: RunState | null; readonly wave_state: WaveState | null;
}

/** What core would answer if this node asked for a lease now; the same questions as admission, without its lock. */
export async function explainNode({ db }: Database, nodeId: string): Promise<NodeExplanation | null> {
  const { rows: [row] } = await sql<ExplainRow>`/* explainNode */
    SELECT n.node_id, n.protected, n.held, n.retired, n.quarantined, r.run_id, r.campaign_id, r.wave, r.state, w.state AS wave_state
    FROM node n LEFT JOIN node_run r ON r.node_id = n.node_id AND r.settled_at IS NULL LEFT JOIN wave w ON w.campaign_id = r.campaign_id AND w.number = r.wave WHERE n.node_id = ${nodeId}`.execute(db);
  if (row === undefined) return null;
  const obstacles: NodeExplanation['obstacles'][number][] = [];
  const of = { nodeId: row.node_id, runId: row.run_id, runState: row.state, obstacles };
  for (const kind of ['retired', 'protected', 'held'] as const) if (row[kind]) obstacles.push({ reason: { kind }, message: describeWaiting({ kind }) });
  if (row.quarantined) obstacles.push({ reason: { kind: 'quarantined' }, message: 'a person must look at the node first' });
  if (row.run_id === null || row.campaign_id === null || row.wave === null || row.state === null) {
    return { ...of, obstacles: [...obstacles, { reason: { kind: 'noRun' }, message: 'no campaign is at work on this node' }] };
  }
  if (row.state.kind !== 'STAGED') return { ...of, obstacles: [...obstacles, { reason: { kind: 'runNotStaged' }, message: `its run is ${row.state.kind}; a lease is given to runs that are STAGED` }] };
  const campaign = await readCampaign(db, row.campaign_id);
  if (campaign === null) return of;
  if (row.wave_state?.kind !== 'ADMITTING') obstacles.push({ reason: { kind: 'waveNotOpen' }, message: `wave ${String(row.wave)} is ${row.wave_state?.kind ?? 'unknown'} and admits nobody` });
  const { evidence } = await readWave(db, campaign, row.wave);
  const room = await readRoom(db, campaign, row.wave, evidence);
  const request = await readAdmission(db, campaign, room, sql`r.run_id = ${row.run_id}`);
  const known = new Set(obstacles.map((obstacle) => obstacle.reason.kind));
  for (const reason of admit(request).refusals.flatMap((refusal) => refusal.reasons)) {
    if (!known.has(reason.kind) || reason.kind === 'domainBudgetFull') obstacles.push({ reason, message: describeWaiting(reason) });
  }
  return { ...of, obstacles };
}
