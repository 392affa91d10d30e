import { type Principal, type Refusal, refuse } from '@skein/core';
import { sql } from 'kysely';
import { appendAudit } from '../audit/append-audit.ts';
import { type CommandContext, idempotent } from '../database/idempotent.ts';
import { type Database } from '../database/database.ts';
import { json } from '../database/transaction.ts';
import { type Person } from '../identity/identity-store.ts';

/** Lists that views are saved of. */
export const savedViewLists = ['nodes', 'campaigns', 'audit'] as const;
export type SavedViewList = (typeof savedViewLists)[number];

export interface SavedViewRow {
  readonly savedViewId: string;
  readonly list: SavedViewList;
  readonly name: string;
  readonly search: string;
  readonly shared: boolean;
  readonly owner: Person;
}

/** What the console remembers for people. Whoever asks sees his own and what others share, and changes his own. */
export interface PreferenceStore {
  /** By name, at most 200. */
  savedViews(principal: Principal, list: SavedViewList): Promise<readonly SavedViewRow[]>;
  savedView(savedViewId: string): Promise<SavedViewRow | null>;
  /** Found by owner, list and name. */
  saveView(request: CommandContext & Pick<SavedViewRow, 'list' | 'name' | 'search' | 'shared'>): Promise<{ readonly savedViewId: string } | Refusal>;
  deleteView(request: CommandContext & { readonly savedViewId: string }): Promise<{ readonly savedViewId: string } | Refusal>;
  preferences(principal: Principal): Promise<Readonly<Record<string, unknown>>>;
  /** Not in the audit: a theme is nobody's business but one's own. */
  savePreferences(request: CommandContext & { readonly preferences: Readonly<Record<string, unknown>> }): Promise<{ readonly preferences: Readonly<Record<string, unknown>> } | Refusal>;
}

type Row = Omit<SavedViewRow, 'owner'> & { readonly personId: Person['personId']; readonly person: string; readonly role: Person['role'] };

const columns = sql.raw(`v.saved_view_id AS "savedViewId", v.list, v.name, v.search, v.shared, p.person_id AS "personId", p.name AS person, p.role FROM saved_view v JOIN person p ON p.person_id = v.owner_id`);
const toView = ({ personId, person, role, ...view }: Row): SavedViewRow => ({ ...view, owner: { personId, name: person, role } });

export const createPreferenceStore = ({ db }: Database): PreferenceStore => ({
  async savedViews(principal, list) {
    // One's own first where two have the same name.
    const { rows } = await sql<Row>`/* preferenceViews.savedViews */ SELECT ${columns} WHERE v.list = ${list} AND (v.owner_id = ${principal.personId} OR v.shared)
      ORDER BY v.name, v.owner_id = ${principal.personId} DESC, v.saved_view_id LIMIT 200`.execute(db);
    return rows.map(toView);
  },
  async savedView(savedViewId) {
    const { rows: [row] } = await sql<Row>`/* preferenceViews.savedView */ SELECT ${columns} WHERE v.saved_view_id = ${savedViewId}`.execute(db);
    return row === undefined ? null : toView(row);
  },
  saveView: (request) => idempotent(db, 'savedView.save', request, async (tx) => {
    const { list, name, search, shared } = request;
    const { rows: [before] } = await sql<{ search: string; shared: boolean }>`/* saveView before */ SELECT search, shared FROM saved_view WHERE owner_id = ${request.principal.personId} AND list = ${list} AND name = ${name} FOR NO KEY UPDATE`.execute(tx);
    const { rows: [row] } = await sql<{ saved_view_id: string }>`/* saveView */ INSERT INTO saved_view (owner_id, list, name, search, shared) VALUES (${request.principal.personId}, ${list}, ${name}, ${search}, ${shared})
      ON CONFLICT (owner_id, list, name) DO UPDATE SET search = excluded.search, shared = excluded.shared, updated_at = now() RETURNING saved_view_id`.execute(tx);
    if (row === undefined) throw new Error('a view that was just saved has no id');
    await appendAudit(tx, request.principal, { action: 'savedView.save', objectKind: 'savedView', objectId: row.saved_view_id, before, after: { list, name, search, shared } });
    return { savedViewId: row.saved_view_id };
  }),
  deleteView: (request) => idempotent(db, 'savedView.delete', request, async (tx) => {
    const { rows: [gone] } = await sql<{ list: string; name: string; search: string; shared: boolean }>`/* deleteView */
      DELETE FROM saved_view WHERE saved_view_id = ${request.savedViewId} AND owner_id = ${request.principal.personId} RETURNING list, name, search, shared`.execute(tx);
    if (gone === undefined) return refuse('savedViewNotFound', 'there is no saved view of yours with this id', { field: ['savedViewId'], hint: 'Those of others are changed by their owners.' });
    await appendAudit(tx, request.principal, { action: 'savedView.delete', objectKind: 'savedView', objectId: request.savedViewId, before: gone });
    return { savedViewId: request.savedViewId };
  }),
  async preferences(principal) {
    const { rows: [row] } = await sql<{ document: Readonly<Record<string, unknown>> }>`/* preferenceViews.preferences */ SELECT document FROM preference WHERE person_id = ${principal.personId}`.execute(db);
    return row?.document ?? {};
  },
  savePreferences: (request) => idempotent(db, 'preferences.save', request, async (tx) => {
    await sql`/* savePreferences */ INSERT INTO preference (person_id, document) VALUES (${request.principal.personId}, ${json(request.preferences)})
      ON CONFLICT (person_id) DO UPDATE SET document = excluded.document, updated_at = now()`.execute(tx);
    return { preferences: request.preferences };
  }),
});
