import { Link } from 'react-router-dom';
import { useText } from '../i18n/use-text.ts';
import { Page } from './page.tsx';

export function NotFound() {
  const t = useText();
  return <Page title={t('shell.notFound.title')}><p className="secondary">{t('shell.notFound.text')}</p><p><Link to="/">{t('shell.notFound.home')}</Link></p></Page>;
}
