import { type Selector } from './plan.ts';
import { type PlannableNode } from './plannable-node.ts';

/** Whether a selector names this node. All given parts must match; an empty selector names every node. */
export function selects(selector: Selector, node: Pick<PlannableNode, 'nodeId' | 'siteId' | 'labels'>): boolean {
  if (selector.nodeIds !== undefined && !selector.nodeIds.includes(node.nodeId)) return false;
  if (selector.siteIds !== undefined && (node.siteId === null || !selector.siteIds.includes(node.siteId))) return false;
  return Object.entries(selector.labels ?? {}).every(([name, value]) => node.labels[name] === value);
}
