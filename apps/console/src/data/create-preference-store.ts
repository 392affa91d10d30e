import { type Api } from '@skein/client';
import { type Store } from 'ra-core';
import { PreferencesDocument, PreferencesSaveDocument } from '../generated/documents.ts';

type Values = Record<string, unknown>;
type Listener = (value: unknown) => void;

export interface PreferenceStore extends Store {
  /** What the server remembers wins over what this browser remembered; called after every sign-in. */
  readonly load: () => Promise<void>;
}

const mirrorKey = 'skein.preferences';
const saveAfterMilliseconds = 1000;

/** Only how things look and what was chosen is kept here; lists' selections and other passing state are not for other browsers. */
const isKept = (key: string): boolean => !/\.(selectedIds|datagrid\.expanded)$/.test(key);

/**
 * react-admin's store, remembered per person on the server. The mirror in this browser only spares the first screen a flash of another theme;
 * signing out leaves both as they are.
 */
export function createPreferenceStore(api: Api, mirror: Pick<Storage, 'getItem' | 'setItem'>): PreferenceStore {
  let values = readMirror(mirror);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let signedIn = false;
  const listeners = new Map<string, Set<Listener>>();
  const publish = (key: string): void => { for (const listener of listeners.get(key) ?? []) listener(values[key]); };
  const kept = (): Values => Object.fromEntries(Object.entries(values).filter(([key]) => isKept(key)));
  const changed = (keys: readonly string[]): void => {
    try {
      mirror.setItem(mirrorKey, JSON.stringify(kept()));
    } catch {
      // A browser without room, or in private mode, forgets; the server does not.
    }
    for (const key of keys) publish(key);
    if (!signedIn || !keys.some(isKept)) return;
    clearTimeout(timer);
    timer = setTimeout(() => { void save(); }, saveAfterMilliseconds);
  };
  const save = async (): Promise<void> => {
    // Losing a preference is no reason to interrupt anybody; the next change saves them all again.
    await api.request(PreferencesSaveDocument, { input: { idempotencyKey: crypto.randomUUID(), preferences: kept() } }).catch(() => undefined);
  };
  return {
    setup: () => undefined,
    teardown: () => { clearTimeout(timer); },
    getItem: <Value>(key: string, otherwise?: Value) => (key in values ? (values[key] as Value) : otherwise),
    setItem: (key, value) => {
      values = { ...values, [key]: value };
      changed([key]);
    },
    removeItem: (key) => {
      values = Object.fromEntries(Object.entries(values).filter(([name]) => name !== key));
      changed([key]);
    },
    removeItems: (prefix) => {
      const gone = Object.keys(values).filter((name) => name.startsWith(prefix));
      values = Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith(prefix)));
      changed(gone);
    },
    // react-admin empties the store on logout; preferences are not secrets, and whoever comes back wants them.
    reset: () => undefined,
    subscribe: (key, listener) => {
      const set = listeners.get(key) ?? new Set<Listener>();
      set.add(listener);
      listeners.set(key, set);
      return () => { set.delete(listener); };
    },
    async load() {
      const answer = await api.request(PreferencesDocument, {}).catch(() => null);
      signedIn = answer !== null;
      if (answer === null) return;
      const before = values;
      values = { ...values, ...answer.preferences };
      changed([]);
      for (const key of Object.keys(answer.preferences)) if (JSON.stringify(before[key]) !== JSON.stringify(values[key])) publish(key);
    },
  };
}

function readMirror(mirror: Pick<Storage, 'getItem'>): Values {
  try {
    const read: unknown = JSON.parse(mirror.getItem(mirrorKey) ?? '{}');
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? { ...read } : {};
  } catch {
    return {};
  }
}
