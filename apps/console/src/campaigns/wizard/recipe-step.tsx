import { Link } from 'react-router-dom';
import { useText } from '../../i18n/use-text.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { Moment } from '../../kit/moment.tsx';
import { Panel } from '../../kit/panel.tsx';
import { FieldProblemText } from './field-problem-text.tsx';
import { useWizard } from './wizard-context.tsx';

/** What the nodes become. */
export function RecipeStep() {
  const t = useText();
  const { form, change, choices } = useWizard();
  return (
    <Panel heading={t('campaigns.wizard.recipe.heading')} subline={t('campaigns.wizard.recipe.sub')}>
      <div className="panel-body"><FieldProblemText field="targetProfile" /></div>
      {choices.targetProfiles.length === 0 ? <EmptyState title={t('campaigns.wizard.recipe.none')} next={t('campaigns.wizard.recipe.noneStep')}><p><Link className="button" to="/settings/targets">{t('settings.targets.title')}</Link></p></EmptyState> : (
        <div className="scroll-x">
          <table className="table">
            <thead><tr><th scope="col" style={{ width: 40 }}><span className="for-readers">{t('campaigns.wizard.recipe.profile')}</span></th><th scope="col">{t('campaigns.wizard.recipe.profile')}</th><th scope="col" style={{ width: 140 }}>{t('campaigns.wizard.recipe.system')}</th><th scope="col" className="from-tablet" style={{ width: 90 }}>{t('campaigns.wizard.recipe.kernel')}</th><th scope="col" className="from-tablet">{t('campaigns.wizard.recipe.repository')}</th><th scope="col" className="from-tablet" style={{ width: 110 }}>{t('campaigns.wizard.recipe.since')}</th></tr></thead>
            <tbody>
              {choices.targetProfiles.map((profile) => (
                <tr key={profile.id} aria-selected={form.targetProfile?.id === profile.id}>
                  <td><span className="check"><input type="radio" name="targetProfile" data-field="targetProfile" aria-label={t('campaigns.wizard.recipe.choose', { name: profile.name })} checked={form.targetProfile?.id === profile.id} onChange={() => { change({ targetProfile: { id: profile.id, name: profile.name } }); }} /></span></td>
                  <td className="strong" title={profile.name}>{profile.name}</td><td>{profile.osId} {profile.osVersion}</td><td className="mono from-tablet">{profile.kernelPrefix}</td><td className="mono muted from-tablet" title={profile.repositoryUrl}>{profile.repositoryUrl}</td><td className="muted from-tablet"><Moment at={profile.createdAt} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
