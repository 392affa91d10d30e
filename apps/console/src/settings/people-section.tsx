import { useState } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { SettingsPeopleDocument } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { Asked } from '../kit/asked.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Moment } from '../kit/moment.tsx';
import { Panel } from '../kit/panel.tsx';
import { VerbButton } from '../kit/verb-button.tsx';
import { useMe } from '../session/use-me.ts';
import { ChangeRoleDialog, CreatePersonDialog, type Person, ResetPasswordDialog, SwitchPersonDialog } from './person-dialogs.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { usePermissionRefusal } from './use-permission.ts';

type Open = { readonly kind: 'create' } | { readonly kind: 'role' | 'reset' | 'switch'; readonly person: Person };

/** Who may be responsible for a change. Nobody is ever deleted: the audit names them. */
export function PeopleSection() {
  const t = useText();
  const { me } = useMe();
  const refusal = usePermissionRefusal('people:manage');
  const people = useAsk(SettingsPeopleDocument, {}, { freshSeconds: 5, enabled: me !== null && refusal === null });
  const [open, setOpen] = useState<Open | null>(null);
  const [shown, setShown] = useState<{ readonly name: string; readonly password: string | null } | null>(null);
  const close = (): void => { setOpen(null); };
  const refusalFor = (person: Person): string | null => (person.id === me?.person.id ? t('settings.people.notToYourself') : null);
  const button = (person: Person, kind: 'role' | 'reset' | 'switch', text: string) => <VerbButton small disabledReason={refusalFor(person)} onClick={() => { setOpen({ kind, person }); }}>{text}</VerbButton>;
  if (refusal !== null) return <Panel heading={t('settings.people.title')}><EmptyState title={refusal} next={t('settings.people.askFor')} /></Panel>;
  return (
    <>
      <Panel heading={t('settings.people.heading', { smart_count: people.data?.people.filter(({ disabledAt }) => disabledAt === null).length ?? 0 })} className="cards" tools={<VerbButton small icon="plus" onClick={() => { setOpen({ kind: 'create' }); }}>{t('settings.people.create')}</VerbButton>}>
        <Asked of={people}>
          {(answer) => (
            <DataTable
              caption={t('settings.people.title')} rows={answer.people} rowId={(row) => row.id} rowName={(row) => row.name}
              columns={[
                { id: 'name', title: t('settings.name'), cell: (row) => <span className="mono strong">{row.name}</span>, fullText: (row) => row.name },
                { id: 'role', title: t('settings.people.role'), width: 140, cell: (row) => t(`words.role.${row.role}`) },
                { id: 'state', title: t('settings.people.state'), width: 230, cell: (row) => (row.disabledAt === null ? t('settings.people.active') : <>{t('settings.people.off')} <Moment at={row.disabledAt} /></>) },
                { id: 'signIn', title: t('settings.people.lastSignIn'), width: 150, cell: (row) => <><span className="in-card">{t('settings.people.lastSignIn')} </span>{row.lastSignInAt === null ? t('words.never') : <Moment at={row.lastSignInAt} />}</> },
                { id: 'actions', title: t('settings.actions'), number: true, width: 340, cell: (row) => <span className="row-actions">{button(row, 'role', t('settings.people.changeRole'))}{button(row, 'reset', t('settings.people.reset'))}{button(row, 'switch', row.disabledAt === null ? t('settings.people.switchOff') : t('settings.people.switchOn'))}</span> },
              ]}
            />
          )}
        </Asked>
      </Panel>
      {open?.kind === 'create' ? <CreatePersonDialog onClose={close} onMade={setShown} /> : null}
      {open?.kind === 'role' ? <ChangeRoleDialog person={open.person} onClose={close} /> : null}
      {open?.kind === 'switch' ? <SwitchPersonDialog person={open.person} onClose={close} /> : null}
      {open?.kind === 'reset' ? <ResetPasswordDialog person={open.person} onClose={close} onMade={setShown} /> : null}
      {shown === null ? null : <SecretDialog title={t('settings.people.passwordOf', { name: shown.name })} lead={t('settings.people.passwordLead')} secret={shown.password} onClose={() => { setShown(null); }} />}
    </>
  );
}
