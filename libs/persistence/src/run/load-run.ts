import { instant, type CampaignId, type CampaignKind, type CampaignState, type CampaignSpec, type JobId, type NodeFacts, type NodeId, type PlanMember, type RunId, type RunIntent, type RunState, type SiteId, type TargetProfile, type VerificationFacts, type WaveState } from '@skein/core';
import { sql } from 'kysely';
import { type Queries } from '../database/database.ts';
import { type EffectRow, type JobRow, type RunSnapshot, type StepRow } from './run-store.ts';

/** A site that nobody has watched for so long is unattended: nothing is granted and no deadline runs. */
export const attendanceSecondsMax = 30;

interface LoadedRow {
  readonly run_id: string; readonly campaign_id: string; readonly kind: CampaignKind; readonly campaign_state: CampaignState; readonly campaign_epoch: number;
  readonly wave: number; readonly wave_state: WaveState; readonly attempt: number; readonly state: RunState; readonly entered_at: Date; readonly intent: RunIntent;
  readonly fence: string; readonly overdue: boolean; readonly now: Date; readonly spec: CampaignSpec; readonly target: TargetProfile; readonly member: PlanMember;
  readonly node_id: string; readonly hostname: string; readonly external_id: string; readonly address: string; readonly port: number; readonly host_keys: string[];
  readonly machine_id: string | null; readonly incarnation: number; readonly held: boolean; readonly retired: boolean; readonly protected: boolean; readonly missing: boolean; readonly site_id: string;
  readonly facts: NodeFacts | null; readonly verification: VerificationFacts | null;
  readonly snapshot_id: string | null; readonly restore_state: 'READY' | 'STALE' | 'CONSUMED' | null; readonly taken_at: Date | null;
  readonly steps: (Omit<StepRow, 'fence'> & { readonly fence: string })[] | null;
  readonly effects: (Omit<EffectRow, 'fence'> & { readonly fence: string })[] | null;
  readonly jobs: JobRow[] | null;
  readonly observed_seconds: number; readonly unattended: boolean; readonly driven_by: string | null;
  readonly original_run_id: string | null; readonly original_facts: NodeFacts | null; readonly original_stage: string | null;
}

const milliseconds = (column: string) => sql.raw(`(extract(epoch FROM ${column}) * 1000)::double precision`);

