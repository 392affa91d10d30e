import { Inject, Injectable } from '@nestjs/common';
import { type CampaignId, type CampaignSource, isRefusal, type NodeId, type PlanDigest, type Principal, type Refusal, refuse, type RollbackScope, type RunId } from '@skein/core';
import { type CampaignAnswer, type CampaignRequest, type CommandContext, type PlanPreview } from '@skein/persistence';
import { type Logger } from 'pino';
import {
  type CampaignApplyInput, type CampaignApplyPayload, type CampaignApproveInput, type CampaignDenyInput, type CampaignDraftInput, type CampaignPreviewInput, type CampaignRetryInput, type CampaignReviseInput, type CampaignRollbackInput, type CampaignsHaltAllInput,
  type CampaignVerbInput, type PermitHolder, type RollbackScopeInput, type UserError,
} from '../generated/schema-types.ts';
import { type SignedInScope } from '../platform/caller.ts';
import { CommandDesk } from '../platform/command-desk.ts';
import { badRequest } from '../platform/graphql-failure.ts';
import { LOG } from '../platform/injection-tokens.ts';
import { Persistence } from '../platform/persistence.ts';
import { userErrors } from '../platform/user-errors.ts';
import { fromDocumentInput } from './campaign-document.ts';
import { type PreviewReply, toPreview } from './campaign-preview.ts';
import { fromSpecInput } from './campaign-spec.ts';
import { type CampaignParent, CampaignViews } from './campaign.views.ts';

/** The campaign is read only when it was asked for: a command is true before its answer is looked at. */
export interface CampaignReply {
  readonly campaign: (() => Promise<CampaignParent | null>) | null;
  readonly userErrors: UserError[];
}

export interface CampaignHaltReply extends CampaignReply {
  readonly holdingPermit: readonly PermitHolder[];
}

/** What costs a statement is read only when it was asked for. */
export interface CampaignApplyReply extends CampaignReply {
  readonly outcome: CampaignApplyPayload['outcome'];
  readonly changes: CampaignApplyPayload['changes'];
  readonly preview: (() => Promise<PreviewReply>) | null;
}

export interface CampaignsHaltAllReply {
  readonly campaigns: () => Promise<CampaignParent[]>;
  readonly holdingPermit: readonly PermitHolder[];
  readonly userErrors: UserError[];
}

type SimpleVerb = 'submit' | 'start' | 'pause' | 'hold' | 'resume' | 'cancel';

@Injectable()
export class CampaignCommands {
  constructor(private readonly persistence: Persistence, private readonly views: CampaignViews, private readonly desk: CommandDesk, @Inject(LOG) private readonly log: Logger) {}

  async preview({ campaignId, spec: sent }: CampaignPreviewInput, principal: Principal): Promise<PreviewReply> {
    const spec = sent === null || sent === undefined ? (await this.persistence.campaignViews.get(campaignId ?? ''))?.spec : fromSpecInput(sent);
    if (spec === undefined) throw badRequest('there is no such campaign');
    return previewOf(isRefusal(spec) ? spec : await this.persistence.campaigns.preview(principal, spec));
  }

  draft(input: CampaignDraftInput, caller: SignedInScope): Promise<CampaignReply> {
    const spec = fromSpecInput(input.spec);
    if (isRefusal(spec)) return Promise.resolve(this.reply(spec));
    return this.run('campaignDraft', input, caller, (context) => this.persistence.campaigns.draft({ ...context, spec, source: sourceOf(input.source, caller) }));
  }

  revise(input: CampaignReviseInput, caller: SignedInScope): Promise<CampaignReply> {
    const spec = fromSpecInput(input.spec);
    if (isRefusal(spec)) return Promise.resolve(this.reply(spec));
    return this.run('campaignRevise', input, caller, (context) => this.persistence.campaigns.revise({ ...request(context, input), spec }));
  }

  approve(input: CampaignApproveInput, caller: SignedInScope): Promise<CampaignReply> {
    return this.run('campaignApprove', input, caller, (context) => this.persistence.campaigns.approve({ ...request(context, input), digest: input.digest as PlanDigest }));
  }

  deny(input: CampaignDenyInput, caller: SignedInScope): Promise<CampaignReply> {
    return this.run('campaignDeny', input, caller, (context) => this.persistence.campaigns.deny({ ...request(context, input), digest: input.digest as PlanDigest, reason: input.reason }));
  }

  /** Verbs that need nothing but the campaign. */
  apply(verb: SimpleVerb, input: CampaignVerbInput, caller: SignedInScope): Promise<CampaignReply> {
    return this.run(`campaign${verb.charAt(0).toUpperCase()}${verb.slice(1)}`, input, caller, (context) => this.persistence.campaigns[verb](request(context, input)));
  }

