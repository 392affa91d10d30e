import { type ReactNode, useState } from 'react';
import { Link } from 'react-router-dom';
import { useWhyNot } from '../campaigns/live/campaign-bar.tsx';
import { PlanDiffView } from '../campaigns/live/plan-diff-view.tsx';
import { useSay } from '../campaigns/use-say.ts';
import { CampaignVerbDialog, type DialogVerb } from '../campaigns/verb/campaign-verb-dialog.tsx';
import { useRoughTime } from '../campaigns/wizard/preview-ladder.tsx';
import { StartPreview } from '../campaigns/wizard/start-preview.tsx';
import { scheduleWaves } from '../campaigns/wizard/wave-schedule.ts';
import { useAsk } from '../data/use-ask.ts';
import { ApprovalBudgetsDocument, ApprovalPreviewDocument, ApprovalRequestDocument, type ApprovalRequestQuery, type PreviewPartsFragment } from '../generated/documents.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { ForeignText } from '../kit/foreign-text.tsx';
import { Asked } from '../kit/asked.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Panel } from '../kit/panel.tsx';
import { StateTile } from '../kit/state-tile.tsx';
import { VerbButton } from '../kit/verb-button.tsx';
import { useLive } from '../live/live-context.tsx';
import { useMe } from '../session/use-me.ts';
import { DomainHeat } from './domain-heat.tsx';
import { planRisks } from './plan-risks.ts';

type Request = NonNullable<ApprovalRequestQuery['campaign']>;

/** One request: what is asked, what it touches, what can go wrong, what changed, and the decision at the top right. */
export function ApprovalRequest({ id }: { readonly id: string }) {
  const t = useText();
  const asked = useAsk(ApprovalRequestDocument, { id }, { freshSeconds: 2, everySeconds: 20 });
  useLive({ campaign: id });
  return (
    <div className="stack approvals-request">
      <Link className="phone-only" to="/approvals">{t('approvals.back')}</Link>
      <Asked of={asked} rows={6}>{({ campaign }) => (campaign === null ? <EmptyState title={t('campaigns.page.missing')} next={t('campaigns.page.missingStep')} /> : <LoadedRequest request={campaign} />)}</Asked>
    </div>
  );
}

function LoadedRequest({ request }: { readonly request: Request }) {
  const t = useText();
  const say = useSay();
  const { clock } = useFormats();
  const [verb, setVerb] = useState<DialogVerb | null>(null);
  const open = request.state === 'AWAITING_APPROVAL';
  const preview = useAsk(ApprovalPreviewDocument, { id: request.id }, { enabled: open, freshSeconds: 10 }).data?.campaignPreview ?? null;
  const budgets = useAsk(ApprovalBudgetsDocument, {}, { enabled: open, freshSeconds: 30 }).data?.budgets.nodes ?? null;
  const reasonOf = useDecisionReason(request);
  const { revision, approval } = request;
  return (
    <>
      <section className="panel" aria-label={request.name}>
        <div className="request-head">
          <div className="grow">
            <h2 className="request-title">{t('approvals.asks', { name: request.name })}</h2>
            <p className="small muted">{revision === null ? null : t('approvals.boundTo', { author: request.author.name, at: clock(revision.createdAt), digest: revision.digest.slice(0, 8) })} <Link to={`/campaigns/${request.id}`}>{t('approvals.openCampaign')}</Link></p>
          </div>
          <div className="flex request-verbs">
            <VerbButton icon="close" disabledReason={reasonOf('deny')} onClick={() => { setVerb('deny'); }}>{t('campaigns.verb.deny')}</VerbButton>
            <VerbButton kind="primary" icon="check" disabledReason={reasonOf('approve')} onClick={() => { setVerb('approve'); }}>{t('campaigns.verb.approve')}</VerbButton>
          </div>
        </div>
        <Decision request={request} reason={open ? reasonOf('approve') : null} />
        <Facts request={request} preview={preview} />
      </section>
      <div className="grid campaign-grid">
        <DomainHeat request={request} />
        <Risks request={request} preview={preview} budgets={budgets} open={open} />
        <Panel span={14} heading={request.planDiff === null ? t('campaigns.plan.same') : say({ key: 'campaigns.plan.changed', values: { digest: request.planDiff.againstDigest.slice(0, 8), added: request.planDiff.addedCount, removed: request.planDiff.removedCount, count: request.planDiff.changes.length } })}>
          {request.planDiff === null ? <p className="panel-body secondary">{t('approvals.noDiff')}</p> : <PlanDiffView diff={request.planDiff} />}
        </Panel>
        <Services request={request} />
      </div>
      {preview === null || approval !== null ? null : <StartPreview preview={preview} />}
      {verb === null ? null : <CampaignVerbDialog key={verb} verb={verb} campaign={request} concurrencyMax={request.spec.concurrencyMax} onClose={() => { setVerb(null); }} />}
    </>
  );
}

/** Why this person may not decide. Who wrote or edited the plan last is told so in words of this page. */
function useDecisionReason(request: Request): (verb: 'approve' | 'deny') => string | null {
  const t = useText();
  const { me } = useMe();
  const reasonOf = useWhyNot(request);
  return (verb) => {
    const reason = reasonOf(verb);
    if (reason === null || request.state !== 'AWAITING_APPROVAL' || !me?.permissions.includes('campaign:approve')) return reason;
    if (request.author.id === me.person.id) return t('approvals.selfAuthor');
    return request.lastEditor.id === me.person.id ? t('approvals.selfEditor') : reason;
  };
}

