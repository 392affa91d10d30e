import { useVerb, type VerbOutcome } from '../../data/use-verb.ts';
import {
  CampaignApproveVerbDocument, CampaignCancelVerbDocument, CampaignDenyVerbDocument, CampaignHaltVerbDocument, CampaignHoldVerbDocument, type CampaignPagePartsFragment, CampaignPauseVerbDocument, CampaignResumeVerbDocument,
  CampaignRetryVerbDocument, CampaignRollbackVerbDocument, CampaignStartVerbDocument, CampaignSubmitVerbDocument, type PermitHolderPartsFragment, type UserErrorPartsFragment,
} from '../../generated/documents.ts';
import { type RollbackScope } from './verb-effects.ts';
import { type CampaignVerb } from './verb-rules.ts';

export interface CampaignVerbAnswer {
  readonly campaign: CampaignPagePartsFragment | null;
  readonly userErrors: readonly UserErrorPartsFragment[];
  /** Only after a halt. */
  readonly holdingPermit?: readonly PermitHolderPartsFragment[];
}

export interface CampaignVerbRequest {
  readonly reason: string | null;
  /** That the decision rests on; a repeat of what was not answered says the same, so that it is the same command. */
  readonly version: number;
  readonly digest: string | null;
  readonly scope?: RollbackScope;
  readonly clearQuarantine?: boolean;
}

export type RunCampaignVerb = (verb: Exclude<CampaignVerb, 'revise'>, request: CampaignVerbRequest) => Promise<VerbOutcome<CampaignVerbAnswer>>;

/** All verbs of one campaign. What stops it never asks which version was read. */
export function useCampaignVerbs(campaignId: string): RunCampaignVerb {
  const [submit, start, resume, pause, hold, halt, cancel] = [
    useVerb(CampaignSubmitVerbDocument), useVerb(CampaignStartVerbDocument), useVerb(CampaignResumeVerbDocument), useVerb(CampaignPauseVerbDocument), useVerb(CampaignHoldVerbDocument), useVerb(CampaignHaltVerbDocument),
    useVerb(CampaignCancelVerbDocument),
  ];
  const [approve, deny, retry, rollback] = [useVerb(CampaignApproveVerbDocument), useVerb(CampaignDenyVerbDocument), useVerb(CampaignRetryVerbDocument), useVerb(CampaignRollbackVerbDocument)];
  return (verb, { reason, version, digest, scope, clearQuarantine }) => {
    const stopping = { campaignId, reason };
    const careful = { ...stopping, expectedVersion: version };
    switch (verb) {
      case 'submit': return submit.run(careful);
      case 'start': return start.run(careful);
      case 'resume': return resume.run(careful);
      case 'pause': return pause.run(stopping);
      case 'hold': return hold.run(stopping);
      case 'halt': return halt.run(stopping);
      case 'cancel': return cancel.run(stopping);
      case 'approve': return approve.run({ ...careful, digest: digest ?? '' });
      case 'deny': return deny.run({ campaignId, expectedVersion: version, digest: digest ?? '', reason: reason ?? '' });
      case 'retry': return retry.run({ ...careful, clearQuarantine: clearQuarantine ?? false });
      case 'rollback': return rollback.run({ ...careful, scope: scope?.kind === 'wave' ? { wave: scope.wave } : { campaign: true } });
    }
  };
}
