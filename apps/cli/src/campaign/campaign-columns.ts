import { type CliCampaignRowFragment } from '../generated/documents.ts';
import { relativeTime } from '../output/describe-time.ts';
import { type Column } from '../output/draw-table.ts';
import { type StateClassName, stateClassMarks, type Tone } from '../output/paint.ts';

export const stateTone = (state: string): Tone => {
  if (state === 'COMPLETED') return 'good';
  if (state === 'RUNNING') return 'busy';
  if (['HALTED', 'HALTING', 'INVALID', 'REJECTED'].includes(state)) return 'bad';
  return ['PAUSED', 'COMPLETED_WITH_EXCEPTIONS', 'AWAITING_APPROVAL'].includes(state) ? 'warn' : 'quiet';
};

export const describeState = ({ state, stateReason }: { readonly state: string; readonly stateReason: string | null }): string => `${state.toLowerCase().replaceAll('_', ' ')}${stateReason === null ? '' : ` (${stateReason})`}`;

/** Classes that somebody is in, such as `✔ 12  ✖ 1`. */
export const describeClasses = (counts: readonly { readonly stateClass: StateClassName; readonly count: number }[]): string => counts.filter(({ count }) => count > 0).map(({ stateClass, count }) => `${stateClassMarks[stateClass].glyph} ${String(count)}`).join('  ');

export const campaignColumns = (now: number): readonly Column<CliCampaignRowFragment>[] => [
  { header: 'NAME', text: (campaign) => campaign.name },
  { header: 'STATE', text: (campaign) => describeState(campaign), tone: (campaign) => stateTone(campaign.state) },
  { header: 'NODES', text: (campaign) => campaign.revision?.members ?? null, right: true },
  { header: 'WAVES', text: (campaign) => campaign.revision?.waves ?? null, right: true },
  { header: 'PROGRESS', text: (campaign) => describeClasses(campaign.byStateClass) },
  { header: 'AUTHOR', text: (campaign) => campaign.author.name },
  { header: 'STARTED', text: (campaign) => relativeTime(campaign.startedAt, now) },
  { header: 'ENDED', text: (campaign) => relativeTime(campaign.endedAt, now), wide: true },
  { header: 'KIND', text: (campaign) => campaign.kind.toLowerCase(), wide: true },
  { header: 'VERSION', text: (campaign) => campaign.version, wide: true, right: true },
  { header: 'ID', text: (campaign) => campaign.id, wide: true },
];
