import { isRefusal } from '@skein/core';
import { startPostgres } from '@skein/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted, aFleet, by, type Fleet } from '../testing/a-fleet.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { createAuditViews } from '../views/audit-views.ts';
import { createPreferenceStore, type PreferenceStore } from './preference-store.ts';

describe('what the console remembers', () => {
  let test: TestDatabase;
  let fleet: Fleet;
  let store: PreferenceStore;
  beforeAll(async () => {
    test = await openTestDatabase(await startPostgres());
    fleet = await aFleet(test.database, { nodes: 1 });
    store = createPreferenceStore(test.database);
  });
  afterAll(() => test.stop());
  const view = { list: 'nodes' as const, name: 'broken', search: 'query=state%3DFAILED', shared: false };
  const seen = async (who: 'operator' | 'approver') => (await store.savedViews(fleet[who], 'nodes')).map((row) => [row.name, row.search, row.owner.name]);

  it('keeps a view to its owner until it is shared, and changes the one of the same name', async () => {
    const { savedViewId } = accepted(await store.saveView({ ...by(fleet.operator), ...view }));
    expect([await seen('operator'), await seen('approver')]).toEqual([[['broken', view.search, 'olga']], []]);
    expect(accepted(await store.saveView({ ...by(fleet.operator), ...view, search: 'sort=OS', shared: true }))).toEqual({ savedViewId });
    expect([await seen('operator'), await seen('approver')]).toEqual([[['broken', 'sort=OS', 'olga']], [['broken', 'sort=OS', 'olga']]]);
    expect(await store.savedViews(fleet.operator, 'audit')).toEqual([]);
  });

  it('lets another have a view of the same name, his own first', async () => {
    accepted(await store.saveView({ ...by(fleet.approver), ...view, search: 'mine', shared: true }));
    expect([await seen('operator'), await seen('approver')]).toEqual([[['broken', 'sort=OS', 'olga'], ['broken', 'mine', 'anna']], [['broken', 'mine', 'anna'], ['broken', 'sort=OS', 'olga']]]);
  });

  it('lets only its owner delete a view, and tells the audit', async () => {
    const [own] = await store.savedViews(fleet.operator, 'nodes');
    const savedViewId = own?.savedViewId ?? '';
    const refused = await store.deleteView({ ...by(fleet.approver), savedViewId });
    expect(isRefusal(refused) ? refused.code : null).toBe('savedViewNotFound');
    const request = { ...by(fleet.operator), savedViewId };
    expect([await store.deleteView(request), await store.deleteView(request)]).toEqual([{ savedViewId }, { savedViewId }]);
    expect(await seen('operator')).toEqual([['broken', 'mine', 'anna']]);
    const { rows } = await createAuditViews(test.database).page({ objectKind: 'savedView', objectId: savedViewId }, { first: 10 });
    expect(rows.map((row) => [row.action, row.before, row.after])).toEqual([
      ['savedView.delete', { list: 'nodes', name: 'broken', search: 'sort=OS', shared: true }, null],
      ['savedView.save', { search: view.search, shared: false }, { list: 'nodes', name: 'broken', search: 'sort=OS', shared: true }],
      ['savedView.save', null, { ...view }],
    ]);
  });

  it('replaces preferences as a whole, for one person', async () => {
    expect(await store.preferences(fleet.operator)).toEqual({});
    accepted(await store.savePreferences({ ...by(fleet.operator), preferences: { theme: 'dark', columns: { nodes: ['os'] } } }));
    accepted(await store.savePreferences({ ...by(fleet.operator), preferences: { theme: 'light' } }));
    expect([await store.preferences(fleet.operator), await store.preferences(fleet.approver)]).toEqual([{ theme: 'light' }, {}]);
  });
});
