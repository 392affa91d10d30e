import { useId } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Panel } from '../../kit/panel.tsx';
import { VerbButton } from '../../kit/verb-button.tsx';
import { IconButton } from '../../kit/icon-button.tsx';
import { useSay } from '../use-say.ts';
import { type FormLabel } from './campaign-form.ts';
import { ExclusionsPanel } from './exclusions-panel.tsx';
import { FieldProblemText } from './field-problem-text.tsx';
import { NodePicker } from './node-picker.tsx';
import { useMatchingNodes } from './use-matching-nodes.ts';
import { useWizard } from './wizard-context.tsx';

/** Which nodes: sites, labels and single nodes; what matches is counted while it is written, and who is left out is named with the reason. */
export function TargetStep() {
  const t = useText();
  const say = useSay();
  const { form, change, preview, problemOf } = useWizard();
  const id = useId();
  const matching = useMatchingNodes(form);
  const heading = preview !== null && preview.problems.length === 0 ? say({ key: 'campaigns.wizard.target.heading', values: { count: preview.memberCount } })
    : matching === null ? t('campaigns.wizard.target.unknown') : say({ key: 'campaigns.wizard.target.matching', values: { count: matching } });
  return (
    <>
      <Panel heading={heading} subline={t('campaigns.wizard.target.sub')}>
        <div className="panel-body stack">
          <div className="field-label">
            <label htmlFor={id}>{t('campaigns.wizard.name')}</label>
            <input id={id} className="field" value={form.name} maxLength={200} data-field="name" aria-invalid={problemOf('name') !== null} onChange={({ target }) => { change({ name: target.value }); }} />
            <FieldProblemText field="name" />
          </div>
          <Sites />
          <Labels labels={form.labels} onChange={(labels) => { change({ labels }); }} />
          <NodePicker />
        </div>
      </Panel>
      <ExclusionsPanel />
    </>
  );
}

function Sites() {
  const t = useText();
  const { form, change, choices } = useWizard();
  const chosen = new Set(form.sites.map(({ name }) => name));
  return (
    <fieldset className="plain-fields">
      <legend>{t('campaigns.wizard.target.sites')}{form.sites.length === 0 ? <span className="muted"> · {t('campaigns.wizard.target.allSites')}</span> : null}</legend>
      <div className="flex wrap">
        {choices.sites.map((site) => (
          <label key={site.id} className="choice"><input type="checkbox" data-field="sites" checked={chosen.has(site.name)} onChange={({ target }) => { change({ sites: target.checked ? [...form.sites, { id: site.id, name: site.name }] : form.sites.filter(({ name }) => name !== site.name) }); }} />{site.name} <span className="muted">{site.nodeCount}</span></label>
        ))}
        {form.sites.filter(({ name }) => choices.sites.every((site) => site.name !== name)).map(({ name }) => <label key={name} className="choice"><input type="checkbox" checked onChange={() => { change({ sites: form.sites.filter((one) => one.name !== name) }); }} />{name} <span className="field-problem">{t('campaigns.wizard.unknownName')}</span></label>)}
      </div>
      <FieldProblemText field="sites" />
    </fieldset>
  );
}

function Labels({ labels, onChange }: { readonly labels: readonly FormLabel[]; readonly onChange: (labels: readonly FormLabel[]) => void }) {
  const t = useText();
  const { problemOf } = useWizard();
  const replace = (index: number, parts: Partial<FormLabel>): void => { onChange(labels.map((label, at) => (at === index ? { ...label, ...parts } : label))); };
  return (
    <fieldset className="plain-fields">
      <legend>{t('campaigns.wizard.target.labels')}</legend>
      {labels.map((label, index) => (
        <div key={index} className="flex label-row">
          <input className="field mono" aria-label={`${t('campaigns.wizard.target.labelKey')} ${String(index + 1)}`} value={label.key} data-field={`labels.${String(index)}`} aria-invalid={problemOf(`labels.${String(index)}`) !== null} onChange={({ target }) => { replace(index, { key: target.value }); }} />
          <span className="muted">=</span>
          <input className="field mono" aria-label={`${t('campaigns.wizard.target.labelValue')} ${String(index + 1)}`} value={label.value} onChange={({ target }) => { replace(index, { value: target.value }); }} />
          <IconButton icon="close" name={t('campaigns.wizard.target.removeLabel', { label: label.key === '' ? String(index + 1) : label.key })} onClick={() => { onChange(labels.filter((_, at) => at !== index)); }} />
        </div>
      ))}
      <FieldProblemText field="labels" />
      <div><VerbButton kind="plain" small icon="plus" onClick={() => { onChange([...labels, { key: '', value: '' }]); }}>{t('campaigns.wizard.target.addLabel')}</VerbButton></div>
    </fieldset>
  );
}
