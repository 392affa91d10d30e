import {
  admit, type CampaignId, type CampaignStateKind, names, type NodeId, runHoldsLease, type RunId, type RunIntent, type RunState, type RunStateKind, sentence, type Sentence, type SiteId, tell, type Term, type WaitingReason,
  waitingSentence, type WaveStateKind, waveIsOpen,
} from '@skein/core';
import { sql } from 'kysely';
import { readCampaign } from '../campaign/lock-campaign.ts';
import { type Database, type Queries } from '../database/database.ts';
import { texts } from '../database/transaction.ts';
import { readAdmission, readRoom, stagedRuns } from '../lease/read-admission.ts';
import { counted, readWave } from '../wave/read-wave.ts';
import { type NodeExplanation } from './view.ts';

type Obstacle = NodeExplanation['obstacles'][number];

export const obstacle = (reason: Obstacle['reason'], what: Sentence): Obstacle => ({ reason, message: tell(what), sentence: what });

const waiting = (reason: WaitingReason): Obstacle => obstacle(reason, waitingSentence(reason));
const runStateTerm = (kind: RunStateKind): Term => ({ term: `runState.${kind}` });

/** A wave that a node is in, with or without a run. */
interface Place { readonly wave: number; readonly waveState: WaveStateKind; readonly campaign: string; readonly campaignState: CampaignStateKind }

interface ExplainRow {
  readonly node_id: NodeId; readonly protected: boolean; readonly held: boolean; readonly retired: boolean; readonly missing: boolean; readonly quarantined: boolean;
  readonly run_id: RunId | null; readonly campaign_id: CampaignId | null; readonly state: RunState | null; readonly intent: RunIntent | null; readonly place: Place | null; readonly waits_in: readonly Place[] | null;
}

// A node may be a member of many campaigns, and a domain has hundreds of members: lists for people.
const placesMax = 5;
const namesMax = 5;

/** What core would answer if this node asked for a lease now; the same questions as admission, without its lock. */
export async function explainNode({ db }: Database, nodeId: string): Promise<NodeExplanation | null> {
  const row = await readNode(db, nodeId);
  if (row === null) return null;
  const obstacles = nodeObstacles(row);
  const of = { nodeId: row.node_id, runId: row.run_id, runState: row.state };
  if (row.run_id === null || row.state === null || row.place === null || row.campaign_id === null) return { ...of, obstacles: [...obstacles, ...memberObstacles(row.waits_in ?? [])] };
  obstacles.push(...runObstacles(row.state, row.intent ?? 'continue'));
  if (runHoldsLease(row.state.kind) || row.state.kind === 'SOAKING') return { ...of, obstacles };
  obstacles.push(...placeObstacles(row.place));
  if (row.state.kind === 'STAGED' && row.intent === 'continue') {
    const known = new Set<string>(obstacles.map((obstacle) => obstacle.reason.kind));
    const reasons = (await admissionReasons(db, row.run_id, row.campaign_id, row.place.wave)).filter((reason) => !known.has(reason.kind));
    obstacles.push(...(await describeAll(db, [reasons])).flat());
  }
  return { ...of, obstacles };
}

async function readNode(db: Queries, nodeId: string): Promise<ExplainRow | null> {
  const place = sql`jsonb_build_object('wave', w.number, 'waveState', w.state_kind, 'campaign', c.name, 'campaignState', c.state_kind)`;
  const { rows: [row] } = await sql<ExplainRow>`/* explainNode */
    SELECT n.node_id, n.protected, n.held, n.retired, n.missing, n.quarantined, r.run_id, r.campaign_id, r.state, r.intent,
      (SELECT ${place} FROM wave w JOIN campaign c ON c.campaign_id = w.campaign_id WHERE w.campaign_id = r.campaign_id AND w.number = r.wave) AS place,
      (SELECT jsonb_agg(waiting.place ORDER BY waiting.started_at, waiting.campaign_id) FROM (
        SELECT ${place} AS place, c.started_at, c.campaign_id FROM wave_member m JOIN wave w ON w.campaign_id = m.campaign_id AND w.number = m.wave JOIN campaign c ON c.campaign_id = m.campaign_id
        WHERE m.node_id = n.node_id AND NOT m.opened AND ${counted} AND c.state_kind NOT IN ('CANCELLED', 'COMPLETED', 'COMPLETED_WITH_EXCEPTIONS')
        ORDER BY c.started_at, c.campaign_id LIMIT ${placesMax}) waiting) AS waits_in
    FROM node n LEFT JOIN node_run r ON r.node_id = n.node_id AND r.settled_at IS NULL WHERE n.node_id = ${nodeId}`.execute(db);
  return row ?? null;
}

function nodeObstacles(row: ExplainRow): Obstacle[] {
  const obstacles: Obstacle[] = (['retired', 'protected', 'held', 'missing'] as const).filter((kind) => row[kind]).map((kind) => waiting({ kind }));
  if (row.quarantined) obstacles.push(obstacle({ kind: 'quarantined' }, sentence('obstacle.quarantined')));
  return obstacles;
}

