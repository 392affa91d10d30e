import { seededRank } from '../kernel/seeded-random.ts';

/** What spreading needs to know of a member. */
export interface Spreadable {
  readonly nodeId: string;
  readonly siteId: string;
  readonly domains: readonly string[];
  readonly canary: boolean;
}

/** The most precise places of a node: a path that another one continues says nothing of its own. */
export const leafDomains = (domains: readonly string[]): readonly string[] => domains.filter((domain) => !domains.some((other) => other.startsWith(`${domain}/`))).sort();

interface Ranked<Node> {
  readonly node: Node;
  readonly rank: number;
  readonly canary: boolean;
}

/** Nodes in exactly the same places, best first; taken from the front. */
interface Group<Node> {
  readonly leaves: readonly string[];
  readonly siteId: string;
  readonly queue: readonly Ranked<Node>[];
  taken: number;
}

const byRank = <Node extends Spreadable>(left: Ranked<Node>, right: Ranked<Node>): number =>
  Number(right.canary) - Number(left.canary) || left.rank - right.rank || (left.node.nodeId < right.node.nodeId ? -1 : 1);

function groupsOf<Node extends Spreadable>(nodes: readonly Node[], seed: number): Group<Node>[] {
  const groups = new Map<string, { leaves: readonly string[]; siteId: string; queue: Ranked<Node>[]; taken: number }>();
  for (const node of nodes) {
    const leaves = leafDomains(node.domains);
    const key = `${node.siteId}\n${leaves.join('\n')}`;
    const group = groups.get(key) ?? { leaves, siteId: node.siteId, queue: [], taken: 0 };
    group.queue.push({ node, rank: seededRank(seed, node.nodeId), canary: node.canary });
    groups.set(key, group);
  }
  for (const group of groups.values()) group.queue.sort(byRank);
  return [...groups.values()];
}

/** How much of each place a wave has taken so far. */
class Tally {
  readonly #counts = new Map<string, number>();
  of(place: string): number {
    return this.#counts.get(place) ?? 0;
  }
  add(place: string): void {
    this.#counts.set(place, this.of(place) + 1);
  }
}

/** The group whose next node disturbs the wave's balance least: rack before site before canary before chance. */
function leastTaken<Node extends Spreadable>(groups: readonly Group<Node>[], leaves: Tally, sites: Tally): Group<Node> | null {
  let best: Group<Node> | null = null;
  let bestKey: readonly [number, number, Ranked<Node>] | null = null;
  for (const group of groups) {
    const head = group.queue[group.taken];
    if (head === undefined) continue;
    const leafCount = group.leaves.reduce((most, leaf) => Math.max(most, leaves.of(leaf)), 0);
    if (bestKey !== null && leafCount > bestKey[0]) continue;
    const key = [leafCount, sites.of(group.siteId), head] as const;
    if (bestKey === null || key[0] < bestKey[0] || sooner(key, bestKey)) {
      best = group;
      bestKey = key;
    }
  }
  return best;
}

/** Among equally burdened racks: a canary, then the site with fewer nodes in the wave, then the seeded order. */
const sooner = <Node extends Spreadable>(left: readonly [number, number, Ranked<Node>], right: readonly [number, number, Ranked<Node>]): boolean => {
  if (left[2].canary !== right[2].canary) return left[2].canary;
  return left[1] === right[1] ? byRank(left[2], right[2]) < 0 : left[1] < right[1];
};

/** Nodes in rounds over the places: the first of each rack, then the second of each. One sort, whatever the size. */
function inRounds<Node extends Spreadable>(groups: readonly Group<Node>[]): { readonly group: Group<Node>; readonly node: Node }[] {
  const left = groups.flatMap((group) => group.queue.slice(group.taken).map((ranked, round) => ({ group, ranked, round })));
  return left.sort((a, b) => a.round - b.round || byRank(a.ranked, b.ranked)).map(({ group, ranked }) => ({ group, node: ranked.node }));
}

/** A wave of many nodes per rack is spread by whole rounds: choosing each node against all racks would cost their product. */
const roundsFrom = 4;

/** One wave in the making. */
class Wave<Node extends Spreadable> {
  readonly nodes: Node[] = [];
  readonly leaves = new Tally();
  readonly sites = new Tally();

  take(group: Group<Node>, node: Node): void {
    group.taken += 1;
    for (const leaf of group.leaves) this.leaves.add(leaf);
    this.sites.add(group.siteId);
    this.nodes.push(node);
  }
}

/** Fills a wave from one tier, until it is full or the tier is empty. */
function fill<Node extends Spreadable>(wave: Wave<Node>, groups: readonly Group<Node>[], size: number): void {
  if (size - wave.nodes.length > roundsFrom * groups.length) {
    for (const { group, node } of inRounds(groups).slice(0, size - wave.nodes.length)) wave.take(group, node);
    return;
  }
  while (wave.nodes.length < size) {
    const group = leastTaken(groups, wave.leaves, wave.sites);
    const head = group?.queue[group.taken];
    if (group === null || head === undefined) return;
    wave.take(group, head.node);
  }
}

/**
 * Deals nodes out to waves of the given sizes; null takes all that are left. Each wave is spread over failure domains first and
 * sites second: it never takes a second node of a rack while another rack has one left and none in the wave. `tiers` are emptied
 * in order (a rollback begins with the wave that came last). The order of the input does not matter, the seed does.
 */
export function dealWaves<Node extends Spreadable>(tiers: readonly (readonly Node[])[], sizes: readonly (number | null)[], seed: number): Node[][] {
  const tierGroups = tiers.map((tier) => groupsOf(tier, seed));
  return sizes.map((size) => {
    const wave = new Wave<Node>();
    for (const groups of tierGroups) fill(wave, groups, size ?? Number.POSITIVE_INFINITY);
    return wave.nodes;
  });
}
