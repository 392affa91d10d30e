import { Link } from 'react-router-dom';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Panel } from '../kit/panel.tsx';
import { StateTile } from '../kit/state-tile.tsx';
import { nodesPath } from '../nodes/node-address.ts';

/** Sites by size, and which of them nobody can watch. */
export function SitesPanel({ sites, unattended }: { readonly sites: readonly { readonly value: string; readonly count: number }[]; readonly unattended: readonly string[] }) {
  const t = useText();
  const { count } = useFormats();
  if (sites.length === 0) return null;
  const heading = unattended.length === 0 ? t('now.sitesHeading', { smart_count: sites.length }) : t('now.sitesUnattended', { smart_count: unattended.length });
  const sorted = [...sites].sort((one, other) => Number(unattended.includes(other.value)) - Number(unattended.includes(one.value)));
  return (
    <Panel heading={heading}>
      <ul className="panel-list">
        {sorted.map(({ value, count: nodes }) => (
          <li key={value}>
            {unattended.includes(value) ? <StateTile stateClass="UNREACHABLE" /> : null}
            <Link className="plain-link grow cut" to={nodesPath({ sites: [value] })}>{value}</Link>
            <span className="muted">{unattended.includes(value) ? t('now.unattended') : t('now.watched')}</span><b style={{ minWidth: 44 }} className="number">{count(nodes)}</b>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
