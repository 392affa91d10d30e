import { Link } from 'react-router-dom';
import { type NodePagePartsFragment, type RunPartsFragment } from '../generated/documents.ts';
import { useCodeText } from '../i18n/use-code-text.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useReasonText } from '../i18n/use-reason-text.ts';
import { HelpButton } from '../help/help-button.tsx';
import { saysMoreThanItsCode } from '../i18n/use-said.ts';
import { useText } from '../i18n/use-text.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Moment } from '../kit/moment.tsx';
import { Panel } from '../kit/panel.tsx';
import { Said } from '../kit/said.tsx';
import { StateTile } from '../kit/state-tile.tsx';

/** What stands in the way of a run now. */
export function ObstaclesPanel({ explain }: { readonly explain: NodePagePartsFragment['explain'] }) {
  const t = useText();
  const codeText = useCodeText();
  if (explain.obstacles.length === 0) return <Panel heading={explain.couldStart ? t('node.obstacles.none') : t('node.obstacles.title')}><p className="panel-body secondary">{explain.couldStart ? t('node.obstacles.couldStart') : t('node.obstacles.waits')}</p></Panel>;
  return (
    <Panel heading={t('node.obstacles.heading', { smart_count: explain.obstacles.length })}>
      <ul>{explain.obstacles.map(({ code, message, sentence }) => <li key={`${code} ${message}`} className="finding"><StateTile stateClass="ATTENTION" /><div><p>{codeText('obstacle', code)}</p>{saysMoreThanItsCode(sentence) ? <p className="small secondary"><Said text={message} sentence={sentence} /></p> : null}</div></li>)}</ul>
    </Panel>
  );
}

/** Where the node can be brought back to. */
export function WaysBackPanel({ points }: { readonly points: NodePagePartsFragment['restorePoints'] }) {
  const t = useText();
  const codeText = useCodeText();
  if (points.length === 0) return <Panel heading={t('node.waysBack.title')}><EmptyState title={t('node.waysBack.none')} next={t('node.waysBack.noneNext')} /></Panel>;
  return (
    <Panel heading={t('node.waysBack.heading', { smart_count: points.length })} tools={<HelpButton page="roll-back" about={t('node.waysBack.title')} />}>
      <table className="table">
        <thead><tr><th scope="col">{t('node.waysBack.point')}</th><th scope="col">{t('node.waysBack.taken')}</th><th scope="col">{t('nodes.state')}</th></tr></thead>
        <tbody>{points.map(({ id, snapshotId, takenAt, state, attempt }) => <tr key={id}><td title={snapshotId}><span className="mono">{snapshotId}</span> <span className="muted">{t('node.attempt', { attempt })}</span></td><td><Moment at={takenAt} /></td><td>{codeText('restorePoint', state)}</td></tr>)}</tbody>
      </table>
    </Panel>
  );
}

/** What the run did to the packages. */
export function PackagesPanel({ changes, all = false }: { readonly changes: RunPartsFragment['packageChanges']; readonly all?: boolean }) {
  const t = useText();
  const { count } = useFormats();
  if (changes === null) return <Panel heading={t('node.packages.title')}><EmptyState title={t('node.packages.none')} next={t('node.packages.noneNext')} /></Panel>;
  const shown = all ? changes.packages : changes.packages.slice(0, 6);
  const total = changes.added + changes.changed + changes.removed;
  return (
    <Panel heading={t('node.packages.heading', { smart_count: total })} subline={t('node.packages.counts', { changed: changes.changed, added: changes.added, removed: changes.removed })} footer={shown.length < total ? <span>{t('node.packages.more', { smart_count: total - shown.length })}</span> : undefined}>
      <table className="table">
        <thead><tr><th scope="col">{t('node.packages.package')}</th><th scope="col">{t('node.packages.before')}</th><th scope="col">{t('node.packages.after')}</th></tr></thead>
        <tbody>{shown.map(({ name, before, after }) => <tr key={name}><td className="mono" title={name}>{name}</td><td className="mono muted" title={before ?? undefined}>{before ?? t('node.packages.added')}</td><td className="mono" title={after ?? undefined}>{after ?? t('node.packages.removed')}</td></tr>)}</tbody>
      </table>
      {total === 0 ? <p className="panel-body muted">{count(0)}</p> : null}
    </Panel>
  );
}

