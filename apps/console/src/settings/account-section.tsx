import { useState } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { useVerb } from '../data/use-verb.ts';
import { PasswordChangeDocument, SessionRevokeDocument, SettingsSessionsDocument, type SettingsSessionsQuery } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { Asked } from '../kit/asked.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { Moment } from '../kit/moment.tsx';
import { Panel } from '../kit/panel.tsx';
import { VerbButton } from '../kit/verb-button.tsx';
import { VerbDialog } from '../kit/verb-dialog.tsx';
import { useMe } from '../session/use-me.ts';
import { TextField } from './form-field.tsx';

type Session = SettingsSessionsQuery['sessions'][number];

/** Shorter ones are refused by the api. */
const passwordLengthMin = 12;

/** One's own password and ways in. */
export function AccountSection() {
  const t = useText();
  const { me } = useMe();
  const sessions = useAsk(SettingsSessionsDocument, {}, { freshSeconds: 5 });
  const revoke = useVerb(SessionRevokeDocument);
  const [changing, setChanging] = useState(false);
  const [ending, setEnding] = useState<Session | null>(null);
  return (
    <div className="stack">
      <Panel heading={me === null ? t('settings.account.title') : t('settings.account.heading', { name: me.person.name, role: t(`words.role.${me.person.role}`) })}>
        <div className="tools-line"><VerbButton icon="lock" onClick={() => { setChanging(true); }}>{t('settings.account.change')}</VerbButton></div>
      </Panel>
      <Panel heading={t('settings.account.sessions')} subline={t('settings.account.sessionsLead')} className="cards">
        <Asked of={sessions}>
          {(answer) => (
            <DataTable
              caption={t('settings.account.sessions')} rows={answer.sessions} rowId={(row) => row.id} rowName={(row) => row.createdAt}
              columns={[
                { id: 'opened', title: t('settings.account.opened'), cell: (row) => <><Moment at={row.createdAt} /> {row.current ? <span className="tag">{t('settings.account.current')}</span> : null}</> },
                { id: 'used', title: t('settings.lastUsed'), cell: (row) => <><span className="in-card">{t('settings.lastUsed')} </span>{row.lastUsedAt === null ? t('words.never') : <Moment at={row.lastUsedAt} />}</> },
                { id: 'ends', title: t('settings.expires'), cell: (row) => <><span className="in-card">{t('settings.expires')} </span><Moment at={row.expiresAt} /></> },
                { id: 'actions', title: t('settings.actions'), number: true, width: 140, cell: (row) => <VerbButton small disabledReason={row.current ? t('settings.account.endCurrent') : null} onClick={() => { setEnding(row); }}>{t('settings.account.end')}</VerbButton> },
              ]}
            />
          )}
        </Asked>
      </Panel>
      {changing ? <PasswordDialog onClose={() => { setChanging(false); }} /> : null}
      {ending === null ? null : <VerbDialog title={t('settings.account.endTitle')} lead={t('settings.account.endLead')} confirm={t('settings.account.end')} keep={t('settings.account.keep')} reason="none" onConfirm={() => revoke.run({ sessionId: ending.id })} onClose={() => { setEnding(null); }} />}
    </div>
  );
}

function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const change = useVerb(PasswordChangeDocument);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const refusal = current === '' ? t('settings.account.currentMissing') : next.length < passwordLengthMin ? t('settings.account.tooShort', { smart_count: passwordLengthMin }) : next === again ? null : t('settings.account.differ');
  return (
    <VerbDialog title={t('settings.account.change')} lead={t('settings.account.changeLead')} icon="lock" confirm={t('settings.account.change')} keep={t('settings.account.keepPassword')} reason="none" refusal={refusal} onConfirm={() => change.run({ current, next })} onClose={onClose}>
      <div className="fields">
        <TextField label={t('settings.account.currentPassword')} type="password" autoComplete="current-password" autoFocus value={current} onChange={setCurrent} />
        <TextField label={t('settings.account.nextPassword')} type="password" autoComplete="new-password" value={next} onChange={setNext} hint={t('settings.account.tooShort', { smart_count: passwordLengthMin })} />
        <TextField label={t('settings.account.again')} type="password" autoComplete="new-password" value={again} onChange={setAgain} />
      </div>
    </VerbDialog>
  );
}
