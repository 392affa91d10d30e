import { Query, Resolver } from '@nestjs/graphql';
import { type Health } from '../generated/schema-types.ts';
import { Public } from './allow.ts';
import { ControlPlaneHealth, skeinVersion } from './control-plane-health.ts';

@Resolver()
export class PlatformResolver {
  constructor(private readonly controlPlane: ControlPlaneHealth) {}

  @Query('health')
  @Public()
  async health(): Promise<Health> {
    const [now, temporal] = await Promise.all([this.controlPlane.databaseNow(), this.controlPlane.temporalIsReachable()]);
    return { version: skeinVersion, now: now?.toISOString() ?? null, database: now !== null, temporal };
  }
}
