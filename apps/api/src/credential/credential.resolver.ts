import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type Credential, type CredentialSaveInput, type CredentialSavePayload } from '../generated/schema-types.ts';
import { Allow } from '../platform/allow.ts';
import { Caller, type SignedInScope } from '../platform/caller.ts';
import { CredentialCommands } from './credential.commands.ts';
import { CredentialViews } from './credential.views.ts';

@Resolver()
export class CredentialResolver {
  constructor(private readonly commands: CredentialCommands, private readonly views: CredentialViews) {}

  @Query('credentials')
  @Allow('fleet:read')
  credentials(): Promise<Credential[]> {
    return this.views.credentials();
  }

  @Mutation('credentialSave')
  @Allow('credential:write')
  credentialSave(@Args('input') input: CredentialSaveInput, @Caller() caller: SignedInScope): Promise<CredentialSavePayload> {
    return this.commands.save(input, caller);
  }
}
