import { useState } from 'react';
import { ApiError } from '@skein/client';
import { useApi } from '../data/api-context.tsx';
import { type AuditFilter } from '../generated/documents.ts';
import { useErrorText } from '../i18n/use-error-text.ts';
import { useText } from '../i18n/use-text.ts';
import { VerbButton } from '../kit/verb-button.tsx';
import { exportAudit, exportRowsMax } from './export-audit.ts';

/** Downloads what the filter matches. */
export function ExportButton({ filter }: { readonly filter: AuditFilter }) {
  const t = useText();
  const api = useApi();
  const errorText = useErrorText();
  const [running, setRunning] = useState(false);
  const [said, setSaid] = useState('');
  const run = async (): Promise<void> => {
    setRunning(true);
    setSaid('');
    try {
      const { csv, rows, cut } = await exportAudit(api, filter, AbortSignal.timeout(120_000));
      const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = `skein-audit-${new Date().toISOString().slice(0, 10)}.csv`;
      link.click();
      URL.revokeObjectURL(address);
      setSaid(cut ? t('audit.exportCut', { smart_count: exportRowsMax }) : t('audit.exported', { smart_count: rows }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setSaid(errorText(error));
    } finally {
      setRunning(false);
    }
  };
  return (
    <>
      <span role="status" className="small muted">{said}</span>
      <VerbButton icon="download" disabledReason={running ? t('audit.exporting') : null} onClick={() => { void run(); }}>{t('audit.export')}</VerbButton>
    </>
  );
}
