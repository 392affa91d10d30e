import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type BudgetSaveInput, type BudgetSavePayload, type DisruptionBudgetConnection, type PageInput, type Site, type SiteSaveInput, type SiteSavePayload } from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { Caller, type SignedInScope } from '../platform/caller.ts';
import { SiteCommands } from './site.commands.ts';
import { SiteViews } from './site.views.ts';

@Resolver()
export class SiteResolver {
  constructor(private readonly commands: SiteCommands, private readonly views: SiteViews) {}

  @Query('sites')
  @Allow('fleet:read')
  sites(): Promise<Site[]> {
    return this.views.sites();
  }

  @Query('budgets')
  @Allow('fleet:read')
  budgets(@Args('page') page: PageInput | null | undefined): Promise<DisruptionBudgetConnection> {
    return this.views.budgets(page);
  }

  @Mutation('siteSave')
  @Allow('inventory:write')
  siteSave(@Args('input') input: SiteSaveInput, @Caller() caller: SignedInScope): Promise<SiteSavePayload> {
    return this.commands.saveSite(input, caller);
  }

  @Mutation('budgetSave')
  @Allow('inventory:write')
  budgetSave(@Args('input') input: BudgetSaveInput, @Caller() caller: SignedInScope): Promise<BudgetSavePayload> {
    return this.commands.saveBudget(input, caller);
  }
}
