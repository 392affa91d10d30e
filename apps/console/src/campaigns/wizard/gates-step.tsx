import { HelpButton } from '../../help/help-button.tsx';
import { useText } from '../../i18n/use-text.ts';
import { Panel } from '../../kit/panel.tsx';
import { type GateField, gateFields } from './campaign-form.ts';
import { NumberField } from './number-field.tsx';
import { useWizard } from './wizard-context.tsx';

const shares: readonly GateField[] = ['failurePercentMax', 'verifiedPercentMin'];
const seconds: readonly GateField[] = ['soakSeconds', 'inconclusiveSecondsMax'];

/** When the next wave may open. */
export function GatesStep() {
  const t = useText();
  const { form, change } = useWizard();
  return (
    <Panel heading={t('campaigns.wizard.gates.heading')} subline={t('campaigns.wizard.gates.sub')} tools={<HelpButton page="read-a-verdict" about={t('campaigns.gates.title')} />}>
      <div className="panel-body number-fields">
        {gateFields.map((field) => (
          <NumberField key={field} field={`gate.${field}`} label={t(`campaigns.wizard.gates.${field}`)} note={t(`campaigns.wizard.gates.${field}Sub`)} whole={!shares.includes(field)} {...(shares.includes(field) ? { unit: '%' } : seconds.includes(field) ? { unit: 's' } : {})} value={form.gate[field]} onChange={(value) => { change({ gate: { ...form.gate, [field]: value } }); }} />
        ))}
      </div>
    </Panel>
  );
}
