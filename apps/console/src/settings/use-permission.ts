import { useText } from '../i18n/use-text.ts';
import { useMe } from '../session/use-me.ts';

/** Why a verb that needs a permission is not for this person; null: it is, or it is not known yet and the api will say. */
export function usePermissionRefusal(permission: string): string | null {
  const t = useText();
  const { me, may } = useMe();
  return me === null || may(permission) ? null : t('kit.permissionMissing', { permission });
}
