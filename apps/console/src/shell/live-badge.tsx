import { ApiError } from '@skein/client';
import { useErrorText } from '../i18n/use-error-text.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { useLiveStatus } from '../live/live-context.tsx';

/** Whether what is shown is as fresh as it gets. */
export function LiveBadge() {
  const t = useText();
  const { clockSeconds } = useFormats();
  const errorText = useErrorText();
  const status = useLiveStatus();
  const kind = status.kind === 'live' ? '' : status.kind === 'stale' || status.kind === 'refused' || status.kind === 'signedOut' ? 'stale' : 'waiting';
  const text = status.kind === 'stale' ? t('shell.live.stale', { time: clockSeconds(status.since) }) : t(`shell.live.${status.kind}`);
  return <span className={`live-badge ${kind}`} role="status" title={status.kind === 'refused' ? errorText(new ApiError(status.message, { kind: 'refused', code: status.code ?? 'OTHER' })) : undefined}><i aria-hidden="true" />{text}</span>;
}
