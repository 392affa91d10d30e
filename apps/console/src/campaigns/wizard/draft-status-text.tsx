import { useErrorText, useRefusalText } from '../../i18n/use-error-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSay } from '../use-say.ts';
import { type DraftStatus } from './use-draft.ts';

/** Whether what is shown is on the server, and why not. */
export function DraftStatusText({ status, saved }: { readonly status: DraftStatus; readonly saved: boolean }) {
  const t = useText();
  const say = useSay();
  const { clockSeconds } = useFormats();
  const errorText = useErrorText();
  const refusalText = useRefusalText();
  const text = ((): string => {
    switch (status.kind) {
      case 'untouched': return saved ? '' : t('campaigns.wizard.notSaved', { reason: t('campaigns.wizard.needs') });
      case 'saved': return t('campaigns.wizard.saved', { at: clockSeconds(status.at) });
      case 'saving': return t('campaigns.wizard.saving');
      case 'incomplete': return t('campaigns.wizard.notSaved', { reason: say({ key: 'campaigns.wizard.needsFields', values: { count: status.fields.length } }) });
      case 'refused': return t('campaigns.wizard.notSaved', { reason: status.refusals[0] === undefined ? '' : refusalText(status.refusals[0]) });
      case 'failed': return t('campaigns.wizard.notSaved', { reason: errorText(status.error) });
    }
  })();
  return <span role="status" className="small muted">{text}</span>;
}
