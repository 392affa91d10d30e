import { useState } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { useVerb } from '../data/use-verb.ts';
import { SettingsTargetProfilesDocument, type SettingsTargetProfilesQuery, TargetProfileSaveDocument } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { Asked } from '../kit/asked.tsx';
import { DataTable } from '../kit/data-table.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Moment } from '../kit/moment.tsx';
import { Panel } from '../kit/panel.tsx';
import { VerbButton } from '../kit/verb-button.tsx';
import { VerbDialog } from '../kit/verb-dialog.tsx';
import { LongTextField, TextField } from './form-field.tsx';
import { usePermissionRefusal } from './use-permission.ts';

type TargetProfile = SettingsTargetProfilesQuery['targetProfiles'][number];

/** Systems to reach. A profile never changes: saving another description makes another profile, and plans keep theirs. */
export function TargetProfilesSection() {
  const t = useText();
  const profiles = useAsk(SettingsTargetProfilesDocument, {}, { freshSeconds: 5 });
  const refusal = usePermissionRefusal('inventory:write');
  const [open, setOpen] = useState<{ readonly from: TargetProfile | null } | null>(null);
  return (
    <>
      <Panel heading={t('settings.targets.heading', { smart_count: profiles.data?.targetProfiles.length ?? 0 })} subline={t('settings.targets.lead')} className="cards" tools={<VerbButton small icon="plus" disabledReason={refusal} onClick={() => { setOpen({ from: null }); }}>{t('settings.targets.create')}</VerbButton>}>
        <Asked of={profiles}>
          {(answer) => (answer.targetProfiles.length === 0 ? <EmptyState title={t('settings.targets.none')} next={t('settings.targets.noneNext')} /> : (
            <DataTable
              caption={t('settings.targets.title')} rows={answer.targetProfiles} rowId={(row) => row.id} rowName={(row) => row.name}
              columns={[
                { id: 'name', title: t('settings.name'), cell: (row) => <span className="strong" translate="no">{row.name}</span>, fullText: (row) => row.name },
                { id: 'system', title: t('settings.targets.system'), width: 160, cell: (row) => <span className="mono">{row.osId} {row.osVersion}</span>, fullText: (row) => `${row.osId} ${row.osVersion}` },
                { id: 'kernel', title: t('settings.targets.kernel'), width: 110, cell: (row) => <><span className="in-card">{t('settings.targets.kernel')} </span><span className="mono">{row.kernelPrefix}</span></> },
                { id: 'repository', title: t('settings.targets.repository'), cell: (row) => <span className="mono">{row.repositoryUrl}</span>, fullText: (row) => row.repositoryUrl },
                { id: 'saved', title: t('settings.targets.saved'), width: 130, cell: (row) => <><span className="in-card">{t('settings.targets.saved')} </span><Moment at={row.createdAt} /></> },
                { id: 'actions', title: t('settings.actions'), number: true, width: 160, cell: (row) => <VerbButton small disabledReason={refusal} onClick={() => { setOpen({ from: row }); }}>{t('settings.targets.newFrom')}</VerbButton> },
              ]}
            />
          ))}
        </Asked>
      </Panel>
      {open === null ? null : <TargetProfileDialog from={open.from} onClose={() => { setOpen(null); }} />}
    </>
  );
}

function TargetProfileDialog({ from, onClose }: { readonly from: TargetProfile | null; readonly onClose: () => void }) {
  const t = useText();
  const save = useVerb(TargetProfileSaveDocument);
  const [draft, setDraft] = useState({ name: from?.name ?? '', osId: from?.osId ?? '', osVersion: from?.osVersion ?? '', kernelPrefix: from?.kernelPrefix ?? '', repositoryUrl: from?.repositoryUrl ?? '', repositoryKey: from?.repositoryKey ?? '' });
  const change = (part: Partial<typeof draft>): void => { setDraft({ ...draft, ...part }); };
  const refusal = draft.name.trim() === '' || draft.osId.trim() === '' || draft.osVersion.trim() === '' || draft.kernelPrefix.trim() === '' ? t('settings.targets.partMissing')
    : /^https?:\/\/\S+$/u.test(draft.repositoryUrl.trim()) ? (draft.repositoryKey.includes('BEGIN PGP PUBLIC KEY BLOCK') ? null : t('settings.targets.keyMissing')) : t('settings.targets.urlWrong');
  return (
    <VerbDialog title={t('settings.targets.createTitle')} lead={t('settings.targets.dialogLead')} confirm={t('settings.save')} keep={t('settings.discard')} reason="none" refusal={refusal} onConfirm={() => save.run(draft)} onClose={onClose}>
      <div className="fields">
        <TextField label={t('settings.name')} value={draft.name} onChange={(name) => { change({ name }); }} hint={t('settings.targets.nameHint')} autoFocus />
        <TextField label={t('settings.targets.osId')} value={draft.osId} onChange={(osId) => { change({ osId }); }} hint={t('settings.targets.osIdHint')} mono />
        <TextField label={t('settings.targets.osVersion')} value={draft.osVersion} onChange={(osVersion) => { change({ osVersion }); }} hint={t('settings.targets.osVersionHint')} mono />
        <TextField label={t('settings.targets.kernel')} value={draft.kernelPrefix} onChange={(kernelPrefix) => { change({ kernelPrefix }); }} hint={t('settings.targets.kernelHint')} mono />
        <TextField label={t('settings.targets.repository')} value={draft.repositoryUrl} onChange={(repositoryUrl) => { change({ repositoryUrl }); }} hint={t('settings.targets.repositoryHint')} mono />
        <LongTextField label={t('settings.targets.key')} rows={5} value={draft.repositoryKey} onChange={(repositoryKey) => { change({ repositoryKey }); }} hint={t('settings.targets.keyHint')} />
      </div>
    </VerbDialog>
  );
}
