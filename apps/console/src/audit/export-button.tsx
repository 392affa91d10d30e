import { type AuditFilter } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { saveAddress } from '../kit/save-file.ts';
import { VerbButton } from '../kit/verb-button.tsx';

/** Downloads all that the filter matches, oldest first, as the api streams it. */
export function ExportButton({ filter }: { readonly filter: AuditFilter }) {
  const t = useText();
  return <VerbButton icon="download" onClick={() => { saveAddress('audit.csv', '/exports/audit.csv', exportParameters(filter)); }}>{t('audit.export')}</VerbButton>;
}

const exportParameters = (filter: AuditFilter): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
