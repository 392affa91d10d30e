import { currentWave } from '@skein/core';
import { Fragment } from 'react';
import { Link } from 'react-router-dom';
import { type CampaignDetailQuery, type CampaignPagePartsFragment } from '../../generated/documents.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { saidLines, useSaidText } from '../../i18n/use-said.ts';
import { useText } from '../../i18n/use-text.ts';
import { countOf } from '../../kit/bar-parts.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { StateBar } from '../../kit/state-bar.tsx';
import { StateTile } from '../../kit/state-tile.tsx';
import { VerdictTile } from '../../kit/verdict-tile.tsx';
import { useSay } from '../use-say.ts';
import { gateSummary, type GateSummary } from './gate-rows.ts';
import { waveClass, waveTime } from './wave-display.ts';

type Wave = CampaignPagePartsFragment['waves'][number];
type Detail = NonNullable<CampaignDetailQuery['campaign']>;

interface WaveLadderProps {
  readonly campaign: Pick<CampaignPagePartsFragment, 'id' | 'waves'>;
  readonly detail: Pick<Detail, 'waves' | 'spec'> | null;
}

/** Where the campaign is: one row per wave, the current one with its failure domains. */
export function WaveLadder({ campaign, detail }: WaveLadderProps) {
  const t = useText();
  const current = currentWave(campaign.waves);
  if (campaign.waves.length === 0) return <EmptyState title={t('campaigns.ladder.none')} next={t('campaigns.ladder.noPlan')} />;
  const soak = detail?.spec.gate.soakSeconds ?? null;
  const summaryOf = (wave: Wave): GateSummary | null => gateSummary(detail?.waves.find(({ number }) => number === wave.number)?.verdicts[0]);
  return (
    <>
      <table className="table ladder from-tablet">
        <colgroup><col className="ladder-wave" /><col /><col style={{ width: 96 }} /><col style={{ width: 72 }} /><col className="ladder-state" /></colgroup>
        <thead><tr><th scope="col">{t('campaigns.ladder.wave')}</th><th scope="col">{t('campaigns.ladder.byState')}</th><th scope="col" className="number">{t('campaigns.ladder.migrated')}</th><th scope="col">{t('campaigns.ladder.gates')}</th><th scope="col">{t('campaigns.ladder.state')}</th></tr></thead>
        <tbody>
          {campaign.waves.map((wave) => (
            <Fragment key={wave.number}>
              <tr aria-current={wave === current ? 'step' : undefined}>
                <td><WaveName campaignId={campaign.id} wave={wave} /></td>
                <td><StateBar counts={wave.byStateClass} height={12} /></td>
                <td className="number"><Migrated wave={wave} /></td>
                <td><Gates summary={summaryOf(wave)} /></td>
                <td><WaveStateText wave={wave} soakSeconds={soak} current={wave === current} /></td>
              </tr>
              {wave === current && wave.domains.length > 0 ? <tr className="sub"><td colSpan={5}><Domains wave={wave} /></td></tr> : null}
            </Fragment>
          ))}
        </tbody>
      </table>
      <ol className="ladder-phone phone-only">
        {campaign.waves.map((wave) => (
          <li key={wave.number} aria-current={wave === current ? 'step' : undefined}>
            <StateTile stateClass={waveClass(wave.state)} /><WaveName campaignId={campaign.id} wave={wave} /><span className="number"><Migrated wave={wave} /></span>
            <span className="bar"><StateBar counts={wave.byStateClass} height={8} /></span>
            <span className="below"><WaveStateText wave={wave} soakSeconds={soak} current={wave === current} plain /></span><span className="number"><Gates summary={summaryOf(wave)} quiet /></span>
          </li>
        ))}
      </ol>
    </>
  );
}

const WaveName = ({ campaignId, wave }: { readonly campaignId: string; readonly wave: Wave }) => {
  const t = useText();
  return <Link className="wave-name" to={`/campaigns/${campaignId}/runs?wave=${String(wave.number)}`}>{t('campaigns.ladder.wave')} <b>{wave.number}</b></Link>;
};

const Migrated = ({ wave }: { readonly wave: Wave }) => {
  const { count } = useFormats();
  return <><b>{count(countOf(wave.byStateClass, 'MIGRATED'))}</b><span className="muted"> / {count(wave.members)}</span></>;
};

/** Only what is not a plain pass, then how many pass. */
function Gates({ summary, quiet = false }: { readonly summary: GateSummary | null; readonly quiet?: boolean }) {
  const t = useText();
  if (summary === null) return quiet ? null : <span className="muted small">{t('campaigns.gates.notYet')}</span>;
  const shown = summary.notable.length === 0 ? (['pass'] as const) : summary.notable;
  return <span className="gate-icons">{shown.map((verdict) => <VerdictTile key={verdict} verdict={verdict} />)}<span className="small">{summary.passing}<span className="muted">/{summary.total}</span></span></span>;
}

function WaveStateText({ wave, soakSeconds, current, plain = false }: { readonly wave: Wave; readonly soakSeconds: number | null; readonly current: boolean; readonly plain?: boolean }) {
  const t = useText();
  const say = useSay();
  const saidText = useSaidText();
  const time = waveTime(wave, soakSeconds);
  const state = t(`words.waveState.${wave.state}`);
  if (plain) return <span className="small muted cut">{time === null ? state : `${state} · ${say(time)}`}</span>;
  const missing = saidLines(wave.missing, wave.missingSentences).map(({ text, sentence }) => saidText(text, sentence)).join(t('kit.lineSeparator'));
  return <span className="flex" title={missing}><StateTile stateClass={waveClass(wave.state)} /><span className={current ? 'strong nowrap' : 'nowrap'}>{state}</span>{time === null ? null : <span className="small muted cut">{say(time)}</span>}</span>;
}

const domainsShown = 8;

function Domains({ wave }: { readonly wave: Wave }) {
  const t = useText();
  const say = useSay();
  const { count } = useFormats();
  const shown = wave.domains.slice(0, domainsShown);
  return (
    <div className="wave-domains" role="group" aria-label={t('campaigns.ladder.domains')}>
      {shown.map(({ domain, members, byStateClass }) => (
        <div key={domain}><div className="label cut" title={domain}>{domain} <b>{count(countOf(byStateClass, 'MIGRATED'))}</b>/{count(members)}</div><StateBar counts={byStateClass} height={6} /></div>
      ))}
      {wave.domains.length > domainsShown ? <div className="label">{say({ key: 'campaigns.ladder.domainsMore', values: { count: wave.domains.length - domainsShown } })}</div> : null}
    </div>
  );
}
