import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { useStaleSince } from './live-context.tsx';

/** Why nothing may be started now; null: it may. Halting and pausing never ask this. */
export function useStartRefusal(): string | null {
  const t = useText();
  const { clockSeconds } = useFormats();
  const since = useStaleSince();
  return since === null ? null : t('kit.staleRefusal', { time: clockSeconds(since) });
}
