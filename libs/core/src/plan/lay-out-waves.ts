import { dealWaves } from './deal-waves.ts';
import { type PlanMember, type WavePlan, type WaveSize } from './plan.ts';
import { waveSizesFor } from './wave-sizes.ts';

/** One in five may turn out not to be startable; more than that is a finding, not bad luck. */
const alternatePercent = 20;
const alternatesMax = 20;

/**
 * Waves from tiers of members. Alternates come from the tail of the last wave, distinct for each wave and at most half of it in
 * all; they stay members of the last wave, so whoever inserts its runs skips nodes that already have one in this campaign.
 * Waves that nobody is left for are dropped, and the numbers stay consecutive from 1.
 */
export function layOutWaves(tiers: readonly (readonly { readonly member: PlanMember; readonly canary: boolean }[])[], waves: readonly WaveSize[], seed: number): readonly WavePlan[] {
  const entries = tiers.map((tier) => tier.map(({ member, canary }) => ({ nodeId: member.nodeId, siteId: member.siteId, domains: member.domains, canary, member })));
  const memberCount = tiers.reduce((sum, tier) => sum + tier.length, 0);
  const dealt = dealWaves(entries, waveSizesFor(waves, memberCount), seed).filter((wave) => wave.length > 0);
  const last = dealt.at(-1) ?? [];
  const spare = dealt.length > 1 ? last.slice(Math.ceil(last.length / 2)).reverse() : [];
  let spent = 0;
  return dealt.map((wave, index) => {
    const wanted = index === dealt.length - 1 ? 0 : Math.min(alternatesMax, Math.ceil((wave.length * alternatePercent) / 100));
    const alternates = spare.slice(spent, spent + wanted);
    spent += alternates.length;
    return { number: index + 1, members: wave.map((entry) => entry.member), alternates: alternates.map((entry) => entry.member) };
  });
}
