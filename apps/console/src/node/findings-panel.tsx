import { type RunPartsFragment, type StateClass } from '../generated/documents.ts';
import { useCodeText } from '../i18n/use-code-text.ts';
import { HelpButton } from '../help/help-button.tsx';
import { useText } from '../i18n/use-text.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Panel } from '../kit/panel.tsx';
import { Said } from '../kit/said.tsx';
import { StateTile } from '../kit/state-tile.tsx';

type Finding = RunPartsFragment['findings'][number];
const classes: Readonly<Record<Finding['severity'], StateClass>> = { INHIBIT: 'FAILED', OVERRIDABLE: 'FAILED', WARNING: 'ATTENTION', INFO: 'NOT_STARTED' };
const order: readonly Finding['severity'][] = ['INHIBIT', 'OVERRIDABLE', 'WARNING', 'INFO'];

/** What preflight found, the worst first, each with what to do. */
export function FindingsPanel({ findings, all = false }: { readonly findings: readonly Finding[] | null; readonly all?: boolean }) {
  const t = useText();
  const codeText = useCodeText();
  if (findings === null) return <Panel heading={t('node.findings.title')}><EmptyState title={t('node.findings.never')} next={t('node.findings.neverNext')} /></Panel>;
  const blocking = findings.filter(({ severity }) => severity === 'INHIBIT' || severity === 'OVERRIDABLE').length;
  const sorted = [...findings].sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
  const shown = all ? sorted : sorted.slice(0, 6);
  return (
    <Panel heading={blocking > 0 ? t('node.findings.blocking', { smart_count: blocking }) : findings.length > 0 ? t('node.findings.notBlocking', { smart_count: findings.length }) : t('node.findings.clean')} tools={<HelpButton page="preflight-checks" about={t('node.findings.title')} />} footer={shown.length < findings.length ? <span>{t('node.findings.more', { smart_count: findings.length - shown.length })}</span> : undefined}>
      <ul>
        {shown.map((finding) => (
          <li key={`${finding.check} ${finding.message}`} className="finding">
            <StateTile stateClass={classes[finding.severity]} />
            <div style={{ minWidth: 0 }}>
              <p>{codeText('check', finding.check)}{finding.unreadable ? <span className="tag" style={{ marginLeft: 6 }}>{t('node.findings.unreadable')}</span> : null}</p>
              <p className="small secondary"><Said text={finding.message} sentence={finding.sentence} /></p>
              {finding.remediation === '' ? null : <p className="small secondary"><Said text={finding.remediation} sentence={finding.remedy} /></p>}
              <p className="small muted"><span className="mono">{finding.check}</span> · {t(`words.severity.${finding.severity}`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
