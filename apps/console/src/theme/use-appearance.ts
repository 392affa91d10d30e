import { useStore } from 'ra-core';
import { useSyncExternalStore } from 'react';
import { type Density, type Scheme } from './tokens.ts';

export type SchemeChoice = Scheme | 'system';

const darkness = '(prefers-color-scheme: dark)';
const subscribe = (changed: () => void): (() => void) => {
  const query = globalThis.matchMedia(darkness);
  query.addEventListener('change', changed);
  return () => { query.removeEventListener('change', changed); };
};
const systemScheme = (): Scheme => (globalThis.matchMedia(darkness).matches ? 'dark' : 'light');

/** How this person wants the console to look; remembered on the server. */
export function useAppearance() {
  const [choice, chooseScheme] = useStore<SchemeChoice>('appearance.scheme', 'system');
  const [density, chooseDensity] = useStore<Density>('appearance.density', 'compact');
  const system = useSyncExternalStore(subscribe, systemScheme);
  return { choice, scheme: choice === 'system' ? system : choice, chooseScheme, density, chooseDensity };
}
