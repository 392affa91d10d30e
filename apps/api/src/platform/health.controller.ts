import { Controller, Get, Header, Inject, Res } from '@nestjs/common';
import { type Response } from 'express';
import { Public } from './allow.ts';
import { ControlPlaneHealth, skeinVersion } from './control-plane-health.ts';
import { METRICS } from './injection-tokens.ts';
import { type Metrics } from './metrics.ts';

/** For supervisors and scrapers. Public because it says nothing about the fleet, and because the api listens on loopback or behind a proxy. */
@Controller()
export class HealthController {
  constructor(private readonly health: ControlPlaneHealth, @Inject(METRICS) private readonly metrics: Metrics) {}

  @Get('livez')
  @Public()
  live(): { readonly live: true; readonly version: string } {
    return { live: true, version: skeinVersion };
  }

  /** 503 while PostgreSQL does not answer. Temporal is told and not required. The process id tells a supervisor whether it is its own that answers. */
  @Get('readyz')
  @Public()
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ readonly ready: boolean; readonly database: boolean; readonly temporal: boolean; readonly pid: number }> {
    const [now, temporal] = await Promise.all([this.health.databaseNow(), this.health.temporalIsReachable()]);
    const ready = now !== null;
    response.status(ready ? 200 : 503);
    return { ready, database: ready, temporal, pid: process.pid };
  }

  @Get('metrics')
  @Public()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async scrape(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
