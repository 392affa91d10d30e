import { Injectable } from '@nestjs/common';
import { type TargetProfile } from '../generated/schema-types.ts';
import { Persistence } from '../platform/persistence.ts';

@Injectable()
export class TargetViews {
  constructor(private readonly persistence: Persistence) {}

  async targetProfiles(): Promise<TargetProfile[]> {
    return (await this.persistence.fleetViews.targetProfiles()).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
  }

  async targetProfile(id: string): Promise<TargetProfile | null> {
    return (await this.targetProfiles()).find((profile) => profile.id === id) ?? null;
  }
}
