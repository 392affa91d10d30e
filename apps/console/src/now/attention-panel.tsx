import { Link } from 'react-router-dom';
import { type AttentionKind } from '../generated/documents.ts';
import { useCodeText } from '../i18n/use-code-text.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { en } from '../i18n/en.ts';
import { useText } from '../i18n/use-text.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Panel } from '../kit/panel.tsx';
import { ServerText } from '../kit/server-text.tsx';
import { StateTile } from '../kit/state-tile.tsx';
import { useClock } from '../kit/use-clock.ts';
import { type AttentionItem, describeAttention } from './describe-attention.ts';

/** What waits for a person, highest risk first: what, why, where, how long, and one verb. */
export function AttentionPanel({ items }: { readonly items: readonly AttentionItem[] }) {
  const t = useText();
  if (items.length === 0) return <Panel heading={t('now.needsYou')}><EmptyState title={t('now.empty.title')} next={t('now.empty.next')} /></Panel>;
  return (
    <Panel heading={t('now.needsYou')} tools={<span className="label from-tablet" style={{ paddingRight: 6 }}>{t('now.byRisk')}</span>}>
      <div className="attention" role="list">
        <div className="attention-head label from-tablet" aria-hidden="true"><span /><span>{t('now.what')}</span><span>{t('now.where')}</span><span className="number">{t('now.since')}</span><span /></div>
        {items.map((item) => <AttentionRow key={item.id} item={item} />)}
      </div>
    </Panel>
  );
}

const hasWhy = (kind: AttentionKind): kind is keyof typeof en.now.why => kind in en.now.why;

function AttentionRow({ item }: { readonly item: AttentionItem }) {
  const t = useText();
  const codeText = useCodeText();
  const { waiting, full } = useFormats();
  const now = useClock();
  const { title, verb, path } = describeAttention(item, t);
  const { kind, reason, campaign, wave, since, stateClass } = item;
  const reasonText = reason === null ? null : codeText('reason', reason);
  return (
    <div className="attention-row" role="listitem">
      <span className="tile-cell"><StateTile stateClass={stateClass} large /><span className="for-readers">{t(`words.stateClass.${stateClass}`)}</span></span>
      <div className="what">
        <div className="strong" title={title}>{title}</div>
        <div className="small muted">{reasonText === null ? (hasWhy(kind) ? t(`now.why.${kind}`) : null) : reasonText === reason ? <ServerText>{reason}</ServerText> : reasonText}</div>
      </div>
      <div className="where mono cut" title={campaign?.name}>{campaign === null ? null : <Link className="plain-link" to={`/campaigns/${campaign.id}`}>{campaign.name}</Link>}{wave === null ? null : ` · ${String(wave)}`}</div>
      <time className="since number" dateTime={since} title={full(since)}>{waiting((now - Date.parse(since)) / 1000)}</time>
      <span className="verb"><Link className="button small-size" to={path} aria-label={`${verb}: ${title}`}>{verb}</Link></span>
    </div>
  );
}
