import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useText } from '../i18n/use-text.ts';
import { Icon } from '../kit/icon.tsx';

export const searchFieldId = 'search';

/** Leads to the nodes that match; `/` brings the cursor here. */
export function SearchField() {
  const t = useText();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  return (
    <form
      className="search" role="search"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate(`/nodes?${new URLSearchParams({ query: text }).toString()}`);
      }}
    >
      <Icon name="search" size={14} />
      <input id={searchFieldId} type="search" aria-label={t('shell.search')} placeholder={t('shell.search')} value={text} onChange={(event) => { setText(event.target.value); }} />
      <span className="key" aria-hidden="true">/</span>
    </form>
  );
}