/** Of a node that nothing is done with yet, though its turn may come. */
function memberObstacles(places: readonly Place[]): Obstacle[] {
  if (places.length === 0) return [obstacle({ kind: 'noRun' }, sentence('obstacle.noRun'))];
  return places.flatMap((place): Obstacle[] => {
    const closed = placeObstacles(place);
    return closed.length > 0 ? closed : [obstacle({ kind: 'noRun' }, sentence('obstacle.runNotOpened', { wave: place.wave, campaign: place.campaign }))];
  });
}

function placeObstacles(place: Place): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (place.campaignState !== 'RUNNING') obstacles.push(obstacle({ kind: 'campaignNotRunning' }, sentence('obstacle.campaignIs', { campaign: place.campaign, state: { term: `campaignState.${place.campaignState}` } })));
  if (!waveIsOpen(place.waveState)) obstacles.push(obstacle({ kind: 'waveNotOpen' }, sentence('obstacle.waveNotOpen', { wave: place.wave, campaign: place.campaign, state: { term: `waveState.${place.waveState}` } })));
  return obstacles;
}

const intentObstacles: Readonly<Record<RunIntent, readonly Obstacle[]>> = {
  continue: [],
  hold: [obstacle({ kind: 'intentHold' }, sentence('obstacle.intentHold'))],
  cancel: [obstacle({ kind: 'intentCancel' }, sentence('obstacle.intentCancel'))],
  restore: [obstacle({ kind: 'intentRestore' }, sentence('obstacle.intentRestore'))],
};

function runObstacles({ kind }: RunState, intent: RunIntent): Obstacle[] {
  const asked = intentObstacles[intent];
  if (runHoldsLease(kind)) return [obstacle({ kind: 'inChange' }, sentence('obstacle.inChange', { state: runStateTerm(kind) })), ...asked];
  if (kind === 'SOAKING') return [obstacle({ kind: 'changed' }, sentence('obstacle.changed', { state: runStateTerm(kind) })), ...asked];
  return kind === 'STAGED' ? [...asked] : [obstacle({ kind: 'runNotStaged' }, sentence('obstacle.runNotStaged', { state: runStateTerm(kind), staged: runStateTerm('STAGED') })), ...asked];
}

async function admissionReasons(db: Queries, runId: RunId, campaignId: CampaignId, wave: number): Promise<readonly WaitingReason[]> {
  const campaign = await readCampaign(db, campaignId);
  if (campaign === null) return [];
  const { evidence } = await readWave(db, campaign, wave);
  const room = await readRoom(db, campaign, wave, evidence);
  return admit(await readAdmission(db, campaign, room, stagedRuns(sql`r.run_id = ${runId}`))).refusals.flatMap((refusal) => refusal.reasons);
}

/** The reasons of several nodes in sentences, with names in place of ids. */
export async function describeAll(db: Queries, reasons: readonly (readonly WaitingReason[])[]): Promise<readonly (readonly Obstacle[])[]> {
  const mentioned = new Set<string>();
  // Written once with ids, only to see which of them are mentioned at all.
  for (const some of reasons) obstaclesOf(some, (id) => { mentioned.add(id); return id; });
  const { rows } = mentioned.size === 0 ? { rows: [] } : await sql<{ id: string; name: string }>`/* explainNode names */
    SELECT node_id AS id, hostname AS name FROM node WHERE node_id = ANY (${texts([...mentioned])}) UNION ALL SELECT site_id, name FROM site WHERE site_id = ANY (${texts([...mentioned])})`.execute(db);
  const known = new Map(rows.map((row) => [row.id, row.name]));
  return reasons.map((some) => obstaclesOf(some, (id) => known.get(id) ?? id));
}

function obstaclesOf(reasons: readonly WaitingReason[], nameOf: (id: NodeId | SiteId) => string): Obstacle[] {
  const unobserved = new Map<string, NodeId[]>();
  for (const reason of reasons) {
    if (reason.kind !== 'healthObservationMissing' || reason.domain === null) continue;
    const nodes = unobserved.get(reason.domain);
    if (nodes === undefined) unobserved.set(reason.domain, [reason.nodeId]);
    else nodes.push(reason.nodeId);
  }
  return reasons.flatMap((reason): Obstacle[] => {
    const nodes = reason.kind === 'healthObservationMissing' && reason.domain !== null ? (unobserved.get(reason.domain) ?? []) : [];
    if (reason.kind !== 'healthObservationMissing' || reason.domain === null || nodes.length < 2) return [obstacle(reason, waitingSentence(reason, nameOf))];
    if (nodes[0] !== reason.nodeId) return [];
    return [obstacle(reason, sentence('obstacle.membersUnobserved', { count: nodes.length, domain: reason.domain, nodes: names(nodes.map(nameOf), namesMax) }))];
  });
}
