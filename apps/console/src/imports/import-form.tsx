import { type ChangeEvent } from 'react';
import { useText } from '../i18n/use-text.ts';
import { ChoiceField, FormField, TextField } from '../settings/form-field.tsx';
import { formatOf, importBytesMax, type ImportDraft } from './import-draft.ts';
import '../settings/settings.css';

/** Which file, whose, and what happens to nodes that it does not name. */
export function ImportForm({ draft, onChange }: { readonly draft: ImportDraft; readonly onChange: (draft: ImportDraft) => void }) {
  const t = useText();
  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    if (file === undefined) return;
    // A file that is refused anyway need not be read into memory.
    const content = file.size > importBytesMax ? '' : await file.text();
    onChange({ ...draft, file: { name: file.name, bytes: file.size, content }, format: formatOf(file.name) ?? draft.format });
  };
  return (
    <div className="panel-body fields import-fields">
      <FormField label={t('imports.file')} hint={t('imports.fileHint')}><input className="field" type="file" accept=".csv,.json,.yaml,.yml,text/csv,application/json" onChange={(event) => { void choose(event); }} /></FormField>
      <TextField label={t('imports.source')} value={draft.source} onChange={(source) => { onChange({ ...draft, source }); }} hint={t('imports.sourceHint')} mono />
      <ChoiceField label={t('imports.format')} value={draft.format} choices={[{ value: 'CSV', name: 'CSV' }, { value: 'JSON', name: 'JSON' }, { value: 'YAML', name: 'YAML' }]} onChange={(format) => { onChange({ ...draft, format }); }} />
      <ChoiceField label={t('imports.mode')} value={draft.mode} choices={[{ value: 'MERGE', name: t('imports.merge') }, { value: 'MIRROR', name: t('imports.mirror') }]} onChange={(mode) => { onChange({ ...draft, mode }); }} hint={draft.mode === 'MERGE' ? t('imports.mergeHint') : t('imports.mirrorHint')} />
      {draft.mode === 'MIRROR' ? <TextField label={t('imports.percent')} type="number" value={draft.missingPercentMax} onChange={(missingPercentMax) => { onChange({ ...draft, missingPercentMax }); }} hint={t('imports.percentHint')} /> : null}
    </div>
  );
}
