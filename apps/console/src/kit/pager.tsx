import { offsetMax } from '../data/read-page.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { VerbButton } from './verb-button.tsx';

interface PagerProps {
  readonly page: number;
  readonly perPage: number;
  /** null: nobody counted. */
  readonly total: number | null;
  readonly hasNextPage: boolean;
  readonly onPage: (page: number) => void;
}

/** Where in the rows the page is, and the ways on. */
export function Pager({ page, perPage, total, hasNextPage, onPage }: PagerProps) {
  const t = useText();
  const { count } = useFormats();
  const from = (page - 1) * perPage + 1;
  const until = total === null ? page * perPage : Math.min(total, page * perPage);
  const tooDeep = hasNextPage && page * perPage > offsetMax - perPage;
  return (
    <nav className="flex" style={{ padding: '6px 12px', justifyContent: 'flex-end' }} aria-label={t('kit.pages')}>
      <span className="small muted">{total === null ? t('kit.pageOfUnknown', { from: count(from), to: count(until) }) : t('kit.pageOf', { from: count(total === 0 ? 0 : from), to: count(until), total: count(total) })}</span>
      <VerbButton small icon="left" disabledReason={page <= 1 ? t('kit.firstPageAlready') : null} onClick={() => { onPage(page - 1); }}>{t('kit.previousPage')}</VerbButton>
      <VerbButton small icon="right" disabledReason={tooDeep ? t('kit.pageTooDeep') : hasNextPage ? null : t('kit.lastPageAlready')} onClick={() => { onPage(page + 1); }}>{t('kit.nextPage')}</VerbButton>
    </nav>
  );
}
