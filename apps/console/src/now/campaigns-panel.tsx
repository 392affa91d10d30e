import { currentWave } from '@skein/core';
import { Link } from 'react-router-dom';
import { type CampaignGlanceFragment } from '../generated/documents.ts';
import { useCodeText } from '../i18n/use-code-text.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { countOf, totalOf } from '../kit/bar-parts.ts';
import { campaignStateClass } from '../kit/campaign-state-class.ts';
import { EmptyState } from '../kit/empty-state.tsx';
import { Icon } from '../kit/icon.tsx';
import { MiniLadder } from '../kit/mini-ladder.tsx';
import { Panel } from '../kit/panel.tsx';
import { StateTile } from '../kit/state-tile.tsx';

/** What is under way, one line each: where it is, what became of its nodes, when it may end. */
export function CampaignsPanel({ campaigns }: { readonly campaigns: readonly CampaignGlanceFragment[] }) {
  const t = useText();
  return (
    <Panel heading={t('now.campaigns')} tools={<Link className="button plain small-size" to="/campaigns/new"><Icon name="plus" />{t('now.newCampaign')}</Link>}>
      {campaigns.length === 0 ? <EmptyState title={t('now.campaignsEmpty.title')} next={t('now.campaignsEmpty.next')} command={t('now.campaignsEmpty.command')} /> : campaigns.map((campaign) => <CampaignLine key={campaign.id} campaign={campaign} />)}
    </Panel>
  );
}

function CampaignLine({ campaign: { id, name, state, stateReason, waves, byStateClass, forecast } }: { readonly campaign: CampaignGlanceFragment }) {
  const t = useText();
  const codeText = useCodeText();
  const { clock, count } = useFormats();
  const wave = currentWave(waves);
  const stateText = t(`words.campaignState.${state}`);
  const bad = countOf(byStateClass, 'FAILED') + countOf(byStateClass, 'UNREACHABLE');
  const back = countOf(byStateClass, 'ROLLED_BACK');
  const where = wave === null ? stateText : t('now.waveOf', { state: stateText, wave: wave.number, waves: waves.length });
  return (
    <Link className="campaign-line" to={`/campaigns/${id}`}>
      <span style={{ minWidth: 0 }}>
        <span className="mono strong cut name" title={name}>{name}</span>
        <span className="flex small secondary" style={{ gap: 6, marginTop: 2 }}><StateTile stateClass={campaignStateClass(state)} /><span className="cut">{where}</span></span>
      </span>
      <span style={{ minWidth: 0 }}>
        {waves.length === 0 ? null : <MiniLadder waves={waves} />}
        <span className="small muted" style={{ display: 'block', marginTop: 4 }}>{[t('now.migratedOf', { migrated: count(countOf(byStateClass, 'MIGRATED')), total: count(totalOf(byStateClass)) }), ...(bad === 0 ? [] : [t('now.failedOrSilent', { smart_count: bad })]), ...(back === 0 ? [] : [t('now.rolledBack', { smart_count: back })])].join(' · ')}</span>
      </span>
      <span className="small from-tablet">{stateReason === null ? <b>{forecast === null ? <span className="muted">{t('now.forecastNone')}</span> : t('now.forecast', { time: clock(forecast.p90) })}</b> : <b>{codeText('reason', stateReason)}</b>}</span>
    </Link>
  );
}
