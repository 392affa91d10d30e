import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  type ApiToken, type Me, type SignInInput, type SignInPayload, type SignOutPayload, type TokenCreateInput, type TokenCreatePayload, type TokenRevokeInput, type TokenRevokePayload,
} from '../generated/schema-types.ts';
import { Public, SignedIn } from '../platform/allow.ts';
import { Caller, Scope, type SignedInScope } from '../platform/caller.ts';
import { type RequestScope } from '../platform/request-scope.ts';
import { IdentityCommands } from './identity.commands.ts';
import { IdentityViews } from './identity.views.ts';

@Resolver()
export class IdentityResolver {
  constructor(private readonly commands: IdentityCommands, private readonly views: IdentityViews) {}

  @Query('me')
  @SignedIn()
  me(@Caller() caller: SignedInScope): Me {
    return this.views.me(caller.principal);
  }

  @Query('tokens')
  @SignedIn()
  tokens(@Caller() caller: SignedInScope): Promise<ApiToken[]> {
    return this.views.tokens(caller.principal);
  }

  @Mutation('signIn')
  @Public()
  signIn(@Args('input') input: SignInInput, @Scope() scope: RequestScope): Promise<SignInPayload> {
    return this.commands.signIn(input, scope);
  }

  @Mutation('signOut')
  @SignedIn()
  signOut(@Caller() caller: SignedInScope): Promise<SignOutPayload> {
    return this.commands.signOut(caller);
  }

  @Mutation('tokenCreate')
  @SignedIn()
  tokenCreate(@Args('input') input: TokenCreateInput, @Caller() caller: SignedInScope): Promise<TokenCreatePayload> {
    return this.commands.createToken(input, caller);
  }

  @Mutation('tokenRevoke')
  @SignedIn()
  tokenRevoke(@Args('input') input: TokenRevokeInput, @Caller() caller: SignedInScope): Promise<TokenRevokePayload> {
    return this.commands.revokeToken(input, caller);
  }
}
