import { type CampaignDetailQuery, type CampaignPagePartsFragment } from '../../generated/documents.ts';
import { useText } from '../../i18n/use-text.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useSay } from '../use-say.ts';
import { AvailabilityChart } from './availability-chart.tsx';
import { availabilityHeading } from './availability.ts';

type Points = NonNullable<CampaignDetailQuery['campaign']>['availabilitySeries'];
type Waves = CampaignPagePartsFragment['waves'];

/** What the change cost in availability, from the start of the campaign on. */
export function AvailabilityPanel({ points, waves }: { readonly points: Points; readonly waves: Waves }) {
  const t = useText();
  const say = useSay();
  return (
    <Panel heading={say(availabilityHeading(points))} span={8} className="chart-panel" subline={points.length === 0 ? undefined : t('campaigns.availability.sub')}>
      {points.length === 0 ? <EmptyState title={t('campaigns.availability.nothing')} /> : <AvailabilityChart points={points} waves={waves} height={184} />}
    </Panel>
  );
}
