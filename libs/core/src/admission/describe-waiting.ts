import { type NodeId, type SiteId } from '../kernel/ids.ts';
import { type WaitingReason } from './admission.ts';

// A list for people: a domain may have hundreds of members.
const namesMax = 5;

/** One reason as a sentence for `explain(node)`, screens and logs. `nameOf`: what people call a node or site; without it, ids are shown. */
export function describeWaiting(reason: WaitingReason, nameOf: (id: NodeId | SiteId) => string = (id) => id): string {
  switch (reason.kind) {
    case 'campaignNotRunning': return 'the campaign is not running';
    case 'concurrencyFull': return `${reason.max} runs of the campaign hold a lease, which is its limit`;
    case 'exposureFull': return `${reason.max} nodes are changed and not yet soaked, which is the campaign's limit`;
    case 'firstLook': return `until the first run of the wave has verified, at most ${reason.max} start`;
    case 'siteUnattended': return `nobody watches site ${nameOf(reason.siteId)}`;
    case 'domainBudgetFull': {
      const names = reason.unavailable.slice(0, namesMax).map((node) => `${nameOf(node.nodeId)} ${node.cause}`).join(', ');
      const more = reason.unavailable.length > namesMax ? ` and ${reason.unavailable.length - namesMax} more` : '';
      return `the budget of ${reason.domain} is ${reason.max} and taken by ${names === '' ? 'nobody' : names}${more}`;
    }
    case 'healthObservationMissing': return reason.domain === null ? 'the node itself was not observed lately' : `${nameOf(reason.nodeId)} of ${reason.domain} was not observed lately, so it counts as unavailable`;
    case 'domainUncounted': return `nobody counted who is unavailable in ${reason.domain}`;
    case 'nodeUnhealthy': return 'the node is unhealthy already; a change would hide why';
    case 'held': return 'the node is held';
    case 'protected': return 'the node is protected';
    case 'retired': return 'the node is retired';
    case 'missing': return 'the node is gone from its inventory';
    case 'nodeAlreadyGranted': return 'another run of the node was granted just now';
    case 'batchFull': return `${reason.max} leases were granted in this transaction; the next one goes on`;
  }
}
