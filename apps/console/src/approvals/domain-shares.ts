import { type ApprovalRequestQuery } from '../generated/documents.ts';

type Request = NonNullable<ApprovalRequestQuery['campaign']>;

export interface DomainShare {
  readonly domain: string;
  /** Planned members by wave, in the order of the waves. */
  readonly byWave: readonly number[];
  readonly members: number;
  /** All nodes of the domain; null where the api did not list it. */
  readonly nodeCount: number | null;
  /** Most that may be unavailable at once; null: no budget. */
  readonly unavailableMax: number | null;
}

/** How the plan spreads over failure domains: the ones with most members first. */
export function domainShares({ waves, blastRadius }: Pick<Request, 'waves' | 'blastRadius'>): readonly DomainShare[] {
  const names = new Set(waves.flatMap((wave) => wave.domains.map(({ domain }) => domain)));
  const rows = [...names].map((domain): DomainShare => {
    const byWave = waves.map((wave) => wave.domains.find((one) => one.domain === domain)?.members ?? 0);
    const radius = blastRadius?.domains.find((one) => one.domain === domain);
    return { domain, byWave, members: byWave.reduce((sum, count) => sum + count, 0), nodeCount: radius?.nodeCount ?? null, unavailableMax: radius?.unavailableMax ?? null };
  });
  return rows.sort((one, other) => other.members - one.members || (one.domain < other.domain ? -1 : 1));
}

/** The largest share of one domain that one wave takes, in percent; null where no size is known. */
export function largestShare(rows: readonly DomainShare[]): number | null {
  const shares = rows.flatMap(({ byWave, nodeCount }) => (nodeCount === null || nodeCount === 0 ? [] : [(Math.max(...byWave) / nodeCount) * 100]));
  return shares.length === 0 ? null : Math.round(Math.max(...shares) * 10) / 10;
}
