import { useNotificationContext } from 'ra-core';
import { useEffect } from 'react';
import { useText } from '../i18n/use-text.ts';
import { IconButton } from '../kit/icon-button.tsx';

const shownMilliseconds = 6000;

/** What was just done, one at a time, read out. Refusals are never here: they stay where the verb was given. */
export function Notices() {
  const t = useText();
  const { notifications, takeNotification } = useNotificationContext();
  const [first] = notifications;
  useEffect(() => {
    if (first === undefined) return undefined;
    const timer = setTimeout(takeNotification, shownMilliseconds);
    return () => { clearTimeout(timer); };
  }, [first, takeNotification]);
  return (
    <div role="status" className="notices">
      {first === undefined ? null : <div className="notice"><span>{first.message}</span><IconButton icon="close" name={t('kit.close')} onClick={() => { takeNotification(); }} /></div>}
    </div>
  );
}
