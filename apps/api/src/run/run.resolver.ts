import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Finding, type LogSlice, type PackageChanges, type PageInput, type RunFilter, type RunJob, type RunOutcome, type RunStep, type StepDuration } from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { type RunParent, RunViews } from './run.views.ts';

@Resolver('Run')
export class RunResolver {
  constructor(private readonly views: RunViews) {}

  @Query('runs')
  @Allow('campaign:read')
  runs(@Args('filter') filter: RunFilter | null | undefined, @Args('page') page: PageInput | null | undefined): ReturnType<RunViews['runs']> {
    return this.views.runs(filter, page);
  }

  @Query('run')
  @Allow('campaign:read')
  run(@Args('id') id: string): Promise<RunParent | null> {
    return this.views.run(id);
  }

  @Query('stepDurations')
  @Allow('campaign:read')
  stepDurations(@Args('campaignId') campaignId: string | null | undefined): Promise<StepDuration[]> {
    return this.views.stepDurations(campaignId);
  }

  @ResolveField('packageChanges')
  @Allow('campaign:read')
  packageChanges(@Parent() run: RunParent): Promise<PackageChanges | null> {
    return this.views.packageChanges(run.id);
  }

  @ResolveField('steps')
  @Allow('campaign:read')
  steps(@Parent() run: RunParent): Promise<RunStep[]> {
    return this.views.steps(run.id);
  }

  @ResolveField('jobs')
  @Allow('campaign:read')
  jobs(@Parent() run: RunParent): Promise<RunJob[]> {
    return this.views.jobs(run.id);
  }

  @ResolveField('outcomes')
  @Allow('campaign:read')
  outcomes(@Parent() run: RunParent): Promise<RunOutcome[]> {
    return this.views.outcomes(run.id);
  }

  @ResolveField('findings')
  @Allow('campaign:read')
  findings(@Parent() run: RunParent): Promise<Finding[]> {
    return this.views.findings(run.id);
  }

  @ResolveField('log')
  @Allow('campaign:read')
  log(@Parent() run: RunParent, @Args('jobId') jobId: string, @Args('offset') offset: number): Promise<LogSlice | null> {
    return this.views.log(run.id, jobId, offset);
  }
}