  async halt(input: CampaignVerbInput, caller: SignedInScope): Promise<CampaignHaltReply> {
    const answer = await this.desk.run('campaignHalt', caller, input, (context) => this.persistence.campaigns.halt(request(context, input)));
    return { ...this.reply(answer), holdingPermit: isRefusal(answer) ? [] : answer.holdingPermit };
  }

  async applyDocument(input: CampaignApplyInput, caller: SignedInScope): Promise<CampaignApplyReply> {
    const document = fromDocumentInput(input.document);
    if (isRefusal(document)) return refusedApply(document);
    let others: readonly Refusal[] = [];
    const answer = await this.desk.run('campaignApply', caller, input, async (context) => {
      const applied = await this.persistence.campaigns.apply({ ...context, document, source: sourceOf(null, caller), dryRun: input.dryRun });
      if (!('refusals' in applied)) return applied;
      const [first, ...more] = applied.refusals;
      if (first === undefined) throw new Error('a document was refused without a reason');
      others = more;
      return first;
    });
    if (isRefusal(answer)) return refusedApply(answer, ...others);
    const { campaignId, outcome, changes, spec } = answer;
    return {
      campaign: campaignId === null ? null : () => this.views.campaign(campaignId), outcome, changes, userErrors: [],
      preview: async () => previewOf(await this.persistence.campaigns.preview(caller.principal, spec)),
    };
  }

  async haltAll(input: CampaignsHaltAllInput, caller: SignedInScope): Promise<CampaignsHaltAllReply> {
    const answer = await this.desk.run('campaignsHaltAll', caller, input, (context) => this.persistence.campaigns.haltAll(context, (campaignId, failure) => {
      this.log.error({ err: failure, campaignId, correlationId: caller.correlationId }, 'campaign not halted');
    }));
    if (isRefusal(answer)) return { campaigns: () => Promise.resolve([]), holdingPermit: [], userErrors: userErrors(answer) };
    const ids = answer.halted.map(({ campaign }) => campaign.campaignId);
    return { campaigns: () => this.views.campaignsByIds(ids), holdingPermit: answer.halted.flatMap(({ holdingPermit }) => holdingPermit), userErrors: userErrors(...answer.refusals) };
  }

  retry(input: CampaignRetryInput, caller: SignedInScope): Promise<CampaignReply> {
    return this.run('campaignRetry', input, caller, (context) => this.persistence.campaigns.retry({
      ...request(context, input), runIds: (input.runIds ?? undefined) as readonly RunId[] | undefined, wave: input.wave ?? undefined, clearQuarantine: input.clearQuarantine,
    }));
  }

  rollback(input: CampaignRollbackInput, caller: SignedInScope): Promise<CampaignReply> {
    const scope = readScope(input.scope);
    if (isRefusal(scope)) return Promise.resolve(this.reply(scope));
    return this.run('campaignRollback', input, caller, (context) => this.persistence.campaigns.rollback({ ...request(context, input), scope, source: sourceOf(null, caller) }));
  }

  private async run(command: string, input: { readonly idempotencyKey: string; readonly reason?: string | null | undefined }, caller: SignedInScope, act: (context: CommandContext) => Promise<CampaignAnswer>): Promise<CampaignReply> {
    return this.reply(await this.desk.run(command, caller, input, act));
  }

  private reply(answer: CampaignAnswer): CampaignReply {
    if (isRefusal(answer)) return { campaign: null, userErrors: userErrors(answer) };
    return { campaign: () => this.views.campaign(answer.campaign.campaignId), userErrors: [] };
  }
}

const refusedApply = (...refusals: readonly Refusal[]): CampaignApplyReply => ({ campaign: null, outcome: null, changes: [], preview: null, userErrors: userErrors(...refusals) });

const previewOf = (answer: PlanPreview | Refusal): PreviewReply => toPreview(isRefusal(answer) ? { plan: null, problems: [answer], firstWave: null, runSecondsMedian: null } : answer);

const request = (context: CommandContext, input: { readonly campaignId: string; readonly expectedVersion?: number | null | undefined }): CampaignRequest =>
  ({ ...context, campaignId: input.campaignId as CampaignId, expectedVersion: input.expectedVersion ?? undefined });

const sourceOf = (asked: CampaignDraftInput['source'], { principal }: SignedInScope): CampaignSource =>
  (asked === null || asked === undefined ? principal.via === 'session' ? 'operator' : 'api' : ({ OPERATOR: 'operator', DEMO: 'demo', API: 'api' } as const)[asked]);

function readScope({ campaign, wave, nodeIds }: RollbackScopeInput): RollbackScope | Refusal {
  if (typeof wave === 'number') return { kind: 'wave', wave };
  if (nodeIds !== null && nodeIds !== undefined) return { kind: 'nodes', nodeIds: nodeIds as readonly NodeId[] };
  return campaign === true ? { kind: 'campaign' } : refuse('invalidInput', 'campaign is either true or left out', { field: ['scope', 'campaign'] });
}
