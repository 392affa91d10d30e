import { type VerbOutcome } from '../data/use-verb.ts';
import { ErrorCode } from '../help/error-code.tsx';
import { useErrorText, useRefusalText } from '../i18n/use-error-text.ts';
import { useText } from '../i18n/use-text.ts';
import { StateTile } from './state-tile.tsx';

/** Why a verb was not done: the refusal with its code, or the failure with its correlation id and what is known about it. */
export function OutcomeNotice({ outcome }: { readonly outcome: VerbOutcome<unknown> }) {
  const t = useText();
  const errorText = useErrorText();
  const refusalText = useRefusalText();
  if (outcome.kind === 'done') return null;
  return (
    <div role="alert" className="flex" style={{ alignItems: 'flex-start' }}>
      <StateTile stateClass={outcome.kind === 'failed' && outcome.error.kind === 'network' ? 'UNREACHABLE' : 'FAILED'} />
      <div>
        <p className="strong">{t(outcome.kind === 'failed' && outcome.error.kind === 'network' ? 'kit.noAnswerTitle' : 'kit.refusedTitle')}</p>
        {outcome.kind === 'refused'
          ? outcome.refusals.map((refusal) => <p key={`${refusal.code} ${refusal.message}`}>{refusalText(refusal)} <ErrorCode code={refusal.code} /></p>)
          : <p>{errorText(outcome.error)} {outcome.error.kind === 'network' ? t('kit.tryingAgainIsSafe') : null} <ErrorCode code={outcome.error.code} /><span className="muted mono">{outcome.error.correlationId === null ? null : ` · ${outcome.error.correlationId}`}</span></p>}
      </div>
    </div>
  );
}
