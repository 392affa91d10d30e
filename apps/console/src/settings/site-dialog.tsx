import { useState } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { useVerb } from '../data/use-verb.ts';
import { SettingsCredentialsDocument, SiteSaveDocument } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { VerbButton } from '../kit/verb-button.tsx';
import { VerbDialog } from '../kit/verb-dialog.tsx';
import { ChoiceField, LongTextField, TextField } from './form-field.tsx';
import { type BastionDraft, draftOf, emptyBastion, inputOf, problemOf, type Site } from './site-draft.ts';

/** Makes a site, or changes one; it is found by its name, so the name of one that exists stays. */
export function SiteDialog({ site, onClose }: { readonly site: Site | null; readonly onClose: () => void }) {
  const t = useText();
  const save = useVerb(SiteSaveDocument);
  const credentials = useAsk(SettingsCredentialsDocument, {});
  const [draft, setDraft] = useState(() => draftOf(site));
  const problem = problemOf(draft);
  const names = (credentials.data?.credentials ?? []).map(({ name }) => ({ value: name, name }));
  const change = (part: Partial<typeof draft>): void => { setDraft({ ...draft, ...part }); };
  const changeBastion = (key: string, part: Partial<BastionDraft>): void => { change({ bastions: draft.bastions.map((bastion) => (bastion.key === key ? { ...bastion, ...part } : bastion)) }); };
  return (
    <VerbDialog title={site === null ? t('settings.sites.createTitle') : t('settings.sites.changeTitle', { name: site.name })} lead={t('settings.sites.dialogLead')} confirm={t('settings.save')} keep={t('settings.discard')} reason="none" refusal={problem === null ? null : t(`settings.sites.problem.${problem}`)} onConfirm={() => save.run(inputOf(draft))} onClose={onClose}>
      <div className="fields">
        {site === null ? <TextField label={t('settings.name')} value={draft.name} onChange={(name) => { change({ name }); }} hint={t('settings.sites.nameHint')} mono autoFocus /> : null}
        <ChoiceField label={t('settings.sites.route')} value={draft.routeKind} choices={[{ value: 'SSH', name: t('settings.sites.kind.SSH') }, { value: 'SIMULATED', name: t('settings.sites.kind.SIMULATED') }]} onChange={(routeKind) => { change({ routeKind }); }} />
        <ChoiceField label={t('settings.sites.credential')} value={draft.credential} choices={[{ value: '', name: t('settings.sites.eachNode') }, ...names]} onChange={(credential) => { change({ credential }); }} hint={t('settings.sites.credentialHint')} />
        <TextField label={t('settings.sites.provider')} value={draft.provider} onChange={(provider) => { change({ provider }); }} hint={t('settings.sites.providerHint')} mono />
        {draft.routeKind === 'SIMULATED' ? <TextField label={t('settings.sites.socket')} value={draft.socket} onChange={(socket) => { change({ socket }); }} mono /> : (
          <>
            <TextField label={t('settings.sites.proxy')} value={draft.proxy} onChange={(proxy) => { change({ proxy }); }} hint={t('settings.sites.proxyHint')} mono />
            {draft.bastions.map((bastion, index) => (
              <fieldset key={bastion.key}>
                <legend>{t('settings.sites.bastion', { number: index + 1 })}</legend>
                <TextField label={t('settings.sites.address')} value={bastion.address} onChange={(address) => { changeBastion(bastion.key, { address }); }} mono />
                <TextField label={t('settings.sites.port')} type="number" value={bastion.port} onChange={(port) => { changeBastion(bastion.key, { port }); }} />
                <ChoiceField label={t('settings.sites.credential')} value={bastion.credential} choices={[{ value: '', name: t('settings.sites.choose') }, ...names]} onChange={(credential) => { changeBastion(bastion.key, { credential }); }} />
                <LongTextField label={t('settings.sites.hostKeys')} rows={2} value={bastion.hostKeys} onChange={(hostKeys) => { changeBastion(bastion.key, { hostKeys }); }} hint={t('settings.sites.hostKeysHint')} />
                <span><VerbButton small onClick={() => { change({ bastions: draft.bastions.filter(({ key }) => key !== bastion.key) }); }}>{t('settings.sites.removeBastion', { number: index + 1 })}</VerbButton></span>
              </fieldset>
            ))}
            <span><VerbButton small icon="plus" onClick={() => { change({ bastions: [...draft.bastions, emptyBastion(crypto.randomUUID())] }); }}>{t('settings.sites.addBastion')}</VerbButton></span>
          </>
        )}
      </div>
    </VerbDialog>
  );
}
