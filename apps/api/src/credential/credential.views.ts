import { Injectable } from '@nestjs/common';
import { type CredentialView } from '@skein/persistence';
import { type Credential } from '../generated/schema-types.ts';
import { Persistence } from '../platform/persistence.ts';

@Injectable()
export class CredentialViews {
  constructor(private readonly persistence: Persistence) {}

  async credentials(): Promise<Credential[]> {
    return (await this.persistence.fleetViews.credentials()).map(toCredential);
  }

  async credential(id: string): Promise<Credential | null> {
    return (await this.credentials()).find((credential) => credential.id === id) ?? null;
  }
}

const toCredential = (row: CredentialView): Credential => ({ id: row.credentialId, name: row.name, user: row.user, become: row.become === 'sudo' ? 'SUDO' : 'NONE', updatedAt: row.updatedAt.toISOString() });
