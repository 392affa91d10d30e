import { type ExitCode, exitCodes } from '../failure/exit-code.ts';
import { CliCampaignRollbacksDocument, CliCampaignTroubleDocument, type CliWatchedCampaignFragment } from '../generated/documents.ts';
import { type Invocation } from '../invocation/invocation.ts';
import { escapeHostileQuoted } from '../output/escape-hostile.ts';
import { campaignEnd } from './campaign-end.ts';
import { changedLines, drawCampaignTree, noTrouble, type Trouble } from './draw-campaign-tree.ts';
import { followCampaign } from './follow-campaign.ts';
import { openRedraw } from './redraw.ts';

/** Whether somebody commanded a rollback of it that was not given up. */
export async function wasRolledBack(invocation: Invocation, id: string): Promise<boolean> {
  const connection = await invocation.connection();
  const { campaigns } = await connection.ask(CliCampaignRollbacksDocument, { id });
  return campaigns.nodes.some(({ state }) => state !== 'CANCELLED');
}

/** How it ended; null: it has not. Asks for rollbacks only where they could be told from. */
export async function readEnd(invocation: Invocation, campaign: CliWatchedCampaignFragment): Promise<ExitCode | null> {
  const end = campaignEnd(campaign, { rolledBack: false });
  return end === null || end === exitCodes.ok ? end : campaignEnd(campaign, { rolledBack: await wasRolledBack(invocation, campaign.id) });
}

/** Shows a campaign until it ends: a tree that is redrawn on a terminal, a line per change elsewhere. With `-o json` or `jsonl`, one object per change. */
export async function watchCampaign(invocation: Invocation, id: string): Promise<ExitCode> {
  const { world, common } = invocation;
  const { terminal } = world;
  const asObjects = common.output === 'json' || common.output === 'jsonl';
  const redraw = terminal.isInteractive && !asObjects ? openRedraw(terminal) : null;
  let before: readonly string[] = [];
  let beforeObject = '';
  let trouble: Trouble = noTrouble;
  let end: ExitCode | null = null;
  let isStale = false;
  await followCampaign(invocation, id, {
    async seen(campaign) {
      if (asObjects) {
        const object = escapeHostileQuoted(JSON.stringify(campaign));
        if (object !== beforeObject) terminal.data(object);
        beforeObject = object;
      } else {
        const connection = await invocation.connection();
        if (campaign.byStateClass.some(({ stateClass, count }) => count > 0 && ['ATTENTION', 'FAILED', 'ROLLED_BACK', 'UNREACHABLE'].includes(stateClass))) trouble = await connection.ask(CliCampaignTroubleDocument, { id }).catch(() => trouble);
        else trouble = noTrouble;
        const lines = drawCampaignTree(campaign, trouble, terminal.paintData);
        if (redraw !== null) redraw.draw(lines);
        else for (const line of changedLines(before, lines)) terminal.data(line);
        before = lines;
      }
      end = await readEnd(invocation, campaign);
      return end !== null;
    },
    stale(is) {
      if (is === isStale) return;
      isStale = is;
      if (redraw !== null && is) redraw.draw([...before, terminal.paintData('Nothing is heard of the control plane: what stands here may be old.', 'bad')]);
      else if (redraw === null) invocation.say(is ? 'Nothing is heard of the control plane; trying again.' : 'The control plane answers again.');
    },
  });
  return end ?? exitCodes.failed;
}
