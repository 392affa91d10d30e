import { type ComponentType, lazy } from 'react';
import { type IconName } from './kit/icon.tsx';

export interface ConsoleRoute {
  readonly path: string;
  readonly screen: ComponentType;
  /** Place in the navigation; without one the screen is reached from others. */
  readonly navigation?: { readonly title: `${'now' | 'fleet' | 'nodes' | 'campaigns' | 'approvals' | 'audit' | 'settings' | 'help'}.title`; readonly icon: IconName; readonly group: 1 | 2; readonly onPhone: boolean };
}

const HelpPage = lazy(async () => ({ default: (await import('./help/help-page.tsx')).HelpPage }));
const WizardPage = lazy(async () => ({ default: (await import('./campaigns/wizard/wizard-page.tsx')).WizardPage }));
const ApprovalsPage = lazy(async () => ({ default: (await import('./approvals/approvals-page.tsx')).ApprovalsPage }));
const SettingsPage = lazy(async () => ({ default: (await import('./settings/settings-page.tsx')).SettingsPage }));

/**
 * All screens, one line each. A screen is fetched when it is opened: `lazy` takes its named export. What is not listed here does not exist:
 * the navigation, the palette and the key bindings are made from this list.
 */
export const consoleRoutes: readonly ConsoleRoute[] = [
  { path: '/', screen: lazy(async () => ({ default: (await import('./now/now-page.tsx')).NowPage })), navigation: { title: 'now.title', icon: 'now', group: 1, onPhone: true } },
  { path: '/fleet', screen: lazy(async () => ({ default: (await import('./fleet/fleet-page.tsx')).FleetPage })), navigation: { title: 'fleet.title', icon: 'fleet', group: 1, onPhone: true } },
  { path: '/nodes', screen: lazy(async () => ({ default: (await import('./nodes/nodes-page.tsx')).NodesPage })), navigation: { title: 'nodes.title', icon: 'nodes', group: 1, onPhone: false } },
  { path: '/nodes/import', screen: lazy(async () => ({ default: (await import('./imports/import-page.tsx')).ImportPage })) },
  { path: '/nodes/:id', screen: lazy(async () => ({ default: (await import('./node/node-page.tsx')).NodePage })) },
  { path: '/campaigns', screen: lazy(async () => ({ default: (await import('./campaigns/list/campaign-list-page.tsx')).CampaignListPage })), navigation: { title: 'campaigns.title', icon: 'campaigns', group: 1, onPhone: true } },
  { path: '/campaigns/new', screen: WizardPage },
  { path: '/campaigns/:id', screen: lazy(async () => ({ default: (await import('./campaigns/live/campaign-page.tsx')).CampaignPage })) },
  { path: '/approvals', screen: ApprovalsPage, navigation: { title: 'approvals.title', icon: 'approvals', group: 1, onPhone: true } },
  { path: '/approvals/:id', screen: ApprovalsPage },
  { path: '/campaigns/:id/edit', screen: WizardPage },
  { path: '/campaigns/:id/runs', screen: lazy(async () => ({ default: (await import('./campaigns/runs/campaign-runs-page.tsx')).CampaignRunsPage })) },
  { path: '/audit', screen: lazy(async () => ({ default: (await import('./audit/audit-page.tsx')).AuditPage })), navigation: { title: 'audit.title', icon: 'audit', group: 2, onPhone: false } },
  { path: '/settings', screen: SettingsPage, navigation: { title: 'settings.title', icon: 'settings', group: 2, onPhone: false } },
  { path: '/settings/:section', screen: SettingsPage },
  { path: '/help', screen: HelpPage, navigation: { title: 'help.title', icon: 'help', group: 2, onPhone: false } },
  { path: '/help/:slug', screen: HelpPage },
];
