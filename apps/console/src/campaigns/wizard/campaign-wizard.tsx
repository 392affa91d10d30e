import { useLocaleState } from 'ra-core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import { useApi } from '../../data/api-context.tsx';
import { useAsk } from '../../data/use-ask.ts';
import { type CampaignSpecInput, type WizardChoicesQuery, WizardPreviewDocument } from '../../generated/documents.ts';
import { useRefusalText } from '../../i18n/use-error-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { StateChip } from '../../kit/state-chip.tsx';
import { useDelayed } from '../../kit/use-delayed.ts';
import { Page } from '../../shell/page.tsx';
import { type CampaignForm } from './campaign-form.ts';
import { DetectionPanel } from './detection-panel.tsx';
import { DraftConflict } from './draft-conflict.tsx';
import { DraftStatusText } from './draft-status-text.tsx';
import { fieldProblems, type FieldProblem, type WizardStep, wizardSteps } from './field-problems.ts';
import { GatesStep } from './gates-step.tsx';
import { LimitsStep } from './limits-step.tsx';
import { PreflightStep } from './preflight-step.tsx';
import { PreviewLadder } from './preview-ladder.tsx';
import { RecipeStep } from './recipe-step.tsx';
import { hasUnresolved, resolveReferences } from './resolve-references.ts';
import { ReviewStep } from './review-step.tsx';
import { specFromForm } from './spec-from-form.ts';
import { StepList } from './step-list.tsx';
import { TargetStep } from './target-step.tsx';
import { useDraft } from './use-draft.ts';
import { WavesStep } from './waves-step.tsx';
import { WizardBar } from './wizard-bar.tsx';
import { WizardContext, type WizardParts } from './wizard-context.tsx';
import { YamlView } from './yaml-view.tsx';

interface CampaignWizardProps {
  readonly choices: WizardChoicesQuery;
  readonly first: { readonly id: string | null; readonly version: number | null; readonly form: CampaignForm; readonly unsaved: boolean };
}

const previewPauseMilliseconds = 600;
const emptySpec: CampaignSpecInput = { name: '', targetProfileId: '' };

