import Dialog from '@mui/material/Dialog';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { type VerbOutcome } from '../data/use-verb.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Icon, type IconName } from './icon.tsx';
import { OutcomeNotice } from './outcome-notice.tsx';
import { StateTile } from './state-tile.tsx';
import { VerbButton } from './verb-button.tsx';

/** A counted consequence: `29 in flight stop at the next safe point`. */
export interface Effect { readonly count: number; readonly text: string }

export interface VerbDialogProps {
  /** A question. */
  readonly title: string;
  readonly lead?: ReactNode;
  readonly icon?: IconName;
  readonly effects?: readonly Effect[];
  readonly confirm: string;
  /** Names the state that is kept: `Keep running`. */
  readonly keep: string;
  readonly kind?: 'primary' | 'haltSolid';
  readonly reason: 'none' | 'optional' | 'required';
  /** Must be typed before the verb is enabled. */
  readonly typedName?: string | null;
  /** Why it cannot be confirmed at all now, such as stale data. */
  readonly refusal?: string | null;
  /** What has changed since the question was asked. */
  readonly notice?: string | null;
  readonly onConfirm: (reason: string | null) => Promise<VerbOutcome<unknown>>;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks, says what will happen in counted lines, runs the verb, and stays open with the reason when it was not done. */
export function VerbDialog({ title, lead, icon, effects = [], confirm, keep, kind = 'primary', reason, typedName = null, refusal = null, notice = null, onConfirm, onClose, children }: VerbDialogProps) {
  const t = useText();
  const { count } = useFormats();
  const id = useId();
  const [said, setSaid] = useState('');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState(false);
  const [running, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<VerbOutcome<unknown> | null>(null);
  const reasonMissing = reason === 'required' && said.trim() === '';
  const nameMissing = typedName !== null && typed !== typedName;
  const off = refusal ?? (nameMissing && typedName !== null ? t('kit.typeName', { name: typedName }) : null);

  // Where nothing has to be typed, Enter is the whole answer.
  const confirmFirst = typedName === null && reason !== 'required' && children === undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (off !== null || reasonMissing || running) return;
    setRunning(true);
    try {
      const result = await onConfirm(said.trim() === '' ? null : said.trim());
      if (result.kind === 'done') onClose();
      else setOutcome(result);
    } finally {
      setRunning(false);
    }
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby={id} transitionDuration={0} disableRestoreFocus={false}>
      <form onSubmit={(event) => { void submit(event); }} noValidate>
        <div className="dialog-head">{icon === undefined ? null : <span style={{ color: kind === 'haltSolid' ? 'var(--danger-main)' : 'var(--accent-main)' }}><Icon name={icon} size={18} /></span>}<h2 id={id}>{title}</h2></div>
        <div className="dialog-body">
          {lead === undefined ? null : <div>{lead}</div>}
          {effects.length === 0 ? null : <dl className="effects">{effects.map((effect) => <EffectLine key={effect.text} count={count(effect.count)} text={effect.text} />)}</dl>}
          {children}
          {typedName === null ? null : (
            <label className="field-label"><span>{t('kit.typeName', { name: typedName })}</span><input className="field mono" type="text" value={typed} autoFocus autoComplete="off" spellCheck={false} onChange={(event) => { setTyped(event.target.value); }} /></label>
          )}
          {reason === 'none' ? null : (
            <label className="field-label">
              <span>{reason === 'optional' ? t('kit.reasonOptional') : t('kit.reasonRequired')}</span>
              <textarea className="field" value={said} maxLength={2000} aria-invalid={asked && reasonMissing} aria-describedby={`${id}-reason`} onChange={(event) => { setSaid(event.target.value); }} />
              <span id={`${id}-reason`} className="field-problem">{asked && reasonMissing ? t('kit.reasonMissing') : ''}</span>
            </label>
          )}
          <div role="status">{notice === null ? null : <p className="flex"><StateTile stateClass="ATTENTION" />{notice}</p>}</div>
          {outcome === null ? null : <OutcomeNotice outcome={outcome} />}
        </div>
        <div className="dialog-foot">
          <span aria-live="polite" className={`small muted grow ${running ? '' : 'from-tablet'}`}>{running ? t('kit.waitsForAnswer') : confirmFirst ? t('kit.noTyping') : ''}</span>
          {/* Once it is under way, keeping things as they are is not this button's to promise. */}
          <VerbButton disabledReason={running ? t('kit.waitsForAnswer') : null} onClick={onClose}>{keep}</VerbButton>
          <VerbButton type="submit" kind={kind} disabledReason={off} autoFocus={confirmFirst} onClick={() => undefined}>{confirm}</VerbButton>
        </div>
      </form>
    </Dialog>
  );
}

const EffectLine = ({ count, text }: { readonly count: string; readonly text: string }) => <><dt>{count}</dt><dd>{text}</dd></>;
