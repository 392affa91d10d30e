import { useEffect, useId, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Icon } from './icon.tsx';

interface QueryFieldProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** What the api says about the query; it names the place. */
  readonly problem: string | null;
}

const afterMilliseconds = 250;

/** The query language of console and command line: what is typed is asked a moment later. */
export function QueryField({ query, onQuery, problem }: QueryFieldProps) {
  const t = useText();
  const id = useId();
  const [text, setText] = useState(query);
  const [seen, setSeen] = useState(query);
  // An address that changed elsewhere wins over what stands in the field.
  if (seen !== query) {
    setSeen(query);
    setText(query);
  }
  useEffect(() => {
    if (text === query) return undefined;
    const timer = setTimeout(() => { onQuery(text); }, afterMilliseconds);
    return () => { clearTimeout(timer); };
  }, [text, query, onQuery]);
  return (
    <div className="query-field">
      <div className="query-box">
        <Icon name="search" size={14} />
        <input type="search" spellCheck={false} autoComplete="off" aria-label={t('nodes.query')} placeholder={t('nodes.queryPlaceholder')} aria-invalid={problem !== null} aria-describedby={`${id}-problem`} value={text} onChange={(event) => { setText(event.target.value); }} />
      </div>
      <p id={`${id}-problem`} className="field-problem" role="status">{problem === null ? null : problem.replace(/^filter\.query, /i, '')}</p>
    </div>
  );
}
