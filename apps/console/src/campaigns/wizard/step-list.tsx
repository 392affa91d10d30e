import { useFormats } from '../../i18n/use-formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { Icon } from '../../kit/icon.tsx';
import { useSay } from '../use-say.ts';
import { stepOf, type WizardStep, wizardSteps } from './field-problems.ts';
import { useWizard } from './wizard-context.tsx';

interface StepListProps {
  readonly step: WizardStep;
  readonly onStep: (step: WizardStep) => void;
}

/** The way through the form. Every step can be opened at any time; what is wrong on one is counted on it. */
export function StepList({ step, onStep }: StepListProps) {
  const t = useText();
  const say = useSay();
  const noteOf = useStepNote();
  const { problems } = useWizard();
  const at = wizardSteps.indexOf(step);
  return (
    <ol className="steps panel" aria-label={t('campaigns.wizard.steps')}>
      {wizardSteps.map((one, index) => {
        const wrong = problems.filter(({ field }) => field !== null && stepOf(field) === one).length;
        const done = index < at && wrong === 0;
        return (
          <li key={one} className={one === step ? 'on' : done ? 'done' : wrong > 0 ? 'wrong' : ''}>
            <button type="button" aria-current={one === step ? 'step' : undefined} onClick={() => { onStep(one); }}>
              <span className="dot" aria-hidden="true">{done ? <Icon name="check" size={11} /> : wrong > 0 ? '!' : index + 1}</span>
              <span>{t(`campaigns.wizard.step.${one}`)}<small>{wrong > 0 ? say({ key: 'campaigns.wizard.problem', values: { count: wrong } }) : noteOf(one)}</small></span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** What a step holds, in a few words. */
function useStepNote(): (step: WizardStep) => string {
  const say = useSay();
  const { count } = useFormats();
  const { form, preview, choices } = useWizard();
  const profile = choices.targetProfiles.find(({ id }) => id === form.targetProfile?.id);
  return (step) => {
    switch (step) {
      case 'target': return preview === null || preview.waves.length === 0 ? '' : say({ key: 'campaigns.wizard.preview.nodes', values: { count: preview.memberCount } });
      case 'recipe': return profile === undefined ? '' : `${profile.osId} ${profile.osVersion}`;
      case 'waves': return say({ key: 'campaigns.wizard.waves.count', values: { count: form.waves.length } });
      case 'gates': return form.gate.soakSeconds === null ? '' : say({ key: 'campaigns.wizard.gates.soakNote', values: { seconds: count(form.gate.soakSeconds) } });
      case 'preflight': case 'limits': case 'review': return '';
    }
  };
}
