import { type ReactNode } from 'react';

/** What is missing, the next step, and the command line for it. */
export const EmptyState = ({ title, next, command, children }: { readonly title: string; readonly next?: string; readonly command?: string; readonly children?: ReactNode }) => (
  <div className="empty">
    <p className="strong">{title}</p>
    {next === undefined ? null : <p>{next}</p>}
    {command === undefined ? null : <code>{command}</code>}
    {children}
  </div>
);
