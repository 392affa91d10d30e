import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { Page } from './page.tsx';

interface State { readonly error: Error | null }

/** A page that breaks takes neither the navigation nor Halt all with it. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    console.error(error, componentStack);
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <CrashPage error={this.state.error} />;
  }
}

export function CrashPage({ error }: { readonly error: Error }) {
  const t = useText();
  return (
    <Page title={t('shell.crashed.title')}>
      <p className="secondary">{t('shell.crashed.text')}</p>
      <p className="mono muted">{error.name}: {error.message}</p>
      <button type="button" className="button primary" style={{ marginTop: 12 }} onClick={() => { location.reload(); }}>{t('shell.crashed.reload')}</button>
    </Page>
  );
}