function Decision({ request, reason }: { readonly request: Request; readonly reason: string | null }) {
  const t = useText();
  const { clock } = useFormats();
  const { approval } = request;
  if (approval !== null && request.state !== 'AWAITING_APPROVAL') return <p className="request-note"><StateTile stateClass={approval.approved ? 'MIGRATED' : 'FAILED'} /><span>{t(approval.approved ? 'campaigns.plan.approved' : 'campaigns.plan.denied', { person: approval.person.name, at: clock(approval.at) })}{approval.reason === null ? null : <>: “<ForeignText>{approval.reason}</ForeignText>”</>}</span></p>;
  return <p className="request-note"><StateTile stateClass={reason === null ? 'IN_FLIGHT' : 'ATTENTION'} /><span>{reason ?? t('approvals.mayDecide')}</span></p>;
}

function Facts({ request, preview }: { readonly request: Request; readonly preview: PreviewPartsFragment | null }) {
  const t = useText();
  const say = useSay();
  const { count } = useFormats();
  const rough = useRoughTime();
  const { spec, revision, blastRadius, waves } = request;
  const seconds = preview === null ? null : (scheduleWaves(preview.waves, spec.gate.soakSeconds)?.at(-1)?.until ?? null);
  const fact = (name: string, value: string, note: ReactNode) => <div><dt>{name}</dt><dd><b>{value}</b><span className="small muted">{note}</span></dd></div>;
  return (
    <dl className="request-facts">
      {fact(t('approvals.fact.nodes'), count(revision?.members ?? blastRadius?.nodes ?? 0), (blastRadius?.sites ?? []).map(({ value, count: nodes }) => `${value} ${count(nodes)}`).slice(0, 3).join(', '))}
      {fact(t('approvals.fact.waves'), count(waves.length), say({ key: 'approvals.fact.first', values: { count: waves[0]?.members ?? 0 } }))}
      {fact(t('approvals.fact.atOnce'), count(spec.concurrencyMax), say({ key: 'approvals.fact.exposed', values: { count: spec.exposureMax } }))}
      {fact(t('approvals.fact.haltAt'), `${count(spec.gate.failurePercentMax)} %`, say({ key: 'approvals.fact.lost', values: { count: spec.gate.lostMax } }))}
      {fact(t('approvals.fact.needs'), `${count(spec.gate.verifiedPercentMin)} %`, t('approvals.fact.soak', { seconds: count(spec.gate.soakSeconds) }))}
      {fact(t('approvals.fact.duration'), seconds === null ? '–' : rough(seconds), seconds === null ? t('approvals.fact.noPace') : t('approvals.fact.pace'))}
    </dl>
  );
}

function Risks({ request, preview, budgets, open }: { readonly request: Request; readonly preview: PreviewPartsFragment | null; readonly budgets: Parameters<typeof planRisks>[2]; readonly open: boolean }) {
  const t = useText();
  const say = useSay();
  const risks = planRisks(request, preview, budgets);
  const attention = risks.filter(({ weight }) => weight === 'attention').length;
  return (
    <Panel span={10} heading={attention === 0 ? t('approvals.risk.title') : say({ key: 'approvals.risk.heading', values: { count: attention } })} footer={<span>{t('approvals.risk.basis')}</span>}>
      {risks.length === 0 ? <p className="panel-body secondary">{open && (preview === null || budgets === null) ? t('approvals.risk.unknown') : t('approvals.risk.none')}</p> : (
        <ul className="panel-list risks">{risks.map(({ weight, finding, detail }) => <li key={say(finding)}><StateTile stateClass={weight === 'attention' ? 'ATTENTION' : 'NOT_STARTED'} /><span><b>{say(finding)}</b><span className="muted">{say(detail)}</span></span></li>)}</ul>
      )}
    </Panel>
  );
}

const servicesShown = 10;

function Services({ request }: { readonly request: Request }) {
  const t = useText();
  const say = useSay();
  const { count } = useFormats();
  const [all, setAll] = useState(false);
  const services = request.blastRadius?.services ?? [];
  return (
    <Panel span={10} heading={services.length === 0 ? t('approvals.service.none') : say({ key: 'approvals.service.heading', values: { count: services.length } })} footer={all || services.length <= servicesShown ? undefined : <VerbButton kind="plain" small onClick={() => { setAll(true); }}>{say({ key: 'approvals.service.showAll', values: { count: services.length } })}</VerbButton>}>
      {services.length === 0 ? null : (
        <table className="table"><thead><tr><th scope="col">{t('approvals.service.name')}</th><th scope="col" className="number" style={{ width: 90 }}>{t('approvals.service.inPlan')}</th><th scope="col" className="number" style={{ width: 80 }}>{t('approvals.service.all')}</th><th scope="col" className="number" style={{ width: 70 }}>{t('approvals.service.floor')}</th></tr></thead>
          <tbody>{services.slice(0, all ? services.length : servicesShown).map(({ service, members }) => <tr key={service.id}><td title={service.owner}>{service.name}</td><td className="number">{count(members)}</td><td className="number">{count(service.memberCount)}</td><td className="number">{count(service.floor)}</td></tr>)}</tbody></table>
      )}
    </Panel>
  );
}
