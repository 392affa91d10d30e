import { currentWave } from '@skein/core';
import { useEffect, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useAsk } from '../../data/use-ask.ts';
import { CampaignDetailDocument, type CampaignDetailQuery, CampaignPageDocument, type CampaignPagePartsFragment } from '../../generated/documents.ts';
import { HelpButton } from '../../help/help-button.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { Asked } from '../../kit/asked.tsx';
import { campaignStateClass } from '../../kit/campaign-state-class.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { LoadingState } from '../../kit/loading-state.tsx';
import { Panel } from '../../kit/panel.tsx';
import { StateBar } from '../../kit/state-bar.tsx';
import { StateChip } from '../../kit/state-chip.tsx';
import { StateStrip } from '../../kit/state-strip.tsx';
import { VerbButton } from '../../kit/verb-button.tsx';
import { useLive } from '../../live/live-context.tsx';
import { nodesPath } from '../../nodes/node-address.ts';
import { ForeignText } from '../../kit/foreign-text.tsx';
import { SaidLines } from '../../kit/said.tsx';
import { Page } from '../../shell/page.tsx';
import '../campaigns.css';
import { useSay } from '../use-say.ts';
import { CampaignVerbDialog, type DialogVerb } from '../verb/campaign-verb-dialog.tsx';
import { AvailabilityPanel } from './availability-panel.tsx';
import { BurnDownPanel } from './burn-down-panel.tsx';
import { CampaignBar, useWhyNot } from './campaign-bar.tsx';
import { CampaignFacts } from './campaign-facts.tsx';
import { EventsPanel } from './events-panel.tsx';
import { FailuresPanel } from './failures-panel.tsx';
import { gateRows, gatesHeading } from './gate-rows.ts';
import { GateTable } from './gate-table.tsx';
import { OverduePanel } from './overdue-panel.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { useDrawnMeasure } from './use-drawn-measure.ts';
import { ladderHeading, whereabouts } from './wave-display.ts';
import { WaveLadder } from './wave-ladder.tsx';
import { type WhyAction, type WhyLine, whyLine } from './why-line.ts';

type Campaign = CampaignPagePartsFragment;
type Detail = NonNullable<CampaignDetailQuery['campaign']>;

/** Does it run, is it safe, what waits for me; and the way to stop it, always in the same corner. */
export function CampaignPage() {
  const { id = '' } = useParams();
  const t = useText();
  const asked = useAsk(CampaignPageDocument, { id });
  const messageCame = useDrawnMeasure('skein:live-message-applied', asked.data);
  useLive({ campaign: id }, messageCame);
  if (asked.data?.campaign === undefined) return <Page title={t('campaigns.title')} crumb={<Crumb />}><Asked of={asked} rows={6}>{() => null}</Asked></Page>;
  if (asked.data.campaign === null) return <Page title={t('campaigns.page.missing')} crumb={<Crumb />}><EmptyState title={t('campaigns.page.missing')} next={t('campaigns.page.missingStep')} command="skein campaign list" /></Page>;
  return <LoadedCampaign key={id} campaign={asked.data.campaign} />;
}

const Crumb = () => {
  const t = useText();
  return <><Link to="/campaigns">{t('campaigns.title')}</Link> /</>;
};

const running: readonly Campaign['state'][] = ['RUNNING', 'PAUSED', 'HALTING', 'HALTED', 'CANCELLING'];

