import { type ReactNode, useId } from 'react';

interface PanelProps {
  /** The finding; a plain noun when there is none to compute. */
  readonly heading: string;
  readonly span?: 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18;
  readonly subline?: ReactNode;
  readonly tools?: ReactNode;
  readonly footer?: ReactNode | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

/** One question of the page and its answer; the answer is the heading. */
export function Panel({ heading, span, subline, tools, footer, className = '', children }: PanelProps) {
  const id = useId();
  return (
    <section className={`panel ${span === undefined ? '' : `span-${String(span)}`} ${className}`} aria-labelledby={id}>
      <header><h2 id={id} className="cut" title={heading}>{heading}</h2>{tools === undefined ? null : <span className="panel-tools">{tools}</span>}</header>
      {subline === undefined ? null : <p className="panel-subline">{subline}</p>}
      {children}
      {footer === undefined ? null : <footer>{footer}</footer>}
    </section>
  );
}
