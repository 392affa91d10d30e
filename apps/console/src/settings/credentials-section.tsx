import { useState } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { useVerb } from '../data/use-verb.ts';
import { type Become, CredentialSaveDocument, SettingsCredentialsDocument, type SettingsCredentialsQuery } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { Asked } from '../kit/asked.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Moment } from '../kit/moment.tsx';
import { Panel } from '../kit/panel.tsx';
import { VerbButton } from '../kit/verb-button.tsx';
import { VerbDialog } from '../kit/verb-dialog.tsx';
import { ChoiceField, LongTextField, TextField } from './form-field.tsx';
import { usePermissionRefusal } from './use-permission.ts';

type Credential = SettingsCredentialsQuery['credentials'][number];

/** Ways to log in. A private key goes in and never comes out. */
export function CredentialsSection() {
  const t = useText();
  const credentials = useAsk(SettingsCredentialsDocument, {}, { freshSeconds: 5 });
  const refusal = usePermissionRefusal('credential:write');
  const [open, setOpen] = useState<{ readonly credential: Credential | null } | null>(null);
  return (
    <>
      <Panel heading={t('settings.credentials.heading', { smart_count: credentials.data?.credentials.length ?? 0 })} subline={t('settings.credentials.lead')} className="cards" tools={<VerbButton small icon="plus" disabledReason={refusal} onClick={() => { setOpen({ credential: null }); }}>{t('settings.credentials.create')}</VerbButton>}>
        <Asked of={credentials}>
          {(answer) => (answer.credentials.length === 0 ? <EmptyState title={t('settings.credentials.none')} next={t('settings.credentials.noneNext')} /> : (
            <DataTable
              caption={t('settings.credentials.title')} rows={answer.credentials} rowId={(row) => row.id} rowName={(row) => row.name}
              columns={[
                { id: 'name', title: t('settings.name'), cell: (row) => <span className="mono strong">{row.name}</span>, fullText: (row) => row.name },
                { id: 'user', title: t('settings.credentials.user'), width: 160, cell: (row) => <><span className="in-card">{t('settings.credentials.user')} </span><span className="mono">{row.user}</span></>, fullText: (row) => row.user },
                { id: 'become', title: t('settings.credentials.become'), width: 220, cell: (row) => t(`settings.credentials.how.${row.become}`) },
                { id: 'written', title: t('settings.credentials.written'), width: 160, cell: (row) => <><span className="in-card">{t('settings.credentials.written')} </span><Moment at={row.updatedAt} /></> },
                { id: 'actions', title: t('settings.actions'), number: true, width: 120, cell: (row) => <VerbButton small disabledReason={refusal} onClick={() => { setOpen({ credential: row }); }}>{t('settings.credentials.replace')}</VerbButton> },
              ]}
            />
          ))}
        </Asked>
      </Panel>
      {open === null ? null : <CredentialDialog credential={open.credential} onClose={() => { setOpen(null); }} />}
    </>
  );
}

function CredentialDialog({ credential, onClose }: { readonly credential: Credential | null; readonly onClose: () => void }) {
  const t = useText();
  const save = useVerb(CredentialSaveDocument);
  const [name, setName] = useState(credential?.name ?? '');
  const [user, setUser] = useState(credential?.user ?? '');
  const [become, setBecome] = useState<Become>(credential?.become ?? 'SUDO');
  const [privateKey, setPrivateKey] = useState('');
  const refusal = name.trim() === '' ? t('settings.credentials.nameMissing') : user.trim() === '' ? t('settings.credentials.userMissing') : /-----BEGIN [A-Z ]*PRIVATE KEY-----/u.test(privateKey) ? null : t('settings.credentials.keyMissing');
  return (
    <VerbDialog title={credential === null ? t('settings.credentials.createTitle') : t('settings.credentials.replaceTitle', { name: credential.name })} lead={t('settings.credentials.dialogLead')} icon="lock" confirm={t('settings.save')} keep={t('settings.discard')} reason="none" refusal={refusal} onConfirm={() => save.run({ name: name.trim(), user: user.trim(), become, privateKey })} onClose={onClose}>
      <div className="fields">
        {credential === null ? <TextField label={t('settings.name')} value={name} onChange={setName} mono autoFocus /> : null}
        <TextField label={t('settings.credentials.user')} value={user} onChange={setUser} mono />
        <ChoiceField label={t('settings.credentials.become')} value={become} choices={[{ value: 'SUDO', name: t('settings.credentials.how.SUDO') }, { value: 'NONE', name: t('settings.credentials.how.NONE') }]} onChange={setBecome} />
        <LongTextField label={t('settings.credentials.privateKey')} rows={6} value={privateKey} onChange={setPrivateKey} hint={t('settings.credentials.keyHint')} />
      </div>
    </VerbDialog>
  );
}
