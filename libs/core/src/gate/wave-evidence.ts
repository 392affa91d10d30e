/** What is known of a wave's members, counted from rows; stored with each verdict. One member counts once, by its last run. */
export interface WaveEvidence {
  /** Members of the wave, alternates that stepped in included. */
  readonly planned: number;
  /** `runIsDeferred`: they leave the denominator. */
  readonly deferred: number;
  /** FAILED_CLEAN, RESTORED or QUARANTINED with class NODE, COHORT or UNKNOWN. */
  readonly failures: number;
  /** FAILED_CLEAN, RESTORED or QUARANTINED with class INFRA or CONTROL_PLANE: not the target's fault, and not verified either. */
  readonly failuresNotCounted: number;
  /** Past their deadline and not ended: failures until their real outcome is known. */
  readonly overdue: number;
  /** QUARANTINED with a class that counts. */
  readonly lost: number;
  /** Verification was good: SOAKING or SUCCEEDED. */
  readonly verified: number;
  /** Verified and soaked long enough: SUCCEEDED. */
  readonly soaked: number;
  /** SOAKING runs with the seconds of good observations that each still lacks. */
  readonly soaking: readonly { readonly hostname: string; readonly missingSeconds: number; readonly lastProblem: string | null }[];
  /** Sources of evidence that could not be read at all, in words. */
  readonly unreadable: readonly string[];
}