/** The steps of a campaign, the plan that would come out of it beside them, and the draft on the server behind them. */
export function CampaignWizard({ choices, first }: CampaignWizardProps) {
  const t = useText();
  const refusalText = useRefusalText();
  const [locale] = useLocaleState();
  const saidText = locale === 'en' ? null : refusalText;
  const api = useApi();
  const [form, setForm] = useState(first.form);
  const [address, setAddress] = useWizardAddress(first.id);
  const [wave, showWave] = useState(1);
  const [asksForAll, setAsksForAll] = useState(false);
  const [batchId, setBatchId] = useState<string | null>(null);
  const change = useCallback((parts: Partial<CampaignForm>) => { setForm((before) => ({ ...before, ...parts })); }, []);
  const made = useCallback((id: string) => { setAddress({ id }); }, [setAddress]);
  const draft = useDraft(form, first, made);

  // Names that a document brought are looked up after it; what was typed meanwhile wins.
  useEffect(() => {
    if (!hasUnresolved(form)) return;
    void resolveReferences(form, choices, api).then((resolved) => { setForm((now) => (now === form && JSON.stringify(resolved) !== JSON.stringify(form) ? resolved : now)); }, () => undefined);
  }, [form, choices, api]);

  const answer = useMemo(() => specFromForm(form), [form]);
  const spec = useDelayed(answer.kind === 'spec' ? answer.spec : null, previewPauseMilliseconds);
  const previewAsked = useAsk(WizardPreviewDocument, { spec: spec ?? emptySpec }, { enabled: spec !== null, keepPrevious: true, freshSeconds: 5 });
  const preview = spec === null ? null : (previewAsked.data?.campaignPreview ?? null);
  const problems = useProblems(answer.kind === 'incomplete' && asksForAll ? answer.fields : [], draft.status.kind === 'refused' ? fieldProblems(draft.status.refusals, saidText) : [], fieldProblems(preview?.problems ?? [], saidText));
  const problemOf = useCallback((field: string) => problems.find((problem) => problem.field === field)?.message ?? null, [problems]);
  const parts: WizardParts = { form, change, choices, preview, previewing: previewAsked.isFetching, problemOf, problems, wave, showWave };
  const { step, view } = address;
  const goTo = (next: WizardStep): void => {
    setAddress({ step: next, view: 'form' });
    scrollTo({ top: 0 });
  };
  const steps: Readonly<Record<WizardStep, () => React.ReactNode>> = {
    target: () => <TargetStep />, preflight: () => <PreflightStep batchId={batchId} onBatch={setBatchId} />, recipe: () => <RecipeStep />, waves: () => <WavesStep />, gates: () => <GatesStep />, limits: () => <LimitsStep />, review: () => <ReviewStep />,
  };
  return (
    <WizardContext.Provider value={parts}>
      <Page
        title={form.name.trim() === '' ? t('campaigns.wizard.unnamed') : form.name} crumb={<><Link to="/campaigns">{t('campaigns.title')}</Link> / {draft.id === null ? t('campaigns.wizard.title') : t('campaigns.wizard.editTitle')}</>}
        chip={<StateChip stateClass="NOT_STARTED">{t('words.campaignState.DRAFT')}</StateChip>} lead={<DraftStatusText status={draft.status} saved={draft.id !== null} />}
        actions={<span className="segments" role="group" aria-label={t('campaigns.wizard.editor')}>{(['form', 'yaml'] as const).map((one) => <button key={one} type="button" aria-pressed={view === one} onClick={() => { setAddress({ view: one }); }}>{t(`campaigns.wizard.${one}`)}</button>)}</span>}
        bar={<WizardBar step={step} draft={draft} problems={problems} incomplete={answer.kind === 'incomplete' ? answer.fields : []} onStep={goTo} onAskForAll={() => { setAsksForAll(true); }} />}
      >
        {draft.conflict ? <DraftConflict draft={draft} /> : null}
        <div className="wizard">
          <StepList step={step} onStep={goTo} />
          <div className="stack" key={view === 'yaml' ? 'yaml' : step}>{view === 'yaml' ? <YamlView onRead={setForm} /> : steps[step]()}</div>
          <div className="stack"><PreviewLadder /><DetectionPanel /></div>
        </div>
      </Page>
    </WizardContext.Provider>
  );
}

function useProblems(fields: readonly string[], refused: readonly FieldProblem[], planned: readonly FieldProblem[]): readonly FieldProblem[] {
  const t = useText();
  const needed = fields.map((field): FieldProblem => ({ field, message: t('campaigns.wizard.required'), hint: null }));
  const all = [...needed, ...refused, ...planned];
  return all.filter((problem, index) => all.findIndex((one) => one.field === problem.field && one.message === problem.message) === index);
}

interface WizardAddress {
  readonly id: string | null;
  readonly step: WizardStep;
  readonly view: 'form' | 'yaml';
}

/**
 * Step and view in the address, so that a reload comes back to them. The router is not told: a draft that just got its id is the same page, and
 * a page that is made anew loses the focus.
 */
function useWizardAddress(first: string | null): [WizardAddress, (parts: Partial<WizardAddress>) => void] {
  const [address, setAddress] = useState<WizardAddress>(() => {
    const search = new URLSearchParams(location.search);
    return { id: first, step: wizardSteps.find((step) => step === search.get('step')) ?? 'target', view: search.get('view') === 'yaml' ? 'yaml' : 'form' };
  });
  const change = useCallback((parts: Partial<WizardAddress>) => { setAddress((before) => ({ ...before, ...parts })); }, []);
  useEffect(() => {
    const search = `?step=${address.step}${address.view === 'yaml' ? '&view=yaml' : ''}`;
    history.replaceState(history.state, '', `${address.id === null ? '/campaigns/new' : `/campaigns/${address.id}/edit`}${search}`);
  }, [address]);
  return [address, change];
}
