import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useApi } from '../../data/api-context.tsx';
import { CampaignPageDocument, type CampaignPagePartsFragment } from '../../generated/documents.ts';
import { useErrorText } from '../../i18n/use-error-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { VerbButton } from '../../kit/verb-button.tsx';
import { useSay } from '../use-say.ts';
import { CampaignVerbDialog, type DialogVerb } from '../verb/campaign-verb-dialog.tsx';
import { type FieldPath, type FieldProblem, stepOf, type WizardStep, wizardSteps } from './field-problems.ts';
import { forgetForm } from './kept-form.ts';
import { type Draft } from './use-draft.ts';

interface WizardBarProps {
  readonly step: WizardStep;
  readonly draft: Draft;
  readonly problems: readonly FieldProblem[];
  readonly incomplete: readonly FieldPath[];
  readonly onStep: (step: WizardStep) => void;
  readonly onAskForAll: () => void;
}

/** Back and on through the steps; at the end, submitting what is on the server. */
export function WizardBar({ step, draft, problems, incomplete, onStep, onAskForAll }: WizardBarProps) {
  const t = useText();
  const say = useSay();
  const api = useApi();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const [dialog, setDialog] = useState<{ readonly verb: DialogVerb; readonly campaign: CampaignPagePartsFragment } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const at = wizardSteps.indexOf(step);
  const next = wizardSteps[at + 1];
  const before = wizardSteps[at - 1];
  const open = async (verb: DialogVerb, id: string | null): Promise<void> => {
    if (id === null) return;
    try {
      const { campaign } = await api.request(CampaignPageDocument, { id });
      if (campaign !== null) setDialog({ verb, campaign });
      setTrouble(null);
    } catch (error) {
      setTrouble(errorText(error instanceof Error ? error : new Error(String(error))));
    }
  };
  const submit = async (): Promise<void> => {
    onAskForAll();
    const [missing] = incomplete;
    if (missing !== undefined) {
      onStep(stepOf(missing));
      focusField(missing);
      return;
    }
    await open('submit', await draft.flush());
  };
  const discard = async (): Promise<void> => {
    forgetForm(sessionStorage, draft.id);
    if (draft.id === null) void navigate('/campaigns');
    else await open('cancel', draft.id);
  };
  const blocked = problems.length > 0 ? say({ key: 'campaigns.wizard.problem', values: { count: problems.length } }) : null;
  return (
    <div role="group" aria-label={t('campaigns.wizard.title')} className="campaign-bar">
      <span className="context small secondary"><span className="cut" role="status">{trouble ?? t('campaigns.wizard.stepOf', { step: at + 1, steps: wizardSteps.length })}</span></span>
      <VerbButton kind="plain" className="desk" onClick={() => { void discard(); }}>{t('campaigns.wizard.discard')}</VerbButton>
      {before === undefined ? null : <VerbButton onClick={() => { onStep(before); }}>{t('campaigns.wizard.back')}</VerbButton>}
      {next === undefined
        ? <VerbButton kind="primary" icon="right" disabledReason={blocked} onClick={() => { void submit(); }}>{t('campaigns.wizard.submit')}</VerbButton>
        : <VerbButton kind="primary" onClick={() => { onStep(next); }}>{t('campaigns.wizard.next', { step: t(`campaigns.wizard.step.${next}`) })}</VerbButton>}
      {dialog === null ? null : <CampaignVerbDialog verb={dialog.verb} campaign={dialog.campaign} concurrencyMax={null} onClose={() => { setDialog(null); }} onDone={() => { void navigate(dialog.verb === 'cancel' ? '/campaigns' : `/campaigns/${dialog.campaign.id}`); }} />}
    </div>
  );
}

/** The first field that is missing, once its step is drawn. */
function focusField(field: FieldPath): void {
  setTimeout(() => { [...document.querySelectorAll<HTMLElement>('[data-field]')].find((element) => element.dataset['field'] === field)?.focus(); }, 50);
}
