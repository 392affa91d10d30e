import { useLocaleState } from 'ra-core';
import { languageTagOf, type Locale } from '../../i18n/locale.ts';
import { useRefusalText } from '../../i18n/use-error-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Panel } from '../../kit/panel.tsx';
import { useSay } from '../use-say.ts';
import { roughTime, scheduleWaves } from './wave-schedule.ts';
import { useWizard } from './wizard-context.tsx';

/** A rough time in the language of the page. */
export function useRoughTime(): (seconds: number) => string {
  const [locale] = useLocaleState();
  return (seconds) => {
    const { value, unit } = roughTime(seconds);
    return new Intl.NumberFormat(languageTagOf(locale as Locale), { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(value);
  };
}

/** The plan that would be frozen now: how many nodes each wave takes, and how long it would take. */
export function PreviewLadder() {
  const t = useText();
  const say = useSay();
  const rough = useRoughTime();
  const refusalText = useRefusalText();
  const { form, preview, wave: shown, showWave } = useWizard();
  if (preview === null) return <Panel heading={t('campaigns.wizard.preview.none')}><EmptyState title={t('campaigns.wizard.preview.noneSub')} /></Panel>;
  if (preview.waves.length === 0) return <Panel heading={t('campaigns.wizard.preview.problems')}><ul className="panel-list">{preview.problems.map((problem) => <li key={problem.message} className="field-problem">{refusalText(problem)}</li>)}</ul></Panel>;
  const schedule = scheduleWaves(preview.waves, form.gate.soakSeconds ?? 0);
  const total = schedule?.at(-1)?.until ?? null;
  const heading = total === null ? say({ key: 'campaigns.wizard.preview.headingUnknown', values: { count: preview.memberCount } }) : say({ key: 'campaigns.wizard.preview.heading', values: { count: preview.memberCount, time: rough(total) } });
  const most = Math.max(...preview.waves.map(({ memberCount }) => memberCount), 1);
  return (
    <Panel heading={heading}>
      <div className="panel-body preview-ladder">
        {preview.waves.map((wave) => {
          const span = schedule?.find(({ number }) => number === wave.number);
          return (
            <button key={wave.number} type="button" aria-pressed={wave.number === shown} aria-label={t('campaigns.wizard.preview.select', { wave: wave.number })} onClick={() => { showWave(wave.number); }}>
              <span className="cut"><b>{wave.number}</b> {say({ key: 'campaigns.wizard.preview.nodes', values: { count: wave.memberCount } })}</span>
              {span === undefined || total === null ? <span className="span"><span className="migrating" style={{ width: `${String(Math.max(1, (wave.memberCount / most) * 100))}%` }} /></span> : (
                <span className="span"><span style={{ width: `${String((span.from / total) * 100)}%` }} /><span className="migrating" style={{ width: `${String(((span.soakFrom - span.from) / total) * 100)}%` }} /><span className="soaking" style={{ width: `${String(((span.until - span.soakFrom) / total) * 100)}%` }} /></span>
              )}
              <span className="number muted">{span === undefined ? '' : rough(span.until)}</span>
            </button>
          );
        })}
        <p className="small muted">{total === null ? t('campaigns.wizard.preview.unknownTime') : t('campaigns.wizard.preview.paceSub')}</p>
      </div>
    </Panel>
  );
}
