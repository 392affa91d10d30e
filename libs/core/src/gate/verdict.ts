import { type Sentence } from '../sentence/sentence.ts';

/** What a gate says of a wave. FAIL > ERROR > INCONCLUSIVE > PASS, whatever was looked at first. `sentences` say what `missing` says, in the same order. */
export type Verdict =
  | { readonly kind: 'FAIL'; readonly hardStop: boolean; readonly reason: 'nodeLost' | 'failuresReachedStop'; readonly failed: number; readonly limit: number }
  | { readonly kind: 'ERROR'; readonly sources: readonly string[] }
  | { readonly kind: 'INCONCLUSIVE'; readonly missing: readonly string[]; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'PASS'; readonly verified: number; readonly needed: number };

export type VerdictKind = Verdict['kind'];

/** From best to worst. */
export const verdictOrder: readonly VerdictKind[] = ['PASS', 'INCONCLUSIVE', 'ERROR', 'FAIL'];
