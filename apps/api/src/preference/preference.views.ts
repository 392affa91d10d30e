import { Injectable } from '@nestjs/common';
import { type Principal } from '@skein/core';
import { savedViewLists, type SavedViewRow } from '@skein/persistence';
import { type SavedView } from '../generated/schema-types.ts';
import { toPerson } from '../identity/identity.views.ts';
import { badRequest } from '../platform/graphql-failure.ts';
import { Persistence } from '../platform/persistence.ts';

@Injectable()
export class PreferenceViews {
  constructor(private readonly persistence: Persistence) {}

  async savedViews(list: string, principal: Principal): Promise<SavedView[]> {
    const known = savedViewLists.find((name) => name === list);
    if (known === undefined) throw badRequest(`list is ${JSON.stringify(list.slice(0, 60))}; views are saved of ${savedViewLists.join(', ')}`);
    return (await this.persistence.preferences.savedViews(principal, known)).map(toSavedView);
  }

  async savedView(id: string): Promise<SavedView | null> {
    const row = await this.persistence.preferences.savedView(id);
    return row === null ? null : toSavedView(row);
  }

  preferences(principal: Principal): Promise<Readonly<Record<string, unknown>>> {
    return this.persistence.preferences.preferences(principal);
  }
}

const toSavedView = ({ savedViewId, owner, ...view }: SavedViewRow): SavedView => ({ ...view, id: savedViewId, owner: toPerson(owner) });
