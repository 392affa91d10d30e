import { Injectable } from '@nestjs/common';
import { type BudgetView, type SiteView } from '@skein/persistence';
import { type DisruptionBudget, type PageInfo, type PageInput, type Site } from '../generated/schema-types.ts';
import { pageRequest, uncountedConnection } from '../platform/connection.ts';
import { Persistence } from '../platform/persistence.ts';

@Injectable()
export class SiteViews {
  constructor(private readonly persistence: Persistence) {}

  async sites(): Promise<Site[]> {
    return (await this.persistence.fleetViews.sites()).map(toSite);
  }

  async site(id: string): Promise<Site | null> {
    return (await this.sites()).find((site) => site.id === id) ?? null;
  }

  async budgets(page: PageInput | null | undefined): Promise<{ nodes: DisruptionBudget[]; pageInfo: PageInfo }> {
    return uncountedConnection(await this.persistence.fleetViews.budgets(pageRequest(page)), toBudget);
  }

  async budget(domain: string): Promise<DisruptionBudget | null> {
    for (let after: string | null = null; ;) {
      const page = await this.persistence.fleetViews.budgets({ first: 200, after });
      const found = page.rows.find((row) => row.domain === domain);
      if (found !== undefined) return toBudget(found);
      if (!page.hasNextPage) return null;
      after = page.endCursor;
    }
  }
}

const toBudget = (row: BudgetView): DisruptionBudget => ({ domain: row.domain, unavailableMax: row.unavailableMax, unavailableNow: row.unavailableNow, nodeCount: row.nodeCount });

function toSite(row: SiteView): Site {
  const { route } = row;
  return {
    id: row.siteId,
    name: row.name,
    routeKind: route.kind === 'ssh' ? 'SSH' : 'SIMULATED',
    proxy: route.kind === 'ssh' ? route.proxy : null,
    bastions: route.kind === 'ssh' ? route.bastions.map(({ address, port, hostKeys }, index) => ({ address, port, hostKeys, credential: row.bastionCredentials[index] ?? '' })) : [],
    socket: route.kind === 'simulated' ? route.socket : null,
    credential: row.credential,
    provider: row.provider,
    nodeCount: row.nodeCount,
    unattended: row.unattended,
    unattendedSince: row.unattendedSince?.toISOString() ?? null,
  };
}
