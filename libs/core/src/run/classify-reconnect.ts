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

const bootHasChanged = (known: KnownJob, seen: SeenNode): boolean => seen.bootId !== known.launchBootId;

const isOlder = (known: KnownJob, seen: SeenNode): boolean => seen.incarnation < known.incarnation || (seen.incarnation === known.incarnation && seen.seq < known.seq);

/** A launch that was never answered. Only the node voids it: by another boot or a later uptime, and only if it has no such job. */
function withoutTrace(known: KnownJob, seen: SeenNode): JobRowState {
  return bootHasChanged(known, seen) || seen.uptimeSeconds > known.notAfterUptimeSeconds ? 'VOID' : 'UNCONFIRMED';
}

/** The state directory is as new as what was acknowledged, or cannot be compared: what it says of the job is believed. */
function fromJob(known: KnownJob, seen: SeenNode, job: SeenNode['jobs'][number]): JobRowState {
  switch (job.state) {
    case 'refused': return 'VOID';
    case 'alive': return 'RUNNING';
    case 'exited':
      // A job that asked for the reboot has nothing left to do but to be rebooted; the exit of any other is collected in whatever boot.
      return job.phase === 'rebooting' && job.exitCode === 0 && bootHasChanged(known, seen) ? 'REBOOTED' : 'EXITED';
    case 'dead':
    case 'unknown':
      if (!bootHasChanged(known, seen)) return 'CRASHED';
      // The phase may have been acknowledged and yet not have reached the disk before the boot that it announced.
      return job.phase === 'rebooting' || known.phase === 'rebooting' ? 'REBOOTED' : 'POWER_LOSS';
  }
}

/**
 * The decision table on reconnect (DESIGN §6). Reads only; what it says leads to a row, never to a blind retry on the node.
 *
 * | the node shows | and | → |
 * | --- | --- | --- |
 * | another host key | | IDENTITY_CHANGED |
 * | no state directory | a restore was commanded | RESTORED |
 * | | nothing of it was ever acknowledged | UNCONFIRMED, or VOID past its time |
 * | | | FOREIGN |
 * | (incarnation, seq) older than acknowledged | a restore was commanded | RESTORED |
 * | | same incarnation, other boot, the job is there | by the job: REBOOTED, POWER_LOSS: what a power loss did not let reach the disk is no rewinding |
 * | | | REWOUND |
 * | no such job | never acknowledged | UNCONFIRMED, or VOID past its time |
 * | | | FOREIGN |
 * | the job | alive, exited, refused | RUNNING, EXITED, VOID |
 * | the job, dead | same boot | CRASHED |
 * | | other boot, as it asked (phase `rebooting`) | REBOOTED |
 * | | other boot | POWER_LOSS |
 *
 * `RESTORED` is no state of a job: it tells the caller to adopt the node with a higher incarnation and to verify it.
 */
export function classifyReconnect(known: KnownJob, seen: SeenNode | 'hostKeyMismatch'): JobRowState | 'RESTORED' {
  if (seen === 'hostKeyMismatch') return 'IDENTITY_CHANGED';
  const job = seen.jobs.find((one) => one.jobId === known.jobId && one.state !== 'unknown') ?? null;
  const neverAnswered = known.state === 'UNCONFIRMED';
  if (seen.incarnation === 0) {
    if (known.restoreCommanded) return 'RESTORED';
    return neverAnswered && known.seq === 0 ? withoutTrace(known, seen) : 'FOREIGN';
  }
  if (isOlder(known, seen)) {
    if (known.restoreCommanded) return 'RESTORED';
    const powerCutLostWrites = job !== null && seen.incarnation === known.incarnation && bootHasChanged(known, seen);
    return powerCutLostWrites ? fromJob(known, seen, job) : 'REWOUND';
  }
  if (job === null) return neverAnswered ? withoutTrace(known, seen) : 'FOREIGN';
  return fromJob(known, seen, job);
}
