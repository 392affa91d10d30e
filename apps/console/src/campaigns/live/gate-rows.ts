import { type VerdictPartsFragment } from '../../generated/documents.ts';
import { type SaidLine } from '../../i18n/use-said.ts';
import { phrase, type Phrase } from '../phrase.ts';
import { type VerdictName } from '../../theme/tokens.ts';

export type VerdictLayer = 'hardStops' | 'outcomes' | 'sources';

/** One rule of a wave's gate, as its last evaluation found it. */
export interface GateRow {
  readonly rule: 'lost' | 'failures' | 'verified' | 'soaked' | 'sources';
  readonly layer: VerdictLayer;
  readonly verdict: VerdictName;
  readonly value: number;
  readonly threshold: Phrase;
  /** How far towards the threshold: 1 is the threshold itself; null where there is no way to go. */
  readonly way: number | null;
  readonly samples: Phrase | number | null;
  /** What keeps it from passing. */
  readonly detail: readonly SaidLine[] | null;
}

export const watchFrom = 0.8;
export const verdictOrder: readonly VerdictName[] = ['fail', 'error', 'inconclusive', 'watch', 'pass'];
export const rowPasses = (row: GateRow): boolean => row.verdict === 'pass' || row.verdict === 'watch';

type Evidence = VerdictPartsFragment['evidence'];

const numberOf = (text: string | null | undefined): number | null => {
  if (text === null || text === undefined || text.trim() === '') return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
};

/** The rules behind a verdict, computed from its evidence. What an older judge did not record has no row: a rule without numbers is not shown as a pass. */
export function gateRows({ evidence }: Pick<VerdictPartsFragment, 'evidence'>): readonly GateRow[] {
  return [...stopRow('lost', 'hardStops', evidence, ['lost']), ...stopRow('failures', 'outcomes', evidence, ['failures', 'overdue']), ...demandRow('verified', evidence), ...demandRow('soaked', evidence), ...sourcesRow(evidence)];
}

function stopRow(rule: 'lost' | 'failures', layer: VerdictLayer, evidence: Evidence, names: readonly string[]): readonly GateRow[] {
  const measures = evidence.filter(({ name }) => names.includes(name));
  const first = measures[0];
  const limit = numberOf(first?.threshold);
  if (first === undefined || limit === null) return [];
  const value = measures.reduce((sum, measure) => sum + (numberOf(measure.value) ?? 0), 0);
  const way = limit === 0 ? 1 : value / limit;
  const verdict = way >= 1 ? 'fail' : way >= watchFrom ? 'watch' : 'pass';
  return [{ rule, layer, verdict, value, threshold: phrase('campaigns.threshold.haltAt', { count: limit }), way, samples: first.samples ?? null, detail: null }];
}

function demandRow(rule: 'verified' | 'soaked', evidence: Evidence): readonly GateRow[] {
  const measure = evidence.find(({ name }) => name === rule);
  const demand = numberOf(measure?.threshold);
  const value = numberOf(measure?.value);
  if (measure === undefined || demand === null || value === null) return [];
  const enough = value >= demand && (measure.samples ?? demand) > 0;
  const waiting = rule === 'soaked' ? evidence.filter(({ name }) => name === 'soaking').map(({ value: text, sentence }): SaidLine => ({ text, sentence })) : [];
  return [{
    rule, layer: 'outcomes', verdict: enough ? 'pass' : 'inconclusive', value, threshold: phrase('campaigns.threshold.atLeast', { count: demand }),
    way: demand === 0 ? null : value / demand, samples: enough ? measure.samples : phrase('campaigns.samplesOf', { value, needed: demand }), detail: waiting.length === 0 ? null : waiting,
  }];
}

function sourcesRow(evidence: Evidence): readonly GateRow[] {
  if (evidence.length === 0) return [];
  const unreadable = evidence.find(({ name }) => name === 'unreadable');
  const sources = unreadable === undefined || unreadable.value === '[]' || unreadable.value === '' ? [] : unreadable.value.split('; ');
  return [{
    rule: 'sources', layer: 'sources', verdict: sources.length > 0 ? 'error' : 'pass', value: sources.length, threshold: phrase('campaigns.threshold.none'), way: null, samples: null,
    detail: sources.length > 0 ? sources.map((text) => ({ text, sentence: null })) : null,
  }];
}

export interface GateSummary {
  readonly passing: number;
  readonly total: number;
  /** The kinds that are not a plain pass, worst first, each once; empty: all pass plainly. */
  readonly notable: readonly VerdictName[];
}

/** What the ladder shows of a wave's gate; null while it was never judged. */
export function gateSummary(verdict: Pick<VerdictPartsFragment, 'evidence'> | undefined): GateSummary | null {
  const rows = verdict === undefined ? [] : gateRows(verdict);
  if (rows.length === 0) return null;
  const kinds = new Set(rows.map((row) => row.verdict));
  return { passing: rows.filter(rowPasses).length, total: rows.length, notable: verdictOrder.filter((kind) => kind !== 'pass' && kinds.has(kind)) };
}

/** The finding over the table: how many rules pass, and what is with the others. */
export function gatesHeading(rows: readonly GateRow[]): Phrase {
  if (rows.length === 0) return phrase('campaigns.gates.title');
  const of = (verdict: VerdictName): number => rows.filter((row) => row.verdict === verdict).length;
  const failed = of('fail');
  if (failed > 0) return phrase('campaigns.gates.fails', { count: failed, failed, total: rows.length, rule: ruleName(rows.find(({ verdict }) => verdict === 'fail')) });
  const errors = of('error');
  if (errors > 0) return phrase('campaigns.gates.errors', { errors, total: rows.length });
  const passing = rows.filter(rowPasses).length;
  const barely = of('watch');
  const lacking = of('inconclusive');
  if (lacking === 0) return barely === 0 ? phrase('campaigns.gates.allPass', { total: rows.length }) : phrase('campaigns.gates.allPassBarely', { total: rows.length, barely });
  return barely === 0 ? phrase('campaigns.gates.somePass', { count: lacking, passing, total: rows.length, lacking }) : phrase('campaigns.gates.somePassBarely', { count: lacking, passing, total: rows.length, barely, lacking });
}

export const ruleName = (row: GateRow | undefined): Phrase => phrase(`campaigns.rule.${row?.rule ?? 'failures'}`);
