import { type ExitCode, exitCodes } from '../failure/exit-code.ts';
import { type CliWatchedCampaignFragment } from '../generated/documents.ts';

/** Reasons of a halt that no person gave. */
const byItself: readonly string[] = ['failuresReachedStop', 'nodeLost'];

/** How a campaign ended, as an exit code; null while something may still move without a person. */
export function campaignEnd(campaign: Pick<CliWatchedCampaignFragment, 'kind' | 'state' | 'stateReason' | 'summary'>, { rolledBack }: { readonly rolledBack: boolean }): ExitCode | null {
  const broughtBack = campaign.kind === 'MIGRATE' && (rolledBack || campaign.summary.rolledBack > 0);
  switch (campaign.state) {
    case 'COMPLETED': return exitCodes.ok;
    case 'COMPLETED_WITH_EXCEPTIONS': case 'CANCELLED': return broughtBack ? exitCodes.rolledBack : exitCodes.failed;
    case 'HALTED':
      // A rollback that somebody commanded says more than the halt before it; nodes that came back by themselves are part of the failures that halted it.
      if (rolledBack) return exitCodes.rolledBack;
      return campaign.stateReason !== null && byItself.includes(campaign.stateReason) ? exitCodes.haltedByGate : exitCodes.failed;
    case 'INVALID': case 'REJECTED': return exitCodes.failed;
    case 'DRAFT': case 'AWAITING_APPROVAL': case 'SCHEDULED': case 'RUNNING': case 'PAUSED': case 'HALTING': case 'CANCELLING': return null;
  }
}
