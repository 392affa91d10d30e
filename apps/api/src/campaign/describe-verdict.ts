import { type VerdictView } from '@skein/persistence';
import { type Evidence, type Verdict } from '../generated/schema-types.ts';

const soakingShownMax = 50;

/** One evaluation in words and numbers. What is stored may come from an older or newer judge: unknown measures are shown as they are. */
export const toVerdict = (row: VerdictView): Verdict => ({ wave: row.wave, kind: row.kind, message: message(row), evidence: evidence(row), at: row.at.toISOString() });

function message({ kind, detail }: VerdictView): string {
  const list = (name: string): string => (Array.isArray(detail[name]) ? detail[name].map(String).join('; ') : 'not recorded');
  switch (kind) {
    case 'PASS': return `${String(detail['verified'])} verified and soaked, ${String(detail['needed'])} needed`;
    case 'FAIL': return detail['reason'] === 'nodeLost' ? `${String(detail['failed'])} lost, ${String(detail['limit'])} stop the campaign` : `${String(detail['failed'])} failed, ${String(detail['limit'])} stop the campaign`;
    case 'INCONCLUSIVE': return `missing: ${list('missing')}`;
    case 'ERROR': return `could not be read: ${list('sources')}`;
  }
}

/** Which stored threshold a measure is compared with. */
const thresholdOf: Readonly<Record<string, string>> = { failures: 'stopAt', overdue: 'stopAt', verified: 'needed', soaked: 'needed', lost: 'lostMax' };
const thresholds: ReadonlySet<string> = new Set(Object.values(thresholdOf));

function evidence({ evidence: stored }: VerdictView): Evidence[] {
  const one = (name: string, value: string, threshold: string | null = null): Evidence => ({ name, value, threshold, window: null, samples: null, query: null });
  return Object.entries(stored).filter(([name]) => !thresholds.has(name)).flatMap(([name, value]) => {
    if (name === 'soaking' && Array.isArray(value)) return value.slice(0, soakingShownMax).map((run: unknown) => one('soaking', soakingText(run)));
    if (Array.isArray(value)) return value.length === 0 ? [] : [one(name, value.map(String).join('; '))];
    const limit = stored[thresholdOf[name] ?? ''];
    return [one(name, shown(value), limit === undefined || limit === null ? null : shown(limit))];
  });
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function soakingText(run: unknown): string {
  const fields = new Map<string, unknown>(typeof run === 'object' && run !== null ? Object.entries(run) : []);
  const problem = fields.get('lastProblem');
  return `${String(fields.get('hostname'))} lacks ${String(fields.get('missingSeconds'))} s${typeof problem === 'string' ? `: ${problem}` : ''}`;
}
