import { useState } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { useVerb } from '../data/use-verb.ts';
import { SettingsTokensDocument, type SettingsTokensQuery, TokenCreateDocument, TokenRevokeDocument } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { Asked } from '../kit/asked.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Moment } from '../kit/moment.tsx';
import { Panel } from '../kit/panel.tsx';
import { useClock } from '../kit/use-clock.ts';
import { VerbButton } from '../kit/verb-button.tsx';
import { VerbDialog } from '../kit/verb-dialog.tsx';
import { TextField } from './form-field.tsx';
import { SecretDialog } from './secret-dialog.tsx';

type Token = SettingsTokensQuery['tokens'][number];

/** Bearer tokens of automation: one's own, and everybody's for administrators. */
export function TokensSection() {
  const t = useText();
  const now = useClock();
  const tokens = useAsk(SettingsTokensDocument, {}, { freshSeconds: 5 });
  const revoke = useVerb(TokenRevokeDocument);
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const [shown, setShown] = useState<{ readonly name: string; readonly secret: string | null } | null>(null);
  const ended = (token: Token): boolean => token.revokedAt !== null || (token.expiresAt !== null && new Date(token.expiresAt).getTime() <= now);
  const state = (token: Token) => {
    if (token.revokedAt !== null) return <>{t('settings.tokens.revoked')} <Moment at={token.revokedAt} /></>;
    if (token.expiresAt === null) return t('settings.tokens.noEnd');
    return <>{ended(token) ? t('settings.tokens.ended') : t('settings.tokens.ends')} <Moment at={token.expiresAt} /></>;
  };
  return (
    <>
      <Panel heading={t('settings.tokens.heading', { smart_count: tokens.data?.tokens.filter((token) => !ended(token)).length ?? 0 })} subline={t('settings.tokens.lead')} className="cards" tools={<VerbButton small icon="plus" onClick={() => { setMaking(true); }}>{t('settings.tokens.create')}</VerbButton>}>
        <Asked of={tokens}>
          {(answer) => (answer.tokens.length === 0 ? <EmptyState title={t('settings.tokens.none')} next={t('settings.tokens.noneNext')} command="skein token create ci" /> : (
            <DataTable
              caption={t('settings.tokens.title')} rows={answer.tokens} rowId={(row) => row.id} rowName={(row) => row.name}
              columns={[
                { id: 'name', title: t('settings.name'), cell: (row) => <span className="mono strong">{row.name}</span>, fullText: (row) => row.name },
                { id: 'owner', title: t('settings.tokens.owner'), width: 140, cell: (row) => row.owner.name, fullText: (row) => row.owner.name },
                { id: 'state', title: t('settings.tokens.validity'), width: 240, cell: state },
                { id: 'used', title: t('settings.lastUsed'), width: 150, cell: (row) => <><span className="in-card">{t('settings.lastUsed')} </span>{row.lastUsedAt === null ? t('words.never') : <Moment at={row.lastUsedAt} />}</> },
                { id: 'actions', title: t('settings.actions'), number: true, width: 120, cell: (row) => <VerbButton small disabledReason={row.revokedAt === null ? null : t('settings.tokens.alreadyRevoked')} onClick={() => { setRevoking(row); }}>{t('settings.tokens.revoke')}</VerbButton> },
              ]}
            />
          ))}
        </Asked>
      </Panel>
      {making ? <CreateTokenDialog onClose={() => { setMaking(false); }} onMade={setShown} /> : null}
      {revoking === null ? null : <VerbDialog title={t('settings.tokens.revokeTitle', { name: revoking.name })} lead={t('settings.tokens.revokeLead')} confirm={t('settings.tokens.revoke')} keep={t('settings.tokens.keep')} reason="none" onConfirm={() => revoke.run({ tokenId: revoking.id })} onClose={() => { setRevoking(null); }} />}
      {shown === null ? null : <SecretDialog title={t('settings.tokens.secretOf', { name: shown.name })} lead={t('settings.tokens.secretLead')} secret={shown.secret} onClose={() => { setShown(null); }} />}
    </>
  );
}

function CreateTokenDialog({ onClose, onMade }: { readonly onClose: () => void; readonly onMade: (made: { readonly name: string; readonly secret: string | null }) => void }) {
  const t = useText();
  const create = useVerb(TokenCreateDocument);
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const valid = /^\d{1,3}$/u.test(days) && Number(days) >= 1 && Number(days) <= 365;
  const run = async () => {
    const outcome = await create.run({ name: name.trim(), expiresInDays: Number(days) });
    if (outcome.kind === 'done') onMade({ name: name.trim(), secret: outcome.payload.secret });
    return outcome;
  };
  return (
    <VerbDialog title={t('settings.tokens.createTitle')} lead={t('settings.tokens.createLead')} confirm={t('settings.tokens.create')} keep={t('settings.discard')} reason="none" refusal={name.trim() === '' ? t('settings.tokens.nameMissing') : valid ? null : t('settings.tokens.daysWrong')} onConfirm={run} onClose={onClose}>
      <div className="fields">
        <TextField label={t('settings.name')} value={name} onChange={setName} hint={t('settings.tokens.nameHint')} autoFocus />
        <TextField label={t('settings.tokens.days')} type="number" value={days} onChange={setDays} hint={t('settings.tokens.daysWrong')} />
      </div>
    </VerbDialog>
  );
}
