import { Link } from 'react-router-dom';
import { type CampaignDetailQuery } from '../../generated/documents.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useSaidText } from '../../i18n/use-said.ts';
import { Said } from '../../kit/said.tsx';
import { StateBar } from '../../kit/state-bar.tsx';
import { useSay } from '../use-say.ts';
import { useReasonText } from '../../i18n/use-reason-text.ts';

type Failures = NonNullable<CampaignDetailQuery['campaign']>['failures'];

/** Why runs did not succeed, most frequent first; each leads to exactly its runs. */
export function FailuresPanel({ campaignId, failures, started }: { readonly campaignId: string; readonly failures: Failures; readonly started: boolean }) {
  const t = useText();
  const say = useSay();
  const { count, clock } = useFormats();
  const reasonText = useReasonText();
  const saidText = useSaidText();
  const total = failures.reduce((sum, group) => sum + group.count, 0);
  const most = Math.max(1, ...failures.map((group) => group.count));
  const heading = total === 0 ? t(started ? 'campaigns.failures.none' : 'campaigns.failures.noneYet') : say({ key: 'campaigns.failures.heading', values: { count: total, ways: failures.length } });
  return (
    <Panel heading={heading} span={8}>
      {failures.length === 0 ? <EmptyState title={t('campaigns.failures.nothing')} /> : (
        <ul className="failure-list">
          {failures.map((group) => (
            <li key={`${group.reason} ${group.failureClass ?? ''}`}>
              <Link to={`/campaigns/${campaignId}/runs?reason=${encodeURIComponent(group.reason)}`} title={`${group.hostnames.join(', ')}${group.remediation === null ? '' : `\n${saidText(group.remediation, group.remedy)}`}`}>
                <b className="number">{count(group.count)}</b>
                <span className="cut reason">{reasonText(group.reason)}</span>
                <span className="parts"><span style={{ width: `${String((group.count / most) * 100)}%` }}><StateBar counts={group.byStateClass} height={10} /></span></span>
                <span className="label cut">{group.failureClass === null ? null : <b>{t(`words.failureClass.${group.failureClass}`)} · </b>}{t('campaigns.failures.first', { at: clock(group.firstAt) })}</span>
              </Link>
              {group.remediation === null ? null : <p className="small muted remedy"><Said text={group.remediation} sentence={group.remedy} /></p>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
