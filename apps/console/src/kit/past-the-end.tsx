import { useText } from '../i18n/use-text.ts';
import { EmptyState } from './empty-state.tsx';
import { VerbButton } from './verb-button.tsx';

/** A page that the list does not have, as an old link or a list that became shorter names it. There are rows, only not here. */
export function PastTheEnd({ total, perPage, onPage }: { readonly total: number; readonly perPage: number; readonly onPage: (page: number) => void }) {
  const t = useText();
  return <EmptyState title={t('kit.pastTheEnd')}><p><VerbButton onClick={() => { onPage(Math.ceil(total / perPage)); }}>{t('kit.lastPage')}</VerbButton></p></EmptyState>;
}
