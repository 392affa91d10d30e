/**
 * UNCONFIRMED launched, not answered · RUNNING · EXITED · CRASHED same boot, dead without exit · REBOOTED boot changed as the job asked ·
 * POWER_LOSS boot changed otherwise · FOREIGN no state directory · REWOUND older than acknowledged · IDENTITY_CHANGED another host key ·
 * VOID never ran (refused by the node).
 */
export type JobRowState = 'UNCONFIRMED' | 'RUNNING' | 'EXITED' | 'CRASHED' | 'REBOOTED' | 'POWER_LOSS' | 'FOREIGN' | 'REWOUND' | 'IDENTITY_CHANGED' | 'VOID';

/** What PostgreSQL has acknowledged of a job and its node. */
export interface KnownJob {
  readonly jobId: string;
  readonly state: JobRowState;
  /** Last phase that was acknowledged; `rebooting` means that a change of boot is expected. */
  readonly phase: string;
  readonly launchBootId: string;
  readonly notAfterUptimeSeconds: number;
  /** Of the node's state directory. */
  readonly incarnation: number;
  readonly seq: number;
  /** A restore was commanded after the acknowledged seq. */
  readonly restoreCommanded: boolean;
}

/** What the node says now; shaped like the transport's Hello and JobStatus. */
export interface SeenNode {
  readonly bootId: string;
  readonly uptimeSeconds: number;
  /** 0: no state directory. */
  readonly incarnation: number;
  readonly seq: number;
  readonly jobs: readonly {
    readonly jobId: string;
    readonly state: 'unknown' | 'alive' | 'exited' | 'dead' | 'refused';
    readonly phase: string;
    readonly bootId: string;
    readonly exitCode: number | null;
  }[];
}

/** `RESTORED`: an older state directory, as a commanded restore leaves it; verify, then adopt. */
export function classifyReconnect(_known: KnownJob, _seen: SeenNode | 'hostKeyMismatch'): JobRowState | 'RESTORED' {
  throw new Error('classifyReconnect is not written yet');
}
