import { useSay } from '../use-say.ts';
import { useText } from '../../i18n/use-text.ts';
import { type EffectCampaign, rollbackCount, type RollbackScope } from './verb-effects.ts';

interface RollbackScopeFieldProps {
  readonly campaign: EffectCampaign;
  readonly scope: RollbackScope;
  readonly onChange: (scope: RollbackScope) => void;
}

/** Which nodes come back: a wave that changed something, or all of them. Each choice says how many. */
export function RollbackScopeField({ campaign, scope, onChange }: RollbackScopeFieldProps) {
  const t = useText();
  const say = useSay();
  const waves = campaign.waves.map(({ number }) => ({ number, count: rollbackCount(campaign, { kind: 'wave', wave: number }) })).filter(({ count }) => count > 0);
  return (
    <label className="field-label">
      <span>{t('campaigns.dialog.scope')}</span>
      <select className="field" value={scope.kind === 'wave' ? String(scope.wave) : 'campaign'} onChange={({ target: { value } }) => { onChange(value === 'campaign' ? { kind: 'campaign' } : { kind: 'wave', wave: Number(value) }); }}>
        {waves.map(({ number, count }) => <option key={number} value={String(number)}>{say({ key: 'campaigns.dialog.scopeWave', values: { wave: number, count } })}</option>)}
        <option value="campaign">{say({ key: 'campaigns.dialog.scopeCampaign', values: { count: rollbackCount(campaign, { kind: 'campaign' }) } })}</option>
      </select>
    </label>
  );
}
