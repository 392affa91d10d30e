import { useAsk } from '../data/use-ask.ts';
import { SettingsHealthDocument } from '../generated/documents.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useText } from '../i18n/use-text.ts';
import { Asked } from '../kit/asked.tsx';
import { Panel } from '../kit/panel.tsx';
import { StateTile } from '../kit/state-tile.tsx';

/** What this installation is, and whether the parts that it stands on answer. */
export function SystemSection() {
  const t = useText();
  const { full } = useFormats();
  const answer = useAsk(SettingsHealthDocument, {}, { everySeconds: 10 });
  return (
    <Panel heading={t('settings.system.title')}>
      <Asked of={answer}>
        {({ health }) => (
          <ul className="panel-list">
            <li><span className="grow">{t('settings.system.version')}</span><span className="mono">{health.version}</span></li>
            <li><StateTile stateClass={health.database ? 'MIGRATED' : 'FAILED'} /><span className="grow">{t('settings.system.database')} {health.database ? t('settings.system.databaseUp') : t('settings.system.databaseDown')}</span></li>
            <li><StateTile stateClass={health.temporal ? 'MIGRATED' : 'ATTENTION'} /><span className="grow">{t('settings.system.temporal')} {health.temporal ? t('settings.system.temporalUp') : t('settings.system.temporalDown')}</span></li>
            <li><span className="grow">{t('settings.system.time')}</span><span>{health.now === null ? t('words.unknown') : full(health.now)}</span></li>
          </ul>
        )}
      </Asked>
    </Panel>
  );
}
