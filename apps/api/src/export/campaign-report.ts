import { Injectable } from '@nestjs/common';
import { type CampaignDocument, type RunState } from '@skein/core';
import { type CampaignNodeRow, type CampaignView, type ReportPlan, type WaveView } from '@skein/persistence';
import { describeCampaignState } from '../campaign/describe-campaign-state.ts';
import { toVerdict } from '../campaign/describe-verdict.ts';
import { type Verdict } from '../generated/schema-types.ts';
import { Persistence } from '../platform/persistence.ts';
import { remediationFor } from '../run/remediation-for.ts';

/** Everything of a campaign's report but its nodes, which come one by one. */
export interface ReportHead {
  readonly schema: 'skein.campaignReport/1';
  readonly writtenAt: string;
  readonly campaign: {
    readonly id: string; readonly name: string; readonly kind: string; readonly state: string; readonly stateReason: string | null; readonly stateDetail: readonly string[]; readonly parentId: string | null;
    readonly digest: string | null; readonly author: string; readonly lastEditor: string; readonly createdAt: string; readonly startedAt: string | null; readonly finishedAt: string | null;
    /** Nodes by the state of their last run. */
    readonly counts: Readonly<Record<string, number>>;
    readonly overdue: number;
  };
  readonly target: { readonly name: string; readonly osId: string; readonly osVersion: string } | null;
  readonly approvals: readonly { readonly person: string; readonly decision: string; readonly digest: string; readonly reason: string | null; readonly at: string }[];
  readonly excluded: ReportPlan['excluded'];
  readonly waves: readonly { readonly number: number; readonly state: string; readonly members: number; readonly openedAt: string | null; readonly closedAt: string | null; readonly counts: Readonly<Record<string, number>> }[];
  /** Oldest first; the newest 200. */
  readonly verdicts: readonly Verdict[];
  readonly document: CampaignDocument | null;
}

export interface ReportNode {
  readonly hostname: string;
  readonly externalId: string;
  readonly site: string;
  readonly wave: number | null;
  /** `PENDING`: nothing was begun. */
  readonly state: string;
  readonly reason: string | null;
  readonly failureClass: string | null;
  readonly attempts: number;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly unavailableSecondsLower: number;
  readonly unavailableSecondsUpper: number;
  readonly remediation: string | null;
}

const verdictsMax = 200;

@Injectable()
export class CampaignReports {
  constructor(private readonly persistence: Persistence) {}

  async head(campaignId: string): Promise<ReportHead | null> {
    const { campaignViews, campaignInsights, exports } = this.persistence;
    const row = await campaignViews.get(campaignId);
    if (row === null) return null;
    const [plan, waves, verdicts, documents] = await Promise.all([exports.reportPlan(campaignId), campaignViews.waves(campaignId), campaignViews.verdicts(campaignId, verdictsMax), campaignInsights.documents([campaignId])]);
    const { target, excluded, approvals } = plan;
    return {
      schema: 'skein.campaignReport/1', writtenAt: new Date().toISOString(), campaign: toCampaign(row),
      target: target === null ? null : { name: target.name, osId: target.osId, osVersion: target.osVersion },
      approvals: approvals.map((approval) => ({ ...approval, at: approval.at.toISOString() })), excluded, waves: waves.map(toWave), verdicts: verdicts.map(toVerdict).reverse(), document: documents.get(campaignId) ?? null,
    };
  }

  async* nodes(campaignId: string): AsyncGenerator<readonly ReportNode[]> {
    for await (const batch of this.persistence.exports.campaignNodes(campaignId)) yield batch.map(toNode);
  }
}

const text = (at: Date | null): string | null => at?.toISOString() ?? null;

const toCampaign = (row: CampaignView): ReportHead['campaign'] => ({
  id: row.campaignId, name: row.name, kind: row.kind, state: row.state.kind, ...describeCampaignState(row.state), parentId: row.parentId, digest: row.revision?.digest ?? null,
  author: row.author.name, lastEditor: row.lastEditor.name, createdAt: row.createdAt.toISOString(), startedAt: text(row.startedAt), finishedAt: text(row.finishedAt), counts: row.counts, overdue: row.overdue,
});

const toWave = (row: WaveView): ReportHead['waves'][number] => ({ number: row.number, state: row.state.kind, members: row.members, openedAt: text(row.openedAt), closedAt: text(row.closedAt), counts: row.counts });

const toNode = (row: CampaignNodeRow): ReportNode => ({
  hostname: row.hostname, externalId: row.externalId, site: row.site, wave: row.wave, state: row.state?.kind ?? 'PENDING', reason: row.state === null ? null : reasonOf(row.state), failureClass: row.failureClass,
  attempts: row.attempts, startedAt: text(row.startedAt), endedAt: text(row.endedAt), unavailableSecondsLower: tenths(row.unavailableSecondsLower), unavailableSecondsUpper: tenths(row.unavailableSecondsUpper),
  remediation: row.state === null ? null : remediationFor(row.state).remediation,
});

const reasonOf = (state: RunState): string | null => (state.kind === 'BLOCKED' ? state.checks.join(', ') : 'reason' in state ? state.reason : null);

const tenths = (seconds: number): number => Math.round(seconds * 10) / 10;
