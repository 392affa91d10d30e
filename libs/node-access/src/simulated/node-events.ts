import { type NodeWorld, type SimulatedEvent, type SimulatedJob, type SimulatedNode } from './simulated-node.ts';

/** What a job has to say; without a phase it is still the one before. */
interface Said {
  readonly phase: string | null;
  readonly state?: SimulatedEvent['state'];
  readonly exitCode?: number;
  readonly reason?: string | null;
}

/** Appends to the node's events and tells everybody who follows. */
export function record(node: SimulatedNode, job: SimulatedJob, world: NodeWorld, what: Said): void {
  const before = job.events.at(-1);
  const phase = what.phase ?? before?.phase ?? 'begin';
  node.disk.seq += 1;
  const said = { phase, state: what.state ?? 'alive', exitCode: what.exitCode ?? null, reason: what.reason ?? null } as const;
  const event: SimulatedEvent = {
    ...said,
    seq: node.disk.seq,
    transactions: (before?.transactions ?? 0) + (phase === 'transaction' && before?.phase !== 'transaction' ? 1 : 0),
    logBytes: (before?.logBytes ?? 0) + logLinesOf(said).length,
  };
  job.events.push(event);
  world.changed(node);
  for (const follower of node.followers) follower.event(job, event);
}

/** The runner looks after its jobs when it is first asked in a new boot: one whose last word was "alive" and whose process is gone is dead. */
export function settleJobs(node: SimulatedNode, world: NodeWorld): void {
  for (const job of node.disk.jobs) {
    if (job !== node.jobAlive && job.events.at(-1)?.state === 'alive') record(node, job, world, { phase: null, state: 'dead' });
  }
}

/** The part of a job's log that goes with an event. */
function logLinesOf(event: Pick<SimulatedEvent, 'phase' | 'state' | 'exitCode' | 'reason'>): string {
  if (event.state === 'dead') return '';
  if (event.state === 'refused') return 'refused: woke up too late\n';
  if (event.state === 'exited') return `exit ${String(event.exitCode)}${event.reason === null ? '' : ` ${event.reason}`}\n`;
  return `${event.phase}: begun\n${event.phase === 'transaction' ? 'Running transaction\n  Upgrading        : glibc\n  Upgrading        : systemd\n' : ''}`;
}

/** Cleaning up leaves the log: it is part of the receipt. */
export const logOf = (job: SimulatedJob): string => job.events.map(logLinesOf).join('');
