import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { type PreferencesPayload, type PreferencesSaveInput, type SavedView, type SavedViewDeleteInput, type SavedViewPayload, type SavedViewSaveInput } from '../generated/schema-types.ts';
import { SignedIn } from '../platform/allow.ts';
import { Caller, type SignedInScope } from '../platform/caller.ts';
import { PreferenceCommands, type SavedViewReply } from './preference.commands.ts';
import { PreferenceViews } from './preference.views.ts';

@Resolver()
export class PreferenceResolver {
  constructor(private readonly commands: PreferenceCommands, private readonly views: PreferenceViews) {}

  @Query('savedViews')
  @SignedIn()
  savedViews(@Args('list') list: string, @Caller() caller: SignedInScope): Promise<SavedView[]> {
    return this.views.savedViews(list, caller.principal);
  }

  @Query('preferences')
  @SignedIn()
  preferences(@Caller() caller: SignedInScope): Promise<Readonly<Record<string, unknown>>> {
    return this.views.preferences(caller.principal);
  }

  @Mutation('savedViewSave')
  @SignedIn()
  savedViewSave(@Args('input') input: SavedViewSaveInput, @Caller() caller: SignedInScope): Promise<SavedViewReply> {
    return this.commands.saveView(input, caller);
  }

  @Mutation('savedViewDelete')
  @SignedIn()
  savedViewDelete(@Args('input') input: SavedViewDeleteInput, @Caller() caller: SignedInScope): Promise<SavedViewPayload> {
    return this.commands.deleteView(input, caller);
  }

  @Mutation('preferencesSave')
  @SignedIn()
  preferencesSave(@Args('input') input: PreferencesSaveInput, @Caller() caller: SignedInScope): Promise<PreferencesPayload> {
    return this.commands.savePreferences(input, caller);
  }
}
