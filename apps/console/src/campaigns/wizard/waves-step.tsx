import { useState } from 'react';
import { useFormats } from '../../i18n/use-formats.ts';
import { useText } from '../../i18n/use-text.ts';
import { IconButton } from '../../kit/icon-button.tsx';
import { Panel } from '../../kit/panel.tsx';
import { VerbButton } from '../../kit/verb-button.tsx';
import { useSay } from '../use-say.ts';
import { type FormWave, limitFields, type WaveKind } from './campaign-form.ts';
import { FieldProblemText } from './field-problem-text.tsx';
import { addWave, moveWave } from './move-wave.ts';
import { NumberField } from './number-field.tsx';
import { useWizard } from './wizard-context.tsx';

/** How many nodes each wave takes, in which order, and how many are under way at once. */
export function WavesStep() {
  const t = useText();
  const say = useSay();
  const { form, change } = useWizard();
  const [said, setSaid] = useState('');
  const move = (from: number, to: number): void => {
    const waves = moveWave(form.waves, from, to);
    if (waves === form.waves) return;
    change({ waves });
    setSaid(t('campaigns.wizard.waves.moved', { wave: from + 1, to: to + 1 }));
  };
  return (
    <>
      <Panel heading={say({ key: 'campaigns.wizard.waves.heading', values: { count: form.waves.length } })} footer={<span>{t('campaigns.wizard.waves.rest')}</span>} tools={<VerbButton kind="plain" small icon="plus" onClick={() => { change({ waves: addWave(form.waves) }); }}>{t('campaigns.wizard.waves.add')}</VerbButton>}>
        <div className="scroll-x"><WaveTable onMove={move} /></div>
        <FieldProblemText field="waves" />
        <span role="status" className="for-readers">{said}</span>
      </Panel>
      <Panel heading={t('campaigns.wizard.waves.limits')}>
        <div className="panel-body number-fields">
          {limitFields.map((field) => <NumberField key={field} field={field} label={t(`campaigns.wizard.limit.${field}`)} note={t(`campaigns.wizard.limitSub.${field}`)} value={form.limits[field]} onChange={(value) => { change({ limits: { ...form.limits, [field]: value } }); }} />)}
          <NumberField field="seed" label={t('campaigns.wizard.waves.seed')} note={t('campaigns.wizard.waves.seedSub')} value={form.seed} onChange={(seed) => { change({ seed }); }} />
        </div>
      </Panel>
    </>
  );
}

function WaveTable({ onMove }: { readonly onMove: (from: number, to: number) => void }) {
  const t = useText();
  const say = useSay();
  const { count } = useFormats();
  const { form, change, preview, problemOf, wave: shown, showWave } = useWizard();
  const last = form.waves.length - 1;
  const replace = (index: number, parts: Partial<FormWave>): void => { change({ waves: form.waves.map((wave, at) => (at === index ? { ...wave, ...parts } : wave)) }); };
  return (
    <table className="table wave-form">
      <thead>
        <tr>
          <th scope="col" style={{ width: 104 }}>{t('campaigns.wizard.waves.order')}</th><th scope="col" style={{ width: 168 }}>{t('campaigns.wizard.waves.kind')}</th><th scope="col" style={{ width: 96 }}>{t('campaigns.wizard.waves.size')}</th>
          <th scope="col" className="number" style={{ width: 72 }}>{t('campaigns.wizard.waves.nodes')}</th><th scope="col" className="number" style={{ width: 84 }}>{t('campaigns.wizard.waves.needed')}</th><th scope="col" className="number">{t('campaigns.wizard.waves.stopAt')}</th><th scope="col" style={{ width: 44 }}><span className="for-readers">{t('campaigns.wizard.waves.remove', { wave: '' })}</span></th>
        </tr>
      </thead>
      <tbody>
        {form.waves.map((wave, index) => {
          const number = index + 1;
          const planned = preview?.waves[index];
          const problem = problemOf(`waves.${String(index)}`);
          return (
            <tr key={index} aria-selected={number === shown} onFocus={() => { showWave(number); }}>
              <td>
                <span className="flex" style={{ gap: 0 }}>
                  <b style={{ width: 22 }}>{number}</b>
                  {index === last ? null : <><IconButton icon="up" name={t('campaigns.wizard.waves.up', { wave: number })} onClick={() => { onMove(index, index - 1); }} /><IconButton icon="down" name={t('campaigns.wizard.waves.down', { wave: number })} onClick={() => { onMove(index, index + 1); }} /></>}
                </span>
              </td>
              <td>
                {index === last && wave.kind === 'rest' ? <span className="secondary">{t('campaigns.wizard.waves.kinds.rest')}</span> : (
                  <select className="field" aria-label={t('campaigns.wizard.waves.kindOf', { wave: number })} value={wave.kind} onChange={({ target }) => { replace(index, { kind: target.value as WaveKind, size: target.value === 'rest' ? null : (wave.size ?? 1) }); }}>
                    {(['count', 'percent', 'rest'] as const).map((kind) => <option key={kind} value={kind}>{t(`campaigns.wizard.waves.kinds.${kind}`)}</option>)}
                  </select>
                )}
              </td>
              <td>{wave.kind === 'rest' ? null : <span className="flex" style={{ gap: 4 }}><input className="field number wizard-number" type="number" inputMode="numeric" min={1} aria-label={t('campaigns.wizard.waves.sizeOf', { wave: number })} data-field={`waves.${String(index)}`} aria-invalid={problem !== null} title={problem ?? undefined} value={wave.size ?? ''} onChange={({ target }) => { replace(index, { size: target.value === '' ? null : target.valueAsNumber }); }} />{wave.kind === 'percent' ? <span className="muted">%</span> : null}</span>}{problem === null ? null : <span className="field-problem wave-problem">{problem}</span>}</td>
              <td className="number strong">{planned === undefined ? '–' : count(planned.memberCount)}</td>
              <td className="number">{planned === undefined ? '–' : count(planned.needed)}</td>
              <td className="number">{planned === undefined ? '–' : say({ key: 'campaigns.wizard.waves.failures', values: { count: planned.stopAt } })}</td>
              <td>{index === last ? null : <IconButton icon="close" name={t('campaigns.wizard.waves.remove', { wave: number })} onClick={() => { change({ waves: form.waves.filter((_, at) => at !== index) }); }} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
