import Dialog from '@mui/material/Dialog';
import { useId } from 'react';
import { type TextKey, useText } from '../i18n/use-text.ts';
import { VerbButton } from '../kit/verb-button.tsx';
import { goKeys } from './use-keys.ts';

const goNames: Readonly<Record<keyof typeof goKeys, TextKey & `shell.keys.${string}`>> = { n: 'shell.keys.now', f: 'shell.keys.fleet', o: 'shell.keys.nodes', c: 'shell.keys.campaigns', a: 'shell.keys.approvals' };

const paletteKey = 'Ctrl K';

/** What the keyboard does. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} transitionDuration={0}>
      <div className="dialog-head"><h2 id={id}>{t('shell.keys.title')}</h2></div>
      <div className="dialog-body">
        <dl className="effects">
          <dt className="key">?</dt><dd>{t('shell.keys.help')}</dd>
          <dt className="key">/</dt><dd>{t('shell.keys.search')}</dd>
          <dt className="key">{paletteKey}</dt><dd>{t('shell.keys.palette')}</dd>
          {(Object.keys(goKeys) as (keyof typeof goKeys)[]).flatMap((key) => [<dt key={key} className="key">g {key}</dt>, <dd key={`${key} name`}>{t(goNames[key])}</dd>])}
        </dl>
      </div>
      <div className="dialog-foot"><VerbButton onClick={onClose} autoFocus>{t('kit.close')}</VerbButton></div>
    </Dialog>
  );
}
