import { Injectable } from '@nestjs/common';
import { isRefusal, parseNodeQuery, type TargetProfileId } from '@skein/core';
import { type NodesAssessInput, type UserError } from '../generated/schema-types.ts';
import { toNodeFilter } from '../node/to-node-filter.ts';
import { type SignedInScope } from '../platform/caller.ts';
import { CommandDesk } from '../platform/command-desk.ts';
import { Persistence } from '../platform/persistence.ts';
import { userErrors } from '../platform/user-errors.ts';
import { type AssessmentBatchParent, AssessmentViews } from './assessment.views.ts';

export interface AssessmentAnswer {
  readonly batch: (() => Promise<AssessmentBatchParent | null>) | null;
  readonly userErrors: UserError[];
}

@Injectable()
export class AssessmentCommands {
  constructor(private readonly persistence: Persistence, private readonly views: AssessmentViews, private readonly desk: CommandDesk) {}

  async request(input: NodesAssessInput, caller: SignedInScope): Promise<AssessmentAnswer> {
    const terms = parseNodeQuery(input.filter.query ?? '');
    if (isRefusal(terms)) return { batch: null, userErrors: userErrors({ ...terms, field: ['filter', 'query'] }) };
    const filter = toNodeFilter(input.filter);
    const answer = await this.desk.run('nodesAssess', caller, input, (context) => this.persistence.assessments.request({
      ...context, filter, targetProfileId: input.targetProfileId as TargetProfileId, expectedCount: input.expectedCount ?? undefined,
    }));
    if (isRefusal(answer)) return { batch: null, userErrors: userErrors(answer) };
    return { batch: () => this.views.batch(answer.assessmentBatchId), userErrors: [] };
  }
}
