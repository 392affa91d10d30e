import { Link } from 'react-router-dom';
import { type PreviewPartsFragment } from '../../generated/documents.ts';
import { useText } from '../../i18n/use-text.ts';
import { Panel } from '../../kit/panel.tsx';
import { Said } from '../../kit/said.tsx';
import { StateTile } from '../../kit/state-tile.tsx';
import { useSay } from '../use-say.ts';

const nodesShown = 20;

/** Which nodes of the first wave could start now, and what stands in the way of the others, node by node. */
export function StartPreview({ preview }: { readonly preview: PreviewPartsFragment }) {
  const t = useText();
  const say = useSay();
  const first = preview.waves[0];
  if (first === undefined) return null;
  const { startableNow, memberCount } = first;
  const heading = startableNow === null ? t('campaigns.wizard.review.startUnknown') : startableNow === memberCount ? say({ key: 'campaigns.wizard.review.startAll', values: { count: memberCount } }) : say({ key: 'campaigns.wizard.review.startSome', values: { count: startableNow, members: memberCount } });
  const waiting = [...first.members, ...first.alternates].filter(({ obstacles }) => obstacles.length > 0);
  return (
    <Panel heading={heading} subline={first.alternates.length === 0 ? undefined : say({ key: 'campaigns.wizard.review.alternates', values: { count: first.alternates.length } })}>
      {waiting.length === 0 ? <p className="panel-body secondary">{t('campaigns.wizard.review.nothing')}</p> : (
        <table className="table">
          <thead><tr><th scope="col" style={{ width: '32%' }}>{t('campaigns.wizard.review.node')}</th><th scope="col">{t('campaigns.wizard.review.obstacle')}</th></tr></thead>
          <tbody>
            {waiting.slice(0, nodesShown).map((member) => (
              <tr key={member.nodeId}><td><Link className="mono" to={`/nodes/${member.nodeId}`}>{member.hostname}</Link></td><td className="loose">{member.obstacles.map(({ code, message, sentence }) => <span key={code} className="flex"><StateTile stateClass="ATTENTION" /><span><Said text={message} sentence={sentence} /></span></span>)}</td></tr>
            ))}
          </tbody>
        </table>
      )}
      {waiting.length > nodesShown ? <p className="panel-subline">{say({ key: 'campaigns.wizard.review.more', values: { count: waiting.length - nodesShown } })}</p> : null}
    </Panel>
  );
}
