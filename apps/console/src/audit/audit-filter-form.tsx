import { type ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { VerbButton } from '../kit/verb-button.tsx';
import { auditActionNames, auditObjectKinds } from './action-text.ts';
import { auditFields, type AuditSearch } from './audit-search.ts';

/** Every field is part of the address; choosing asks at once, text is asked for when the field is left. */
export function AuditFilterForm({ search, onChange }: { readonly search: AuditSearch; readonly onChange: (search: AuditSearch) => void }) {
  const t = useText();
  const empty = auditFields.every((name) => search[name] === '');
  const change = (name: keyof AuditSearch, value: string): void => {
    if (value !== search[name]) onChange({ ...search, [name]: value });
  };
  // Keyed by what the address says: going back in the browser shows the earlier text.
  const text = (name: 'actor' | 'objectId') => (
    <input
      key={search[name]} className="field" type="search" defaultValue={search[name]} autoComplete="off" spellCheck={false}
      onBlur={(event) => { change(name, event.target.value); }} onKeyDown={(event) => { if (event.key === 'Enter') change(name, event.currentTarget.value); }}
    />
  );
  const choice = (name: 'action' | 'objectKind', values: readonly string[]) => (
    <select className="field mono" value={search[name]} onChange={(event) => { change(name, event.target.value); }}>
      <option value="">{t('audit.any')}</option>
      {values.map((value) => <option key={value} value={value}>{value}</option>)}
    </select>
  );
  const moment = (name: 'from' | 'until') => <input className="field" type="datetime-local" value={search[name]} onChange={(event) => { change(name, event.target.value); }} />;
  return (
    <form className="audit-filter" onSubmit={(event) => { event.preventDefault(); }}>
      <Labelled label={t('audit.actor')}>{text('actor')}</Labelled>
      <Labelled label={t('audit.action')}>{choice('action', auditActionNames)}</Labelled>
      <Labelled label={t('audit.objectKind')}>{choice('objectKind', auditObjectKinds)}</Labelled>
      <Labelled label={t('audit.objectId')}>{text('objectId')}</Labelled>
      <Labelled label={t('audit.from')}>{moment('from')}</Labelled>
      <Labelled label={t('audit.until')}>{moment('until')}</Labelled>
      <VerbButton disabledReason={empty ? t('audit.filterEmpty') : null} onClick={() => { onChange({ actor: '', action: '', objectKind: '', objectId: '', from: '', until: '' }); }}>{t('kit.filterClear')}</VerbButton>
    </form>
  );
}

const Labelled = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => <label className="field-label"><span>{label}</span>{children}</label>;
