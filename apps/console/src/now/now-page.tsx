import { lazy, Suspense, useEffect } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { NowPageDocument, type NowPageQuery } from '../generated/documents.ts';
import { HelpButton } from '../help/help-button.tsx';
import { useText } from '../i18n/use-text.ts';
import { Asked } from '../kit/asked.tsx';
import { LoadingState } from '../kit/loading-state.tsx';
import { measureDrawn } from '../kit/measure-drawn.ts';
import { Panel } from '../kit/panel.tsx';
import { useLive } from '../live/live-context.tsx';
import { Page } from '../shell/page.tsx';
import { AttentionPanel } from './attention-panel.tsx';
import { CampaignsPanel } from './campaigns-panel.tsx';
import { EventsPanel } from './events-panel.tsx';
import { FleetPanel } from './fleet-panel.tsx';
import { LifecyclePanel } from './lifecycle-panel.tsx';
import { SitesPanel } from './sites-panel.tsx';
import './now.css';

/** Charts come with the page that needs them first, and Now is there before. */
const AvailabilityPanel = lazy(async () => ({ default: (await import('./availability-panel.tsx')).AvailabilityPanel }));

/** What needs a person first, and what is under way. */
export function NowPage() {
  const t = useText();
  const asked = useAsk(NowPageDocument, {});
  useLive({ now: true });
  const isShown = asked.data !== undefined;
  useEffect(() => {
    // From the moment when the page was asked for; of a visit later in the same page that says nothing.
    if (isShown && performance.getEntriesByName('skein:now-painted').length === 0) measureDrawn('skein:now-painted', 0);
  }, [isShown]);
  return (
    <Page title={t('now.title')} lead={asked.data === undefined ? undefined : <Lead now={asked.data.now} />} actions={<HelpButton page="stop-everything" about={t('now.title')} />}>
      <Asked of={asked} rows={8}>{({ now }) => <NowPanels now={now} />}</Asked>
    </Page>
  );
}

function Lead({ now }: { readonly now: NowPageQuery['now'] }) {
  const t = useText();
  const running = now.campaigns.filter(({ state }) => state === 'RUNNING').length;
  return <>{running === 0 ? t('now.noneRuns') : t('now.running', { smart_count: running })} <b>{now.attention.length === 0 ? t('now.nothingWaits') : t('now.waiting', { smart_count: now.attention.length })}</b></>;
}

const NowPanels = ({ now }: { readonly now: NowPageQuery['now'] }) => (
  <div className="grid">
    <div className="span-16 stack">
      <AttentionPanel items={now.attention} />
      <CampaignsPanel campaigns={now.campaigns} />
      <EventsPanel events={now.events} campaigns={now.campaigns} />
    </div>
    <div className="span-8 stack">
      <FleetPanel fleet={now.fleet} />
      {now.campaigns.some(({ startedAt }) => startedAt !== null) ? <Availability /> : null}
      <LifecyclePanel lifecycle={now.fleet.byLifecycle} />
      <SitesPanel sites={now.fleet.bySite} unattended={now.unattendedSites} />
    </div>
  </div>
);

function Availability() {
  const t = useText();
  return <Suspense fallback={<Panel heading={t('campaigns.availability.title')}><LoadingState rows={6} /></Panel>}><AvailabilityPanel /></Suspense>;
}
