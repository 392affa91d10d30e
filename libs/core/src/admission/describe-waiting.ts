import { type WaitingReason } from './admission.ts';

/** One reason as a sentence for `explain(node)`, screens and logs. */
export function describeWaiting(_reason: WaitingReason): string {
  throw new Error('describeWaiting is not written yet');
}
