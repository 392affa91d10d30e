import Dialog from '@mui/material/Dialog';
import { useId, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { VerbButton } from '../kit/verb-button.tsx';

interface SecretDialogProps {
  readonly title: string;
  /** What it is for, and that it comes back never. */
  readonly lead: string;
  /** null: it was shown in an earlier answer and cannot be shown again. */
  readonly secret: string | null;
  readonly onClose: () => void;
}

/** Shows a secret once. Only its own button closes it, so that a click beside the dialog loses nothing. */
export function SecretDialog({ title, lead, secret, onClose }: SecretDialogProps) {
  const t = useText();
  const id = useId();
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(secret ?? '');
      setSaid(t('kit.copied'));
    } catch {
      setSaid(t('kit.copyFailed'));
    }
  };
  return (
    <Dialog open aria-labelledby={id} transitionDuration={0}>
      <div className="dialog-head"><h2 id={id}>{title}</h2></div>
      <div className="dialog-body">
        <p>{secret === null ? t('settings.secretGone') : lead}</p>
        {secret === null ? null : <div className="secret"><code>{secret}</code><VerbButton small icon="copy" autoFocus onClick={() => { void copy(); }}>{t('settings.copy')}</VerbButton></div>}
        <p role="status" className="small muted">{said}</p>
      </div>
      <div className="dialog-foot"><VerbButton kind="primary" onClick={onClose}>{t('settings.haveIt')}</VerbButton></div>
    </Dialog>
  );
}
