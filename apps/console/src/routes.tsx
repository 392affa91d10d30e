import { type ComponentType, lazy } from 'react';
import { type IconName } from './kit/icon.tsx';

export interface ConsoleRoute {
  readonly path: string;
  readonly screen: ComponentType;
  /** Place in the navigation; without one the screen is reached from others. */
  readonly navigation?: { readonly title: `${'now' | 'fleet' | 'nodes' | 'campaigns' | 'approvals' | 'audit' | 'settings' | 'help'}.title`; readonly icon: IconName; readonly group: 1 | 2; readonly onPhone: boolean };
}

/**
 * All screens, one line each. A screen is fetched when it is opened: `lazy` takes its named export. What is not listed here does not exist:
 * the navigation, the palette and the key bindings are made from this list.
 */
export const consoleRoutes: readonly ConsoleRoute[] = [
  { path: '/', screen: lazy(async () => ({ default: (await import('./now/now-page.tsx')).NowPage })), navigation: { title: 'now.title', icon: 'now', group: 1, onPhone: true } },
];
