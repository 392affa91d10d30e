import { useId } from 'react';
import { HelpButton } from '../../help/help-button.tsx';
import { useText } from '../../i18n/use-text.ts';
import { Panel } from '../../kit/panel.tsx';
import { deadlineFields } from './campaign-form.ts';
import { FieldProblemText } from './field-problem-text.tsx';
import { NumberField } from './number-field.tsx';
import { useWizard } from './wizard-context.tsx';

/** How long each part of a run may take, and which programs of the operator are called. */
export function LimitsStep() {
  const t = useText();
  const id = useId();
  const { form, change, problemOf } = useWizard();
  return (
    <>
      <Panel heading={t('campaigns.wizard.limits.heading')} subline={t('campaigns.wizard.limits.sub')}>
        <div className="panel-body number-fields">
          {deadlineFields.map((field) => <NumberField key={field} field={`deadlines.${field}`} label={t(`campaigns.wizard.deadline.${field}`)} unit="s" value={form.deadlines[field]} onChange={(value) => { change({ deadlines: { ...form.deadlines, [field]: value } }); }} />)}
        </div>
      </Panel>
      <Panel heading={t('campaigns.wizard.limits.hooksHeading')} tools={<HelpButton page="write-hooks" about={t('campaigns.wizard.limits.hooksHeading')} />}>
        <div className="panel-body">
          <div className="field-label">
            <label htmlFor={id}>{t('campaigns.wizard.limits.hooks')}</label>
            <input id={id} className="field mono" value={form.hooks} data-field="hooks" aria-invalid={problemOf('hooks') !== null} aria-describedby={`${id}-note`} onChange={({ target }) => { change({ hooks: target.value }); }} />
            <span id={`${id}-note`} className="muted">{t('campaigns.wizard.limits.hooksSub')}</span>
            <FieldProblemText field="hooks" />
          </div>
        </div>
      </Panel>
    </>
  );
}
