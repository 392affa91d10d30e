import { type Instant } from '../kernel/time.ts';
import { type FailureClass } from './run-state.ts';

/** What keeps a run waiting that is no fault of its node. */
export interface Outage {
  readonly failureClass: FailureClass;
  readonly since: Instant;
}

/**
 * A run whose site nobody can see waits: its clocks stand still, no outcome is found, nothing is restored. That is the way to the node
 * (worker, proxy, bastion, network), never the node. `unattendedSince` null: the site is watched.
 */
export const outageOf = (run: { readonly ended: boolean }, unattendedSince: Instant | null): Outage | null =>
  run.ended || unattendedSince === null ? null : { failureClass: 'INFRA', since: unattendedSince };