/** Everything about one run in one statement; nothing in it grows with the campaign. */
export async function loadRun(db: Queries, runId: RunId): Promise<RunSnapshot | null> {
  const { rows: [row] } = await sql<LoadedRow>`/* runStore.load */
    SELECT r.run_id, r.campaign_id, c.kind, d.state AS campaign_state, d.epoch AS campaign_epoch, r.wave, w.state AS wave_state, r.attempt, r.state, r.entered_at,
      r.intent, r.fence, r.overdue, now() AS now, p.spec, p.target, m.member, r.site_id, r.driven_by,
      n.node_id, n.hostname, n.external_id, n.address, n.port, n.host_keys, n.machine_id, n.incarnation, n.held, n.retired, n.protected, n.missing,
      f.facts, f.verification, rp.snapshot_id, rp.state AS restore_state, rp.taken_at,
      (SELECT jsonb_agg(jsonb_build_object('step', s.step, 'state', s.state, 'detail', s.detail, 'fence', s.fence::text, 'at', ${milliseconds('s.at')}) ORDER BY s.begun_at, s.step)
         FROM run_step s WHERE s.run_id = r.run_id AND s.attempt = r.attempt) AS steps,
      (SELECT jsonb_agg(jsonb_build_object('step', e.step, 'direction', e.direction, 'fence', e.fence::text, 'notAfter', ${milliseconds('e.not_after')}, 'state', e.state, 'detail', e.detail) ORDER BY e.effect_id)
         FROM effect e WHERE e.run_id = r.run_id AND e.attempt = r.attempt) AS effects,
      (SELECT jsonb_agg(jsonb_build_object('jobId', j.job_id, 'step', j.step, 'attempt', j.attempt, 'state', j.state, 'phase', j.phase, 'incarnation', j.incarnation, 'seq', j.seq,
           'launchBootId', j.launch_boot_id, 'seenBootId', j.seen_boot_id, 'notAfterUptimeSeconds', j.not_after_uptime_seconds, 'exitCode', j.exit_code, 'reason', j.reason,
           'transactions', j.transactions, 'launchedAt', ${milliseconds('j.launched_at')}, 'lastSeenAt', ${milliseconds('j.last_seen_at')}, 'attachments', j.attachments) ORDER BY j.launched_at, j.job_id)
         FROM node_job j WHERE j.run_id = r.run_id) AS jobs,
      observed_seconds(r.site_id, r.entered_at) AS observed_seconds,
      coalesce(site.attended_until < now() - make_interval(secs => ${attendanceSecondsMax}), true) AS unattended,
      r.original_run_id, o.facts AS original_facts,
      (SELECT j.job_id FROM node_job j WHERE j.run_id = r.original_run_id AND j.step LIKE 'stage%' AND j.state = 'EXITED' AND j.exit_code = 0 ORDER BY j.launched_at DESC LIMIT 1) AS original_stage
    FROM node_run r
    JOIN campaign c ON c.campaign_id = r.campaign_id
    JOIN campaign d ON d.campaign_id = coalesce(r.driven_by, r.campaign_id)
    JOIN plan_revision p ON p.digest = c.revision_digest
    JOIN wave w ON w.campaign_id = r.campaign_id AND w.number = r.wave
    JOIN wave_member m ON m.campaign_id = r.campaign_id AND m.wave = r.wave AND m.node_id = r.node_id
    JOIN node n ON n.node_id = r.node_id
    JOIN site ON site.site_id = r.site_id
    LEFT JOIN run_facts f ON f.run_id = r.run_id AND f.attempt = r.attempt
    LEFT JOIN LATERAL (SELECT * FROM restore_point x WHERE x.run_id = r.run_id AND x.attempt = r.attempt ORDER BY x.restore_point_id DESC LIMIT 1) rp ON true
    LEFT JOIN LATERAL (SELECT x.facts FROM run_facts x WHERE x.run_id = r.original_run_id AND x.facts IS NOT NULL ORDER BY x.attempt DESC LIMIT 1) o ON true
    WHERE r.run_id = ${runId}`.execute(db);
  return row === undefined ? null : snapshotOf(row);
}

function snapshotOf(row: LoadedRow): RunSnapshot {
  return {
    runId: row.run_id as RunId, campaignId: row.campaign_id as CampaignId, campaignKind: row.kind, campaignState: row.campaign_state, campaignEpoch: row.campaign_epoch,
    wave: row.wave, waveState: row.wave_state, attempt: row.attempt, state: row.state, since: instant(row.entered_at.getTime()), intent: row.intent, fence: BigInt(row.fence),
    overdue: row.overdue, now: instant(row.now.getTime()), plan: { spec: row.spec, target: row.target }, member: row.member,
    node: {
      nodeId: row.node_id as NodeId, hostname: row.hostname, externalId: row.external_id, address: row.address, port: row.port, hostKeys: row.host_keys, machineId: row.machine_id,
      incarnation: row.incarnation, held: row.held, retired: row.retired, protected: row.protected, missing: row.missing,
    },
    siteId: row.site_id as SiteId, facts: row.facts, verification: row.verification,
    restorePoint: row.snapshot_id === null || row.restore_state === null || row.taken_at === null ? null
      : { snapshotId: row.snapshot_id, state: row.restore_state, takenAt: instant(row.taken_at.getTime()) },
    // Fences are wider than what JSON numbers hold, so they travel as text.
    steps: (row.steps ?? []).map((step) => ({ ...step, fence: BigInt(step.fence) })),
    effects: (row.effects ?? []).map((effect) => ({ ...effect, fence: BigInt(effect.fence) })),
    jobs: row.jobs ?? [], observedSeconds: row.observed_seconds, siteUnattended: row.unattended, drivenBy: row.driven_by as CampaignId | null,
    original: row.original_run_id === null || row.original_facts === null || row.original_stage === null ? null
      : { runId: row.original_run_id as RunId, facts: row.original_facts, stageJobId: row.original_stage as JobId },
  };
}
