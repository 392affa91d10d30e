import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { useLiveHub, useStaleSince } from '../live/live-context.tsx';
import { VerbButton } from '../kit/verb-button.tsx';
import { WhyLine } from './why-line.tsx';

/** Says that numbers are old, since when, and what still works. */
export function StaleBanner() {
  const t = useText();
  const { clockSeconds } = useFormats();
  const { retry } = useLiveHub();
  const since = useStaleSince();
  if (since === null) return null;
  return <div role="status"><WhyLine stateClass="ATTENTION" text={<><b>{t('kit.staleBanner', { time: clockSeconds(since) })}</b> {t('kit.staleMeaning')}</>} action={<VerbButton kind="plain" small onClick={retry}>{t('kit.reconnect')}</VerbButton>} /></div>;
}
