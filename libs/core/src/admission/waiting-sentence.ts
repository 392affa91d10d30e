import { type NodeId, type SiteId } from '../kernel/ids.ts';
import { names, sentence, type Sentence } from '../sentence/sentence.ts';
import { type UnavailableCause, type WaitingReason } from './admission.ts';

// A list for people: a domain may have hundreds of members.
const namesMax = 5;

type NameOf = (id: NodeId | SiteId) => string;
const asId: NameOf = (id) => id;

const causes: Readonly<Record<UnavailableCause, Sentence>> = {
  leased: sentence('cause.leased'), unhealthy: sentence('cause.unhealthy'), unreachable: sentence('cause.unreachable'), quarantined: sentence('cause.quarantined'), unobserved: sentence('cause.unobserved'),
};

/** One reason as a sentence for `explain(node)` and screens. `nameOf`: what people call a node or site; without it, ids are shown. */
export function waitingSentence(reason: WaitingReason, nameOf: NameOf = asId): Sentence {
  switch (reason.kind) {
    case 'concurrencyFull': return sentence('obstacle.concurrencyFull', { max: reason.max });
    case 'exposureFull': return sentence('obstacle.exposureFull', { max: reason.max });
    case 'firstLook': return sentence('obstacle.firstLook', { max: reason.max });
    case 'siteUnattended': return sentence('obstacle.siteUnattended', { site: nameOf(reason.siteId) });
    case 'domainBudgetFull': {
      const { domain, max, unavailable } = reason;
      if (unavailable.length === 0) return sentence('obstacle.domainBudgetZero', { domain, max });
      return sentence('obstacle.domainBudgetFull', { domain, max, nodes: names(unavailable.map(({ nodeId, cause }) => sentence('obstacle.nodeOfBudget', { node: nameOf(nodeId), cause: causes[cause] })), namesMax) });
    }
    case 'healthObservationMissing': return reason.domain === null ? sentence('obstacle.nodeUnobserved') : sentence('obstacle.memberUnobserved', { node: nameOf(reason.nodeId), domain: reason.domain });
    case 'domainUncounted': return sentence('obstacle.domainUncounted', { domain: reason.domain });
    case 'batchFull': return sentence('obstacle.batchFull', { max: reason.max });
    case 'campaignNotRunning': case 'nodeUnhealthy': case 'held': case 'protected': case 'retired': case 'missing': case 'nodeAlreadyGranted': return sentence(`obstacle.${reason.kind}`);
  }
}
