/** What a gate says of a wave. FAIL > ERROR > INCONCLUSIVE > PASS, whatever was looked at first. */
export type Verdict =
  | { readonly kind: 'FAIL'; readonly hardStop: boolean; readonly reason: 'nodeLost' | 'failuresReachedStop'; readonly failed: number; readonly limit: number }
  | { readonly kind: 'ERROR'; readonly sources: readonly string[] }
  | { readonly kind: 'INCONCLUSIVE'; readonly missing: readonly string[] }
  | { readonly kind: 'PASS'; readonly verified: number; readonly needed: number };

export type VerdictKind = Verdict['kind'];

/** From best to worst. */
export const verdictOrder: readonly VerdictKind[] = ['PASS', 'INCONCLUSIVE', 'ERROR', 'FAIL'];
