import { useAsk } from '../data/use-ask.ts';
import { type Role, SettingsRolesDocument } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { Asked } from '../kit/asked.tsx';
import { Icon } from '../kit/icon.tsx';
import { Panel } from '../kit/panel.tsx';
import { permissionTextKey } from './permission-text.ts';

const order: readonly Role[] = ['VIEWER', 'OPERATOR', 'APPROVER', 'ADMIN'];

/** What each role may do, as the api decides it. Roles are not made here: they are the same in every installation. */
export function RolesSection() {
  const t = useText();
  const answer = useAsk(SettingsRolesDocument, {});
  return (
    <Panel heading={t('settings.roles.heading')} subline={t('settings.roles.lead')}>
      <Asked of={answer} rows={8}>
        {({ roles }) => {
          const permissions = [...new Set(roles.flatMap((role) => role.permissions))];
          const sorted = order.flatMap((role) => roles.filter((candidate) => candidate.role === role));
          return (
            <div className="scroll-x matrix-scroll" tabIndex={0} role="region" aria-label={t('settings.roles.title')}>
              <table className="table matrix" style={{ minWidth: 660 }}>
                <caption className="for-readers">{t('settings.roles.heading')}</caption>
                <colgroup><col style={{ width: '40%' }} />{sorted.map(({ role }) => <col key={role} />)}</colgroup>
                <thead><tr><th scope="col">{t('settings.roles.permission')}</th>{sorted.map(({ role }) => <th key={role} scope="col">{t(`words.role.${role}`)}</th>)}</tr></thead>
                <tbody>
                  {permissions.map((permission) => {
                    const key = permissionTextKey(permission);
                    return (
                      <tr key={permission}>
                        <th scope="row">{key === null ? null : t(key)} <span className="mono muted">{permission}</span></th>
                        {sorted.map(({ role, permissions: granted }) => <td key={role}>{granted.includes(permission) ? <><Icon name="check" /><span className="for-readers">{t('words.yes')}</span></> : <span className="for-readers">{t('words.no')}</span>}</td>)}
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </div>
          );
        }}
      </Asked>
    </Panel>
  );
}