function LoadedCampaign({ campaign }: { readonly campaign: Campaign }) {
  const t = useText();
  const say = useSay();
  const { clockSeconds } = useFormats();
  const [verb, setVerb] = useState<DialogVerb | null>(null);
  const detailAsked = useAsk(CampaignDetailDocument, { id: campaign.id }, { freshSeconds: 5, ...(running.includes(campaign.state) ? { everySeconds: 15 } : {}) });
  const { refetch } = detailAsked;
  // What a wave or a verb changed changes the costly parts too; what only counts does not.
  const stage = `${String(campaign.version)} ${campaign.waves.map(({ state }) => state).join(' ')}`;
  useEffect(() => { void refetch(); }, [stage, refetch]);
  const detail = detailAsked.data?.campaign ?? null;
  const judged = useMemo(() => judgedWave(campaign, detail), [campaign, detail]);
  const rows = useMemo(() => (judged === null ? [] : gateRows(judged)), [judged]);
  const where = whereabouts(campaign);
  // What was found about an earlier wave says nothing of this one.
  const why = whyLine(campaign, judged?.wave === currentWave(campaign.waves)?.number ? rows : []);
  return (
    <Page
      title={campaign.name} crumb={<Crumb />} chip={<StateChip stateClass={campaignStateClass(campaign.state)}>{t(`words.campaignState.${campaign.state}`)}</StateChip>} lead={where === null ? undefined : say(where)}
      actions={<CampaignFacts campaign={campaign} targetProfileId={detail?.spec.targetProfileId ?? null} />}
      why={{ stateClass: why.stateClass, text: <><b>{say(why.finding)}</b>{why.detail === null ? null : <> <WhyDetail detail={why.detail} /></>}</>, ...(why.action === null ? {} : { action: <WhyActionButton action={why.action} campaign={campaign} onVerb={setVerb} /> }) }}
      bar={<CampaignBar campaign={campaign} onVerb={setVerb} />}
    >
      <StateStrip counts={campaign.byStateClass} linkTo={(stateClass) => nodesPath({ campaign: campaign.id, states: [stateClass] })} />
      <div className="strip-bar"><StateBar counts={campaign.byStateClass} height={8} /></div>
      <div className="grid campaign-grid">
        <Panel heading={say(ladderHeading(campaign))} span={11}><WaveLadder campaign={campaign} detail={detail} /></Panel>
        <Panel heading={say(gatesHeading(rows))} span={13} tools={<>{judged === null ? null : <span className="small muted nowrap" style={{ marginRight: 6 }}>{t('campaigns.gates.ofWave', { wave: judged.wave, at: clockSeconds(judged.at) })}</span>}<HelpButton page="read-a-verdict" about={t('campaigns.gates.title')} /></>}><GateTable rows={rows} /></Panel>
        {detail === null ? <DetailWaits asked={detailAsked} /> : (
          <>
            <BurnDownPanel detail={detail} endedAt={campaign.endedAt} />
            <AvailabilityPanel points={detail.availabilitySeries} waves={campaign.waves} />
            <FailuresPanel campaignId={campaign.id} failures={detail.failures} started={campaign.startedAt !== null} />
          </>
        )}
        <OverduePanel campaignId={campaign.id} overdue={campaign.overdue} />
        <EventsPanel campaignId={campaign.id} version={campaign.version} />
        {detail === null ? null : <PlanPanel campaign={campaign} detail={detail} />}
      </div>
      {verb === null ? null : <CampaignVerbDialog key={verb} verb={verb} campaign={campaign} concurrencyMax={detail?.spec.concurrencyMax ?? null} onClose={() => { setVerb(null); }} />}
    </Page>
  );
}

const DetailWaits = ({ asked }: { readonly asked: Parameters<typeof Asked<CampaignDetailQuery>>[0]['of'] }) => {
  const t = useText();
  return <Panel heading={t('campaigns.burnDown.title')}>{asked.error === null ? <LoadingState /> : <Asked of={asked}>{() => null}</Asked>}</Panel>;
};

/** The newest evaluation of the wave that is current, or else of the last one that was judged. */
function judgedWave(campaign: Campaign, detail: Detail | null): Detail['waves'][number]['verdicts'][number] | null {
  const judged = detail?.waves.filter(({ verdicts }) => verdicts.length > 0) ?? [];
  const current = currentWave(campaign.waves);
  return (judged.find(({ number }) => number === current?.number) ?? judged.at(-1))?.verdicts[0] ?? null;
}

function WhyDetail({ detail }: { readonly detail: NonNullable<WhyLine['detail']> }) {
  const say = useSay();
  if ('key' in detail) return <>{say(detail)}</>;
  return 'written' in detail ? <ForeignText>{detail.written}</ForeignText> : <SaidLines lines={detail} />;
}

function WhyActionButton({ action, campaign, onVerb }: { readonly action: WhyAction; readonly campaign: Campaign; readonly onVerb: (verb: DialogVerb) => void }) {
  const t = useText();
  const say = useSay();
  const reasonOf = useWhyNot(campaign);
  if (action.kind === 'link') return action.to.startsWith('#') ? <a href={action.to}>{say(action.label)}</a> : <Link to={action.to}>{say(action.label)}</Link>;
  const { verb } = action;
  if (verb === 'revise') return null;
  return <VerbButton kind="plain" small disabledReason={reasonOf(verb)} onClick={() => { onVerb(verb); }}>{t(`campaigns.verb.${verb}`)}</VerbButton>;
}