/** Runs that the node went through. */
export function HistoryPanel({ runs }: { readonly runs: NodePagePartsFragment['runs'] }) {
  const t = useText();
  const codeText = useCodeText();
  const reasonText = useReasonText();
  if (runs.length === 0) return <Panel heading={t('node.history.title')}><EmptyState title={t('node.history.none')} next={t('node.history.noneNext')} /></Panel>;
  return (
    <Panel heading={t('node.history.heading', { smart_count: runs.length })}>
      <div className="scroll-x"><table className="table">
        <thead><tr><th scope="col">{t('fleet.campaign')}</th><th scope="col" style={{ width: '34%' }}>{t('nodes.state')}</th><th scope="col" className="from-tablet">{t('node.history.began')}</th><th scope="col" className="from-tablet">{t('node.history.ended')}</th></tr></thead>
        <tbody>{runs.map((run) => (
          <tr key={run.id}>
            <td title={run.campaignName}><Link className="mono" to={`/campaigns/${run.campaignId}`}>{run.campaignName}</Link> <span className="muted">{t('node.history.place', { wave: run.wave, attempt: run.attempt })}</span></td>
            <td><span className="flex" style={{ gap: 7 }}><StateTile stateClass={run.stateClass} /><span className="cut">{t(`words.runState.${run.state}`)}{run.stateReason === null ? null : <span className="muted"> · {run.state === 'BLOCKED' ? reasonText(run.stateReason) : codeText('reason', run.stateReason)}</span>}</span></span></td>
            <td className="from-tablet"><Moment at={run.createdAt} /></td><td className="from-tablet">{run.endedAt === null ? <span className="muted">{t('node.history.open')}</span> : <Moment at={run.endedAt} />}</td>
          </tr>
        ))}</tbody>
      </table></div>
    </Panel>
  );
}

/** What is known of the machine, as it was inspected. */
export function FactsPanel({ node }: { readonly node: NodePagePartsFragment }) {
  const t = useText();
  const known: readonly (readonly [string, string | null])[] = [
    [t('node.facts.source'), `${node.source} · ${node.externalId}`], [t('node.facts.address'), `${node.address}:${String(node.port)}`], [t('nodes.site'), node.site], [t('nodes.domain'), node.domains.join(', ')],
    [t('node.facts.role'), node.role], [t('node.facts.machineId'), node.machineId], [t('node.facts.credential'), node.credential], [t('node.facts.hostKeys'), node.hostKeys.join(', ')],
    [t('node.facts.labels'), node.labels.map(({ key, value }) => `${key}=${value}`).join(', ')], [t('fleet.service'), node.services.map(({ name }) => name).join(', ')],
  ];
  return (
    <Panel heading={t('node.facts.title')} subline={node.inspectedAt === null ? t('node.facts.never') : <>{t('node.facts.inspected')} <Moment at={node.inspectedAt} /></>}>
      <dl className="panel-body fact-list">
        {known.filter(([, value]) => value !== null && value !== '').map(([name, value]) => <Fact key={name} name={name} value={value ?? ''} />)}
        {flatFacts(node.facts ?? {}).map(([name, value]) => <Fact key={name} name={name} value={value} />)}
      </dl>
    </Panel>
  );
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => <><dt>{name}</dt><dd className="mono">{value}</dd></>;

const factsMax = 400;

/** Nested facts as paths; what a node says may be large, so there is an end to it. */
export function flatFacts(facts: Readonly<Record<string, unknown>>): (readonly [string, string])[] {
  const flat: (readonly [string, string])[] = [];
  const walk = (value: unknown, path: string): void => {
    if (flat.length >= factsMax) return;
    if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) flat.push([path, value.map(String).join(', ')]);
    else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) walk(inner, path === '' ? name : `${path}.${name}`);
    else flat.push([path, typeof value === 'string' ? value : JSON.stringify(value)]);
  };
  walk(facts, '');
  return flat;
}
