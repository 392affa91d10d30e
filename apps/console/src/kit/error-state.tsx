import { type ReactNode } from 'react';
import { ApiError } from '@skein/client';
import { ErrorCode } from '../help/error-code.tsx';
import { useErrorText } from '../i18n/use-error-text.ts';
import { useText } from '../i18n/use-text.ts';
import { StateTile } from './state-tile.tsx';

interface ErrorStateProps {
  readonly error: Error;
  /** One sentence; default: that this could not be loaded. */
  readonly title?: string;
  readonly consequence?: string;
  readonly onRetry?: (() => void) | undefined;
  readonly children?: ReactNode;
}

/** One sentence, its consequence, code and correlation id, and a way on. */
export function ErrorState({ error, title, consequence, onRetry, children }: ErrorStateProps) {
  const t = useText();
  const errorText = useErrorText();
  const api = error instanceof ApiError ? error : null;
  return (
    <div className="problem" role="alert">
      <StateTile stateClass="FAILED" large />
      <div>
        <p className="strong">{title ?? t('kit.errorTitle')}</p>
        <p className="secondary">{errorText(error)} {consequence ?? t('kit.errorConsequence')}</p>
        <p className="facts muted mono"><ErrorCode code={api?.code ?? error.name} />{api === null || api.correlationId === null ? null : ` · ${api.correlationId}`}</p>
        <div className="flex">
          {onRetry === undefined ? null : <button type="button" className="button small-size" onClick={onRetry}>{t('kit.retry')}</button>}
          {children}
        </div>
      </div>
    </div>
  );
}
