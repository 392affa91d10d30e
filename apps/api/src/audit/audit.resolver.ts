import { Args, Query, Resolver } from '@nestjs/graphql';
import { type AuditConnection, type AuditFilter, type AuditVerification, type PageInput } from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { AuditViews } from './audit.views.ts';

@Resolver()
export class AuditResolver {
  constructor(private readonly views: AuditViews) {}

  @Query('audit')
  @Allow('audit:read')
  audit(@Args('filter') filter: AuditFilter | null | undefined, @Args('page') page: PageInput | null | undefined): Promise<AuditConnection> {
    return this.views.page(filter, page);
  }

  @Query('auditVerify')
  @Allow('audit:read')
  auditVerify(): Promise<AuditVerification> {
    return this.views.verify();
  }
}
