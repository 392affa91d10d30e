import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, refuse } from '@skein/core';
import { type SavedViewList, savedViewLists } from '@skein/persistence';
import { type PreferencesPayload, type PreferencesSaveInput, type SavedView, type SavedViewDeleteInput, type SavedViewPayload, type SavedViewSaveInput, type UserError } from '../generated/schema-types.ts';
import { canBeStored } from '../platform/can-be-stored.ts';
import { type SignedInScope } from '../platform/caller.ts';
import { CommandDesk } from '../platform/command-desk.ts';
import { Persistence } from '../platform/persistence.ts';
import { userErrors } from '../platform/user-errors.ts';
import { PreferenceViews } from './preference.views.ts';

const nameLengthMax = 63;
const searchLengthMax = 2000;
const preferencesBytesMax = 32 * 1024;

/** The view is read only when it was asked for. */
export interface SavedViewReply {
  readonly savedView: (() => Promise<SavedView | null>) | null;
  readonly userErrors: UserError[];
}

@Injectable()
export class PreferenceCommands {
  constructor(private readonly persistence: Persistence, private readonly views: PreferenceViews, private readonly desk: CommandDesk) {}

  async saveView({ list, name, search, shared, ...input }: SavedViewSaveInput, caller: SignedInScope): Promise<SavedViewReply> {
    const answer = await this.desk.run('savedViewSave', caller, input, (context) => {
      const problem = viewProblem(list, name, search);
      return problem !== null || !isList(list) ? Promise.resolve(problem ?? unknownList(list)) : this.persistence.preferences.saveView({ ...context, list, name, search, shared });
    });
    return isRefusal(answer) ? refusedView(answer) : { savedView: () => this.views.savedView(answer.savedViewId), userErrors: [] };
  }

  async deleteView(input: SavedViewDeleteInput, caller: SignedInScope): Promise<SavedViewPayload> {
    const answer = await this.desk.run('savedViewDelete', caller, input, (context) => this.persistence.preferences.deleteView({ ...context, savedViewId: input.savedViewId }));
    return { savedView: null, userErrors: isRefusal(answer) ? userErrors(answer) : [] };
  }

  async savePreferences({ preferences, ...input }: PreferencesSaveInput, caller: SignedInScope): Promise<PreferencesPayload> {
    const answer = await this.desk.run('preferencesSave', caller, input, (context) => {
      const problem = preferencesProblem(preferences);
      return problem === null ? this.persistence.preferences.savePreferences({ ...context, preferences }) : Promise.resolve(problem);
    });
    return isRefusal(answer) ? { preferences: null, userErrors: userErrors(answer) } : { preferences: answer.preferences, userErrors: [] };
  }
}

const refusedView = (refusal: Refusal): SavedViewReply => ({ savedView: null, userErrors: userErrors(refusal) });

const isList = (list: string): list is SavedViewList => savedViewLists.some((known) => known === list);
const unknownList = (list: string): Refusal => refuse('invalidInput', `views are saved of ${savedViewLists.join(', ')}, not of ${JSON.stringify(list.slice(0, 60))}`, { field: ['list'] });
const invalid = (field: string, message: string): Refusal => refuse('invalidInput', message, { field: [field] });

function viewProblem(list: string, name: string, search: string): Refusal | null {
  if (!isList(list)) return unknownList(list);
  if (name.trim() === '' || name.length > nameLengthMax || hasControls(name)) return invalid('name', `a view has a name of 1 to ${String(nameLengthMax)} characters`);
  if (search.length > searchLengthMax || hasControls(search)) return invalid('search', `the search part of an address has at most ${String(searchLengthMax)} characters, none of them invisible`);
  return null;
}

function preferencesProblem(preferences: PreferencesSaveInput['preferences']): Refusal | null {
  const text = JSON.stringify(preferences);
  if (Buffer.byteLength(text) > preferencesBytesMax) return invalid('preferences', `preferences are at most ${String(preferencesBytesMax / 1024)} KiB of JSON`);
  return canBeStored(preferences) ? null : invalid('preferences', 'preferences hold a character that cannot be stored');
}

const hasControls = (text: string): boolean => /\p{Cc}/u.test(text) || !text.isWellFormed();
