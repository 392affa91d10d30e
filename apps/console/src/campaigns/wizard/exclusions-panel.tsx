import { useText } from '../../i18n/use-text.ts';
import { type campaigns } from '../../i18n/en/campaigns.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useSay } from '../use-say.ts';
import { useWizard } from './wizard-context.tsx';

const reasons = ['protected', 'held', 'retired', 'quarantined', 'openRun', 'alreadyOnTarget', 'noEdge', 'siteUnknown'] as const satisfies readonly (keyof (typeof campaigns)['wizard']['exclusion'])[];
const shownMax = 6;

/** Nodes that match and do not take part: why, and which. */
export function ExclusionsPanel() {
  const t = useText();
  const say = useSay();
  const { count } = useFormats();
  const { preview } = useWizard();
  if (preview === null) return <Panel heading={t('campaigns.wizard.target.excludedSub')}><EmptyState title={t('campaigns.wizard.target.pickProfile')} /></Panel>;
  const total = preview.excluded.reduce((sum, group) => sum + group.count, 0);
  const nameOf = (reason: string): string => {
    const known = reasons.find((one) => one === reason);
    return known === undefined ? reason : t(`campaigns.wizard.exclusion.${known}`);
  };
  return (
    <Panel heading={total === 0 ? t('campaigns.wizard.target.excludedNone') : say({ key: 'campaigns.wizard.target.excluded', values: { count: total } })} subline={total === 0 ? undefined : t('campaigns.wizard.target.excludedSub')}>
      {total === 0 ? null : (
        <table className="table">
          <thead><tr><th scope="col" className="number" style={{ width: 72 }}>{t('campaigns.wizard.preflight.nodes')}</th><th scope="col" style={{ width: '42%' }}>{t('campaigns.wizard.target.reason')}</th><th scope="col">{t('campaigns.wizard.target.hosts')}</th></tr></thead>
          <tbody>
            {preview.excluded.map((group) => (
              <tr key={group.reason}>
                <td className="number strong">{count(group.count)}</td><td className="loose">{nameOf(group.reason)}</td>
                <td className="mono" title={group.hostnames.join('\n')}>{group.hostnames.slice(0, shownMax).join(', ')}{group.count > shownMax ? ` ${say({ key: 'campaigns.wizard.target.and', values: { count: group.count - Math.min(shownMax, group.hostnames.length) } })}` : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
