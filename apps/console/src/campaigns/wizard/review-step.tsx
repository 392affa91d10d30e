import { Link } from 'react-router-dom';
import { useState } from 'react';
import { useFormats } from '../../i18n/use-formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Panel } from '../../kit/panel.tsx';
import { nodesPath } from '../../nodes/node-address.ts';
import { VerbButton } from '../../kit/verb-button.tsx';
import { useSay } from '../use-say.ts';
import { shortDigest } from '../live/short-digest.ts';
import { documentText } from './campaign-document.ts';
import { ExclusionsPanel } from './exclusions-panel.tsx';
import { StartPreview } from './start-preview.tsx';
import { useWizard } from './wizard-context.tsx';

/** Everything that would be submitted, before it is: the plan, what would start now and why not, what it touches, and the document. */
export function ReviewStep() {
  const t = useText();
  const { preview, problems } = useWizard();
  return (
    <>
      <Panel heading={problems.length > 0 ? t('campaigns.wizard.review.blockedBy') : t('campaigns.wizard.review.heading')} subline={preview === null || preview.digest === null ? undefined : <>{t('campaigns.wizard.preview.digest')} <span className="mono">{shortDigest(preview.digest, 16)}</span></>}>
        {problems.length === 0 ? null : <ul className="panel-list">{problems.map(({ field, message, hint }) => <li key={`${field ?? ''} ${message}`}><span className="field-problem">{message}</span>{hint === null ? null : <span className="muted">{hint}</span>}</li>)}</ul>}
        {preview === null || preview.waves.length === 0 ? <EmptyState title={t('campaigns.wizard.preview.noneSub')} /> : <WaveSight />}
      </Panel>
      {preview === null || preview.waves.length === 0 ? null : <StartPreview preview={preview} />}
      <DomainsPanel />
      <ExclusionsPanel />
      <DocumentPanel />
    </>
  );
}

/** What each wave sees, and from which share of failing nodes on. */
function WaveSight() {
  const t = useText();
  const say = useSay();
  const { count } = useFormats();
  const { preview } = useWizard();
  return (
    <table className="table">
      <caption className="for-readers">{t('campaigns.wizard.review.waves')}</caption>
      <thead><tr><th scope="col" style={{ width: 64 }}>{t('campaigns.ladder.wave')}</th><th scope="col" className="number" style={{ width: 72 }}>{t('campaigns.wizard.waves.nodes')}</th><th scope="col" className="number from-tablet" style={{ width: 96 }}>{t('campaigns.wizard.waves.needed')}</th><th scope="col" className="number" style={{ width: 110 }}>{t('campaigns.wizard.waves.stopAt')}</th><th scope="col" className="loose">{t('campaigns.wizard.review.waves')}</th></tr></thead>
      <tbody>{preview?.waves.map((wave) => <tr key={wave.number}><td className="strong">{wave.number}</td><td className="number">{count(wave.memberCount)}</td><td className="number from-tablet">{count(wave.needed)}</td><td className="number">{say({ key: 'campaigns.wizard.waves.failures', values: { count: wave.stopAt } })}</td><td className="loose">{wave.seesPercent === null ? t('campaigns.wizard.review.seesNothing') : t('campaigns.wizard.review.seesFrom', { percent: Math.ceil(wave.seesPercent * 10) / 10 })}</td></tr>)}</tbody>
    </table>
  );
}

const domainsShown = 12;

/** Members by failure domain, from the members that the preview names. */
function DomainsPanel() {
  const t = useText();
  const say = useSay();
  const { count } = useFormats();
  const { preview } = useWizard();
  const byDomain = new Map<string, number>();
  for (const wave of preview?.waves ?? []) for (const member of wave.members) for (const domain of member.domains) byDomain.set(domain, (byDomain.get(domain) ?? 0) + 1);
  const rows = [...byDomain].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
  const named = preview?.waves.reduce((sum, wave) => sum + wave.members.length, 0) ?? 0;
  if (preview === null || rows.length === 0) return null;
  return (
    <Panel heading={say({ key: 'campaigns.wizard.review.byDomain', values: { count: rows.length } })} subline={named < preview.memberCount ? t('campaigns.wizard.review.firstMembers', { named: count(named), nodes: count(preview.memberCount) }) : undefined}>
      <table className="table"><thead><tr><th scope="col">{t('campaigns.wizard.review.domain')}</th><th scope="col" className="number" style={{ width: 140 }}>{t('campaigns.wizard.review.members')}</th></tr></thead><tbody>{rows.slice(0, domainsShown).map(([domain, members]) => <tr key={domain}><td className="mono"><Link to={nodesPath({ domain })}>{domain}</Link></td><td className="number">{count(members)}</td></tr>)}</tbody></table>
      {rows.length > domainsShown ? <p className="panel-subline">{say({ key: 'campaigns.wizard.review.more', values: { count: rows.length - domainsShown } })}</p> : null}
    </Panel>
  );
}

function DocumentPanel() {
  const t = useText();
  const { form } = useWizard();
  const [said, setSaid] = useState('');
  const text = documentText(form);
  return (
    <Panel heading={t('campaigns.wizard.review.yaml')} tools={<><span role="status" className="small muted">{said}</span><VerbButton kind="plain" small icon="copy" onClick={() => { navigator.clipboard.writeText(text).then(() => { setSaid(t('kit.copied')); }, () => { setSaid(t('kit.copyFailed')); }); }}>{t('campaigns.wizard.review.copy')}</VerbButton></>}>
      <pre className="document mono" tabIndex={0} aria-label={t('campaigns.wizard.review.yaml')}>{text}</pre>
    </Panel>
  );
}
