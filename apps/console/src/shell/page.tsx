import { type ReactNode, useEffect } from 'react';
import { StaleBanner } from './stale-banner.tsx';
import { WhyLine, type WhyLineProps } from './why-line.tsx';

interface PageProps {
  readonly title: string;
  /** In front of the title: where one came from. */
  readonly crumb?: ReactNode;
  /** State beside the title. */
  readonly chip?: ReactNode;
  /** One short sentence beside the title. */
  readonly lead?: ReactNode;
  readonly monospaced?: boolean;
  readonly actions?: ReactNode;
  readonly why?: WhyLineProps | null;
  /** A page with a bar leaves room below, so that focus is never hidden behind it. */
  readonly bar?: ReactNode;
  readonly children: ReactNode;
}

/** Every page in the same order: title with state, why, then what the page is made of. */
export function Page({ title, crumb, chip, lead, monospaced = false, actions, why, bar, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Skein`;
  }, [title]);
  return (
    <main id="content" className={bar === undefined ? 'page' : 'page with-bar'} tabIndex={-1}>
      <StaleBanner />
      <div className="page-head">
        <div style={{ minWidth: 0 }}>
          {crumb === undefined ? null : <div className="crumb">{crumb}</div>}
          <div className="titles"><h1 className={monospaced ? 'mono' : undefined} style={monospaced ? { fontSize: 18 } : undefined}>{title}</h1>{chip}{lead === undefined ? null : <span className="secondary">{lead}</span>}</div>
        </div>
        {actions === undefined ? null : <div className="actions">{actions}</div>}
      </div>
      {why === undefined || why === null ? null : <WhyLine {...why} />}
      {children}
      {bar === undefined ? null : <div className="action-bar">{bar}</div>}
    </main>
  );
}
