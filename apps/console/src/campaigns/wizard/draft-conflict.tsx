import { useText } from '../../i18n/use-text.ts';
import { VerbButton } from '../../kit/verb-button.tsx';
import { WhyLine } from '../../shell/why-line.tsx';
import { type Draft } from './use-draft.ts';

/** Two people, or two tabs, wrote the same draft: which of the versions stays is for a person to say. */
export function DraftConflict({ draft }: { readonly draft: Draft }) {
  const t = useText();
  return (
    <div role="alert">
      <WhyLine
        stateClass="ATTENTION" text={<><b>{t('campaigns.wizard.conflict')}</b> {t('campaigns.wizard.conflictMeaning')}</>}
        action={<span className="flex"><VerbButton small onClick={draft.showOther}>{t('campaigns.wizard.showOther')}</VerbButton><VerbButton small onClick={() => { void draft.saveOver(); }}>{t('campaigns.wizard.saveOver')}</VerbButton></span>}
      />
    </div>
  );
}
