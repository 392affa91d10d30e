import { Injectable } from '@nestjs/common';
import { type AssessmentBatchView, type AssessmentView } from '@skein/persistence';
import { type Assessment, type AssessmentBatch, type AssessmentConnection, type PageInput } from '../generated/schema-types.ts';
import { BatchLoader } from '../platform/batch-loader.ts';
import { pageRequest, uncountedConnection } from '../platform/connection.ts';
import { Persistence } from '../platform/persistence.ts';
import { readFindings } from '../run/read-findings.ts';

/** A batch without its assessments, which are read where they are selected. */
export type AssessmentBatchParent = Omit<AssessmentBatch, 'assessments'>;

@Injectable()
export class AssessmentViews {
  private readonly lastLoader = new BatchLoader(() => this.persistence, (nodeIds) => this.persistence.assessmentViews.lastOf(nodeIds));

  constructor(private readonly persistence: Persistence) {}

  async batch(id: string): Promise<AssessmentBatchParent | null> {
    const row = await this.persistence.assessmentViews.batch(id);
    return row === null ? null : toBatch(row);
  }

  async assessments(batchId: string, page: PageInput | null | undefined): Promise<AssessmentConnection> {
    return uncountedConnection(await this.persistence.assessmentViews.ofBatch(batchId, pageRequest(page)), toAssessment);
  }

  async lastOf(nodeId: string): Promise<Assessment | null> {
    const row = await this.lastLoader.load(nodeId);
    return row === undefined ? null : toAssessment(row);
  }
}

const toBatch = ({ assessmentBatchId, byCheck, requestedAt, ...counts }: AssessmentBatchView): AssessmentBatchParent => ({
  id: assessmentBatchId, ...counts, requestedAt: requestedAt.toISOString(), byCheck: byCheck.map(({ check, nodes }) => ({ value: check, count: nodes })),
});

const toAssessment = (row: AssessmentView): Assessment => ({
  id: row.assessmentId, nodeId: row.nodeId, targetProfileId: row.targetProfileId, state: row.state, requestedAt: row.requestedAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null,
  ready: row.ready, findings: readFindings(row.findings), message: row.message,
});
