import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useText } from '../i18n/use-text.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { IconButton } from '../kit/icon-button.tsx';
import { HelpArticle } from './help-article.tsx';
import { addressOf } from './help-address.ts';
import { helpEntryOf, type HelpTarget } from './help-pages.ts';
import { useHelpTitle } from './use-help-title.ts';
import './help.css';

/** A page of the help in a drawer; its links stay in the drawer. */
export function HelpDrawerContent({ first, onClose }: { readonly first: HelpTarget; readonly onClose: () => void }) {
  const t = useText();
  const titleOf = useHelpTitle();
  const [target, setTarget] = useState(first);
  const entry = helpEntryOf(target.slug);
  return (
    <>
      <div className="drawer-head">
        <h2 className="grow">{entry === null ? t('help.noSuchPage') : titleOf(entry)}</h2>
        <Link className="button small-size" to={addressOf(target)} onClick={onClose}>{t('help.openAsPage')}</Link>
        <IconButton icon="close" name={t('kit.close')} onClick={onClose} />
      </div>
      {entry === null ? <EmptyState title={t('help.noSuchPage')} next={t('help.noSuchPageNext')} /> : (
        <HelpArticle entry={entry} anchor={target.anchor} renderTarget={(next, children) => <a href={addressOf(next)} onClick={(event) => { event.preventDefault(); setTarget(next); }}>{children}</a>} />
      )}
    </>
  );
}
