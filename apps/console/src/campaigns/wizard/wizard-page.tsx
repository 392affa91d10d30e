import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useAsk } from '../../data/use-ask.ts';
import { WizardCampaignDocument, WizardChoicesDocument, type WizardChoicesQuery } from '../../generated/documents.ts';
import { useText } from '../../i18n/use-text.ts';
import { Asked } from '../../kit/asked.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { VerbButton } from '../../kit/verb-button.tsx';
import { LoadingState } from '../../kit/loading-state.tsx';
import { Page } from '../../shell/page.tsx';
import '../campaigns.css';
import './wizard.css';
import { CampaignWizard } from './campaign-wizard.tsx';
import { type CampaignForm, emptyForm, formFromSpec } from './campaign-form.ts';
import { formFromSelection } from './form-from-selection.ts';
import { keptForm } from './kept-form.ts';
import { useNodeNames } from './use-node-names.ts';

/** A new campaign, or one that may still be changed. */
export function WizardPage() {
  const { id } = useParams();
  const t = useText();
  const choices = useAsk(WizardChoicesDocument, {}, { freshSeconds: 10 });
  if (choices.data === undefined) return <Page title={t('campaigns.wizard.title')}><Asked of={choices} rows={6}>{() => null}</Asked></Page>;
  return id === undefined ? <NewCampaign choices={choices.data} /> : <EditCampaign key={id} id={id} choices={choices.data} />;
}

function NewCampaign({ choices }: { readonly choices: WizardChoicesQuery }) {
  // What was chosen first stays; later answers must not throw away what was written.
  const [first] = useState((): { readonly form: CampaignForm; readonly kept: boolean } => {
    const chosen = formFromSelection(new URLSearchParams(location.search));
    const kept = chosen === null ? keptForm(sessionStorage, null) : null;
    const [newest] = choices.targetProfiles;
    return kept === null ? { form: { ...(chosen ?? emptyForm), targetProfile: newest === undefined ? null : { id: newest.id, name: newest.name } }, kept: chosen !== null } : { form: kept.form, kept: true };
  });
  return <CampaignWizard choices={choices} first={{ id: null, version: null, form: first.form, unsaved: first.kept }} />;
}

function EditCampaign({ id, choices }: { readonly id: string; readonly choices: WizardChoicesQuery }) {
  const t = useText();
  const [sure, setSure] = useState(false);
  const asked = useAsk(WizardCampaignDocument, { id }, { freshSeconds: 0 });
  const names = useNodeNames(asked.data?.campaign?.spec.selector.nodeIds ?? (asked.data === undefined ? null : []));
  const campaign = asked.data?.campaign;
  if (asked.data === undefined || !asked.isFetchedAfterMount) return <Page title={t('campaigns.wizard.editTitle')}><Asked of={asked} rows={6}>{() => <LoadingState rows={6} />}</Asked></Page>;
  if (campaign === null || campaign === undefined) return <Page title={t('campaigns.page.missing')}><EmptyState title={t('campaigns.page.missing')} next={t('campaigns.page.missingStep')} /></Page>;
  if (!campaign.can.revise.allowed) return <Page title={campaign.spec.name}><EmptyState title={t('campaigns.wizard.notRevisable')} {...(campaign.can.revise.reason === null ? {} : { next: campaign.can.revise.reason })}><p><Link to={`/campaigns/${id}`}>{t('campaigns.wizard.open')}</Link></p></EmptyState></Page>;
  if (names.data === undefined) return <Page title={campaign.spec.name}><Asked of={names} rows={6}>{() => null}</Asked></Page>;
  const kept = keptForm(sessionStorage, id);
  if (!sure && (campaign.state === 'AWAITING_APPROVAL' || campaign.state === 'SCHEDULED')) return <Page title={campaign.spec.name}><EmptyState title={t('campaigns.wizard.voids')} next={t('campaigns.wizard.voidsMeaning')}><p className="empty-verbs"><VerbButton onClick={() => { setSure(true); }}>{t('campaigns.wizard.editAnyway')}</VerbButton> <Link to={`/campaigns/${id}`}>{t('campaigns.wizard.open')}</Link></p></EmptyState></Page>;
  return <CampaignWizard choices={choices} first={{ id, version: kept?.version ?? campaign.version, form: kept?.form ?? formFromSpec(campaign.spec, { ...choices, nodes: names.data }), unsaved: kept !== null }} />;
}
