import { en } from '../i18n/en.ts';

const known = en.settings.permission;

/** Text for a permission such as `campaign:stop`; null for one of another version. A colon has no place in the catalogue's keys. */
export function permissionTextKey(permission: string): `settings.permission.${keyof typeof known}` | null {
  const key = permission.replace(':', '_');
  return key in known ? `settings.permission.${key as keyof typeof known}` : null;
}
