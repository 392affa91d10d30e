import Dialog from '@mui/material/Dialog';
import { useId } from 'react';
import { Link } from 'react-router-dom';
import { type PermitHolderPartsFragment } from '../../generated/documents.ts';
import { useText } from '../../i18n/use-text.ts';
import { Icon } from '../../kit/icon.tsx';
import { VerbButton } from '../../kit/verb-button.tsx';
import { useSay } from '../use-say.ts';

const shownMax = 12;

/** After a halt: who was past the point of no return already and still moves, by name. */
export function HaltedDialog({ name, holders, onClose }: { readonly name: string; readonly holders: readonly PermitHolderPartsFragment[]; readonly onClose: () => void }) {
  const t = useText();
  const say = useSay();
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} transitionDuration={0}>
      <div className="dialog-head"><span style={{ color: 'var(--danger-main)' }}><Icon name="halt" size={18} /></span><h2 id={id}>{t('campaigns.dialog.halted', { name })}</h2></div>
      <div className="dialog-body">
        <p>{holders.length === 0 ? t('campaigns.dialog.nothingMoves') : say({ key: 'campaigns.dialog.stillMoves', values: { count: holders.length } })}</p>
        {holders.length === 0 ? null : (
          <ul className="effects campaign-holders">
            {holders.slice(0, shownMax).map((holder) => (
              <li key={holder.runId} className="flex"><Link className="mono" to={`/nodes/${holder.nodeId}`}>{holder.hostname}</Link><span className="muted">{t(`words.runState.${holder.state}`)}</span>{holder.overdue ? <span className="tag">{t('campaigns.runs.overdue')}</span> : null}</li>
            ))}
            {holders.length > shownMax ? <li className="muted">{say({ key: 'campaigns.ladder.domainsMore', values: { count: holders.length - shownMax } })}</li> : null}
          </ul>
        )}
      </div>
      <div className="dialog-foot"><VerbButton kind="primary" autoFocus onClick={onClose}>{t('campaigns.dialog.close')}</VerbButton></div>
    </Dialog>
  );
}
