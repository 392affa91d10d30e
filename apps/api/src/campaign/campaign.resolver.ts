import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type CampaignApplyInput, type CampaignApproveInput, type CampaignCan, type CampaignDenyInput, type CampaignDraftInput, type CampaignFilter, type CampaignOrder, type CampaignPreviewInput, type CampaignRetryInput,
  type CampaignReviseInput, type CampaignRollbackInput, type CampaignsHaltAllInput, type CampaignVerbInput, type PageInput, type PermitHolder,
} from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { Caller, type SignedInScope } from '../platform/caller.ts';
import { type PreviewReply } from './campaign-preview.ts';
import { type CampaignApplyReply, CampaignCommands, type CampaignHaltReply, type CampaignReply, type CampaignsHaltAllReply } from './campaign.commands.ts';
import { type CampaignParent, CampaignViews, type WaveParent } from './campaign.views.ts';

@Resolver('Campaign')
export class CampaignResolver {
  constructor(private readonly commands: CampaignCommands, private readonly views: CampaignViews) {}

  @Query('campaigns')
  @Allow('campaign:read')
  campaigns(
    @Args('filter') filter: CampaignFilter | null | undefined, @Args('orderBy') orderBy: CampaignOrder | null | undefined, @Args('page') page: PageInput | null | undefined,
  ): ReturnType<CampaignViews['campaigns']> {
    return this.views.campaigns(filter, orderBy, page);
  }

  @Query('campaign')
  @Allow('campaign:read')
  campaign(@Args('id') id: string): Promise<CampaignParent | null> {
    return this.views.campaign(id);
  }

  @Query('campaignPreview')
  @Allow('campaign:read')
  preview(@Args('of') of: CampaignPreviewInput, @Caller() caller: SignedInScope): Promise<PreviewReply> {
    return this.commands.preview(of, caller.principal);
  }

  @ResolveField('waves')
  @Allow('campaign:read')
  waves(@Parent() campaign: CampaignParent): Promise<WaveParent[]> {
    return this.views.waves(campaign);
  }

  @ResolveField('holdingPermit')
  @Allow('campaign:read')
  holdingPermit(@Parent() campaign: CampaignParent): Promise<PermitHolder[]> {
    return this.views.holdingPermit(campaign.id);
  }

  @ResolveField('can')
  @Allow('campaign:read')
  can(@Parent() campaign: CampaignParent, @Caller() caller: SignedInScope): Promise<CampaignCan> {
    return this.views.can(caller.principal, campaign.row);
  }

  @Mutation('campaignDraft')
  @Allow('campaign:draft')
  draft(@Args('input') input: CampaignDraftInput, @Caller() caller: SignedInScope): Promise<CampaignReply> {
    return this.commands.draft(input, caller);
  }

  @Mutation('campaignRevise')
  @Allow('campaign:draft')
  revise(@Args('input') input: CampaignReviseInput, @Caller() caller: SignedInScope): Promise<CampaignReply> {
    return this.commands.revise(input, caller);
  }

  @Mutation('campaignSubmit')
  @Allow('campaign:draft')
  submit(@Args('input') input: CampaignVerbInput, @Caller() caller: SignedInScope): Promise<CampaignReply> {
    return this.commands.apply('submit', input, caller);
  }

  @Mutation('campaignApprove')
  @Allow('campaign:approve')
  approve(@Args('input') input: CampaignApproveInput, @Caller() caller: SignedInScope): Promise<CampaignReply> {
    return this.commands.approve(input, caller);
  }

  @Mutation('campaignDeny')
  @Allow('campaign:approve')
  deny(@Args('input') input: CampaignDenyInput, @Caller() caller: SignedInScope): Promise<CampaignReply> {
    return this.commands.deny(input, caller);
  }

  @Mutation('campaignStart')
  @Allow('campaign:start')
  start(@Args('input') input: CampaignVerbInput, @Caller() caller: SignedInScope): Promise<CampaignReply> {
    return this.commands.apply('start', input, caller);
  }

  @Mutation('campaignPause')
  @Allow('campaign:stop')
  pause(@Args('input') input: CampaignVerbInput, @Caller() caller: SignedInScope): Promise<CampaignReply> {
    return this.commands.apply('pause', input, caller);
  }

  @Mutation('campaignHold')
  @Allow('campaign:stop')
  hold(@Args('input') input: CampaignVerbInput, @Caller() caller: SignedInScope): Promise<CampaignReply> {
    return this.commands.apply('hold', input, caller);
  }

  @Mutation('campaignHalt')
  @Allow('campaign:stop')
  halt(@Args('input') input: CampaignVerbInput, @Caller() caller: SignedInScope): Promise<CampaignHaltReply> {
    return this.commands.halt(input, caller);
  }

  @Mutation('campaignApply')
  @Allow('campaign:draft')
  applyDocument(@Args('input') input: CampaignApplyInput, @Caller() caller: SignedInScope): Promise<CampaignApplyReply> {
    return this.commands.applyDocument(input, caller);
  }

  @Mutation('campaignsHaltAll')
  @Allow('campaign:stop')
  haltAll(@Args('input') input: CampaignsHaltAllInput, @Caller() caller: SignedInScope): Promise<CampaignsHaltAllReply> {
    return this.commands.haltAll(input, caller);
  }

  @Mutation('campaignResume')
  @Allow('campaign:start')
  resume(@Args('input') input: CampaignVerbInput, @Caller() caller: SignedInScope): Promise<CampaignReply> {
    return this.commands.apply('resume', input, caller);
  }

  @Mutation('campaignCancel')
  @Allow('campaign:stop')
  cancel(@Args('input') input: CampaignVerbInput, @Caller() caller: SignedInScope): Promise<CampaignReply> {
    return this.commands.apply('cancel', input, caller);
  }

  @Mutation('campaignRetry')
  @Allow('campaign:start')
  retry(@Args('input') input: CampaignRetryInput, @Caller() caller: SignedInScope): Promise<CampaignReply> {
    return this.commands.retry(input, caller);
  }

  @Mutation('campaignRollback')
  @Allow('campaign:rollback')
  rollback(@Args('input') input: CampaignRollbackInput, @Caller() caller: SignedInScope): Promise<CampaignReply> {
    return this.commands.rollback(input, caller);
  }
}
