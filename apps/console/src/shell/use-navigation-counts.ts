import { useAsk } from '../data/use-ask.ts';
import { NowPageDocument } from '../generated/documents.ts';
import { useLive } from '../live/live-context.tsx';

export interface NavigationCount { readonly count: number; readonly hot: boolean }

/** Counts beside the names of screens. Watching `now` on every page also keeps the badge honest everywhere. */
export function useNavigationCounts(): Readonly<Record<string, NavigationCount>> {
  const { data } = useAsk(NowPageDocument, {});
  useLive({ now: true });
  if (data === undefined) return {};
  const { attention, fleet, campaigns } = data.now;
  const approvals = attention.filter(({ kind }) => kind === 'APPROVAL_WAITING').length;
  return {
    '/': { count: attention.length, hot: true },
    '/nodes': { count: fleet.total, hot: false },
    '/campaigns': { count: campaigns.length, hot: false },
    '/approvals': { count: approvals, hot: true },
  };
}
