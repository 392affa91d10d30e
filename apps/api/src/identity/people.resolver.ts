import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  type PasswordChangeInput, type Person, type PersonChangeInput, type PersonCreateInput, type PersonCreatePayload, type PersonPayload, type PersonResetPasswordInput, type RoleDescription, type Session,
  type SessionRevokeInput, type SessionRevokePayload,
} from '../generated/schema-types.ts';
import { Allow, SignedIn } from '../platform/allow.ts';
import { Caller, type SignedInScope } from '../platform/caller.ts';
import { IdentityViews } from './identity.views.ts';
import { PeopleCommands } from './people.commands.ts';

@Resolver('Person')
export class PeopleResolver {
  constructor(private readonly commands: PeopleCommands, private readonly views: IdentityViews) {}

  @Query('people')
  @Allow('people:manage')
  people(): Promise<Person[]> {
    return this.views.people();
  }

  @Query('roles')
  @SignedIn()
  roles(): RoleDescription[] {
    return this.views.roles();
  }

  @Query('sessions')
  @SignedIn()
  sessions(@Caller() caller: SignedInScope): Promise<Session[]> {
    return this.views.sessions(caller);
  }

  @ResolveField('disabledAt')
  @SignedIn()
  disabledAt(@Parent() person: Person): Promise<string | null> {
    return this.views.detail(person, 'disabledAt');
  }

  @ResolveField('lastSignInAt')
  @SignedIn()
  lastSignInAt(@Parent() person: Person): Promise<string | null> {
    return this.views.detail(person, 'lastSignInAt');
  }

  @Mutation('personCreate')
  @Allow('people:manage')
  personCreate(@Args('input') input: PersonCreateInput, @Caller() caller: SignedInScope): Promise<PersonCreatePayload> {
    return this.commands.create(input, caller);
  }

  @Mutation('personChange')
  @Allow('people:manage')
  personChange(@Args('input') input: PersonChangeInput, @Caller() caller: SignedInScope): Promise<PersonPayload> {
    return this.commands.change(input, caller);
  }

  @Mutation('personResetPassword')
  @Allow('people:manage')
  personResetPassword(@Args('input') input: PersonResetPasswordInput, @Caller() caller: SignedInScope): Promise<PersonCreatePayload> {
    return this.commands.resetPassword(input, caller);
  }

  @Mutation('passwordChange')
  @SignedIn()
  passwordChange(@Args('input') input: PasswordChangeInput, @Caller() caller: SignedInScope): Promise<PersonPayload> {
    return this.commands.changePassword(input, caller);
  }

  @Mutation('sessionRevoke')
  @SignedIn()
  sessionRevoke(@Args('input') input: SessionRevokeInput, @Caller() caller: SignedInScope): Promise<SessionRevokePayload> {
    return this.commands.revokeSession(input, caller);
  }
}
