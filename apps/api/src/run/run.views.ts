import { Injectable } from '@nestjs/common';
import { instant, outageOf, sentence, tell } from '@skein/core';
import { type RunFilter as RowFilter, type RunView } from '@skein/persistence';
import { type FailureClass, type Finding, type LogSlice, type PackageChanges, type PageInfo, type PageInput, type Run, type RunFilter, type RunJob, type RunOutage, type RunOutcome, type RunStep, type StepDuration } from '../generated/schema-types.ts';
import { BatchLoader } from '../platform/batch-loader.ts';
import { connection, pageRequest } from '../platform/connection.ts';
import { badRequest } from '../platform/graphql-failure.ts';
import { Persistence } from '../platform/persistence.ts';
import { packageChangesOf } from './package-changes.ts';
import { readFindings } from './read-findings.ts';
import { remediationFor } from './remediation-for.ts';

/** A run without the fields that cost statements of their own; the resolver adds them where they are selected. */
export type RunParent = Omit<Run, 'steps' | 'jobs' | 'findings' | 'outcomes' | 'packageChanges' | 'log'>;

@Injectable()
export class RunViews {
  constructor(private readonly persistence: Persistence) {}

  async runs(filter: RunFilter | null | undefined, page: PageInput | null | undefined): Promise<{ nodes: RunParent[]; pageInfo: PageInfo; totalCount: () => Promise<number> }> {
    const wanted: RowFilter = filter ?? {};
    return connection(await this.persistence.campaignViews.runs(wanted, pageRequest(page)), toRun, () => this.persistence.campaignViews.countRuns(wanted));
  }

  async run(id: string): Promise<RunParent | null> {
    const row = await this.persistence.campaignViews.run(id);
    return row === null ? null : toRun(row);
  }

  private readonly runLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.runViews.runs(ids));
  private readonly runsOfNodeLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.runViews.runsOfNodes(ids));
  private readonly stepLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.runViews.steps(ids));
  private readonly jobLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.runViews.jobs(ids));
  private readonly outcomeLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.runViews.outcomes(ids));
  private readonly factsLoader = new BatchLoader(() => this.persistence, (ids) => this.persistence.runViews.facts(ids));

  /** One of many that are asked for at the same time. */
  async runOfList(id: string | null): Promise<RunParent | null> {
    const row = id === null ? undefined : await this.runLoader.load(id);
    return row === undefined ? null : toRun(row);
  }

  async runsOfNode(nodeId: string): Promise<RunParent[]> {
    return (await this.runsOfNodeLoader.load(nodeId) ?? []).map(toRun);
  }

  async steps(runId: string): Promise<RunStep[]> {
    return (await this.stepLoader.load(runId) ?? []).map((row) => ({ attempt: row.attempt, name: row.step, state: row.state, detail: row.detail, begunAt: row.begunAt.toISOString(), at: row.at.toISOString() }));
  }

  async jobs(runId: string): Promise<RunJob[]> {
    return (await this.jobLoader.load(runId) ?? []).map((row) => ({ ...row, id: row.jobId, launchedAt: row.launchedAt.toISOString(), lastSeenAt: row.lastSeenAt?.toISOString() ?? null }));
  }

  async outcomes(runId: string): Promise<RunOutcome[]> {
    return (await this.outcomeLoader.load(runId) ?? []).map((row) => ({ attempt: row.attempt, kind: row.kind, evidence: row.evidence, current: row.current, at: row.at.toISOString() }));
  }

  async packageChanges(runId: string): Promise<PackageChanges | null> {
    return packageChangesOf(await this.factsLoader.load(runId));
  }

  async stepDurations(campaignId: string | null | undefined): Promise<StepDuration[]> {
    return (await this.persistence.runViews.stepDurations(campaignId ?? null)).map(({ step, ...numbers }) => ({ name: step, ...numbers }));
  }

  /** The last inspection stores its findings with its step, or with the outcome when they block. */
  async findings(runId: string): Promise<Finding[]> {
    const [outcomes = [], steps = []] = await Promise.all([this.outcomeLoader.load(runId), this.stepLoader.load(runId)]);
    const sources = [
      ...steps.filter(({ detail }) => 'findings' in detail).map(({ attempt, detail }) => ({ attempt, findings: detail['findings'] })),
      ...outcomes.filter(({ evidence }) => 'findings' in evidence).map(({ attempt, evidence }) => ({ attempt, findings: evidence['findings'] })),
    ].sort((one, other) => one.attempt - other.attempt);
    return readFindings(sources.at(-1)?.findings);
  }

  async log(runId: string, jobId: string, offset: number): Promise<LogSlice | null> {
    if (offset < 0) throw badRequest('offset is below 0');
    const slice = await this.persistence.campaignViews.runLog(runId, jobId, offset);
    return slice === null ? null : { offset: slice.offset, nextOffset: slice.nextOffset, totalBytes: slice.totalBytes, text: Buffer.from(slice.bytes).toString('utf8') };
  }
}

const failureClassOf = (row: RunView): FailureClass | null => ('failureClass' in row.state ? row.state.failureClass : null);

function stateReasonOf({ state }: RunView): string | null {
  if (state.kind === 'BLOCKED') return state.checks.join(', ');
  return 'reason' in state ? state.reason : null;
}

export function toRun(row: RunView): RunParent {
  const outage = outageFor(row);
  const { remediation, remedy } = remediationFor(row.state);
  return {
    id: row.runId, campaignId: row.campaignId, campaignName: row.campaignName, drivenBy: row.drivenBy, wave: row.wave, attempt: row.attempt, node: { id: row.nodeId, hostname: row.hostname, site: row.site },
    state: row.state.kind, stateClass: row.stateClass, stateReason: stateReasonOf(row), failureClass: failureClassOf(row), overdue: row.overdue, intent: row.intent,
    since: row.enteredAt.toISOString(), createdAt: row.createdAt.toISOString(), endedAt: row.settledAt?.toISOString() ?? null, outage, remediation: outage?.message ?? remediation, remedy: outage?.sentence ?? remedy,
  };
}

function outageFor(row: RunView): RunOutage | null {
  const outage = outageOf({ ended: row.settledAt !== null }, row.siteUnattendedSince === null ? null : instant(row.siteUnattendedSince.getTime()));
  if (outage === null) return null;
  const since = new Date(outage.since).toISOString();
  const said = sentence('outage.siteAway', { site: row.site, since: { at: since } });
  return { failureClass: outage.failureClass, since, message: tell(said), sentence: said };
}
