import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeApi } from '../testing/render-console.tsx';
import { createPreferenceStore } from './create-preference-store.ts';

const mirrorOf = (values: object = {}) => {
  const kept = new Map([['skein.preferences', JSON.stringify(values)]]);
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => { kept.set(key, value); }, read: () => JSON.parse(kept.get('skein.preferences') ?? '{}') as unknown };
};

describe('preferences', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  it('come from the server for whoever signs in, over what this browser remembered', async () => {
    const mirror = mirrorOf({ 'appearance.scheme': 'light', locale: 'en' });
    const store = createPreferenceStore(fakeApi({ Preferences: { preferences: { 'appearance.scheme': 'dark' } } }), mirror);
    const told = vi.fn();
    store.subscribe('appearance.scheme', told);
    expect(store.getItem('appearance.scheme')).toBe('light');
    await store.load();
    expect(store.getItem('appearance.scheme')).toBe('dark');
    expect(told).toHaveBeenCalledWith('dark');
    expect(mirror.read()).toEqual({ 'appearance.scheme': 'dark', locale: 'en' });
  });

  it('are saved once for many changes, and selections are not among them', async () => {
    const api = fakeApi({ Preferences: { preferences: {} }, PreferencesSave: { preferencesSave: { preferences: {}, userErrors: [] } } });
    const store = createPreferenceStore(api, mirrorOf());
    await store.load();
    store.setItem('appearance.density', 'comfortable');
    store.setItem('appearance.density', 'compact');
    store.setItem('nodes.selectedIds', ['n1']);
    await vi.advanceTimersByTimeAsync(2000);
    const saved = api.asked.filter(({ name }) => name === 'PreferencesSave');
    expect(saved).toMatchObject([{ variables: { input: { preferences: { 'appearance.density': 'compact' } } } }]);
    expect(JSON.stringify(saved)).not.toContain('selectedIds');
  });

  it('stay after signing out, and are sent nowhere before signing in', async () => {
    const api = fakeApi({});
    const store = createPreferenceStore(api, mirrorOf());
    store.setItem('locale', 'zh');
    store.reset();
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.getItem('locale')).toBe('zh');
    expect(api.asked).toEqual([]);
  });

  it('survive a mirror that is not theirs', () => {
    expect(createPreferenceStore(fakeApi({}), { getItem: () => '{"broken', setItem: () => { throw new Error('full'); } }).getItem('locale', 'en')).toBe('en');
  });
});
