import { useText } from '../i18n/use-text.ts';
import { Page } from '../shell/page.tsx';

export function NowPage() {
  const t = useText();
  return <Page title={t('now.title')}>{null}</Page>;
}
