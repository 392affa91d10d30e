import { useLocaleState } from 'ra-core';
import { en } from '../i18n/en.ts';
import { useText } from '../i18n/use-text.ts';
import { DataTable } from '../kit/data-table.tsx';
import { type ImportReport } from './use-import-check.ts';

type Problem = ImportReport['rowErrors'][number];

const isKnown = (code: string): code is keyof typeof en.imports.cell => code in en.imports.cell;

/** What is wrong, cell by cell. The api's message names the value; in other languages the code's meaning stands in front of it. */
export function ImportProblems({ problems, total }: { readonly problems: readonly Problem[]; readonly total: number }) {
  const t = useText();
  const [locale] = useLocaleState();
  const meaning = ({ code, message }: Problem): string => (locale !== 'en' && isKnown(code) ? t(`imports.cell.${code}`) : message);
  return (
    <>
      <div className="cards">
        <DataTable
          caption={t('imports.problems')} rows={problems} rowId={(row) => `${String(row.row)} ${row.column ?? ''} ${row.code}`} rowName={(row) => String(row.row)}
          columns={[
            { id: 'row', title: t('imports.row'), width: 90, cell: (row) => <><span className="in-card">{t('imports.row')} </span>{row.row}</> },
            { id: 'column', title: t('imports.column'), width: 140, cell: (row) => <span className="mono">{row.column ?? t('imports.wholeRow')}</span> },
            { id: 'problem', title: t('imports.wrong'), cell: meaning, fullText: meaning },
            { id: 'code', title: t('kit.code'), width: 170, cell: (row) => <span className="mono muted">{row.code}</span> },
          ]}
        />
      </div>
      {total > problems.length ? <p className="panel-body muted">{t('imports.more', { smart_count: total - problems.length })}</p> : null}
    </>
  );
}
