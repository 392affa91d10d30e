import { type ComponentType, lazy } from 'react';

export interface SettingsSection {
  /** Last part of its address. */
  readonly slug: string;
  readonly title: `settings.${'account' | 'people' | 'roles' | 'tokens' | 'sites' | 'credentials' | 'targets' | 'budgets' | 'system'}.title`;
  readonly screen: ComponentType;
}

/** What can be set, one line each; the first is one's own and shown without being asked for. */
export const settingsSections: readonly SettingsSection[] = [
  { slug: 'account', title: 'settings.account.title', screen: lazy(async () => ({ default: (await import('./account-section.tsx')).AccountSection })) },
  { slug: 'people', title: 'settings.people.title', screen: lazy(async () => ({ default: (await import('./people-section.tsx')).PeopleSection })) },
  { slug: 'roles', title: 'settings.roles.title', screen: lazy(async () => ({ default: (await import('./roles-section.tsx')).RolesSection })) },
  { slug: 'tokens', title: 'settings.tokens.title', screen: lazy(async () => ({ default: (await import('./tokens-section.tsx')).TokensSection })) },
  { slug: 'sites', title: 'settings.sites.title', screen: lazy(async () => ({ default: (await import('./sites-section.tsx')).SitesSection })) },
  { slug: 'credentials', title: 'settings.credentials.title', screen: lazy(async () => ({ default: (await import('./credentials-section.tsx')).CredentialsSection })) },
  { slug: 'targets', title: 'settings.targets.title', screen: lazy(async () => ({ default: (await import('./target-profiles-section.tsx')).TargetProfilesSection })) },
  { slug: 'budgets', title: 'settings.budgets.title', screen: lazy(async () => ({ default: (await import('./budgets-section.tsx')).BudgetsSection })) },
  { slug: 'system', title: 'settings.system.title', screen: lazy(async () => ({ default: (await import('./system-section.tsx')).SystemSection })) },
];
