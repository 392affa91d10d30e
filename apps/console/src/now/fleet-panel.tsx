import { Link } from 'react-router-dom';
import { type FleetNumbersFragment } from '../generated/documents.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { countOf } from '../kit/bar-parts.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Panel } from '../kit/panel.tsx';
import { StateBar } from '../kit/state-bar.tsx';
import { StateTile } from '../kit/state-tile.tsx';
import { nodesPath } from '../nodes/node-address.ts';
import { stateOrder } from '../theme/tokens.ts';

/** The whole fleet in one bar; every count leads to its nodes. */
export function FleetPanel({ fleet }: { readonly fleet: FleetNumbersFragment }) {
  const t = useText();
  const { count } = useFormats();
  if (fleet.total === 0) return <Panel heading={t('fleet.title')}><EmptyState title={t('now.fleetEmpty.title')} next={t('now.fleetEmpty.next')} command={t('now.fleetEmpty.command')} /></Panel>;
  return (
    <Panel heading={t('now.fleetHeading', { nodes: fleet.total, sites: fleet.bySite.length })} tools={<Link className="small" style={{ paddingRight: 6 }} to="/fleet">{t('now.map')}</Link>} footer={<span>{t('now.unavailable', { smart_count: fleet.unavailable })}</span>}>
      <div className="panel-body">
        <StateBar counts={fleet.byStateClass} height={12} width={380} />
        <div className="class-grid">
          {stateOrder.map((stateClass) => <Link key={stateClass} className="flex small" to={nodesPath({ states: [stateClass] })}><StateTile stateClass={stateClass} /><span className="grow cut">{t(`words.stateClass.${stateClass}`)}</span><b>{count(countOf(fleet.byStateClass, stateClass))}</b></Link>)}
        </div>
      </div>
    </Panel>
  );
}
