import { needed, type Sentence, soakingSentence, stopAt } from '@skein/core';
import { type VerdictView } from '@skein/persistence';
import { type Evidence, type Verdict } from '../generated/schema-types.ts';

const soakingShownMax = 50;

/** One evaluation in words and numbers. What is stored may come from an older or newer judge: unknown measures are shown as they are. */
export const toVerdict = (row: VerdictView): Verdict => ({ wave: row.wave, kind: row.kind, message: message(row), evidence: evidence(row), at: row.at.toISOString() });

function message({ kind, detail }: VerdictView): string {
  const list = (name: string): string => (Array.isArray(detail[name]) ? detail[name].map(shown).join('; ') : 'not recorded');
  switch (kind) {
    case 'PASS': return `${shown(detail['verified'])} verified and soaked, ${shown(detail['needed'])} needed`;
    case 'FAIL': return `${shown(detail['failed'])} ${detail['reason'] === 'nodeLost' ? 'lost' : 'failed'}, ${shown(detail['limit'])} stop the campaign`;
    case 'INCONCLUSIVE': return `missing: ${list('missing')}`;
    case 'ERROR': return `could not be read: ${list('sources')}`;
  }
}

function evidence({ evidence: { gate, soaking, ...measures } }: VerdictView): Evidence[] {
  const counted = numberIn(measures, 'planned') - numberIn(measures, 'deferred');
  const thresholds = thresholdsOf(gate, counted);
  const rows = Object.entries(measures).filter(([, value]) => !Array.isArray(value) || value.length > 0).map(([name, value]): Evidence => ({
    name, value: Array.isArray(value) ? value.map(shown).join('; ') : shown(value), threshold: thresholds.get(name) ?? null, window: null, sentence: null,
    samples: thresholds.has(name) ? counted : null, query: null,
  }));
  const soakSeconds = numberIn(gate, 'soakSeconds');
  const runs: readonly unknown[] = Array.isArray(soaking) ? soaking.slice(0, soakingShownMax) : [];
  return [...rows, ...runs.map((run): Evidence => ({ name: 'soaking', value: soakingText(run), sentence: sentenceOfSoaking(run, soakSeconds), threshold: `${String(soakSeconds)} s`, window: null, samples: null, query: null }))];
}

/** What the judge compared with: core's own formulas over the gate that was in force. */
function thresholdsOf(gate: unknown, counted: number): ReadonlyMap<string, string> {
  if (typeof gate !== 'object' || gate === null) return new Map();
  const stop = String(stopAt(numberIn(gate, 'failurePercentMax'), counted));
  const enough = String(needed(numberIn(gate, 'verifiedPercentMin'), counted));
  return new Map([['failures', stop], ['overdue', stop], ['verified', enough], ['soaked', enough], ['lost', String(numberIn(gate, 'lostMax'))]]);
}

function soakingText(run: unknown): string {
  const fields = new Map<string, unknown>(typeof run === 'object' && run !== null ? Object.entries(run) : []);
  const problem = fields.get('lastProblem');
  return `${shown(fields.get('hostname'))} lacks ${shown(fields.get('missingSeconds'))} s${typeof problem === 'string' ? `: ${problem}` : ''}`;
}

function sentenceOfSoaking(run: unknown, soakSeconds: number): Sentence | null {
  const fields = new Map<string, unknown>(typeof run === 'object' && run !== null ? Object.entries(run) : []);
  const [hostname, missingSeconds, problem] = [fields.get('hostname'), fields.get('missingSeconds'), fields.get('lastProblem')];
  return typeof hostname === 'string' && typeof missingSeconds === 'number' ? soakingSentence({ hostname, missingSeconds, lastProblem: typeof problem === 'string' ? problem : null }, soakSeconds) : null;
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) ?? 'not recorded');

function numberIn(record: unknown, name: string): number {
  const value: unknown = typeof record === 'object' && record !== null && Object.hasOwn(record, name) ? (record as Readonly<Record<string, unknown>>)[name] : 0;
  return typeof value === 'number' ? value : 0;
}
