import { Link } from 'react-router-dom';
import { availabilityHeading, overallAvailability } from '../campaigns/live/availability.ts';
import { AvailabilityChart } from '../campaigns/live/availability-chart.tsx';
import { useSay } from '../campaigns/use-say.ts';
import { useAsk } from '../data/use-ask.ts';
import { NowAvailabilityDocument, type NowAvailabilityQuery } from '../generated/documents.ts';
import { useText } from '../i18n/use-text.ts';
import { Asked } from '../kit/asked.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Panel } from '../kit/panel.tsx';

type Campaign = NowAvailabilityQuery['campaigns']['nodes'][number];
/** Sums over every node of a campaign: asked once a minute, and not with every message. */
const everySeconds = 60;

/** What the campaigns under way cost in availability: the one that costs most as it went, the others in a number. */
export function AvailabilityPanel() {
  const t = useText();
  const asked = useAsk(NowAvailabilityDocument, {}, { freshSeconds: 30, everySeconds });
  return asked.data === undefined ? <Panel heading={t('campaigns.availability.title')}><Asked of={asked} rows={6}>{() => null}</Asked></Panel> : <Measured campaigns={asked.data.campaigns.nodes} />;
}

function Measured({ campaigns }: { readonly campaigns: readonly Campaign[] }) {
  const t = useText();
  const say = useSay();
  const [worst, ...others] = byAvailability(campaigns);
  if (worst === undefined) return <Panel heading={t('campaigns.availability.title')}><EmptyState title={t('campaigns.availability.nothing')} /></Panel>;
  const link = ({ id, name }: Campaign) => <Link className="mono plain-link" to={`/campaigns/${id}`}>{name}</Link>;
  return (
    <Panel heading={others.length === 0 ? say(availabilityHeading(worst.availabilitySeries)) : t('now.availabilityWorst', { availability: say(availabilityHeading(worst.availabilitySeries)) })} className="chart-panel" subline={<>{link(worst)} · {t('campaigns.availability.sub')}</>}>
      <AvailabilityChart points={worst.availabilitySeries} waves={worst.waves} height={150} />
      {others.length === 0 ? null : <ul className="panel-list">{others.map((campaign) => <li key={campaign.id}><span className="grow cut">{link(campaign)}</span><span>{say(availabilityHeading(campaign.availabilitySeries))}</span></li>)}</ul>}
    </Panel>
  );
}

/** Lowest first, by what is certain; without those that have measured nothing yet. */
export const byAvailability = <Row extends Pick<Campaign, 'availabilitySeries'>>(campaigns: readonly Row[]): readonly Row[] => campaigns
  .flatMap((campaign) => { const overall = overallAvailability(campaign.availabilitySeries); return overall === null ? [] : [{ campaign, lower: overall.lower }]; })
  .sort((one, other) => one.lower - other.lower).map(({ campaign }) => campaign);
