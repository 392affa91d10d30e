import { readFileSync } from 'node:fs';
import { Inject, Injectable } from '@nestjs/common';
import { Persistence } from './persistence.ts';
import { TEMPORAL_HEALTH } from './injection-tokens.ts';
import { type TemporalHealth } from './temporal-health.ts';

export const skeinVersion = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string }).version;

@Injectable()
export class ControlPlaneHealth {
  constructor(private readonly persistence: Persistence, @Inject(TEMPORAL_HEALTH) private readonly temporal: TemporalHealth) {}

  /** The database server's clock; null when it does not answer. */
  async databaseNow(): Promise<Date | null> {
    try {
      return await this.persistence.databaseNow();
    } catch {
      return null;
    }
  }

  temporalIsReachable(): Promise<boolean> {
    return this.temporal.isReachable();
  }
}
