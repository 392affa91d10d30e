import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { useVerb } from '../data/use-verb.ts';
import { CampaignsHaltAllDocument, NowPageDocument } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { ConfirmDialog } from '../kit/confirm-dialog.tsx';
import { VerbButton } from '../kit/verb-button.tsx';
import { useMe } from '../session/use-me.ts';

/** One click and one confirm, on every page, stale or not: the request says by itself whether it arrived. */
export function HaltAll() {
  const t = useText();
  const notify = useNotify();
  const { me, may } = useMe();
  const [open, setOpen] = useState(false);
  const { data } = useAsk(NowPageDocument, {});
  const halt = useVerb(CampaignsHaltAllDocument);
  const running = data?.now.campaigns.filter(({ state }) => state === 'RUNNING' || state === 'PAUSED').length;
  const refusal = me !== null && !may('campaign:stop') ? t('kit.permissionMissing', { permission: 'campaign:stop' }) : null;
  return (
    <>
      <VerbButton kind="halt" icon="halt" disabledReason={refusal} onClick={() => { setOpen(true); }}>{t('shell.halt.button')}</VerbButton>
      {open ? (
        <ConfirmDialog
          title={t('shell.halt.title')} lead={t('shell.halt.lead')} icon="halt" kind="haltSolid" confirm={t('shell.halt.confirm')} keep={t('shell.halt.keep')} onClose={() => { setOpen(false); }}
          effects={data === undefined || running === undefined ? [] : [{ count: running, text: t('shell.halt.running', { smart_count: running }) }, { count: data.now.fleet.inFlight, text: t('shell.halt.inFlight', { smart_count: data.now.fleet.inFlight }) }]}
          onConfirm={async (reason) => {
            const outcome = await halt.run({ reason });
            if (outcome.kind === 'done') {
              const halted = outcome.payload.campaigns.length;
              notify(halted === 0 ? t('shell.halt.none') : t('shell.halt.done', { smart_count: halted }), { type: 'info' });
            }
            return outcome;
          }}
        />
      ) : null}
    </>
  );
}
